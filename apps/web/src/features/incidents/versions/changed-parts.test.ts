import type { Incident } from '@corridor/domain';
import { createMadeUpGeography, createSeededIncidents } from '@corridor/incident-table/testing';
import { expect, test } from 'vitest';
import { changedParts } from './changed-parts.ts';

const [incident] = createSeededIncidents({ count: 1, seed: 7, geography: createMadeUpGeography() });
if (!incident) throw new Error('Expected an incident');
const before: Incident = { ...incident, status: 'reported' };
const casualties = { ...before.casualties, killed: { low: 90, best: 91, high: 92 } };

test('names each part that differs, the status first', () => {
  const after: Incident = { ...before, status: 'disputed', title: `${before.title}, again`, casualties };
  expect(changedParts(before, after)).toEqual(['status', 'title', 'killed']);
});

test('takes fields that mean nothing without each other as one', () => {
  const targetType = before.targetType === 'civilians' ? 'convoy' : 'civilians';
  expect(changedParts(before, { ...before, target: 'A lorry', targetType })).toEqual(['target']);
});

test('finds nothing where only the order of fields differs', () => {
  const { killed, ...others } = before.casualties;
  expect(changedParts(before, { ...before, casualties: { ...others, killed } })).toEqual([]);
});
