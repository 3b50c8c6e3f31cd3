import { createMadeUpGeography, createSeededIncidents } from '@corridor/incident-table/testing';
import { expect, it } from 'vitest';
import { isFirstKept } from './is-first-kept.ts';

const [incident] = createSeededIncidents({ count: 1, seed: 3, geography: createMadeUpGeography() });
if (!incident) throw new Error('Expected an incident');
const source = { publisher: 'A', title: '', url: 'https://a.example/', date: null, grade: null, basedOn: '' };
const record: Parameters<typeof isFirstKept>[0] = { ...incident, status: 'reported', sources: [source], doubles: [] };

it('proposes to keep what holds merged records, since that cannot be merged itself', () => {
  const holder: typeof record = { ...record, status: 'retracted', doubles: ['other'] };
  expect(isFirstKept(holder, { ...record, status: 'confirmed' })).toBe(true);
  expect(isFirstKept({ ...record, status: 'confirmed' }, holder)).toBe(false);
});

it('proposes to keep what is judged further, before what has more sources', () => {
  const richer = { ...record, sources: [source, source] };
  expect(isFirstKept({ ...record, status: 'corroborated' }, richer)).toBe(true);
  expect(isFirstKept({ ...record, status: 'retracted' }, record)).toBe(false);
  expect(isFirstKept({ ...record, status: 'disputed' }, richer)).toBe(false);
});

it('keeps the first of two that are alike', () => {
  expect(isFirstKept(record, record)).toBe(true);
});
