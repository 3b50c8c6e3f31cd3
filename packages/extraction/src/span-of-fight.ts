import type { DateFound } from './date-found.ts';
import type { ReadSentence } from './read-sentence.ts';
import type { Word } from './words.ts';

/** A fight that is told as one lasts so many days at most. */
const LONGEST = 14;

const FIGHT =
  /^(fighting|clash|clashes|firing|gunfight|gunbattle|battle|battles|exchange|hostilities|assault|operation|siege|shootout|gunfire|جہڑپ|جہڑپیں|جہڑپوں|لڑایی|فایرنگ)$/;
const BEGAN = /^(erupted|erupt|broke|began|begun|started|since|continued|continuing|continues|جاری|شروع)$/;
const UNTIL = /^(until|till|into|through)$/;
const BEFORE_DATE = 4;

/**
 * The days of a fight whose beginning or end other sentences tell: "clashes broke out on Thursday" and go on for days, "the firing
 * continued until Monday morning". The date as it is where nothing does. O(words).
 */
export function spanOfFight(date: DateFound, sentences: readonly ReadSentence[]): DateFound {
  if (date.precision !== 'day') return date;
  const fights = sentences.filter(({ dates, words }) => dates.length > 0 && words.some(({ text }) => FIGHT.test(text)));
  const days = fights.flatMap((sentence) => daysOf(sentence));
  const began = days.filter(({ day, isBegin }) => isBegin && day.from <= date.to && day.from >= date.to - LONGEST);
  const from = Math.min(date.from, ...began.map(({ day }) => day.from));
  const isLong = began.length > 0;
  const later = days.filter(
    ({ day, isEnd }) => day.to > date.to && (isEnd ? day.to === date.to + 1 || isLong : isLong),
  );
  const to = Math.max(date.to, ...later.filter(({ day }) => day.to <= from + LONGEST).map(({ day }) => day.to));
  return { ...date, from, to };
}

interface FightDay {
  readonly day: DateFound;
  readonly isBegin: boolean;
  readonly isEnd: boolean;
}

function daysOf({ dates, words }: ReadSentence): FightDay[] {
  return dates
    .filter(({ precision }) => precision === 'day')
    .map((day) => {
      const at = words.findIndex(({ start }) => start >= day.start);
      const lead = words.slice(Math.max(0, at - BEFORE_DATE), at);
      const next = words.findIndex(({ start }) => start >= day.end);
      const rest = words.slice(next, next + 1 + BEFORE_DATE);
      return { day, isBegin: isBegin(lead, rest), isEnd: isEnd(lead, rest) };
    });
}

/** "broke out on Thursday", "پیر سے جاری" */
function isBegin(lead: readonly Word[], rest: readonly Word[]): boolean {
  const isSince = rest.slice(0, 2).some(({ text }, at) => text === 'سے' && BEGAN.test(rest[at + 1]?.text ?? ''));
  const isFrom = lead.at(-1)?.text === 'from' && rest.slice(0, 3).some(({ text }) => /^(to|until|till)$/.test(text));
  return isSince || isFrom || lead.some(({ text }) => BEGAN.test(text) && !/^contin/.test(text));
}

/** "until 3am on Monday", "بدھ کی رات تک" */
function isEnd(lead: readonly Word[], rest: readonly Word[]): boolean {
  return (
    lead.at(-1)?.text === 'to' ||
    lead.some(({ text }) => UNTIL.test(text)) ||
    rest.slice(0, 3).some(({ text }) => text === 'تک')
  );
}
