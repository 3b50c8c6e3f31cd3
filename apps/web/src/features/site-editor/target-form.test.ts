import { newRouteSchema, newSiteSchema, type Route, type Site } from '@corridor/domain';
import { expect, test } from 'vitest';
import { insertPoint, readLine, writeLine } from './line-text.ts';
import { changesOf, checkTarget, emptyForm, formOf, joinForms } from './target-form.ts';

const SITE: Site = {
  id: 'port',
  name: 'Port',
  sector: 'port',
  kind: 'Deep-sea port',
  status: 'operational',
  corridor: 'South',
  province: 'South',
  district: 'Coast',
  location: 'Bay',
  latitude: 25.12,
  longitude: 62.3,
  precision: 'site',
  radiusKm: 12.5,
  capacity: 300.25,
  capacityUnit: 'MW',
  costMusd: null,
  operator: 'Authority',
  chinesePartner: '公司',
  startYear: 2015,
  completionYear: null,
  sources: [
    {
      ...{ publisher: 'Ministry', title: 'List', url: 'https://example.org/list', date: '2020-02-29' },
      ...{ grade: { reliability: 'B', credibility: '2' }, basedOn: 'AFP' },
    },
  ],
  notes: 'first\nsecond',
};
const ROUTE: Route = {
  ...{ id: 'road', name: 'Road', kind: 'road', status: 'completed', corridor: '', radiusKm: 5 },
  line: [
    [62.3, 25.1],
    [64.1, 25.5],
  ],
};

test.each([['site', SITE] as const, ['route', ROUTE] as const])('a %s is the same after the form', (kind, record) => {
  const checked = checkTarget(kind, formOf(kind, record));
  const { id, ...fields } = record;
  expect(checked).toEqual({ ok: true, target: fields });
  const schema = kind === 'site' ? newSiteSchema : newRouteSchema;
  expect(checked.ok && changesOf(kind, record, schema.parse(checked.target))).toEqual({});
});

test('names what is missing or no number', () => {
  const form = {
    ...emptyForm('site'),
    texts: { ...emptyForm('site').texts, latitude: 'north', costMusd: '-1', startYear: '20' },
  };
  const checked = checkTarget('site', { ...form, sources: [{ ...SITE.sources[0], url: 'x' }].flatMap(asSource) });
  const faults = checked.ok ? [] : [...checked.faults].map(([path, { key }]) => [path, key]);
  expect(Object.fromEntries(faults)).toEqual({
    ...{ name: 'required', province: 'required', district: 'required', longitude: 'required' },
    ...{ latitude: 'number', costMusd: 'range', startYear: 'year', 'sources.0.url': 'address' },
  });
});

test('only what was changed is sent', () => {
  const form = formOf('site', SITE);
  const checked = checkTarget('site', { ...form, texts: { ...form.texts, radiusKm: ' 20 ', completionYear: '2030' } });
  expect(checked.ok && changesOf('site', SITE, checked.target)).toEqual({ radiusKm: 20, completionYear: 2030 });
});

test('what was typed is put upon what somebody else saved, and what both changed is named', () => {
  const base = formOf('site', SITE);
  const mine = { ...base, texts: { ...base.texts, name: 'My port', radiusKm: '20' } };
  const theirs = formOf('site', { ...SITE, name: 'Their port', operator: 'Other', sources: [] });
  const { both, form } = joinForms('site', base, mine, theirs);
  expect(both).toEqual(['name']);
  expect(form.texts).toMatchObject({ name: 'My port', radiusKm: '20', operator: 'Other' });
  expect(form.sources).toEqual([]);
});

test('a line is typed latitude first, a point a line', () => {
  expect(writeLine(ROUTE.line)).toBe('25.1, 62.3\n25.5, 64.1');
  expect(readLine('25.1, 62.3\n\n 25.5 64.1 ')).toEqual(ROUTE.line);
  for (const wrong of ['25.1', '25.1, x', '95, 62', '25, 190']) expect(readLine(wrong)).toBeNull();
});

test('a new point goes where the line passes, or on at its nearer end', () => {
  expect(insertPoint(ROUTE.line, [63, 25.3])).toEqual([
    [62.3, 25.1],
    [63, 25.3],
    [64.1, 25.5],
  ]);
  expect(insertPoint(ROUTE.line, [65, 25.6])).toEqual([
    [62.3, 25.1],
    [64.1, 25.5],
    [65, 25.6],
  ]);
  expect(insertPoint(ROUTE.line, [61, 25])).toEqual([
    [61, 25],
    [62.3, 25.1],
    [64.1, 25.5],
  ]);
  expect(insertPoint([], [61, 25])).toEqual([[61, 25]]);
});

function asSource(source: Partial<Site['sources'][number]>) {
  return SITE.sources.slice(0, 1).map((whole) => ({ ...whole, ...source }));
}
