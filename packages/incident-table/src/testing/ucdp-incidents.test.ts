import { expect, test } from 'vitest';
import { createMadeUpGeography } from './made-up-geography.ts';
import { readUcdpIncidents } from './ucdp-incidents.ts';

const COLUMNS = [
  'id',
  'relid',
  'type_of_violence',
  'dyad_name',
  'side_a',
  'side_b',
  'number_of_sources',
  'source_article',
  'source_headline',
  'where_prec',
  'where_coordinates',
  'where_description',
  'latitude',
  'longitude',
  'event_clarity',
  'date_prec',
  'date_start',
  'date_end',
  'best',
  'high',
  'low',
] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

const ROW: Row = {
  id: '59553',
  relid: 'XXX-1990-1-345-5',
  type_of_violence: '1',
  dyad_name: 'State - Group',
  side_a: 'State',
  side_b: 'Group',
  number_of_sources: '2',
  source_article: 'Agency, "A ""bus"" attacked"\r\nsecond line',
  source_headline: '',
  where_prec: '1',
  where_coordinates: 'Square town',
  where_description: 'the square',
  latitude: '40.5',
  longitude: '10.5',
  event_clarity: '1',
  date_prec: '1',
  date_start: '1990-10-04 00:00:00.000',
  date_end: '1990-10-04 00:00:00.000',
  best: '2',
  high: '3',
  low: '1',
};

function csvOf(...rows: readonly Partial<Row>[]): string {
  const lines = rows.map((row) => COLUMNS.map((column) => `"${(row[column] ?? ROW[column]).replaceAll('"', '""')}"`));
  return [COLUMNS, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function read(...rows: readonly Partial<Row>[]) {
  return readUcdpIncidents(csvOf(...rows), createMadeUpGeography());
}

test('a row becomes an incident with the district whose polygon holds it', () => {
  expect(read({}).issues).toEqual([]);
  expect(read({}).incidents).toMatchObject([
    {
      id: 'ucdp-59553',
      occurred: { start: '1990-10-04', end: '1990-10-04', precision: 'day' },
      eventType: 'Battles',
      subEventType: 'Armed clash',
      actors: [{ name: 'State' }, { name: 'Group' }],
      place: {
        name: 'Square town',
        province: 'Northland',
        district: 'District A1',
        precision: 'place',
        latitude: 40.5,
      },
      casualties: { killed: { low: 1, best: 2, high: 3 }, wounded: null },
      status: 'corroborated',
    },
  ]);
});

test('the row of HXL tags under the header is no incident and no issue', () => {
  const { incidents, issues } = read({ id: '', date_start: '#date+start', best: '#affected+killed' }, {});
  expect(incidents.map(({ id }) => id)).toEqual(['ucdp-59553']);
  expect(issues).toEqual([]);
});

test('a row that is no incident is an issue and does not cost the rows after it', () => {
  const { incidents, issues } = read({ date_prec: '9' }, { id: '2', best: '' }, { id: '3' });
  expect(incidents.map(({ id }) => id)).toEqual(['ucdp-3']);
  expect(issues.map(({ row, field }) => [row, field])).toContainEqual([2, 'occurred.precision']);
  expect(issues.map(({ row }) => row)).toContain(3);
});

test('the words of the sources decide the type, and one-sided violence has one actor', () => {
  const [bomb, attack] = read(
    { source_headline: 'Suicide bomber strikes' },
    { id: '2', type_of_violence: '3', side_b: 'Civilians', source_article: '' },
  ).incidents;
  expect(bomb).toMatchObject({ eventType: 'Explosions/Remote violence', subEventType: 'Suicide bomb' });
  expect(attack).toMatchObject({ subEventType: 'Attack', targetType: 'civilians', actors: [{ name: 'State' }] });
});

test('places are no more precise than the file says', () => {
  const precisions = ['2', '3', '4', '6'].map((where_prec, id) => ({ id: String(id), where_prec }));
  expect(read(...precisions).incidents.map(({ place }) => [place.precision, place.district, place.province])).toEqual([
    ['near-place', 'District A1', 'Northland'],
    ['district', 'District A1', 'Northland'],
    ['province', null, 'Northland'],
    ['country', null, null],
  ]);
  expect(read({ where_prec: '3', latitude: '0' }).incidents[0]?.place.precision).toBe('province');
});

test('a best figure outside of low and high widens them', () => {
  expect(read({ low: '5', best: '2', high: '1' }).incidents[0]?.casualties.killed).toEqual({
    low: 2,
    best: 2,
    high: 2,
  });
});

test('a byte order mark, a last line without an end and empty cells are read', () => {
  const csv = `\uFEFF${csvOf({ source_article: '' }).trimEnd().replaceAll('""', '')}`;
  expect(readUcdpIncidents(csv, createMadeUpGeography()).incidents).toHaveLength(1);
});

test('a quoted cell that goes on after its quote is refused', () => {
  expect(() => readUcdpIncidents('id,x\r\n"a"b,1\r\n', createMadeUpGeography())).toThrow(/quoted cell/);
});
