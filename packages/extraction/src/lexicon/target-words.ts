import { TARGET_TYPES, type TargetType } from '@corridor/domain';
import { createPhraseIndex } from '../phrase-index.ts';

const WORDS: Readonly<Partial<Record<TargetType, string>>> = {
  'chinese-nationals':
    'chinese national|chinese nationals|chinese engineer|chinese engineers|chinese worker|chinese workers|chinese citizens|chinese citizen|chinese staff|chinese teachers|chinese technicians|chinese employees|chinese personnel|chinese workers convoy|chinese investors|chinese traders|chinese national s|چینی باشندے|چینی باشندوں|چینی انجینئر|چینی انجینئرز|چینی انجینئروں|چینی شہری|چینی شہریوں|چینی کارکنوں|چینی عملے',
  convoy: 'convoy|convoys|motorcade|قافلہ|قافلے',
  'security-forces':
    'police|policeman|policemen|police officer|police officers|police station|police van|police post|police check post|police mobile|frontier corps|fc|army|soldier|soldiers|security forces|security personnel|security post|levies|levies post|levies station|checkpost|check post|checkposts|checkpoint|patrol|patrolling party|paramilitary|constabulary|rangers|coast guard|coast guards|troops|military|military camp|army camp|ctd|personnel|پولیس|سکیورٹی فورسز|سیکیورٹی فورسز|سیکورٹی فورسز|ایف سی|فرنٹیئر کور|لیویز|چیک پوسٹ|چوکی|پولیس وین|پولیس چوکی|فوجی|فوج|پاک فوج|اہلکار',
  infrastructure:
    'pipeline|gas pipeline|railway track|rail track|railway line|train|passenger train|pylon|pylons|power pylon|electricity pylon|electricity tower|transmission line|transmission lines|transmission tower|transmission towers|power tower|power towers|electricity towers|bridge|mobile phone tower|mobile tower|cell tower|grid station|railway bridge|tanker|tankers|oil tankers|گیس پائپ لائن|پائپ لائن|ریلوے ٹریک|ریلوے لائن|ٹرین|بجلی کے کھمبے|ٹاور|پل',
  government:
    'deputy commissioner|assistant commissioner|government office|government offices|government building|judge|judges|provincial minister|lawmaker|election office|tehsil office|polling station|polling staff|customs officials|ڈپٹی کمشنر|اسسٹنٹ کمشنر|سرکاری دفتر',
  diplomatic: 'consulate|embassy|diplomat|diplomats|قونصل خانے|سفارت خانے|سفارتخانے|قونصلیٹ',
  civilians:
    'labourer|labourers|laborer|laborers|passengers|passenger|passenger bus|worshippers|mosque|market|bazaar|villagers|civilians|civilian|vaccinator|teacher|teachers|tribal elder|tribal elders|elder|barber|barbers|miners|coal miners|workers|worker|school|school bus|pilgrims|imambargah|church|rally|shopkeeper|shopkeepers|traders|trader|students|children|residents|driver|drivers|truck drivers|fishermen|polio team|polio worker|polio workers|vaccination team|vaccinators|health worker|health workers|people|people aboard|bus|van|passer by|family|مزدور|مزدوروں|مسافر|مسافروں|مسافر بس|بس|مسجد|بازار|نمازی|شہری|طلبہ|زائرین|کان کن|کان کنوں|ڈرائیور|افراد',
  'media-other': 'journalist|journalists|reporter|press club|newspaper office|صحافی|پریس کلب',
};

const COUNTS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "Two Chinese" are nationals, and the whole of "two Chinese engineers" is said of them. */
const COUNTED = [
  'chinese',
  ...(WORDS['chinese-nationals'] ?? '').split('|').filter((phrase) => /^chinese /.test(phrase)),
];

/** What is attacked, by kind. */
export const TARGETS = createPhraseIndex([
  ...TARGET_TYPES.flatMap((type) => (WORDS[type] ?? '').split('|').map((phrase) => [phrase, type] as const)),
  ...COUNTS.flatMap((count) => COUNTED.map((phrase) => [`${count} ${phrase}`, 'chinese-nationals'] as const)),
]);

/** Words after a policeman or soldier that say that somebody else was in his care. */
export const GUARDING: ReadonlySet<string> = new Set(
  'guard guards guarding escort escorts escorting accompanying protecting محافظ محافظوں'.split(' '),
);

/** Words by which somebody who speaks is told from somebody who is attacked. */
export const SPEAKERS: ReadonlySet<string> = new Set(
  'said told says officials official sources source confirmed spokesman spokesperson added according chief investigators reached rushed cordoned arrived launched began registered shifted کہا بتایا حکام مطابق ذرائع ترجمان نے'.split(
    ' ',
  ),
);
