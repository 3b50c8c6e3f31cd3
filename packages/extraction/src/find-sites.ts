import { districtOf } from './choose-place.ts';
import type { SiteMention } from './extraction.ts';
import { findPlaces } from './find-places.ts';
import type { ReadSentence } from './read-sentence.ts';

export interface SiteFound extends SiteMention {
  readonly sentence: ReadSentence;
  readonly first: number;
  readonly last: number;
}

/** The sites and routes that a sentence names. Of several of one name those are meant whose district it names too. */
export function findSites(sentence: ReadSentence): SiteFound[] {
  const districts = new Set(findPlaces(sentence).flatMap(({ named }) => named.map(districtOf)));
  return sentence.names.flatMap(({ first, last, named }) => {
    const sites = named.filter((one) => one.kind === 'site').map(({ site }) => site);
    const here = sites.filter(({ site }) => site !== null && districts.has(site.district));
    const meant = here.length > 0 ? here : sites;
    const ids = [...new Set(meant.map(({ id }) => id))];
    const [start, end] = [sentence.words[first]?.start ?? 0, sentence.words[last]?.end ?? 0];
    return ids.length === 0 ? [] : [{ ids, start, end, sentence, first, last }];
  });
}
