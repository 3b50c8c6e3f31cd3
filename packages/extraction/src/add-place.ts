import type { Place, UnfinishedDraft } from '@corridor/domain';
import { type ChosenPlace, choosePlace } from './choose-place.ts';
import { countrySaid } from './country-said.ts';
import type { Candidate, Evidence } from './extraction.ts';
import type { ExtractionContext } from './extraction-context.ts';
import { findSites } from './find-sites.ts';
import { FROM_OR_TO } from './lexicon/place-words.ts';
import type { ReadSentence } from './read-sentence.ts';

/**
 * Puts where an event was into its draft, with its evidence: the place that its sentences name, or the site where that tells
 * more. Places that it may be instead are candidates.
 */
export function addPlace(
  draft: UnfinishedDraft,
  sentences: readonly ReadSentence[],
  context: ExtractionContext,
  evidence: Evidence[],
  unsure: Candidate[],
): void {
  const { chosen, others } = choosePlace(sentences, context);
  const site = siteOf(sentences, context);
  if (site !== null && tellsMore(site.place, chosen, others.length > 0)) {
    draft.place = site.place;
    evidence.push({ field: 'place', start: site.start, end: site.end });
    return;
  }
  if (chosen !== null) {
    draft.place = chosen.place;
    evidence.push({ field: 'place', start: chosen.found.start, end: chosen.found.end });
  }
  if (chosen === null && others.length === 0) addCountry(draft, sentences, evidence);
  if (others.length > 0) {
    const all = chosen === null ? others : [chosen, ...others];
    unsure.push({
      field: 'place',
      values: all.map(({ place, found: { end, start } }) => ({
        value: place,
        evidence: { field: 'place', start, end },
      })),
    });
  }
}

/** That it was in the country at all is told from an event elsewhere, of which nothing is filed. */
function addCountry(draft: UnfinishedDraft, sentences: readonly ReadSentence[], evidence: Evidence[]): void {
  const country = countrySaid(sentences);
  if (country === null) return;
  const { end, name, start } = country;
  draft.place = { name, province: null, district: null, latitude: null, longitude: null, precision: 'country' };
  evidence.push({ field: 'place', start, end });
}

/** Less speaks for a dateline, or for a town at the end of a road, than for a site where something happened. */
const PLACED = 1;

/** Whether a site says where something was, and the text's own place does not, or only in which province. */
function tellsMore(site: Place, chosen: ChosenPlace['chosen'], isOpen: boolean): boolean {
  if (chosen === null) return !isOpen;
  const { found, place } = chosen;
  return found.weight < PLACED || (place.precision === 'province' && place.province === site.province);
}

/** The first site at which something happened; of several of one name in one district, one of them, near which it was. */
function siteOf(
  sentences: readonly ReadSentence[],
  { sites }: ExtractionContext,
): { readonly place: Place; readonly start: number; readonly end: number } | null {
  for (const { end, first, ids, sentence, start } of sentences.flatMap(findSites)) {
    if (sentence.words.slice(Math.max(0, first - 2), first).some(({ text }) => FROM_OR_TO.has(text))) continue;
    const named = sites.filter(({ id }) => ids.includes(id));
    const [site] = named;
    const isTold = named.length === ids.length && named.every(({ district }) => district === site?.district);
    if (site === undefined || !isTold) continue;
    const { district, latitude, longitude, name, province } = site;
    const precision = ids.length > 1 ? 'near-place' : site.precision;
    return { place: { name, province, district, latitude, longitude, precision }, start, end };
  }
  return null;
}
