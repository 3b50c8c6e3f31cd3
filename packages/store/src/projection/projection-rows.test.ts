import { createHash } from 'node:crypto';
import { EVENT_TYPES, MAX_TEXT_LENGTH } from '@corridor/domain';
import { expect, test } from 'vitest';
import { TYPES_PER_PLACE } from '../query/tallies.ts';
import { anIncident } from '../testing/any-incident.ts';
import { CODED_VALUES } from './codes.ts';
import { DERIVATION, toFactRow, toTextRow } from './projection-rows.ts';
import { toPrefixQuery } from './search-words.ts';

test('codes stand for what they stood for when this derivation was numbered', () => {
  const lists = createHash('sha256').update(JSON.stringify(CODED_VALUES)).digest('hex').slice(0, 16);
  // Another list needs another DERIVATION, or databases keep rows that mean something else.
  expect({ derivation: DERIVATION, lists }).toEqual({ derivation: 1, lists: '4d1783ba2345e948' });
});

test('event types fit beside a place', () => {
  expect(EVENT_TYPES.length).toBeLessThanOrEqual(TYPES_PER_PLACE);
});

const IDS = {
  place: new Map([['[25.1,62.3,"place","North","Upper"]', 5]]),
  toll: new Map([['0-0-0 2-2-3     ', 6]]),
  term: new Map([
    ['B', 7],
    ['A', 8],
    ['site-1', 9],
  ]),
};

test('a fact has each actor once, in the record’s order, and derives severity and Chinese harm', () => {
  const actors = ['B', 'A', 'B'].map((name) => ({ name, claim: 'claimed' as const }));
  const incident = anIncident('one', { actors, targetType: 'chinese-nationals' });
  expect(toFactRow(incident, 3, IDS)).toEqual({
    incident_id: 'one',
    key: 3,
    start_day: '2024-03-01',
    month: 12 * 2024 + 2,
    place_id: 5,
    toll_id: 6,
    date_precision: 0,
    event_type: EVENT_TYPES.indexOf('Explosions/Remote violence'),
    sub_event_type: 4,
    target_type: 0,
    severity: 1,
    status: 0,
    grade: 7,
    chinese: true,
    actor_ids: [7, 8],
    targeted_ids: [9],
  });
});

test('the words of an incident are those of title, summary, place and actors, folded and once each', () => {
  const incident = anIncident('one', { title: 'Zürich convoy', summary: 'Convoy: 5 DEAD', actors: [] });
  expect(toTextRow(incident, 3)).toMatchObject({
    title_sort_key: 'zurich convoy',
    words: 'zurich convoy 5 dead old bridge',
  });
});

test('a text searches for words that begin with each of its words', () => {
  expect(toPrefixQuery('Att, ZÜR')).toBe('att:* & zur:*');
  expect(toPrefixQuery('— …')).toBeNull();
});

test('no text of a filter is too long for a lexeme', () => {
  const words = toPrefixQuery('\uD55C'.repeat(MAX_TEXT_LENGTH)) ?? '';
  expect(words.endsWith(':*')).toBe(true);
  expect(words.length).toBe(3 * MAX_TEXT_LENGTH + 2);
  expect(Buffer.byteLength(words)).toBeLessThan(2046);
});
