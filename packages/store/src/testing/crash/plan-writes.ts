import type { RecordModel } from './record-model.ts';
import type { WriteOperation } from './write-operation.ts';

/** Lines of writes that go on side by side, each on incidents of its own. */
const LANES = 3;
/** More than a child has time for. */
const WRITES = 80;
/** Incidents of a lane, the first of which are often written. */
const FEW = 40;
/** More than the store writes in one batch. */
const MANY = 1_200;

/** What a child is to write: for each lane one write after the other. Applied in that order, each is possible. */
export function planWrites(random: () => number, model: RecordModel, name: string): readonly WriteOperation[][] {
  return Array.from({ length: LANES }, (_, lane) => {
    const ahead = model.copy();
    return Array.from({ length: WRITES }, (_, number) => {
      const operation = planWrite(random, ahead, { lane, token: `${name} ${lane}.${number}` });
      ahead.apply(operation);
      return operation;
    });
  });
}

interface Place {
  readonly lane: number;
  readonly token: string;
}

function planWrite(random: () => number, model: RecordModel, { lane, token }: Place): WriteOperation {
  const ids = Array.from({ length: FEW }, (_, number) => `lane-${lane}-${number}`);
  const choice = random();
  if (choice < 0.15) return { kind: 'act', token };
  if (choice < 0.19) {
    const count = MANY + Math.floor(random() * MANY);
    return { kind: 'save', token, ids: Array.from({ length: count }, (_, number) => `lane-${lane}-${number}`) };
  }
  const { records } = model;
  const merged = ids.filter((id) => typeof records.get(id)?.mergedInto === 'string');
  if (choice < 0.3 && merged.length > 0) return { kind: 'split', token, ids: some(random, merged, 3) };
  if (choice < 0.45) {
    const heads = new Set(merged.map((id) => records.get(id)?.mergedInto));
    const free = ids.filter((id) => records.get(id)?.mergedInto === null && !heads.has(id));
    const [into, ...doubles] = some(random, free, 4);
    if (into && doubles.length > 0) return { kind: 'merge', token, ids: doubles, into };
  }
  return { kind: 'save', token, ids: some(random, ids, 12) };
}

/** From one to `most` of them, in any order. */
function some<T>(random: () => number, all: readonly T[], most: number): readonly T[] {
  const shuffled = all.map((value) => ({ value, rank: random() })).sort((one, other) => one.rank - other.rank);
  return shuffled.slice(0, 1 + Math.floor(random() * most)).map(({ value }) => value);
}
