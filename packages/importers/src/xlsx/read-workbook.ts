import type { Archive } from './open-archive.ts';
import { readWholeXml } from './read-xml.ts';
import type { XlsxLimits } from './xlsx-limits.ts';

export interface Sheet {
  /** Cut after a hundred characters, of which Excel allows 31. */
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

/** What a workbook says of itself. */
export interface Workbook {
  /** In its order; charts are none. */
  readonly sheets: readonly Sheet[];
  /** Whether days are counted from 1904 instead of 1900. */
  readonly is1904: boolean;
  /** Whether the numbers of a cell with this style are dates. */
  readonly dateStyles: readonly boolean[];
  readonly sharedTexts: readonly string[];
}

const WORKBOOK = 'xl/workbook.xml';
const LONGEST_NAME = 100;

/** Reads all of a workbook but its sheets (ECMA-376 part 1, 18.2, 18.4 and 18.8). */
export function readWorkbook(archive: Archive, limits: XlsxLimits): Workbook {
  const targets = readTargets(archive, limits);
  const sheets: Sheet[] = [];
  let is1904 = false;
  readWholeXml(
    archive.read(WORKBOOK, limits.partBytes),
    {
      open: (name, attributes) => {
        if (name === 'workbookPr') is1904 = isTrue(attributes.date1904);
        if (name !== 'sheet') return;
        const part = targets.get(attributes['r:id'] ?? attributes.id ?? '');
        const isHidden = (attributes.state ?? 'visible') !== 'visible';
        if (part !== undefined) sheets.push({ name: (attributes.name ?? '').slice(0, LONGEST_NAME), part, isHidden });
      },
      text: () => {},
      close: () => {},
    },
    limits.betweenTags,
  );
  return { sheets, is1904, dateStyles: readDateStyles(archive, limits), sharedTexts: readSharedTexts(archive, limits) };
}

/** The parts of the worksheets by the ids of their relationships. */
function readTargets(archive: Archive, limits: XlsxLimits): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  readWholeXml(
    archive.read('xl/_rels/workbook.xml.rels', limits.partBytes),
    {
      open: (name, { Id = '', Type = '', Target = '' }) => {
        if (name !== 'Relationship' || !Type.endsWith('/worksheet')) return;
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`);
      },
      text: () => {},
      close: () => {},
    },
    limits.betweenTags,
  );
  return targets;
}

/** Formats of dates and times that every workbook has without declaring them (18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

function readDateStyles(archive: Archive, limits: XlsxLimits): readonly boolean[] {
  const part = 'xl/styles.xml';
  if (!archive.has(part)) return [];
  const declared = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isInCells = false;
  readWholeXml(
    archive.read(part, limits.partBytes),
    {
      open: (name, { numFmtId = '', formatCode = '' }) => {
        const id = Number(numFmtId);
        if (name === 'numFmt') declared.set(id, isDateFormat(formatCode));
        if (name === 'cellXfs') isInCells = true;
        if (name === 'xf' && isInCells) styles.push(declared.get(id) ?? isBuiltInDate(id));
      },
      text: () => {},
      close: (name) => {
        if (name === 'cellXfs') isInCells = false;
      },
    },
    limits.betweenTags,
  );
  return styles;
}

/** Whether a format has a part of a date or time outside of quotations, escapes and brackets (colours, conditions). */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[dmyhs]/i.test(bare.replace(/general/gi, ''));
}

/** Texts with several runs are joined; what tells how to pronounce them (`rPh`) is no part of them. */
function readSharedTexts(archive: Archive, limits: XlsxLimits): readonly string[] {
  const part = 'xl/sharedStrings.xml';
  const texts: string[] = [];
  if (!archive.has(part)) return texts;
  let [text, isInText, isPronunciation] = ['', false, false];
  readWholeXml(
    archive.read(part, limits.sharedBytes),
    {
      open: (name) => {
        if (name === 'si') text = '';
        if (name === 'rPh') isPronunciation = true;
        isInText = name === 't' && !isPronunciation;
      },
      text: (found) => {
        if (isInText) text += found;
      },
      close: (name) => {
        if (name === 'si') texts.push(text);
        if (name === 'rPh') isPronunciation = false;
        isInText = false;
      },
    },
    limits.betweenTags,
  );
  return texts;
}

export function isTrue(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true';
}
