import { loadPortfolio } from '@corridor/cpec-data';
import {
  DUPLICATE_THRESHOLD,
  dayOf,
  draftOf,
  type Incident,
  isoOf,
  scoreDuplicate,
  type UnfinishedDraft,
} from '@corridor/domain';
import { createBoundaries, distanceBetween, uncertaintyOf } from '@corridor/geography';
import { toSummary } from '@corridor/store';
import { expect, test } from 'vitest';

const { basemap, incidents, info } = await loadPortfolio();
const boundaries = createBoundaries(basemap.base, info.districts, info.provinces);
const summaries = incidents.map((incident) => ({
  summary: toSummary(incident),
  at: uncertaintyOf(incident.place, boundaries),
}));
const WORDS = { title: 'Blast', sources: [] };

function retold(
  { place, ...draft }: UnfinishedDraft & Pick<Incident, 'place'>,
  changes: Partial<UnfinishedDraft>,
): UnfinishedDraft {
  return { ...draft, place: { ...place, name: 'Elsewhere' }, ...WORDS, ...changes };
}

const WAYS: readonly (readonly [how: string, tell: (incident: Incident) => UnfinishedDraft])[] = [
  ['in other words, by another source', (incident) => retold(draftOf(incident), {})],
  ['without its actors', (incident) => retold(draftOf(incident), { actors: [] })],
  ['a day off', (incident) => retold(draftOf(incident), { occurred: aDayLater(incident.occurred) })],
  [
    'known to its district only',
    (incident) => {
      const vague = { latitude: null, longitude: null, precision: 'district' } as const;
      return retold(
        draftOf(incident),
        incident.place.district === null ? {} : { place: { ...incident.place, ...vague } },
      );
    },
  ],
];

test.each(WAYS)('an event told again %s is found, and few others are', { timeout: 120_000 }, (_how, tell) => {
  let [found, alarms] = [0, 0];
  for (const [index, incident] of incidents.entries()) {
    const draft = tell(incident);
    const at = draft.place ? uncertaintyOf(draft.place, boundaries) : null;
    const scores = summaries.map((other) => {
      if (Math.abs(dayOf(other.summary.start) - dayOf(draft.occurred.start)) > 40) return 0;
      const distance = at && other.at && distanceBetween(at, other.at);
      return scoreDuplicate(draft, other.summary, { distance, sharesSource: false }).score;
    });
    if ((scores[index] ?? 0) >= DUPLICATE_THRESHOLD) found++;
    if (scores.some((score, other) => other !== index && score >= DUPLICATE_THRESHOLD)) alarms++;
  }
  expect(found / incidents.length).toBeGreaterThan(0.95);
  expect(alarms / incidents.length).toBeLessThan(0.05);
});

function aDayLater({ end, precision, start }: Incident['occurred']): Incident['occurred'] {
  return { start: isoOf(dayOf(start) + 1), end: isoOf(dayOf(end) + 1), precision };
}
