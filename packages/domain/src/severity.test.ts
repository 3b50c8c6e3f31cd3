import { expect, test } from 'vitest';
import { type SeverityInput, severityOf } from './index.ts';

const attack: SeverityInput = {
  eventType: 'Violence against civilians',
  subEventType: 'Attack',
  killed: null,
  wounded: null,
  abducted: null,
};
const talks: SeverityInput = { ...attack, eventType: 'Strategic developments', subEventType: 'Agreement' };

test.each([
  [5, { ...attack, killed: 20 }],
  [4, { ...attack, killed: 19 }],
  [4, { ...attack, killed: 5 }],
  [4, { ...attack, wounded: 20 }],
  [3, { ...attack, killed: 1 }],
  [3, { ...talks, abducted: 1 }],
  [3, { ...attack, wounded: 5 }],
  [2, { ...talks, wounded: 1 }],
  [2, attack],
  [2, { ...attack, eventType: 'Riots', subEventType: 'Violent demonstration' }],
  [1, { ...attack, eventType: 'Riots', subEventType: 'Mob violence' }],
  [1, talks],
] as const)('is %i for %o', (severity, input) => {
  expect(severityOf(input)).toBe(severity);
});
