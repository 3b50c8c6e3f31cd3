import { readWktPoint } from '../read-wkt-point.ts';

export type Axis = 'latitude' | 'longitude';

/**
 * Degrees as people write them: `25.43`, `25,43`, `25.43° N`, `E 62.3`, `25°25'47"N`, `25 25 47 N`; null for anything else.
 * Whether they are a place on earth is not looked at.
 */
export function readDegrees(text: string, axis: Axis): number | null {
  if (PLAIN.test(text)) return Number(text.replace(',', '.'));
  const [, before, degrees = '', minutes = '0', seconds = '0', after] = WRITTEN.exec(text) ?? [];
  const letter = (before ?? after)?.toUpperCase();
  if (degrees === '' || (before !== undefined && after !== undefined)) return null;
  if (letter !== undefined && !LETTERS[axis].includes(letter)) return null;
  const [whole, sixtieths, rest] = [degrees, minutes, seconds].map((part) => Number(part.replace(',', '.')));
  if (whole === undefined || sixtieths === undefined || rest === undefined || sixtieths >= 60 || rest >= 60)
    return null;
  const value = Math.round((whole + sixtieths / 60 + rest / 3600) * 1e6) / 1e6;
  return letter === 'S' || letter === 'W' ? -value : value;
}

/**
 * Both degrees in one cell, the latitude first: `25.03, 66.88`, `25,03; 66,88`, `25°15'47"N 63°28'09"E`; or
 * `POINT(66.88 25.03)`. Null for anything else.
 */
export function readPosition(text: string): { readonly latitude: number; readonly longitude: number } | null {
  const point = readWktPoint(text);
  if (point) return point;
  const bare = text.replace(/^[([]\s*|\s*[)\]]$/g, '');
  for (const cut of CUTS) {
    const [first, second, ...more] = bare.split(cut);
    if (first === undefined || second === undefined || more.length > 0) continue;
    const [latitude, longitude] = [readDegrees(first.trim(), 'latitude'), readDegrees(second.trim(), 'longitude')];
    if (latitude !== null && longitude !== null) return { latitude, longitude };
  }
  return null;
}

const LETTERS = { latitude: 'NS', longitude: 'EW' } as const;
const PLAIN = /^[+-]?\d{1,3}([.,]\d{1,17})?$/;
const WRITTEN =
  /^(?:([NSEW])\s*)?(\d{1,3}(?:[.,]\d{1,17})?)(?:\s*[°º]\s*|\s+|$|(?=[NSEW]))(?:(\d{1,2}(?:[.,]\d{1,17})?)(?:\s*['′’]\s*|\s+|$|(?=[NSEW]))(?:(\d{1,2}(?:[.,]\d{1,17})?)\s*(?:["″”]|''|’’)?\s*)?)?([NSEW])?$/i;

/** Where one ends and the other begins, the surest sign first. */
const CUTS = [/;/, /,\s+/, /\s*\/\s*/, /(?<=[NS])[\s,]*(?=[\d+-])/i, /,/, /\s+/] as const;
