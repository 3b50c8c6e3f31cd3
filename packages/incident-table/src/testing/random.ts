/** A small seeded generator of numbers in [0, 1): mulberry32 (public domain, T. Ettinger). Same seed, same numbers. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An index below `count`, the first much oftener than the last: about as actors and places occur in records. */
export function skewedIndex(random: () => number, count: number): number {
  return Math.min(count - 1, Math.floor(count * random() ** 3));
}
