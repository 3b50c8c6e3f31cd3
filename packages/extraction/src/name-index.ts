import type { Actor, District, GazetteerPlace, Province } from '@corridor/domain';
import type { ExtractionContext } from './extraction-context.ts';
import { createPhraseIndex, type PhraseIndex } from './phrase-index.ts';
import { type SiteName, siteNames } from './site-names.ts';

/** What a name stands for. */
export type Named =
  | { readonly kind: 'place'; readonly name: string; readonly place: GazetteerPlace }
  | { readonly kind: 'district'; readonly name: string; readonly district: District }
  | { readonly kind: 'province'; readonly name: string; readonly province: Province }
  | { readonly kind: 'country'; readonly name: string }
  | { readonly kind: 'actor'; readonly name: string; readonly actor: Actor }
  | { readonly kind: 'site'; readonly name: string; readonly site: SiteName };

/** A name, as one of the spellings of what it stands for. */
export interface NameEntry {
  readonly named: Named;
  /** Short forms in capitals are words of their own otherwise: IS, FC, LI. */
  readonly needsCapitals: boolean;
}

/** Made once for each portfolio: contexts of one portfolio share its lists. */
const made = new WeakMap<ExtractionContext['gazetteer'], PhraseIndex<NameEntry>>();

/** All names of a portfolio, as phrases. */
export function nameIndexOf(context: ExtractionContext): PhraseIndex<NameEntry> {
  const known = made.get(context.gazetteer);
  if (known !== undefined) return known;
  const entries = [...namesOf(context)].map(([phrase, named]) => {
    return [phrase, { named, needsCapitals: /^[A-Z]{2,5}$/.test(phrase) }] as const;
  });
  const index = createPhraseIndex(entries);
  made.set(context.gazetteer, index);
  return index;
}

/** "X District" and "ضلع X": the district, where the name alone may be a town of it. */
const DISTRICT_FORMS = [
  (name: string) => `${name} district`,
  (name: string) => `district ${name}`,
  (name: string) => `ضلع ${name}`,
  (name: string) => `${name} ضلع`,
];

function* namesOf(context: ExtractionContext): Generator<readonly [string, Named]> {
  for (const place of context.gazetteer) {
    // Rows of districts add spellings to them; the districts themselves are in a list of their own.
    if (place.kind === 'district') continue;
    const named: Named = { kind: 'place', name: place.name, place };
    for (const name of [place.name, ...place.aliases]) yield [name, named];
  }
  const spellings = spellingsByDistrict(context);
  for (const district of context.districts) {
    const named: Named = { kind: 'district', name: district.name, district };
    for (const name of spellings.get(district) ?? []) {
      yield [name, named];
      for (const form of DISTRICT_FORMS) yield [form(name), named];
    }
  }
  for (const province of context.provinces) {
    const named: Named = { kind: 'province', name: province.name, province };
    for (const name of new Set([province.name, province.shortName, ...province.aliases])) yield [name, named];
  }
  const [country = ''] = context.countryNames;
  for (const name of context.countryNames.filter(isWord)) yield [name, { kind: 'country', name: country }];
  for (const actor of context.actors) {
    const named: Named = { kind: 'actor', name: actor.name, actor };
    for (const name of [actor.name, ...actor.aliases]) yield [name, named];
  }
  for (const { phrase, site } of siteNames(context)) yield [phrase, { kind: 'site', name: phrase, site }];
}

/** Codes of a country are words of other things in texts. */
function isWord(name: string): boolean {
  return /^\p{L}{4,}$/u.test(name);
}

/** A district's own names, and those of its row in the gazetteer; towns of it may lend theirs for "X district". */
function spellingsByDistrict({ districts, gazetteer }: ExtractionContext): ReadonlyMap<District, ReadonlySet<string>> {
  return new Map(
    districts.map((district) => {
      const own = [district.name, ...district.aliases];
      const row = gazetteer.find((place) => place.kind === 'district' && place.district === district.name);
      const names = [...own, ...(row?.aliases ?? [])].map((name) => name.replace(/ district$/i, ''));
      const town = gazetteer.find(({ kind, name }) => kind !== 'district' && name === district.name);
      return [district, new Set([...names, ...(town?.aliases ?? [])])] as const;
    }),
  );
}
