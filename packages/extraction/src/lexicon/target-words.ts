import { TARGET_TYPES, type TargetType } from '@corridor/domain';
import { createPhraseIndex } from '../phrase-index.ts';
import { wordSet } from './word-set.ts';

const WORDS: Readonly<Partial<Record<TargetType, string>>> = {
  'chinese-nationals':
    'chinese national|chinese nationals|chinese engineer|chinese engineers|chinese worker|chinese workers|chinese citizens|chinese citizen|chinese staff|chinese teachers|chinese technicians|chinese employees|chinese personnel|chinese workers convoy|chinese investors|chinese dentist|chinese doctor|chinese couple|chinese man|chinese woman|chinese tourists|chinese businessman|chinese contractor|chinese crew|chinese driver|chinese drivers|chinese surveyors|chinese traders|chinese national s|چینی باشندے|چینی باشندوں|چینی انجینئر|چینی انجینیئر|چینی انجینیئروں|چینی انجینیئرز|چینی انجینئرز|چینی انجینئروں|چینی شہری|چینی شہریوں|چینی کارکنوں|چینی عملے',
  convoy: 'convoy|convoys|motorcade|قافلہ|قافلے',
  'security-forces':
    'police|policeman|policemen|police officer|police officers|police station|police van|police post|police check post|police mobile|frontier corps|fc|army|soldier|soldiers|security forces|security personnel|security post|security camp|security checkpost|security check post|paramilitary camp|levies|levies post|levies station|picket|police picket|pickets|checkpost|check post|checkposts|checkpoint|navy|naval base|navy vehicle|air base|garrison|patrol|patrolling party|paramilitary|constabulary|rangers|coast guard|coast guards|troops|military|military camp|army camp|ctd|personnel|constable|constables|security men|security man|security post|fort|outpost|outposts|military base|cantonment|police recruits|recruits|پولیس|پولیس پارٹی|پولیس کی گاڑی|پولیس اہلکار|پولیس اہلکاروں|ہیڈ کانسٹیبل|سب انسپکٹر|سپاہی|ایس ایچ او|ڈی ایس پی|اہلکاروں|سیکیورٹی اہلکار|سکیورٹی اہلکار|سیکیورٹی اہلکاروں|سکیورٹی اہلکاروں|گشتی ٹیم|گشتی پارٹی|ناکہ|ناکے|فوجی گاڑی|فوجی قافلے|فوجیوں|فوجی کیمپ|ایف سی کیمپ|سکیورٹی کیمپ|قلعہ|قلعے|چھاؤنی|سکیورٹی فورسز|سیکیورٹی فورسز|سیکورٹی فورسز|ایف سی|فرنٹیئر کور|لیویز|چیک پوسٹ|چوکی|پولیس وین|پولیس موبائل|پولیس گاڑی|پولیس چوکی|تھانے|تھانہ|پولیس تھانے|کانسٹیبل|فوجی|فوج|پاک فوج|اہلکار',
  infrastructure:
    'pipeline|gas pipeline|railway track|rail track|railway line|railway tracks|up track|down track|main line|train|passenger train|pylon|pylons|power pylon|electricity pylon|electricity tower|transmission line|transmission lines|transmission tower|transmission towers|power tower|power towers|electricity towers|bridge|mobile phone tower|mobile tower|cell tower|grid station|railway bridge|tanker|tankers|oil tankers|گیس پائپ لائن|پائپ لائن|ریلوے ٹریک|ریلوے لائن|ٹرین|بجلی کے کھمبے|ٹاور|پل',
  government:
    'deputy commissioner|assistant commissioner|government office|government offices|government building|judge|judges|provincial minister|lawmaker|election office|tehsil office|polling station|polling staff|customs officials|ڈپٹی کمشنر|اسسٹنٹ کمشنر|سرکاری دفتر',
  diplomatic: 'consulate|embassy|diplomat|diplomats|قونصل خانے|سفارت خانے|سفارتخانے|قونصلیٹ',
  civilians:
    'school|girls school|boys school|primary school|high school|college|clinic|dispensary|health unit|basic health unit|health centre|health center|vaccination centre|hotel|restaurant|shop|shops|stall|bank|jirga|hujra|seminary|madrassa|shrine|house|houses|homes|petrol pump|car|cars|vehicle|vehicles|truck|trucks|pickup|coach|coaches|buses|vans|wagon|jeep|protest|protesters|protestors|demonstrators|schoolteacher|schoolteachers|headmaster|technician|technicians|engineer|engineers|employee|employees|staff|surveyor|surveyors|geologists|contractor|contractors|watchman|watchmen|doctor|doctors|lawyer|lawyers|cleric|prayer leader|peace committee|farmer|farmers|shepherd|shepherds|businessman|labourer|labourers|laborer|laborers|passengers|passenger|passenger bus|worshippers|mosque|market|bazaar|villagers|civilians|civilian|vaccinator|teacher|teachers|tribal elder|tribal elders|elder|barber|barbers|miners|coal miners|workers|worker|school|school bus|pilgrims|imambargah|church|rally|shopkeeper|shopkeepers|traders|trader|students|children|residents|driver|drivers|truck drivers|fishermen|polio team|polio worker|polio workers|vaccination team|vaccinators|health worker|health workers|people|people aboard|bus|van|passer by|family|مزدور|مزدوروں|مسافر|مسافروں|مسافر بس|بس|مسجد|بازار|نمازی|شہری|طلبہ|زائرین|کان کن|کان کنوں|ڈرائیور|افراد|سکول|اسکول|مدرسے|مدرسہ|دکان|دکانوں|ہوٹل|بینک|گاڑی|وین|ٹرک|ٹرکوں|استاد|اساتذہ|انجینئر|انجینئرز|ملازمین|کمپنی کے ملازمین|مظاہرین|passenger coach|passenger coaches|passenger bus|passenger buses|passenger van|passenger vehicle',
  'media-other': 'journalist|journalists|reporter|press club|newspaper office|صحافی|پریس کلب',
};

const COUNTS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "Two Chinese" are nationals, and the whole of "two Chinese engineers" is said of them. */
const COUNTED = [
  'chinese',
  ...(WORDS['chinese-nationals'] ?? '').split('|').filter((phrase) => /^chinese /.test(phrase)),
];

/** "ایف سی کے کیمپ", "سیکیورٹی فورسز کی گاڑی": whose a thing is stands before it in Urdu, and says of which kind it is. */
const FORCES_IN_URDU = [
  ...['پولیس', 'لیویز', 'فوج', 'پاک فوج', 'ایف سی', 'فرنٹیئر کور', 'رینجرز', 'فیڈرل کانسٹیبلری', 'سی ٹی ڈی'],
  ...['سیکیورٹی فورسز', 'سکیورٹی فورسز', 'سیکورٹی فورسز'],
];
const THINGS_IN_URDU = ['کیمپ', 'قافلے', 'تھانے', 'ناکے', 'قلعے', 'دفتر']
  .flatMap((thing) => [`کے ${thing}`, `کے ایک ${thing}`])
  .concat(['گاڑی', 'گاڑیوں', 'چوکی'].flatMap((thing) => [`کی ${thing}`, `کی ایک ${thing}`]));

/** What is attacked, by kind. */
export const TARGETS = createPhraseIndex([
  ...TARGET_TYPES.flatMap((type) => (WORDS[type] ?? '').split('|').map((phrase) => [phrase, type] as const)),
  ...FORCES_IN_URDU.flatMap((force) =>
    THINGS_IN_URDU.map((thing) => [`${force} ${thing}`, 'security-forces'] as const),
  ),
  ...COUNTS.flatMap((count) => COUNTED.map((phrase) => [`${count} ${phrase}`, 'chinese-nationals'] as const)),
]);

/** Words after a policeman or soldier that say that somebody else was in his care. */
export const GUARDING = wordSet('guard guards guarding escort escorts escorting accompanying protecting محافظ محافظوں');

/** Words by which somebody who speaks is told from somebody who is attacked. */
export const SPEAKERS = wordSet(
  'said told says officials official sources source confirmed spokesman spokesperson added according chief investigators reached rushed cordoned arrived launched began registered shifted کہا بتایا حکام مطابق ذرائع ترجمان نے',
);

/** Words for many that tell little of what was attacked; a thing or a person that the text names beside them tells more. */
export const BARE = wordSet(
  'police army military troops personnel levies security residents villagers people persons civilians family افراد پولیس اہلکار فوج شہری',
);

/** Words that make one target of the one before them: "police van", "Levies check post". */
export const COMPOUNDS = wordSet(
  'van vans vehicle vehicles mobile truck trucks bus pickup convoy patrol party team post posts check checkpost checkposts checkpoint outpost sub inspector head station camp base fort headquarters academy lines officer officers official officials personnel constable constables recruits driver drivers',
);

/** What may be anybody's. */
export const VEHICLES = wordSet(
  'car cars vehicle vehicles truck trucks pickup coach coaches bus buses van vans wagon jeep گاڑی وین ٹرک بس',
);

/** Between a vehicle and those who are in it or whose it is. */
export const CARRYING = wordSet('of carrying transporting taking belonging with');

/** Acts that are done to what follows them. */
export const AIMING = wordSet(
  'targeting targeted targets attacked attacking hit hits hitting struck strikes striking stormed storm overran ambushed bombed torched raided sprayed intercepted stopped destroyed damaged through up',
);

/** They aim where a word for an attack stands before them: "opened fire on", "a grenade at", "set fire to". */
export const AIMING_AT = wordSet('on at upon into against to');
export const AIMING_WORDS = wordSet(
  'fire fired firing shots attack attacks assault raid strike bullets grenade grenades bomb bombs explosives rocket rockets mortar shells ambush dropped threw thrown lobbed hurled rammed drove ran crashed smashed fell landed',
);

/** At these nobody aims, though words of an act stand before them: "at dawn", "hit him". */
export const NO_THING = wordSet(
  'hours minutes days weeks months years سائیکل سائیکلوں سائیکلیں موقع مقام them him her it us me you those these this that night dawn noon midnight dusk morning evening afternoon time day gunpoint random sight air ground spot scene distance range fire area place people others persons people men women least about around one two three four five six seven eight nine ten all both each several many some any left right once will intervals large home killed injured wounded hospital road way',
);

/** What those do who tell of something. */
export const SPEECH = wordSet('said told says put confirmed added reported heard stated');
