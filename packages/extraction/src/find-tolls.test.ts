import { expect, test } from 'vitest';
import { findTolls } from './find-tolls.ts';
import { wordsIn } from './words.ts';

/** The tolls of a sentence, as "killed 2-2-2". */
function tolls(sentence: string): string[] {
  return findTolls(wordsIn(sentence, 0, sentence.length), () => false).map(({ isEarlier, kind, people }) => {
    return `${kind}${isEarlier ? ' earlier' : ''} ${people
      .map(({ isAttacker, isChinese, isIncluded, range: { best, high, low } }) => {
        const marks = [isAttacker ? ' attackers' : '', isChinese ? ' Chinese' : '', isIncluded ? ' included' : ''].join(
          '',
        );
        return `${low}-${best}-${high}${marks}`;
      })
      .join(' + ')}`;
  });
}

test.each([
  ['Two soldiers were killed and three others wounded.', ['killed 2-2-2', 'wounded 3-3-3']],
  ['Policeman killed, two others hurt in Bannu', ['killed 1-1-1', 'wounded 2-2-2']],
  ['Gunmen kill policeman near Wana', ['killed 1-1-1']],
  ['Party leader, his guard shot dead in Karachi', ['killed 1-1-1 + 1-1-1']],
  ['Seven soldiers, civilian killed in two attacks', ['killed 7-7-7 + 1-1-1']],
  ['A judge was among five people killed in the blast.', ['killed 1-1-1 included + 5-5-5']],
  ['Pro-government welders and a goatherd, three in all, fled as two beekeepers were killed.', ['killed 2-2-2']],
  ['فائرنگ سے ایک درجن سے زائد افراد زخمی ہو گئے', ['wounded 12-12-12']],
  ['فائرنگ سے درجن سے زائد زخمی ہو گئے', ['wounded 12-12-12']],
  ['دھماکے میں پولیس اہلکار شہید، راہگیر زخمی', ['killed 1-1-1', 'wounded 1-1-1']],
  ['فائرنگ سے کوچ کا ڈرائیور اور ایک مسافر زخمی ہوئے', ['wounded 1-1-1 + 1-1-1']],
  ['ہلاک شدگان کی تعداد چار سے بڑھ کر پانچ ہو گئی', ['killed 5-5-5']],
  ['The toll rose from four to five.', ['killed 5-5-5']],
  ['Scores of others were injured.', ['wounded 20-20-99']],
  ['The deceased, aged about 35, had been shot in the head.', []],
  ['His gunman was killed.', ['killed 1-1-1']],
  ['Gunmen shot dead a religious scholar and his guard.', ['killed 1-1-1 + 1-1-1']],
  ['Police kill four suspects', ['killed 4-4-4 attackers']],
  ['The blast killed at least five people, wounding 12.', ['killed 5-5-5', 'wounded 12-12-12']],
  ['Five terrorists were killed and two were injured.', ['killed 5-5-5 attackers', 'wounded 2-2-2 attackers']],
  ['The grenade injured two salesmen and a receptionist.', ['wounded 2-2-2 + 1-1-1']],
  ['Seventeen of the 26 injured have been sent home.', ['wounded 26-26-26']],
  ['Five members of a family were killed and as many injured.', ['killed 5-5-5', 'wounded 5-5-5']],
  ['Four people, one of them Chinese, were wounded.', ['wounded 4-4-4 + 1-1-1 Chinese included']],
  ['Earlier reports had given the toll as seven.', ['killed earlier 7-7-7']],
  ['Nine men, five women and two boys among them, died.', ['killed 9-9-9 + 5-5-5 included + 2-2-2 included']],
  ['Between three and five people died.', ['killed 3-3-5']],
  ['Three or four men were hurt.', ['wounded 3-3-4']],
  ['Dozens were injured.', ['wounded 12-12-99']],
  ['Twenty-five passengers lost their lives.', ['killed 25-25-25']],
  ['Up to 10 people were killed.', ['killed 1-10-10']],
  ['Five Chinese engineers and their Pakistani driver were killed.', ['killed 5-5-5 Chinese + 1-1-1']],
  [
    'Five people, including two policemen and a child, were killed.',
    ['killed 5-5-5 + 2-2-2 included + 1-1-1 included'],
  ],
  ['Security forces killed eight militants.', ['killed 8-8-8 attackers']],
  ['Gunmen abducted three workers.', ['abducted 3-3-3']],
  ['Two truck drivers were shot dead.', ['killed 2-2-2']],
  ['The death toll rose to 1,234.', ['killed 1234-1234-1234']],
  ['They fired at labourers, killing three of them and a guard.', ['killed 3-3-3 + 1-1-1']],
  ['They shot at six passengers, two of whom died while three were injured.', ['killed 2-2-2', 'wounded 3-3-3']],
  ['They killed two of the workers and their watchman.', ['killed 2-2-2 + 1-1-1']],
  ['A bomb killed an elder, two of his sons and a guard.', ['killed 1-1-1 + 2-2-2 + 1-1-1']],
  ['Police fought a group of militants and killed two of them.', ['killed 2-2-2 attackers']],
  [
    'It left four of its occupants dead, two of them brothers, and a passer-by injured.',
    ['killed 4-4-4 + 2-2-2 included', 'wounded 1-1-1'],
  ],
  ['They shot two constables, martyring one and wounding another.', ['killed 1-1-1', 'wounded 1-1-1']],
  ['The blast claimed nine lives; 25 people sustained wounds.', ['killed 9-9-9', 'wounded 25-25-25']],
  ['The group claimed nine attacks.', []],
  ['The group claimed to have killed 17 soldiers.', ['killed earlier 17-17-17']],
  ['They put the number of the dead at three, while a doctor spoke of five.', ['killed 3-3-3', 'killed 5-5-5']],
  ['Five people, three of whom were children, were killed.', ['killed 5-5-5 + 3-3-3 included']],
  ['Armed men seized five technicians.', ['abducted 5-5-5']],
  ["They seized the weapons of five policemen, and a policeman's rifle.", []],
  ['They forced a manager and a cashier into a car.', ['abducted 1-1-1 + 1-1-1']],
  ['The body of a mechanic was found.', ['killed 1-1-1']],
  ['Several goats were hurt, and two wounded cows died.', []],
  ['ان میں سے تین جاں بحق ہو گئے۔', ['killed 3-3-3']],
  ['دو افراد کی لاشیں برآمد ہوئیں۔', ['killed 2-2-2']],
  ['They fired at a car, killing a woman, her two children and the driver.', ['killed 1-1-1 + 2-2-2 + 1-1-1']],
  ['Nobody was killed and no one was hurt.', []],
  ['They fled, taking two of the guards along.', ['abducted 2-2-2']],
  ['They left after taking one of the cooks with them.', ['abducted 1-1-1']],
  ['It took two hours to put out the fire.', []],
  ['A clerk of the bank who had been kidnapped was found shot dead.', ['abducted 1-1-1', 'killed 1-1-1']],
  ['Twelve vehicles and two shops were destroyed, and nobody was hurt 5 km away.', []],
  ['پانچ افراد جاں بحق اور ۱۲ زخمی ہو گئے۔', ['killed 5-5-5', 'wounded 12-12-12']],
  ['دو چینی انجینئر ہلاک ہوئے۔', ['killed 2-2-2 Chinese']],
  ['سات دہشت گردوں کو ہلاک کر دیا۔', ['killed 7-7-7 attackers']],
])('reads %s', (sentence, expected) => {
  expect(tolls(sentence)).toEqual(expected);
});
