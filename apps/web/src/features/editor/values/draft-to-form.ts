import type { Range } from '@corridor/domain';
import { randomKey } from '../../../lib/random-key.ts';
import type { ToldDraft } from '../../../lib/record-parts/told-draft.ts';
import { byKind, type FormValues, NO_TOLL, type TollText } from './form-values.ts';

/** A record, or what of one is told, as the form shows it. */
export function draftToForm(draft: ToldDraft): FormValues {
  const { casualties, claims, occurred, place, sources, actors, ...same } = draft;
  return {
    ...same,
    targetedSites: [...draft.targetedSites],
    actors: actors.map((actor) => ({ key: randomKey(), ...actor })),
    occurred: { ...occurred },
    place: {
      ...place,
      province: place.province ?? '',
      district: place.district ?? '',
      latitude: degreeText(place.latitude),
      longitude: degreeText(place.longitude),
    },
    casualties: byKind((kind) => tollText(casualties[kind])),
    claims: claims.map((claim) => ({
      ...claim,
      key: randomKey(),
      toll: tollText(claim.toll),
      source: claim.source ?? '',
    })),
    sources: sources.map((source) => ({
      ...source,
      key: randomKey(),
      date: source.date ?? '',
      grade: source.grade ?? { reliability: '', credibility: '' },
    })),
    reason: '',
  };
}

function degreeText(degrees: number | null): string {
  return degrees === null ? '' : String(degrees);
}

/** One figure for all three is shown once. */
function tollText(range: Range | null): TollText {
  if (range === null) return NO_TOLL;
  const { low, best, high } = range;
  const isOne = low === best && best === high;
  return { low: isOne ? '' : String(low), best: String(best), high: isOne ? '' : String(high) };
}
