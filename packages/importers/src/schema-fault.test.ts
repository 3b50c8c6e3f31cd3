import { incidentSchema } from '@corridor/domain';
import { expect, test } from 'vitest';
import { schemaFault } from './schema-fault.ts';

test('every fault of a record reads on after the name of its field', () => {
  const { error } = incidentSchema.safeParse({
    id: 'Not an id',
    title: '',
    summary: 'x'.repeat(20_001),
    occurred: { start: '2024-02-30', end: '2024-03-01', precision: 'hour' },
    actors: Array.from({ length: 21 }, () => ({ name: 'x', claim: 'unknown' })),
    place: { name: '', province: null, district: null, latitude: 91, longitude: 'east', precision: 'country' },
    casualties: { killed: { low: 3, best: 2, high: 1 } },
    sources: [{ publisher: '', title: '', url: 'ftp://paper.example', date: null }],
    summarisesDay: 'no',
    colour: 'red',
  });
  const said = Object.fromEntries(error?.issues.map((fault) => [fault.path.join('.'), schemaFault(fault)]) ?? []);
  expect(said).toMatchObject({
    '': 'has parts that no record has: colour',
    id: 'must be lower-case letters, digits, . _ : -, at most 128 of them',
    title: 'must not be blank',
    summary: 'has more than 20000 characters',
    'occurred.start': 'must be an existing date YYYY-MM-DD',
    'occurred.precision': 'must be one of: day, week, month, year',
    actors: 'lists more than 20',
    'place.latitude': 'must be 90 or less',
    'place.longitude': 'must be a number',
    'casualties.killed': 'must have low ≤ best ≤ high',
    'sources.0.url': 'must be a web address, http or https',
    summarisesDay: 'must be true or false',
    target: 'must be a text',
    status: expect.stringMatching(/^must be one of: reported, /),
  });
  for (const words of Object.values(said)) expect(words).toMatch(/^(must|has|lists) /);
});
