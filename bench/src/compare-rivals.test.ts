import { expect, test } from 'vitest';
import { loadBenchGeography } from './bench-geography.ts';
import { type ContestantCost, formatComparison, measureContestant, timeTurn } from './compare-rivals.ts';
import { createCountedIncidents } from './incident-source.ts';
import { summarise } from './measure.ts';
import { createWorkloads } from './rival-workloads.ts';
import { createRivalColumns } from './rivals/rival-columns.ts';
import { typedArrayPass } from './rivals/typed-array-pass.ts';

const geography = await loadBenchGeography();
const incidents = createCountedIncidents(300, geography, 3);
const columns = createRivalColumns(incidents, geography, geography.sites[0]?.id ?? '');
const workloads = createWorkloads(columns).slice(0, 2);

function cost(name: string, ...medians: readonly (number | null)[]): ContestantCost {
  return { name, form: '', loadMs: 1, timings: medians.map((ms) => (ms === null ? null : summarise([ms]))) };
}

test('says where a rival is faster, and by how much', () => {
  const text = formatComparison('x', workloads, [cost('ours', 10, 10), cost('slow', 20, 30), cost('quick', 20, 4)]);
  expect(text).toContain(`FASTER THAN OUR ENGINE: quick in ${workloads[1]?.name} (2.5× as fast).`);
  expect(text).toMatch(/times ours +2\.0× +3\.0×/);
});

test('compares with what ours took in turns with a rival, not with what it took alone', () => {
  const rival = { ...cost('rival', 20, 20), ours: [summarise([10]), summarise([40])] };
  const text = formatComparison('x', workloads, [cost('ours', 30, 1), rival]);
  expect(text).toContain(`FASTER THAN OUR ENGINE: rival in ${workloads[1]?.name} (2.0× as fast).`);
  expect(text).toMatch(/times ours +2\.0× +0\.50×/);
});

test('ours takes as many turns as who is timed with it, and neither is told the answers of the other', async () => {
  const right = await typedArrayPass.load(columns);
  const asked: string[] = [];
  const noting = (name: string) => ({
    ...right,
    name,
    answer: (filter: Parameters<typeof right.answer>[0]) => {
      asked.push(`${name} ${JSON.stringify(filter.filter)}`);
      return right.answer(filter);
    },
  });
  const [workload] = workloads;
  const outcome = await measureContestant(
    'rival',
    () => noting('rival'),
    columns,
    workload ? [workload] : [],
    noting('ours'),
  );
  const turnsOf = (name: string) => asked.filter((line) => line.startsWith(name)).map((line) => line.replace(name, ''));
  const [ours, rival] = [turnsOf('ours'), turnsOf('rival')];
  expect(ours.length).toBeGreaterThan(15);
  expect(rival.slice(-ours.length)).toEqual(ours);
  expect(outcome).toMatchObject({
    timings: [{ repetitions: expect.any(Number) }],
    ours: [{ repetitions: expect.any(Number) }],
  });
});

test('says so when nothing is faster, whatever was stopped or failed', () => {
  const failed = { name: 'broken', failure: 'no such file' };
  const text = formatComparison('x', workloads, [cost('ours', 10, 10), cost('slow', 20, null), failed]);
  expect(text).toContain('Nothing beats our engine.');
  expect(text).toMatch(/slow .* > 60 s/);
  expect(text).toContain('broken could not be measured: no such file');
});

test('a contestant that answers something else is not timed', async () => {
  const load = async () => {
    const right = await typedArrayPass.load(columns);
    const wrong = async (filter: Parameters<typeof right.answer>[0]) => {
      const answer = (await right.answer(filter)).read();
      return { matched: answer.matched, read: () => ({ ...answer, matched: answer.matched + 1 }) };
    };
    return { ...right, name: 'liar', answer: wrong };
  };
  const outcome = await measureContestant('liar', load, columns, workloads);
  expect(outcome).toMatchObject({ name: 'liar', failure: expect.stringMatching(/liar, .*matched differs/) });
});

test('what is very quick is timed many times, too', async () => {
  const right = await typedArrayPass.load(columns);
  const known = new Map<string, Awaited<ReturnType<typeof right.answer>>>();
  const quick = async (filter: Parameters<typeof right.answer>[0]) => {
    const key = JSON.stringify(filter);
    const answer = known.get(key) ?? (await right.answer(filter));
    known.set(key, answer);
    return answer;
  };
  const outcome = await measureContestant('quick', async () => ({ ...right, answer: quick }), columns, workloads);
  const timings = 'timings' in outcome ? outcome.timings : [];
  expect(timings.map((timing) => timing?.repetitions)).toEqual(workloads.map(() => expect.any(Number)));
  for (const timing of timings) expect(timing?.repetitions).toBeGreaterThan(14);
});

test('no workload runs out of what it takes off, however many turns it is given', () => {
  const fromOf = ({ from }: { readonly from?: string | undefined }) => from ?? '';
  for (const turn of [0, 1499, 1500, 4000]) {
    for (const { steps } of createWorkloads(columns)) {
      for (const filter of steps(turn)) if (filter.to !== undefined) expect(filter.to > fromOf(filter)).toBe(true);
    }
  }
});

test('a turn that matches nothing is an error, as it would measure nothing', async () => {
  const pass = await typedArrayPass.load(columns);
  const empty = { name: 'empty', steps: () => [{ from: '1900-01-01', to: '1900-01-02' }] };
  await expect(timeTurn(pass, columns, empty, 0)).rejects.toThrow(/matched nothing/);
});
