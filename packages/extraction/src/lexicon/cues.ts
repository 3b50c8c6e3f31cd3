import { createPhraseIndex } from '../phrase-index.ts';

/**
 * What words say of a sentence. The first row are acts of violence that speak for themselves; `attack` needs more beside
 * it. `nothing` covers phrases whose words mean something else than they do alone: the longest phrase at a place wins.
 */
export const CUE_KINDS = [
  ...(['suicide', 'drone', 'grenade', 'shelling', 'bomb', 'abduction', 'clash', 'shooting', 'arson'] as const),
  ...(['attack', 'body', 'perpetrator'] as const),
  ...(['protest', 'riot', 'dispersal'] as const),
  ...(['arrest', 'disruption', 'agreement', 'rescue', 'meeting', 'measure', 'official', 'security', 'plot'] as const),
  ...([
    'accident',
    'drill',
    'unreal',
    'fiction',
    'sport',
    'court',
    'hypothetical',
    'reference',
    'recall',
    'several',
  ] as const),
  ...(['separate', 'statistics', 'claim', 'blame', 'denial', 'no-toll', 'speech', 'nothing'] as const),
] as const;
export type CueKind = (typeof CUE_KINDS)[number];

const ENGLISH: Readonly<Record<CueKind, string>> = {
  suicide:
    'suicide attack|suicide attacks|suicide attacker|suicide attackers|suicide squad|suicide vehicle|suicide mission|fidayee|fidayeen|fidayee attack|fidayeen attack|self sacrificing attack|suicide bomb|suicide bombing|suicide bombings|suicide bomber|suicide bombers|suicide blast|suicide car bomb|suicide vest|suicide vests|suicide belt|suicide belts|suicide jackets|suicide assault|suicide car bombing|suicide motorcycle|bomber struck|bombers struck|bomber strikes|bomber attacked|bomber targeted|bomber targets|bomber hit|bomber hits|bombers hit|car bomber|motorcycle bomber|bomber blew up|bomber detonated|bomber exploded|bomber rammed|bomber drove|blew up his vehicle|blew up his car|blew up his motorcycle|blew himself up|blew herself up|blew themselves up|blew up himself|blowing himself up|exploded himself|detonated himself|explosives strapped to|strapped with explosives|strapped explosives to|explosive vest|explosives vest|suicide jacket|explosive jacket|explosives jacket|explosives he was carrying|explosives he was wearing|explosives tied to|wearing explosives|detonated his vest|detonated his explosives|rammed an explosives laden vehicle|rammed an explosive laden vehicle|rammed his explosives laden vehicle|rammed his explosives laden car|rammed a car packed with explosives|rammed two explosives laden vehicles|explosives laden vehicle was rammed|explosives laden vehicles were rammed|explosive laden vehicle was rammed|explosive laden vehicles were rammed|twin suicide blasts|suicide blasts',
  drone:
    'jets pounded|jets bombed|jets targeted|gunship helicopters|helicopter gunships|helicopters pounded|aerial bombing|aerial bombardment|air raid|air raids|drone strike|drone strikes|drone attack|airstrike|airstrikes|air strike|air strikes|quadcopter|quadcopters|drone dropped|drones dropped|drone fired|drones fired|drone hit|drone struck|drone bombed|drone targeted|fired from a drone|fired by a drone|dropped from a drone|dropped by a drone|drone bombing|armed drone|armed drones',
  grenade:
    'cracker attack|cracker blast|cracker explosion|hurled a cracker|lobbed a cracker|threw a cracker|cracker was hurled|cracker was thrown|cracker exploded|cracker went off|grenade|grenades|hand grenade|hand grenades|grenade attack|grenade blast',
  shelling:
    'rocket|rockets|rocket attack|mortar|mortars|mortar shell|mortar shells|shelling|missile|missiles|artillery',
  bomb: 'bomb|bombs|bombing|bombings|bombed|bomb attack|bomb attacks|bomb blast|bomb explosion|blast|blasts|twin blasts|explosion|explosions|explosive device|explosive devices|ied|ieds|ied blast|ied attack|improvised explosive device|improvised explosive devices|landmine|land mine|landmine blast|roadside bomb|roadside blast|exploded|explodes|detonated|went off|blew up|blown up|car bomb|remote controlled bomb|remote controlled device|explosives laden|explosive laden|old mortar shell|unexploded shell|unexploded mortar shell|unexploded rocket|abandoned mortar shell|toy bomb|mine planted|mines planted|struck a mine|hit a mine|struck a landmine|hit a landmine|anti personnel mine|remote controlled blast|remote controlled explosion|remote controlled bomb blast|damaged by explosives|damaged with explosives|destroyed by explosives|destroyed with explosives|explosives planted|explosives were planted|explosive material planted|remote control blast|remote control bomb|remote control device|remote controlled ied|remote controlled explosive',
  abduction:
    'abducted|abduct|abducts|abduction|abductions|abducting|kidnapped|kidnap|kidnapping|kidnappings|taken hostage|took hostage|hostages|at gunpoint|whisked away|held hostage|hostage|hijacked|hijack|hijacking|held by kidnappers|held by militants|held captive|held by bandits|kidnappers|captivity',
  clash:
    'foiled an attack by|repulsed an attack by|thwarted an attack by|foiled an attack on|foiled the attack on|thwarted an attack on|repulsed an attack on|foiled a terrorist attack on|foiled a militant attack on|repelled an attack on|clash|clashes|clashed|exchanged gunfire|exchanging fire|exchanging gunfire|exchanges of fire|crossfire|infighting|heavy fighting|fighting erupted|fighting broke out|gunfights|gun fight|gun duel|fire fight|shootouts|encounters|ambushing|gun battle|gun battles|gunbattle|gunfight|firefight|exchange of fire|exchange of gunfire|exchanged fire|shootout|shoot out|encounter|intelligence based operation|ibo|clearance operation|ambush|ambushed|ambushes|stormed|skirmish|retaliated|return fire|returned fire|repulsed|overran|overrun|infiltration bid',
  shooting:
    'came under attack|come under attack|comes under attack|coming under attack|came under fire|come under fire|coming under fire|opened fire|open fire|opening fire|open fired|opens fire|firing|fired on|fired at|fired upon|gunfire|shot dead|shot and killed|shot at|shot and wounded|shot and injured|gunned down|sprayed bullets|struck by bullets|hail of bullets|bullets|bullet|sprayed with bullets|shooting|shootings|target killing|targeted killing|drive by shooting|bullet riddled|bullet wounds|gunshot|gunshots|executed|offloaded|fatally shot|shot in the|shot several times|fired a volley|shots were fired|shots fired|rocket propelled grenade|rocket propelled grenades|traded gunfire',
  arson:
    'set on fire|set fire to|set ablaze|torched|set alight|setting fire|setting ablaze|burned down|burnt down|burned vehicles|looted|looting|vandalised|ransacked|arson',
  attack:
    'series of attacks|string of attacks|wave of attacks|spate of attacks|separate attacks|coordinated attacks|multiple attacks|several attacks|attacks across|two separate attacks|three separate attacks|four separate attacks|different attacks|traded fire|trade fire|trading fire|attack|attacks|attacked|attacking|assault|raid|raided|targeted|targeting|killed|killing|kill|kills|slay|slays|murder|murders|murdered|martyred|martyring|slain|massacre|massacred|assassinated|beheaded|stabbed|beaten to death|hacked to death|stabbed to death|tortured to death|stoned to death|dead|sent to hell|neutralised|neutralized|embraced martyrdom|embraced shahadat|laid down their lives|laid down his life|eliminated',
  body: 'body of|bodies of|body was found|bodies were found|body found|bodies found|dead body|dead bodies|body was recovered|bodies were recovered|bodies recovered|body recovered|corpse|corpses|found dead|found shot dead|found murdered|found killed|found strangled|found beheaded',
  perpetrator:
    'gunmen|gunman|armed men|armed man|armed assailants|assailants|assailant|attackers|attacker|militants|militant|terrorists|terrorist|insurgents|bomber|bandits|dacoits|armed motorcyclists|motorcyclists|men on a motorcycle|men on motorcycles|men on a motorbike|men on motorbikes|armed persons|armed attackers|separatists|unidentified men|khawarij',
  protest:
    'protest|protests|protested|protesting|protest camp|sit in camp|dharna|rallied|picketed|demonstrated|demonstrating|took to the streets|protesters|protestors|demonstrators|demonstration|demonstrations|sit in|sit ins|protest rally|protest march|long march|marched|shutter down strike|wheel jam strike|hunger strike|blocked the road|blocked the highway|blocked the main road|blocked the main highway|blocked the national highway|blocked traffic|blocked a road|blocked a highway|blocked the motorway|blockaded|staged a protest|peace march|peace rally',
  riot: 'mob|by a crowd|by a mob|angry mob|enraged villagers|angry villagers|enraged crowd|vigilantes|riot|riots|rioters|rioting|pelted stones|pelted|hurled stones|threw stones|stone pelting|lynched',
  dispersal:
    'used batons|wielded batons|tear gas shells|tear gas|teargas|teargassed|baton charge|baton charged|batons|aerial firing|water cannon|rubber bullets|dispersed the protesters|crackdown|teargas shelling|tear gas shelling|teargas shells|teargas canisters|tear gas canisters',
  arrest: 'arrested|arrest|arrests|detained|apprehended|rounded up|nabbed|took into custody|taken into custody',
  disruption:
    'defused|defuse|foiled|foil|thwarted|averted|seized explosives|explosives seized|recovered explosives|explosives recovered|recovered arms|weapons cache|arms cache|cache of arms|cache of weapons|seized weapons|cache of explosives|recovered a bomb|safely detonated',
  rescue:
    'recovered|recover|recovery of|rescued|rescue|freed|freeing|released|release of|set free|safe recovery|secured the release|reached home|returned home|back home|came home|reunited with|ransom',
  agreement:
    'signed an agreement|signed agreements|sign an agreement|signed a memorandum|signed a protocol|signed an accord|signed a deal|memorandum of understanding|agreed to|agreed on|agree to|ceasefire|truce|peace accord|peace agreement|reached an agreement|reach an agreement|accord signed',
  meeting:
    'met|meets|meeting|meetings|held talks|talks|received|called on|hosted|in a meeting with|delegation met|discussed|discusses|held discussions',
  measure:
    'announced|announces|approved|approves|imposed|banned|suspended|suspends|set up|deployed|advised|urged|warned its citizens|advisory|travel advisory|raised a special|special protection unit|special security division|tightened|restricted|ordered|called off|withdrew|blacklisted|reviewed|reviews|briefed',
  official:
    'chief secretary|home secretary|inspector general|ig police|apex committee|cabinet|minister|ministers|foreign minister|ambassador|delegation|envoy|president|premier|prime minister|chief minister|foreign secretary|consul general|army chief|home minister|interior minister|officials|authorities|government|provincial government|home department|interior ministry|foreign ministry|embassy|chairman|governor|deputy commissioner|corps commander|general officer commanding|regional police officer|inspectors general|interior secretary|port authority|administration',
  security:
    'security|safety|protection|protect|protecting|counter terrorism|counterterrorism|terrorism|militancy|safeguard|safeguarding|law and order|safe city|special protection unit|special security unit|special security division|bulletproof|bullet proof|anti drone|number of guards|guards for',
  plot: 'plan to attack|planning to attack|planning an attack|planned attack|plotting|plot|terror plot|bid to|terror bid|attempt to',
  accident:
    'killed on the roads|died on the roads|deaths on the roads|killed on roads|died on roads|deaths on roads|lives on the roads|road deaths|road fatalities|traffic deaths|traffic fatalities|accident|accidents|accidental|mishap|crash|crashed|crashes|car crash|road crash|plane crash|helicopter crash|train crash|collision|collided|overturned|turned turtle|plunged|run over by|hit and run|skidded|derailment|capsized|boat capsized|avalanche|glacier|stampede|caved in|cave in|collapse of|collapsed mine|mine collapse|building collapse|wall collapse|wall collapsed|house collapsed|heatwave|heat wave|cold wave|snowfall|snowstorm|dust storm|windstorm|cyclone|torrential rain|torrential rains|cloudburst|hill torrent|hill torrents|flash flood|toxic liquor|toxic gas|poisonous|food poisoning|poisoning|suffocation|dengue|cholera|measles|malaria|diphtheria|congo virus|coronavirus|covid|virus|epidemic|outbreak|disease|speeding|tyre burst|level crossing|train hit|rear ended|head on|gas cylinder|cylinder|gas leak|gas leakage|leakage|short circuit|boiler|transformer|lightning|flood|floods|flash floods|earthquake|landslide|drowned|roof collapsed|roof collapse|roof collapses|roof caves in|wall collapses|house collapses|building collapses|building collapsed|derailed due to|brake failure|brakes failed|methane|over speeding|overspeeding|fog|fireworks|firecracker|firecrackers|celebratory firing|aerial firing at a wedding|accidentally|electrocuted|stray dogs|stray dog|dogs|leopard|leopards|bear|wolf|wolves|snake|bees|monkeys|crocodile|jackal|heavy rain|heavy rains|monsoon|controlled blasting|controlled blast|scheduled blasting|quarry blasting|road widening|gunpowder|negligence|accumulation of gas|gas accumulated|gas had accumulated|gas explosion|sonic boom',
  drill:
    'mock drill|mock exercise|mock exercises|drill|drills|mock|rehearsal|exercise|exercises|simulated|simulation|evacuation drill|training exercise',
  unreal:
    'mock drill|mock exercise|mock exercises|mock drills|sonic boom|turned out to be a drill|turned out to be an exercise|turned out to be a hoax|was a drill|was only a drill|was an exercise|false alarm',
  fiction:
    'film|films|movie|movies|drama serial|drama series|television series|tv series|web series|thriller|novel|actor|actress|cinema|cinemas|box office|screenplay|stars as|playwright|theatre|episode|documentary|video game|exhibition|painting|song',
  sport:
    'cricket|innings|wicket|wickets|batsman|batsmen|batter|batters|bowler|bowlers|bowling|pacer|overs|match|matches|football|hockey|goal|goals|striker|tournament|league|unbeaten|half century|penalty shootout|midfield|psl|test series|boxing|kabaddi|squash',
  court:
    'sentenced|sentences|convicted|convicts|conviction|acquitted|verdict|death sentence|life imprisonment|life terms|anti terrorism court|indicted|remand|bail|found guilty|sentencing|handed down',
  hypothetical:
    'whether|investigating if|possibility of|threat of|threats of|threat|threats|fear of|fears of|risk of|in case of|possible|could|might|would|to prevent|prevent|preventing|against|if|warned of|warning of|warns of|chances of|potential|likelihood|plan to|planning to|plans to|deter|alert for|response to an|how to respond',
  reference:
    'grief over|grief at|sorrow over|condolences over|outrage over|shock over|anger over|denounced|deplored|mourned|condemned|condemn|condemns|condemning|condemnation|involved in|in connection with|accused of|suspected of|wanted in|wanted for|wanted over|mastermind of|masterminded|victims of|linked to|responsible for|anniversary|anniversary of|investigation into|probe into|inquiry into|charged with|role in|part in|facilitating|facilitators of|connected to|survivors of|families of|memory of|tribute to|commemorate|commemorated|commemorating|remembered',
  recall:
    'recalled|recall|recalls|last year|last month|years ago|months ago|previously|in the past|similar attack|earlier this year|earlier this month|previous attack|previous attacks|years earlier|months earlier|weeks earlier|a year earlier|since then|in recent years|deadliest|anniversary|it was the second|worst attack',
  several:
    'day of violence|night of violence|wave of violence|spate of violence|spree of violence|flurry of attacks|surge of attacks|string of incidents|series of incidents|spate of incidents|string of bombings|series of bombings|series of blasts|string of blasts|wave of bombings|series of attacks|string of attacks|wave of attacks|spate of attacks|separate attacks|separate incidents|coordinated attacks|multiple attacks|several attacks|attacks across|two separate attacks|three separate attacks|four separate attacks|two separate incidents|three separate incidents|two incidents|three incidents|twin blasts|acts of violence|acts of terrorism|acts of militancy|terrorist acts|different incidents|different parts of|different areas of|different districts of|different places|different cities|various parts of|various districts of|separate places|different attacks|two different attacks|three different attacks|separate attacks across|incidents of violence',
  separate:
    'separate|separately|another|elsewhere|meanwhile|in a second|in the second|second attack|second incident|third attack|third incident|in a third|in the third|the second explosion|the second blast|the second operation|the second incident|the second attack|another operation|a third|in the other|the other|also in|hours later|earlier in the day|later in the day|on the same day|the same day|in addition|in a similar incident|in a similar attack|in yet another|in a related incident',
  statistics:
    'number of attacks|number of militant attacks|number of terrorist attacks|number of incidents|percent|per cent|rose by|fell by|rise in|increase in|increased by|decline in|decreased by|decreased|compared to|compared with|think tank|survey|study|annual report|monthly report|statistics',
  claim:
    'claimed responsibility|claims responsibility|claim of responsibility|claimed the attack|claimed the bombing|claimed the blast|claimed the killings|claimed the killing|claimed the abduction|accepted responsibility|said it carried out|said it was behind|claiming responsibility|claimed it|took responsibility|said they had carried out|said it had carried out|said they were behind|said they had planted|said it had planted|said its fighters|said its fighter|responsibility was claimed by|claimed by|claimed to have|said it was responsible|said they were responsible|said its men|said their men|said that was its work|was its work|claimed the strike|claimed both|claimed the shooting|claimed the shootings|claimed the ambush|claimed the raid|claimed the assault|claimed the attacks|claimed the explosion|claimed the bombings|claimed the suicide|claimed the kidnapping|fighters had carried out|fighters carried out|had carried out the|its men had|one of its fighters|its squad|said it had targeted|said it had attacked|said it took|said it had fired|admitted responsibility|owned up to|took credit|claimed credit',
  blame:
    'blamed|blames|blame|attributed to|suspected|accused|pointed to|suspicion fell on|believed to be|affiliated with|belonging to|belonged to|linked to|associated with|said to be from|members of',
  denial:
    'denied|denies|denied involvement|distanced itself|rejected the claim|no link|not involved|nothing to do with|had no hand in|rejected any role',
  'no-toll':
    'nobody was harmed|no one was harmed|nobody was wounded|no one was wounded|no one had died|no one died|nobody had died|nobody died|no casualties|no casualty|no loss of life|no loss of life or injury|no loss of life or injuries|no loss of life or limb|no one was hurt|no one was injured|nobody was hurt|no one was killed|without casualties|no injuries|did not cause any casualties|no loss of lives|no human loss|escaped unhurt|nobody was killed|no deaths|no fatalities|remained unhurt|remained safe|no reports of casualties|no report of casualties|no reports of any casualties|no report of any casualty|no immediate reports of casualties|remained unharmed|escaped unharmed|escaped unscathed|remained unscathed|escaped without injury|escaped injury|suffered no casualties|did not suffer any casualties|no loss to life|without any loss of life|without loss of life|no injury|no human casualty|no loss was reported|no loss has been reported|no losses were reported',
  speech:
    'said|told|says|according to|officials said|sources said|confirmed|spokesman|spokesperson|statement|reported|added|stated',
  nothing:
    'came under attack from the opposition|came under attack from opposition|came under attack from critics|came under attack for|came under attack over|bullet proof|price bomb|tax bomb|fuel bomb|heart attack|heart attacks|panic attack|asthma attack|cyber attack|cyberattack|cyber attacks|cyberattacks|verbal attack|verbal attacks|personal attack|personal attacks|political attack|political attacks|scathing attack|bomb cyclone|bomb cyclones|photo bomb|bath bomb|time bomb|blast furnace|cold blast|arctic blast|bombshell|shot in the arm|long shot|protest note|lodged a protest|strong protest|diplomatic protest|protest with|under protest|shelling out|space rocket|rocket launch|strike a deal|strike force|strike rate|strike corps|lightning strike|missile test|test fired a missile|missile programme|missile defence|missile defense|bowling attack|pace attack|spin attack|seam attack|attacking midfielder|attacking play|attacking football|attacking intent|attacking the government|attacked the government|attacked the opposition|attacked the policy|attack on the government s policy|attack on inflation|attack of dengue|locust attack|pest attack|leopard attack|dog attack|shark attack|bear attack|firing line|firing of employees|hiring and firing|under fire|came under fire for his|came under fire for her|came under fire for its|came under fire for their|came under fire for failing|came under fire for not|came under fire from critics|clash of interests|clash of civilisations|schedule clash|price raid|tax raid|price explosion|explosion of|explosion in prices|explosion in demand|population explosion|close encounter|security council|social security|food security|energy security|security deposit|security and exchange|securities|killed the bill|killed off|killing time|killer instinct|painkiller|shot down the proposal|blast off|stormed into the final|stormed into the semi final|stormed into the lead|stormed out|stormed off|political bombshell|inflation bomb|explosion in the number|ambush marketing',
};

const URDU: Readonly<Partial<Record<CueKind, string>>> = {
  suicide:
    'فدائی حملہ|فدائی حملے|خودکش حملہ|خودکش حملے|خودکش دھماکہ|خودکش دھماکے|خودکش دھماکا|خودکش بمبار|خودکش|خود کش|خود کش حملہ|خود کش حملے|خود کش دھماکے|خود کش دھماکا|خود کش بمبار|خود کو اڑا لیا',
  drone:
    'ڈرون حملہ|ڈرون حملے|ڈرون سے|ڈرون طیارے|ڈرون نے|کواڈ کاپٹر سے|جیٹ طیاروں|بمباری|فضائی حملہ|فضائی حملے|کواڈ کاپٹر',
  grenade: 'دستی بم|ہینڈ گرینیڈ|کریکر|کریکر حملہ|کریکر دھماکہ|کریکر دھماکا|دستی بم حملہ|دستی بم حملے|گرینیڈ',
  shelling: 'راکٹ|راکٹوں|راکٹ حملہ|راکٹ حملے|مارٹر گولے|مارٹر گولوں|مارٹر|گولہ باری|مارٹر گولہ|میزائل',
  bomb: 'بم|بم پھٹنے|بم پھٹا|سرنگ|بارودی سرنگیں|ریموٹ کنٹرول|دیسی ساختہ|بم دھماکہ|بم دھماکے|بم دھماکا|دھماکہ|دھماکے|دھماکا|دھماکوں|بارودی سرنگ|بارودی مواد|دھماکہ خیز مواد|دھماکا خیز مواد|بم حملہ|بم حملے|آئی ای ڈی',
  abduction: 'اغوا|اغواء|یرغمال|مغوی|مغویوں|ساتھ لے گئے|اٹھا کر لے گئے|زبردستی لے گئے|اسلحے کے زور پر',
  clash:
    'حملہ ناکام بنا|حملہ پسپا|حملے کو ناکام|دھاوا|دھاوا بول|جھڑپ|جھڑپیں|جھڑپوں|مسلح تصادم|قبائلی تصادم|گروہوں میں تصادم|گروپوں میں تصادم|دو قبائل|جوابی فائرنگ|جوابی کارروائی|فائرنگ کے شدید تبادلے|سرچ آپریشن کے دوران|آپریشن کے دوران|مقابلے کے دوران|پولیس مقابلے|پولیس مقابلہ|فائرنگ کا تبادلہ|فائرنگ کے تبادلے|مقابلے میں|مقابلہ|گھات لگا کر|خفیہ اطلاع پر آپریشن|خفیہ اطلاع پر کارروائی|انٹیلی جنس بیسڈ آپریشن',
  shooting:
    'فائرنگ|اندھا دھند فائرنگ|گولیاں برسا|گولیاں چلا|گولی لگنے|گولیاں لگنے|گولیوں کا نشانہ|گولیوں سے چھلنی|فائرنگ کر کے|فائرنگ کرکے|گولی مار|گولیاں مار|ٹارگٹ کلنگ|گولیوں سے',
  arson:
    'نذر آتش|جلا ڈالا|جلا ڈالے|جلا ڈالی|توڑ پھوڑ|لوٹ لیا|لوٹ مار|اسلحہ چھین|آگ لگا دی|آگ لگا کر|نذرِ آتش|جلا دیا|جلا دی|جلا دیے',
  body: 'لاش|لاشیں|لاشوں|نعش|نعشیں',
  attack: 'حملہ|حملے|ہلاک|جاں بحق|جانبحق|شہید|مارے گئے|مارا گیا|مار دیا|مار دیے|حملوں|حملہ کیا|نشانہ بنایا|قتل',
  perpetrator:
    'مسلح افراد|کارندے|کارندوں|نامعلوم افراد|مسلح شخص|مسلح ملزم|ملزمان|شرپسند|شرپسندوں|تخریب کار|تخریب کاروں|خوارج|خوارجی|جنگجو|جنگجوؤں|حملہ آور|حملہ آوروں|دہشت گرد|دہشت گردوں|دہشتگرد|دہشتگردوں|عسکریت پسند|شدت پسند|شدت پسندوں|مسلح ملزمان|نامعلوم مسلح افراد|ڈاکو|ڈاکوؤں|موٹر سائیکل سوار',
  protest: 'احتجاج|احتجاجی|مظاہرہ|مظاہرے|مظاہرین|دھرنا|دھرنے|ہڑتال|ریلی|جلوس|سڑک بند|شاہراہ بند',
  riot: 'مشتعل ہجوم|ہجوم|مشتعل دیہاتیوں|مشتعل افراد|مشتعل شہریوں|پتھراؤ|ہنگامہ|ہنگامے',
  dispersal: 'آنسو گیس|لاٹھی چارج|منتشر|واٹر کینن|شیلنگ|ہوائی فائرنگ',
  arrest: 'گرفتار|گرفتار کر لیا|گرفتاری|گرفتاریاں|تحویل میں|حراست میں لیا|حراست میں لے لیا|حراست',
  disruption:
    'قبضے میں لے لیا|قبضے میں لیا|ناکارہ بنا|بم ڈسپوزل|اسلحہ بھی برآمد|اسلحے کا ذخیرہ|تخریب کاری کا منصوبہ|ناکارہ|ناکام بنا|منصوبہ ناکام|اسلحہ برآمد|بارودی مواد برآمد|دھماکہ خیز مواد برآمد|دھماکا خیز مواد برآمد',
  rescue: 'بازیاب|بازیابی|رہائی|رہا کر دیا|رہا کر دیے|رہا ہو گئے|رہا ہو کر|گھر پہنچ گئے|گھر پہنچ گیا|آزاد کرا لیا',
  statistics:
    'فیصد|ماہانہ رپورٹ|سالانہ رپورٹ|سہ ماہی رپورٹ|حملوں کی تعداد|واقعات کی تعداد|تحقیقی ادارے|تحقیقی ادارہ|اعداد و شمار|کے مقابلے میں',
  agreement: 'معاہدے پر دستخط|معاہدہ طے|مفاہمت کی یادداشت|جنگ بندی|اتفاق کیا',
  meeting: 'ملاقات|ملاقات کی|مذاکرات|اجلاس|تبادلہ خیال',
  measure: 'پابندی عائد|منظوری|ہدایت|اعلان|تعینات',
  official: 'وزیر|وزیراعظم|وزیر اعظم|وزیر اعلیٰ|سفیر|وفد|صدر|حکومت|وزارت|قونصل جنرل|حکام',
  security: 'سکیورٹی|سیکیورٹی|سیکورٹی|تحفظ|دہشت گردی|دہشتگردی|امن و امان|حفاظتی انتظامات|حفاظت',
  accident:
    'حادثہ|حادثے|حادثات|ٹریفک حادثہ|ٹریفک حادثے|تصادم|سلنڈر|گیس لیکج|گیس لیک|گیس لیکیج|کھائی میں|الٹ گئی|سیلاب|زلزلہ|زلزلے|آسمانی بجلی|بارش|بارشوں|آتش بازی|ٹرانسفارمر',
  drill: 'مشق|مشقیں|مشقوں|فرضی مشق|موک ڈرل|ریہرسل',
  unreal: 'فرضی مشق|فرضی مشقیں|موک ڈرل|موک ایکسرسائز|حقیقت میں نہیں ہوا',
  fiction: 'فلم|فلموں|ڈرامہ|ڈرامے|اداکار|اداکارہ|سینما|ناول|ہدایت کار',
  sport: 'کرکٹ|میچ|وکٹ|وکٹیں|اننگز|باؤلر|باؤلرز|باؤلنگ|بلے باز|ٹورنامنٹ|فٹبال|ہاکی|ٹیم|اوورز',
  court: 'سزا|سزائے موت|عمر قید|فیصلہ سنا|انسداد دہشت گردی عدالت|انسداد دہشت گردی کی عدالت|فرد جرم',
  hypothetical: 'خطرہ|خدشہ|خطرے|خدشے|ممکنہ|روکنے|اگر|کے خلاف',
  reference: 'مذمت|ملوث|کے الزام|الزام میں|یاد میں|برسی|تحقیقات|میں مطلوب',
  recall: 'گزشتہ سال|پچھلے سال|گذشتہ سال|ماضی میں|اس سے قبل|اس سے پہلے|یاد رہے|واضح رہے|سال قبل|سال پہلے',
  several: 'مختلف حملوں|دو حملوں|تین حملوں|مختلف واقعات|دو مختلف واقعات|تین مختلف واقعات|دو واقعات|تین واقعات',
  separate:
    'دریں اثنا|دریں اثناء|اسی روز|اسی دن|اسی رات|اسی شام|علاوہ ازیں|دوسرے واقعے|ایک اور واقعے|ایک اور|دوسری جانب|ادھر|دوسرے حملے|دوسرا حملہ|دوسرا واقعہ|تیسرے واقعے|تیسرا واقعہ|علیحدہ واقعے',
  claim: 'ذمہ داری قبول|حملے کی ذمہ داری|ذمے داری قبول|ذمہ داری',
  blame: 'شبہ|الزام عائد|تعلق',
  denial: 'تردید|لاتعلقی',
  'no-toll':
    'کوئی جانی نقصان ہوا نہ|کسی کو نقصان نہیں|کوئی نقصان نہیں|کوئی شخص ہلاک یا زخمی نہیں|کوئی ہلاک یا زخمی نہیں|کوئی شخص زخمی نہیں|کوئی ہلاک نہیں|کوئی شخص ہلاک نہیں|جانی نقصان نہیں|کوئی جانی نقصان نہیں|کوئی زخمی نہیں|جانی نقصان کی اطلاع نہیں|کوئی جاں بحق نہیں|کوئی جان نہیں گئی|کسی کی جان نہیں گئی|کوئی جانی نقصان نہیں ہوا',
  speech: 'کہا|بتایا|کے مطابق|ترجمان|ذرائع|حکام کے مطابق|پولیس کے مطابق',
  nothing:
    'دل کا دورہ|سائبر حملہ|سائبر حملے|قلبی حملہ|لفظی حملہ|لفظی حملے|سیاسی حملہ|سیاسی حملے|مہنگائی بم|مہنگائی کا بم|پٹرول بم|پیٹرول بم|بم سائیکلون|احتجاج ریکارڈ کرایا|احتجاجی مراسلہ|فوڈ سکیورٹی|سلامتی کونسل|وقت کا مقابلہ|مقابلہ جیت',
};

/** All cue phrases of both languages. */
export const CUES = createPhraseIndex(
  CUE_KINDS.flatMap((kind) =>
    `${ENGLISH[kind]}|${URDU[kind] ?? ''}`.split('|').map((phrase) => [phrase, kind] as const),
  ),
);

/** Acts of violence, the more telling first: a suicide bomb is also a bomb, a grenade is also an attack. */
export const VIOLENT_CUES = CUE_KINDS.slice(0, 9);
