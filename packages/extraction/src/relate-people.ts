import { isPerson } from './is-person.ts';
import { CHINESE } from './lexicon/toll-words.ts';
import type { People } from './people.ts';
import { foldWord, type Word } from './words.ts';

/** What the people of a sentence are to each other: parts of a whole, and Chinese where they are of a group of them. */
export function relatePeople(found: readonly People[], words: readonly Word[], isVerb: ReadonlySet<number>): People[] {
  const parts = withAmongThem(withChineseOfBefore(withApposed(withListed(found, words), words), words), words);
  return withAmong(parts, words, isVerb);
}

/** "ایک خاتون اور دو بچوں سمیت پانچ افراد": all of a list before "including" are parts. */
function withListed(found: readonly People[], words: readonly Word[]): People[] {
  const list = [...found];
  for (let at = list.length - 1; at > 0; at -= 1) {
    const [one, before] = [list[at], list[at - 1]];
    const isPart = one?.isIncluded === true && words[one.last + 1]?.text === INCLUDING;
    if (isPart && before !== undefined && words[one.first - 1]?.text === 'اور' && before.last === one.first - 2)
      list[at - 1] = { ...before, isIncluded: true };
  }
  return list;
}

/** "The wounded are two, a supervisor and the driver": a list behind a sign that comes to the number before it is who they are. */
function withApposed(found: readonly People[], words: readonly Word[]): People[] {
  const list = [...found];
  for (const [at, whole] of found.entries()) {
    const parts = partsBehind(at, found, words);
    const sum = parts.reduce((all, { range }) => all + range.best, 0);
    if (parts.length > 1 && whole.range.best === sum)
      for (const [index, part] of parts.entries()) list[at + 1 + index] = { ...part, isIncluded: true };
  }
  return list;
}

/** How far a list may stand behind its number: "three people had been admitted: two Chinese and the driver". */
const LIST_REACH = 9;

/** "four of them policemen and two": what they are may stand between. */
const PART_REACH = 3;

function partsBehind(at: number, found: readonly People[], words: readonly Word[]): readonly People[] {
  const [whole, first] = [found[at], found[at + 1]];
  if (whole === undefined || first === undefined) return [];
  if (first.first - whole.last > LIST_REACH || words[first.first]?.isAfterSign !== true) return [];
  const parts = [first];
  for (const next of found.slice(at + 2)) {
    const before = parts.at(-1)?.last ?? 0;
    const isJoined = next.first === before + 1 ? words[next.first]?.isAfterSign : words[before + 1]?.text === 'and';
    const isJoinedFar = words.slice(before + 1, next.first).some(({ text }) => text === 'and');
    if (next.first - before > PART_REACH || !(isJoined || isJoinedFar)) break;
    parts.push(next);
  }
  return parts;
}

const INCLUDING = foldWord('سمیت');

/** "Fourteen people, five women and two children among them": parts, as those behind "including". */
function withAmongThem(found: readonly People[], words: readonly Word[]): People[] {
  const parts = new Set<People>();
  for (const [at, { last }] of found.entries()) {
    // "a girl of eight among them"
    const among = words[last + 1]?.text === 'of' ? last + 3 : last + 1;
    if (
      words[among]?.text !== 'among' ||
      words[among]?.isAfterSign ||
      !/^(them|whom)$/.test(words[among + 1]?.text ?? '')
    )
      continue;
    for (let index = at; index > 0; index -= 1) {
      const [one, before] = [found[index], found[index - 1]];
      if (one === undefined || before === undefined) break;
      parts.add(one);
      if (words[one.first]?.isAfterSign === true) break;
    }
  }
  return found.map((one) => (parts.has(one) ? { ...one, isIncluded: true } : one));
}

/** "attacked four Chinese workers, killing three": those who are only counted are of the Chinese before them. */
function withChineseOfBefore(found: readonly People[], words: readonly Word[]): readonly People[] {
  return found.map((one, at) => {
    const before = found[at - 1];
    const isBare = one.isAnybody && !isPerson(words[one.last]);
    const isOfThem = before?.isChinese === true && before.last < one.first && one.range.best <= before.range.best;
    const isOther = before?.isChinese === true && before.isOfThem && words[one.last]?.text === 'others';
    const isOfGroup = one.isOfThem && isGroupOfChinese(words.slice(0, one.first));
    const isNext = before?.isChinese === true && isOneMore(one, words);
    const isForeign = FOREIGNERS.test(words[one.last]?.text ?? '') && words.some(({ text }) => CHINESE.has(text));
    const isChinese =
      (isBare && isOfThem) ||
      isOther ||
      isOfGroup ||
      isNext ||
      isForeign ||
      isCountryman(one, words) ||
      areCalledChinese(one, words);
    return isChinese ? { ...one, isChinese } : one;
  });
}

const FOREIGNERS = /^foreigners?$/;

/** "three people, all of them Chinese", "two of whom were Chinese nationals" */
function areCalledChinese({ isOfThem, last }: People, words: readonly Word[]): boolean {
  const after = words.slice(last + 1, last + 7).map(({ text }) => text);
  const isAll = /^(all|both)$/.test(after[0] ?? '') && after[1] === 'of' && /^(them|whom)$/.test(after[2] ?? '');
  const rest = isAll ? after.slice(3) : isOfThem ? after : [];
  const at = rest.findIndex((text) => !/^(were|was|are|is|a|all)$/.test(text));
  return CHINESE.has(rest[at] ?? '') && (isAll || at > 0);
}

/** "The Chinese embassy confirmed that two of its nationals had been killed." */
function isCountryman({ first, last }: People, words: readonly Word[]): boolean {
  const own = words.slice(first, last + 1).map(({ text }) => text);
  const isOfIts = own.some((text, at) => text === 'its' && COUNTRYMEN.test(own[at + 1] ?? ''));
  return isOfIts && words.slice(0, first).some(({ text }) => CHINESE.has(text) || /^(china|beijing)$/.test(text));
}

const COUNTRYMEN = /^(nationals|citizens|workers|engineers)$/;

/** "Two Chinese engineers were killed and a third was wounded", "and another injured": one more of them. */
function isOneMore({ first, last }: People, words: readonly Word[]): boolean {
  if (first === last) return words[first]?.text === 'another';
  return (
    last === first + 1 && words[first]?.text === 'a' && /^(second|third|fourth|fifth)$/.test(words[last]?.text ?? '')
  );
}

/** "a convoy of Chinese engineers": people, counted or not, the last that are named. */
function isGroupOfChinese(words: readonly Word[]): boolean {
  const last = words.findLastIndex((word) => isPerson({ ...word, isAfterSign: false }));
  return CHINESE.has(words[last]?.text ?? '') || CHINESE.has(words[last - 1]?.text ?? '');
}

/** "A judge among five killed", "was among the 12 people killed": who stands before is one of those. */
function withAmong(found: readonly People[], words: readonly Word[], isVerb: ReadonlySet<number>): People[] {
  const list = [...found];
  for (const [at, one] of found.entries()) {
    const lead = words.slice(Math.max(0, one.first - 3), one.first).map(({ text }) => text);
    const isAmong = lead.includes('among') && !lead.some((text) => /^(them|whom)$/.test(text));
    const isDone = isVerb.has(one.last + 1) || (words[one.last + 1]?.text === 'who' && isVerb.has(one.last + 3));
    if (!isAmong || one.range.best < 2 || !isDone) continue;
    list[at] = { ...one, isIncluded: one.isOfThem };
    for (let before = at - 1; before >= 0; before -= 1) {
      const part = list[before];
      if (part === undefined || isVerb.has(part.first - 1)) break;
      list[before] = { ...part, isIncluded: true };
    }
  }
  return list;
}
