/** A part of a record as people read it: tolls as figures, what has several parts with their names, lists one after the other. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined) return 'unknown';
  if (value === '') return 'blank';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(inWords).join('; ');
  if (typeof value !== 'object') return String(value);
  return rangeInWords(value) ?? partsInWords(value);
}

/** `6 (6 to 7)`, or one figure where all are the same. */
function rangeInWords(value: object): string | null {
  if (!('low' in value && 'best' in value && 'high' in value)) return null;
  const { best, high, low } = value;
  return low === high ? String(best) : `${best} (${low} to ${high})`;
}

function partsInWords(value: object): string {
  const said = Object.entries(value).filter(([, part]) => part !== null && part !== undefined && part !== '');
  return said.length === 0 ? 'unknown' : said.map(([name, part]) => `${name} ${inWords(part)}`).join(', ');
}
