import type { CasualtyKind } from '@corridor/domain';
import { createPhraseIndex } from '../phrase-index.ts';
import { wordSet } from './word-set.ts';

/** Whose number a word of killing is about: the one before it, the one after it, or either. */
export type Side = 'before' | 'after' | 'either';

export interface TollVerb {
  readonly kind: Extract<CasualtyKind, 'killed' | 'wounded' | 'abducted'>;
  readonly side: Side;
  /** It replaces what was said before: "the death toll rose to". */
  readonly isTotal: boolean;
  /** What must stand beside it for it to count people. */
  readonly needs?: Need;
}

/** "shot seven of them dead"; "claimed five lives"; "forced three men into a car"; "took two of them along"; "received six bodies"; "spoke of five", after the dead were counted; "seized two men"; "taken off a bus and shot". */
export type Need =
  | 'dead'
  | 'dead-before'
  | 'lives'
  | 'bodies'
  | 'into'
  | 'along'
  | 'toll-before'
  | 'people'
  | 'offloaded';

function verbs(
  kind: TollVerb['kind'],
  side: Side,
  phrases: string,
  { isTotal = false, needs }: { readonly isTotal?: boolean; readonly needs?: Need } = {},
) {
  const verb: TollVerb = { kind, side, isTotal, ...(needs && { needs }) };
  return phrases.split('|').map((phrase) => [phrase, verb] as const);
}

/** "sustained wounds", "received bullet injuries". */
const SUFFERED = ['sustained', 'suffered', 'received', 'got'].flatMap((verb) =>
  [
    '',
    'bullet ',
    'gunshot ',
    'burn ',
    'splinter ',
    'shrapnel ',
    'serious ',
    'critical ',
    'minor ',
    'multiple ',
  ].flatMap((kind) => [
    `${verb} ${kind}burns`,
    `${verb} ${kind}injuries`,
    `${verb} ${kind}wounds`,
    `${verb} a ${kind}injury`,
    `${verb} a ${kind}wound`,
  ]),
);

/** "hit in the leg": he lived, unless the text says otherwise. */
const HIT = ['hit', 'shot', 'struck'].flatMap((how) =>
  [
    'leg',
    'legs',
    'shoulder',
    'chest',
    'head',
    'arm',
    'arms',
    'neck',
    'stomach',
    'abdomen',
    'back',
    'foot',
    'thigh',
  ].map((part) => `${how} in the ${part}`),
);

/** How a toll is named, how it rises, and how it is told without rising. */
const TOLLS_OF_DEAD = [
  'toll',
  'death toll',
  ...['number', 'count'].flatMap((count) =>
    [
      'dead',
      'the dead',
      'deaths',
      'fatalities',
      'killed',
      'the killed',
      'those killed',
      'people killed',
      'casualties',
      'martyrs',
      'victims',
    ].map((dead) => `${count} of ${dead}`),
  ),
];
const TOLLS_OF_HURT = ['number', 'count', 'toll'].flatMap((count) =>
  ['injured', 'wounded', 'injuries'].flatMap((hurt) => [
    `${count} of ${hurt}`,
    `${count} of the ${hurt}`,
    `${count} of those ${hurt}`,
    `${count} of people ${hurt}`,
  ]),
);
const RISEN = [
  'rose',
  'rises',
  'risen',
  'rising',
  'increased',
  'increasing',
  'climbed',
  'climbs',
  'jumped',
  'jumps',
  'mounted',
  'went up',
  'gone up',
  'going up',
]
  .flatMap((rise) => [rise, `has ${rise}`, `had ${rise}`])
  .map((rise) => `${rise} to`)
  .concat('reached', 'reaches', 'has reached', 'had reached');
const STANDING = ['at', 'was', 'as', 'stands at', 'stood at', 'had stood at', 'has been put at', 'was put at'];

export const TOLL_VERBS = createPhraseIndex<TollVerb>([
  ...verbs(
    'killed',
    'either',
    'killed|martyred|slain|shot dead|gunned down|beheaded|executed|shot and killed|stabbed to death|hacked to death|beaten to death|tortured to death|burnt to death|burned to death|burnt alive|burned alive|riddled to death|sent to hell|dispatched to hell|blown to pieces|put to death|murdered|massacred|lynched|assassinated|strangled|fatally shot|fatally wounded|eliminated|neutralised|neutralized|hunted down|liquidated',
  ),
  ...verbs(
    'killed',
    'after',
    'killing|kills|kill|martyring|murdering|slaying|executing|beheading|gunning down|shooting dead|gun down|guns down|shoot dead|shoots dead|shoot and kill|shooting and killing|assassinate|assassinates|assassinating|massacring|lynching|stabbing to death|hacking to death|beating to death|executes|execute|beheads|behead|murders|martyr|martyrs|eliminate|eliminates|eliminating|neutralise|neutralises|neutralising|neutralize|neutralizes|neutralizing|hunting down|claimed the life of|claims the life of|claiming the life of|took the life of|takes the life of|taking the life of|claim the lives of|take the lives of|claimed the lives of|claims the lives of|claiming the lives of|took the lives of|takes the lives of|taking the lives of|martyrdom of|bodies of|body of|death of|deaths of|killing of',
  ),
  ...verbs(
    'killed',
    'before',
    'dead|died|dies|die|lost their lives|lost his life|lost her life|deaths|fatalities|lives lost|were lost|succumbed|embraced martyrdom|embraced shahadat|fell victim to|fell prey to|laid down their lives|laid down his life|paid the ultimate sacrifice|attained martyrdom|attained shahadat|breathed his last|breathed her last|breathed their last|perished|were martyred|suffocated|body was found|body was recovered|body found|bodies were pulled|bodies lay|expired|bodies were retrieved|bodies were brought|bodies were shifted|bodies were taken|bodies were handed|bodies were sent|bodies were moved|bodies were found|bodies were recovered|bodies found',
  ),
  ...verbs(
    'killed',
    'after',
    [
      'to',
      ...RISEN,
      ...RISEN.map((rise) => rise.replace(/ to$/, ' from')).filter((rise) => rise.endsWith('from')),
      ...TOLLS_OF_DEAD.flatMap((toll) => [`${toll} to`, ...RISEN.map((rise) => `${toll} ${rise}`)]),
    ].join('|'),
    {
      isTotal: true,
    },
  ),
  ...verbs('killed', 'after', TOLLS_OF_DEAD.flatMap((toll) => STANDING.map((stands) => `${toll} ${stands}`)).join('|')),
  ...verbs('killed', 'after', 'claim|claimed|claiming|claims|take|took|taking|takes|cost|costs|costing', {
    needs: 'lives',
  }),
  ...verbs('killed', 'after', 'shot|shoot|shoots|shooting', { needs: 'dead' }),
  ...verbs('killed', 'before', 'shot', { needs: 'offloaded' }),
  ...verbs('killed', 'after', 'received|receive|brought|recovered|retrieved|found|shifted', { needs: 'bodies' }),
  ...verbs(
    'killed',
    'after',
    'dead included|dead include|deceased included|deceased include|victims included|victims include',
  ),
  ...verbs('wounded', 'after', 'injured included|injured include|wounded included|wounded include'),
  ...verbs('killed', 'after', 'spoke of|speak of|put it at|put the figure at|gave the figure as', {
    needs: 'toll-before',
  }),
  ...verbs('wounded', 'either', 'injured|wounded|hurt'),
  ...verbs(
    'wounded',
    'after',
    'injuries to|injury to|shrapnel hit|splinters hit|bullet hit|bullets hit|injuring|wounding|hurting|maiming|wounds|injures|wound|injure|hurts',
  ),
  ...verbs(
    'wounded',
    'before',
    [
      'injuries',
      'suffered light bruises',
      'suffered bruises',
      'received a bullet',
      'took a bullet',
      'received splinters',
      'with bullet injuries',
      'with gunshot injuries',
      'with bullet wounds',
      'with gunshot wounds',
      'with burns',
      'with splinter injuries',
      'with injuries',
      'given stitches',
      'hit by a stray bullet',
      'hit by stray bullets',
      'struck by a stray bullet',
      'hit by shrapnel',
      'hit by splinters',
      'hit by a bullet',
      'hit by bullets',
      'struck by a bullet',
      'struck by bullets',
      ...HIT,
      'lost a leg',
      'lost the sight',
      'lost his sight',
      'lost an eye',
      'lost his leg',
      'lost her leg',
      'lost both legs',
      'lost a foot',
      'lost a limb',
      'lost an arm',
      'under treatment',
      'undergoing treatment',
      'are being treated',
      'were being treated',
      'is being treated',
      'was being treated',
      'were treated',
      'hospitalised',
      'hospitalized',
      ...SUFFERED,
    ].join('|'),
  ),
  ...verbs(
    'wounded',
    'after',
    TOLLS_OF_HURT.flatMap((toll) => ['to', ...RISEN].map((rise) => `${toll} ${rise}`)).join('|'),
    { isTotal: true },
  ),
  ...verbs(
    'wounded',
    'after',
    ['injured', 'the injured', 'wounded', 'the wounded', 'injuries']
      .flatMap((hurt) => [`number of ${hurt}`, `count of ${hurt}`])
      .flatMap((count) => STANDING.map((stands) => `${count} ${stands}`))
      .join('|'),
  ),
  ...verbs('abducted', 'either', 'abducted|kidnapped|whisked away'),
  ...verbs('abducted', 'either', 'seized|picked up|taken away|captured|snatched', { needs: 'people' }),
  ...verbs(
    'abducted',
    'after',
    'abducting|abduct|kidnap|kidnapping|took hostage|taking hostage|abduction of|kidnapping of|led away|dragged away|marched away|marched off|made off with|drove off with',
  ),
  ...verbs('abducted', 'after', 'took away|taking away|seizing|capturing|picking up|carrying off|carried off', {
    needs: 'people',
  }),
  ...verbs('abducted', 'after', 'forced|forcing|bundled|bundling|pushed|dragged', { needs: 'into' }),
  ...verbs('abducted', 'after', 'took|taking|takes|take|led|leading|marched|marching', { needs: 'along' }),
  ...verbs('abducted', 'before', 'taken hostage|held hostage|hostages|hostage|at gunpoint|taken along|taken captive'),
  ...verbs(
    'killed',
    'before',
    'ٹھکانے لگا|کی ہلاکت|کی ہلاکتوں|کی شہادت|جاں بحق|جانبحق|جاں بحق ہو|ہلاک|شہید|قتل|مارے گئے|مارا گیا|ماری گئی|جان سے گئے|جان سے گیا|جان سے گئی|جان کی بازی ہار|لقمہ اجل|موقع پر ہلاک|موقع پر ہی ہلاک|موقع پر جاں بحق|موقع پر ہی جاں بحق|موقع پر ہی دم توڑ|موقع پر دم توڑ|موقع پر ہی شہید|جہنم واصل|قربان ہو|جام شہادت نوش|ابدی نیند سو|واصل جہنم|جان سے مار|گولی مار دی|گولیاں مار دیں|موت کے گھاٹ اتار|بھون ڈالا|چل بسا|چل بسے|چل بسی|دم توڑ|لاش برآمد|لاش ملی|لاش مل|لاشیں برآمد|لاشیں ملی|لاشیں ملیں|لاشیں مل|ہلاکتیں|اموات',
  ),
  ...verbs(
    'killed',
    'after',
    'مرنے والوں کی تعداد|مارے جانے والوں کی تعداد|شہید ہونے والوں کی تعداد|شہداء کی تعداد|ہلاکتوں کی تعداد|جاں بحق افراد کی تعداد|جاں بحق ہونے والوں کی تعداد|ہلاک ہونے والوں کی تعداد|شہدا کی تعداد|ہلاک شدگان کی تعداد|اموات کی تعداد',
    { isTotal: true },
  ),
  ...verbs('killed', 'after', 'کی تعداد', { isTotal: true, needs: 'dead-before' }),
  ...verbs('wounded', 'before', 'زخم آئے|زخم آ گئے|چوٹیں آئیں|چوٹیں آئی|زخمی|مجروح|زخمیوں کو|زخمیوں کا|زیر علاج'),
  ...verbs('wounded', 'after', 'زخمیوں کی تعداد', { isTotal: true }),
  ...verbs('abducted', 'after', 'مغویوں کی تعداد', { isTotal: true }),
  ...verbs('abducted', 'before', 'اغوا|اغواء|یرغمال|ساتھ لے گئے|ساتھ لے گیا|ہمراہ لے گئے'),
]);

/** Who is counted as everybody. */
export const ANYBODY = wordSet(
  'people persons others lives bodies casualties individuals victims dead deaths fatalities more men women افراد لوگ لاشیں لاشوں میتیں اموات ہلاکتیں',
);

/** Who is counted as somebody in particular, one or several. */
export const SOMEBODY = wordSet(
  'person man woman risaldar cooks colleague colleagues comrade comrades friend friends partner spouse grandson granddaughter grandfather grandmother niece aunt widow bride groom servant maid gardener sweeper muezzin khateeb scholar scholars nazim chairman senator minister sentry recruit cadet hawker hawkers woodcutter herdsman herdsmen goatherd goatherds pupil pupils toddler toddlers baby babies schoolchildren schoolgirl schoolgirls schoolboy schoolboys seminarian seminarians youth youths child children boy boys girl girls civilian civilians citizen citizens national nationals foreigner foreigners resident residents villager villagers tribesman tribesmen member members family brother brothers son sons daughter daughters sister sisters wife infant infants minor minors teenager teenagers bystander bystanders passerby passersby passer passers occupant occupants pedestrian pedestrians passenger passengers pilgrim pilgrims worshipper worshippers shopkeeper shopkeepers customer customers traveller travellers refugee refugees nomads shepherd shepherds elder elders leader leaders politician candidate lawmaker activist activists protester protesters protestors demonstrators students student teacher teachers schoolteacher schoolteachers headmaster principal doctor doctors nurse nurses lawyer lawyers judge judges journalist journalists reporter cameraman cleric clerics farmer farmers',
  'labourer labourers laborer laborers vaccinator vaccinators worker workers engineer engineers technician technicians employee employees staff staffers staffer crew contractor contractors driver drivers conductor helper helpers cleaner miner miners fisherman fishermen barber barbers mason masons cook surveyors surveyor geologists geologist interpreter trader traders businessman',
  'soldier soldiers troops troop lieutenant colonel brigadier havildar havildars sepoy sepoys lance sergeant policeman policemen policewoman officer officers constable constables personnel watchman watchmen chowkidar gatekeeper guide guides guard guards cop cops jawan jawans official officials captain major commander levies paramilitaries troopers trooper recruits cadets rangers commandos volunteer volunteers inspector sho subedar naik chinese pakistani pakistanis applicants settlers settler devotees visitors visitor monks nuns priest imam preacher councillor chief deputy attendants commissioner mayor dentist assistant assistants professor lecturer paramedic electrician tailor pilot sailor sailors clerk cashier cashiers digger diggers manager supervisor foreman operator operators vendor vendors salesman salesmen buyer buyers companion companions playmate playmates patient patients guest guests tourist tourists cyclist motorcyclist relative relatives nephew cousin uncle father mother husband aide aides bodyguard bodyguards lineman linemen scout scouts marines wardens rescuer rescuers porter porters cook trucker truckers',
  'peasant peasants merchant merchants tenant tenants accountant accountants consultant consultants attendant sergeants lieutenants captains colonels asi asis dsp dsps shos mpa mpas mna mnas maulana maulvi mufti mullah mullahs tehsildar tehsildars patwari patwaris munshi nazims candidates principals headmistress lady ladies teen teens kid kids housewife housewives coolie coolies loaders commuter commuters chowkidars khasadar khasadars commando pilots brides newlyweds twins siblings parents grandparents cousins nephews nieces uncles aunts poet poets athlete athletes referee surgeons midwife midwives advocate advocates magistrate magistrates landlord landlords nomad migrant migrants expatriate expatriates delegate delegates diplomat diplomats mechanic mechanics naiks sipahi trainee trainees inmate inmates detainee detainees notables razakar razakars chairperson orphan widows beggar beggars',
  'بہنوئی سسر داماد بھتیجے بھانجے پوتا نواسا لڑکوں سپاہیوں حوالداروں چوکیداروں موذن قاری ملاح کھلاڑی مکینک کونسلرز چیئرمین ملازمہ',
  'شخص رکن ارکان ماں والد والدہ باپ بیٹا بیٹی بیٹے بھائی بھتیجا بھتیجے ساتھی بہن بیوی نوجوان نوجوانوں آدمی خواتین خاتون بچے بچہ بچی بچوں بچیاں شہری شہریوں باشندے باشندوں باشندہ مسافر مسافروں مزدور مزدوروں کارکن کارکنوں انجینئر سپوت نائیک مالک عہدیدار پروفیسر چینیوں انجینیئر انجینیئروں انجینیئرز رہنما امیدوار انجینئرز انجینئروں ڈرائیور ڈرائیوروں محافظ محافظوں چرواہا چرواہے چرواہوں راہگیروں دکاندار دکانداروں نمازیوں صحافیوں وکلا زائر گارڈ گارڈز اہلکار اہلکاروں سپاہی جوان جوانوں فوجی فوجیوں افسر کانسٹیبل نمازی زائرین طالب طلبہ استاد اساتذہ صحافی وکیل راہگیر چینی پولیس کان کنوں ملازم ملازمین بھائی بھائیوں بہن بہنیں بیٹا بیٹے بیٹی بیٹیاں باپ ماں والد والدہ بیوی اہلیہ شوہر چچا کزن بھتیجا بھانجا رشتہ بزرگ سردار رہنما امام خطیب عالم ڈاکٹر ڈاکٹروں نرس ورکر ورکرز ورکروں رضاکار رضاکاروں حجام حجاموں درزی تاجر تاجروں سوار کانکن کانکنوں انسپکٹر حوالدار کیپٹن میجر لیفٹیننٹ کرنل لڑکا لڑکے لڑکی لڑکیاں قبائلی مہمان مہمانوں چوکیدار کسان کسانوں کاشتکار گیر گیروں خاندان طالبعلم طالبہ طالبات معلم معلمہ ٹیچر ٹیچرز ہیلپر کنڈکٹر کلینر مستری کاریگر بچیوں عورت عورتیں مرد جج کونسلر ناظم صوبیدار سیکیورٹی فرد',
);

/** Who is counted apart: those who attacked. */
export const ATTACKERS = wordSet(
  'militant militants terrorist terrorists attacker attackers bomber bombers insurgent insurgents gunman gunmen assailant assailants fighter fighters khawarij khwarij rebel rebels separatist separatists extremists bandit bandits dacoit dacoits robber robbers kidnapper kidnappers accomplice accomplices suspect suspects miscreant miscreants outlaw outlaws taliban taleban talibans kharji khariji khwarji jihadist jihadists hijacker hijackers infiltrator abductor abductors captor captors raiders infiltrators دہشت دہشتگرد کارندے کارندوں دہشتگردوں حملہ شدت عسکریت خوارج خارجی خوارجی خوارجیوں ڈاکو ڈاکوؤں بمبار بمباروں شرپسند شرپسندوں جنگجو جنگجوؤں کمانڈر ملزم ملزمان',
);

/** Those whom the state arms, and guards. */
export const FORCES = wordSet(
  'soldier risaldar soldiers troops troopers trooper policeman policemen policewoman constable constables police cop cops levies jawan jawans paramilitaries rangers sepoy sepoys havildar havildars naik subedar captain major guard guards security lawmen serviceman servicemen army navy scouts ranger lieutenant colonel brigadier اہلکار اہلکاروں سپاہی نائیک سپوت فوجی فوجیوں جوان کانسٹیبل پولیس',
);

/** One of these alone, after "a", is one person. */
export const PLURAL_ONLY = wordSet(
  'people persons others men women children nationals soldiers policemen personnel troops levies khwarij khawarij taliban taleban',
);

export const CHINESE = wordSet('chinese چینی چینیوں');

/** What is counted, but is nobody. */
export const UNITS = wordSet(
  'km kms kilometre kilometres kilometer kilometers metre metres meter meters feet mile miles kg kgs kilogram kilograms kilogrammes tonne tonnes tons ton mw megawatt megawatts vehicle vehicles car cars truck trucks tanker tankers bus buses coach coaches bogies wagon trains train motorcycle motorcycles shop shops house houses home homes hotel building buildings rupees rs million billion crore lakh percent per pc year years month months week weeks day days hour hours minute minutes am pm o time times attack attacks blast blasts bomb bombs round rounds rocket rockets mortar mortars grenades district districts province provinces project projects site sites agreements incident incidents explosion explosions wickets runs overs goals points st nd rd th dollars inch degrees places locations cities towns villages posts checkposts stations teams rifles weapons goat goats sheep cattle cow cows buffalo buffaloes camel camels horse horses donkey donkeys mule mules dog dogs animals livestock trees magazines ambulances bullets shots centimetres operations separate countries phases kanals acres کلومیٹر کلو گاڑیاں گاڑیوں گاڑی ٹرک ٹرکوں دکانیں روپے فیصد سال ماہ دن گھنٹے بجے میٹر لاکھ کروڑ حملوں دھماکوں بسوں بس مکانات',
);

/** After these a figure is one of the dead: "villagers put the number of the dead at three, a doctor spoke of five". */
export const TOLL_SUBJECTS = wordSet('toll dead deaths killed died fatalities');

/** Before "number" in Urdu, of the dead: "ہلاک ہونے والے اہلکاروں کی تعداد". */
export const DEAD_IN_URDU = wordSet('ہلاک جاں بحق شہید مرنے اموات ہلاکتوں شہداء جانبحق');

/** What rises, in sentences of a new total. */
export const TOLL_NOUNS = wordSet('toll number count تعداد');

/** Words that end what is counted. */
export const PHRASE_ENDS = wordSet(
  'in on at of from to by with for as was were is are be been being has have had and or but when while who whom which that after before during near inside outside into over under the a an including among کے کی کا کو میں سے نے اور پر تھے تھا ہیں ہے جبکہ جب سمیت',
);

export const ONE_OF = wordSet('a an his her their its the another one ایک');
/** "their" is two words in Urdu: this is the second. */
export const THEIR_END = wordSet('کا کی');
export const INCLUDED = wordSet('including among include includes included comprising شامل جن بشمول');
export const ADDED = wordSet('also another later additional further more separately مزید بھی');
export const AUXILIARIES = wordSet(
  'was were been being be got are is have has had reportedly also later critically seriously severely ہو گئے',
);
