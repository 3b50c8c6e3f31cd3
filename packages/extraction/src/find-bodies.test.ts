import { expect, test } from 'vitest';
import { articleOfText } from './article-of-text.ts';
import { extractDrafts } from './extract-drafts.ts';
import { portfolioContext } from './testing/evaluation/portfolio-context.ts';

const { context } = await portfolioContext();

/** A Tuesday. */
const PUBLISHED = '2025-10-14';

function read(text: string) {
  return extractDrafts({ ...articleOfText(text, { published: PUBLISHED }), title: '', text }, context).drafts;
}

test.each([
  ['found on Monday with bullet wounds.', '2025-10-13', '2025-10-13', 'day'],
  ['found on Monday. Both had been killed two days earlier, a doctor said.', '2025-10-11', '2025-10-11', 'day'],
  ['found on Monday. Both had been killed two or three days earlier.', '2025-10-10', '2025-10-11', 'day'],
  ['found on Monday. Both had been strangled four to six days before.', '2025-10-07', '2025-10-09', 'week'],
  ['found on Monday. Both had been murdered about a week ago.', '2025-10-06', '2025-10-12', 'week'],
  ['found on Monday. They were strangled, and had been dead for about a month.', '2025-09-01', '2025-09-30', 'month'],
  ['found on Monday. They were murdered 4000000 days ago.', '2025-10-13', '2025-10-13', 'day'],
])('dates the killing of two men whose bodies were %s', (rest, start, end, precision) => {
  const drafts = read(`HUB: The bodies of two men were ${rest}`);
  expect(drafts.map(({ draft }) => draft.occurred)).toEqual([{ start, end, precision }]);
  expect(drafts.map(({ draft }) => [draft.subEventType, draft.casualties?.killed?.best])).toEqual([['Attack', 2]]);
});

test('is of the day on which somebody was found who had been abducted before', () => {
  const [draft] = read(
    'SIBI: A cook of the gas company who had been kidnapped in Sibi on Thursday was found shot dead on Sunday.',
  );
  expect(draft?.draft.occurred.start).toBe('2025-10-12');
  expect(draft?.draft.casualties?.killed?.best).toBe(1);
});

test('leaves open since when somebody may have been dead who was seen before', () => {
  const [draft] = read(
    'HUB: The bullet-riddled body of a trader was found near Hub on Monday. He had left home on Friday and did not return.',
  );
  expect(draft?.draft.occurred.start).toBe('2025-10-13');
  expect(draft?.unsure.find(({ field }) => field === 'occurred')?.values.map(({ value }) => value)).toEqual([
    { start: '2025-10-13', end: '2025-10-13', precision: 'day' },
    { start: '2025-10-10', end: '2025-10-13', precision: 'week' },
  ]);
});

test.each([
  'GWADAR: The body of a fisherman was recovered from the sea near Gwadar on Monday. His boat had sunk.',
  'GWADAR: The body of a man was found near Gwadar on Monday. There were no marks on it.',
])('drafts nothing of bodies without a mark of violence: %s', (text) => {
  expect(read(text)).toEqual([]);
});
