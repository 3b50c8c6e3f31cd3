// AssemblyScript, compiled to WebAssembly by `node kernels/build.mjs`. Sets of rows are bits in words of 64, the row's
// bit in the order of rows; `from` and `to` are words. JavaScript has no instruction for counting bits: that is why.

/** Rows in both sets. */
export function countBoth(a: usize, b: usize, from: u32, to: u32): u32 {
  let at: usize = usize(from) << 3;
  const end: usize = usize(to) << 3;
  let sum: u64 = 0;
  for (; at + 32 <= end; at += 32) {
    sum += popcnt<u64>(load<u64>(a + at) & load<u64>(b + at));
    sum += popcnt<u64>(load<u64>(a + at, 8) & load<u64>(b + at, 8));
    sum += popcnt<u64>(load<u64>(a + at, 16) & load<u64>(b + at, 16));
    sum += popcnt<u64>(load<u64>(a + at, 24) & load<u64>(b + at, 24));
  }
  for (; at < end; at += 8) sum += popcnt<u64>(load<u64>(a + at) & load<u64>(b + at));
  return u32(sum);
}

/** Of a list of `length` rows of 4 bytes each, those in the set. */
export function countListed(set: usize, rows: usize, length: u32): u32 {
  let sum: u32 = 0;
  const end = rows + (usize(length) << 2);
  for (; rows < end; rows += 4) {
    const row = load<u32>(rows);
    sum += (u32(load<u8>(set + (row >> 3))) >> (row & 7)) & 1;
  }
  return sum;
}

/** Rows in both sets for each of `length` ranges: the rows from `bounds[i]` up to, not including, `bounds[i + 1]`. */
export function countRanges(a: usize, b: usize, bounds: usize, length: u32, into: usize): void {
  let first = load<u32>(bounds);
  for (let i: u32 = 0; i < length; i++) {
    const end = load<u32>(bounds + (usize(i + 1) << 2));
    store<u32>(into + (usize(i) << 2), countRows(a, b, first, end));
    first = end;
  }
}

function countRows(a: usize, b: usize, first: u32, end: u32): u32 {
  if (first >= end) return 0;
  let word = first >> 6;
  const lastWord = (end - 1) >> 6;
  const head = ~u64(0) << u64(first & 63);
  const tail = ~u64(0) >> u64(63 - ((end - 1) & 63));
  let at = usize(word) << 3;
  if (word === lastWord) return u32(popcnt<u64>(load<u64>(a + at) & load<u64>(b + at) & head & tail));
  let sum = popcnt<u64>(load<u64>(a + at) & load<u64>(b + at) & head);
  for (word++; word < lastWord; word++) {
    at = usize(word) << 3;
    sum += popcnt<u64>(load<u64>(a + at) & load<u64>(b + at));
  }
  at = usize(lastWord) << 3;
  return u32(sum + popcnt<u64>(load<u64>(a + at) & load<u64>(b + at) & tail));
}

/** Keeps in the first set what is in the second as well. */
export function keepBoth(into: usize, other: usize, from: u32, to: u32): void {
  for (let at: usize = usize(from) << 3; at < usize(to) << 3; at += 8) {
    store<u64>(into + at, load<u64>(into + at) & load<u64>(other + at));
  }
}

/** Adds to the first set what is in the second. */
export function addAll(into: usize, other: usize, from: u32, to: u32): void {
  for (let at: usize = usize(from) << 3; at < usize(to) << 3; at += 8) {
    store<u64>(into + at, load<u64>(into + at) | load<u64>(other + at));
  }
}

/** The set of rows whose code of 4 bytes is allowed: a byte for each code, 1 or 0. */
export function judgeCodes(into: usize, codes: usize, allowed: usize, rows: u32): void {
  for (let row: u32 = 0; row < rows; row += 64, into += 8) {
    const end = min<u32>(64, rows - row);
    let word: u64 = 0;
    for (let bit: u32 = 0; bit < end; bit++) {
      word |= u64(load<u8>(allowed + load<u32>(codes + (usize(row + bit) << 2)))) << u64(bit);
    }
    store<u64>(into, word);
  }
}

/** Counts by code of 4 bytes, brought from one set of rows to another: rows that are in both, or in neither, cost nothing. */
export function moveCounts(before: usize, after: usize, from: u32, to: u32, codes: usize, counts: usize): void {
  for (let word = from; word < to; word++) {
    const at = usize(word) << 3;
    const old = load<u64>(before + at);
    const now = load<u64>(after + at);
    if (old === now) continue;
    const base = codes + (usize(word) << 8);
    for (let entered = now & ~old; entered !== 0; entered &= entered - 1) {
      const count = counts + (usize(load<u32>(base + (usize(ctz<u64>(entered)) << 2))) << 2);
      store<u32>(count, load<u32>(count) + 1);
    }
    for (let left = old & ~now; left !== 0; left &= left - 1) {
      const count = counts + (usize(load<u32>(base + (usize(ctz<u64>(left)) << 2))) << 2);
      store<u32>(count, load<u32>(count) - 1);
    }
  }
}

/** Writes the rows of a set, ascending, and returns how many. */
export function listRows(set: usize, from: u32, to: u32, into: usize): u32 {
  let at = into;
  for (let word = from; word < to; word++) {
    for (let bits = load<u64>(set + (usize(word) << 3)); bits !== 0; bits &= bits - 1) {
      store<u32>(at, (word << 6) + u32(ctz<u64>(bits)));
      at += 4;
    }
  }
  return u32(at - into) >> 2;
}

/** Sums over each `width` counts in turn. */
export function sumRuns(counts: usize, width: u32, length: u32, into: usize): void {
  for (let i: u32 = 0; i < length; i++, into += 4) {
    let sum: u32 = 0;
    for (const end = counts + (usize(width) << 2); counts < end; counts += 4) sum += load<u32>(counts);
    store<u32>(into, sum);
  }
}

/** Adds runs of `width` counts to others: the run `from[i]` to the run `to[i]`. */
export function addRuns(counts: usize, width: u32, from: usize, to: usize, length: u32, into: usize): void {
  const bytes = usize(width) << 2;
  for (let i: u32 = 0; i < length; i++, from += 4, to += 4) {
    let source = counts + usize(load<u32>(from)) * bytes;
    let target = into + usize(load<u32>(to)) * bytes;
    for (const end = source + bytes; source < end; source += 4, target += 4) {
      store<u32>(target, load<u32>(target) + load<u32>(source));
    }
  }
}
