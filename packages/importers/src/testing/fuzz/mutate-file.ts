import { aWorkbook } from '../a-workbook.ts';
import type { FuzzSeed } from './fuzz-seeds.ts';

/** What people and machines put into files. */
const HOSTILE: readonly string[] = [
  ...[
    '"',
    '""',
    '","',
    "'",
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r',
    '\r\n',
    '\u0000',
    '\uFEFF',
    '\u202E',
    '\uFFFD',
    '{',
    '}',
    ']',
  ],
  ...['-9', '-99', '-1', '1e999', 'NaN', '99999999999999999999', '0', '0.0', '4.0', '1,5', '181', '65.5', '30.5'],
  ...['31/02/2024', '2024-02-31', '0000-00-00', '9999-12-31', '07 October 2024', '20240101', '2024', 'soon'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '=1+1',
    '@SUM(A1)',
    '<script>',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '&a;',
    '&#0;',
  ],
  ...[
    '</c>',
    '<row r="0">',
    '<c r="ZZZZ9">',
    '<c t="s"><v>-1</v></c>',
    '<f>1</f>',
    ' t="e"',
    ' r="99999999"',
    ' s="1"',
  ],
  ...[
    '#event+id',
    'Civilians',
    'Government of',
    '(China)',
    'Unknown',
    '\u0627\u0631\u062F\u0648',
    'e\u0301',
    '\u{1F4A5}',
  ],
  ...[
    ','.repeat(2_000),
    'x'.repeat(150_000),
    '\n'.repeat(500),
    '['.repeat(20_000),
    '{"a":'.repeat(5_000),
    '"'.repeat(999),
  ],
];

type Random = () => number;

/** A file made of a seed by one to four changes. The same numbers make the same file. */
export function mutateFile(seed: FuzzSeed, others: readonly FuzzSeed[], random: Random): Uint8Array {
  const isRepacked = seed.sheet !== undefined && random() < 0.7;
  let bytes = isRepacked ? new TextEncoder().encode(seed.sheet) : seed.bytes;
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--) bytes = change(bytes, others, random);
  return isRepacked ? repack(new TextDecoder().decode(bytes), seed.sheet ?? '', random) : bytes;
}

/** The sheet alone, before one that is whole, or after it. */
function repack(changed: string, whole: string, random: Random): Uint8Array {
  const [first, second] = random() < 0.5 ? [changed, whole] : [whole, changed];
  const sheets = random() < 0.3 ? { Data: changed } : { Data: first, More: second };
  const hostile = HOSTILE[Math.floor(random() * HOSTILE.length)] ?? '';
  const shared = random() < 0.2 ? [`<si><t>${hostile}</t></si>`] : [];
  const parts = random() < 0.1 ? { 'xl/styles.xml': `<styleSheet>${hostile}</styleSheet>` } : {};
  return aWorkbook({ sheets, shared, is1904: random() < 0.5, parts });
}

function change(bytes: Uint8Array, others: readonly FuzzSeed[], random: Random): Uint8Array {
  const at = Math.floor(random() * (bytes.length + 1));
  const length = Math.floor(random() ** 3 * bytes.length);
  const kind = random();
  if (kind < 0.4) return spliced(bytes, at, random() < 0.5 ? 0 : 1 + Math.floor(random() * 8), hostileBytes(random));
  if (kind < 0.5) return flipped(bytes, random);
  if (kind < 0.6) return bytes.slice(0, at);
  if (kind < 0.7) return spliced(bytes, at, length, new Uint8Array(0));
  if (kind < 0.8) return spliced(bytes, at, 0, bytes.slice(at, at + length));
  if (kind < 0.85)
    return spliced(
      bytes,
      at,
      0,
      Uint8Array.from({ length: 8 }, () => random() * 256),
    );
  if (kind < 0.9) return withCellReplaced(bytes, random);
  if (kind < 0.97) {
    const other = others[Math.floor(random() * others.length)]?.bytes ?? bytes;
    const from = Math.floor(random() * other.length);
    return spliced(bytes, at, length, other.slice(from, from + Math.floor(random() * 2_000)));
  }
  return asUtf16(bytes);
}

function hostileBytes(random: Random): Uint8Array {
  return new TextEncoder().encode(HOSTILE[Math.floor(random() * HOSTILE.length)]);
}

function spliced(bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array {
  const after = bytes.subarray(Math.min(bytes.length, at + removed));
  const all = new Uint8Array(at + added.length + after.length);
  all.set(bytes.subarray(0, at));
  all.set(added, at);
  all.set(after, at + added.length);
  return all;
}

function flipped(bytes: Uint8Array, random: Random): Uint8Array {
  const all = bytes.slice();
  for (let left = 1 + Math.floor(random() * 6); left > 0; left--) {
    all[Math.floor(random() * all.length)] = random() * 256;
  }
  return all;
}

/** One whole cell, so that rows stay rows and their values are what is wrong. */
function withCellReplaced(bytes: Uint8Array, random: Random): Uint8Array {
  const isEdge = (byte: number | undefined): boolean =>
    byte === 44 || byte === 59 || byte === 10 || byte === 60 || byte === 62;
  let from = Math.floor(random() * bytes.length);
  while (from > 0 && !isEdge(bytes[from - 1])) from--;
  let to = from;
  while (to < bytes.length && !isEdge(bytes[to])) to++;
  return spliced(bytes, from, to - from, hostileBytes(random));
}

function asUtf16(bytes: Uint8Array): Uint8Array {
  const all = new Uint8Array(2 + bytes.length * 2);
  all.set([0xff, 0xfe]);
  for (const [index, byte] of bytes.entries()) all[2 + index * 2] = byte;
  return all;
}
