import { foldText, type Place, type Portfolio, type Site, wordsOf } from '@corridor/domain';

/** A place that an incident may be given, by name. */
export interface FoundPlace extends Place {
  readonly kind: 'place' | 'district' | 'site';
}

interface Named extends FoundPlace {
  /** The name and its aliases, as words. */
  readonly names: readonly (readonly string[])[];
}

const MAX_FOUND = 10;

/** What of a portfolio has a name and a place, folded once. */
export class Gazetteer {
  readonly #places: readonly Named[];

  constructor({ gazetteer, info }: Pick<Portfolio, 'gazetteer' | 'info'>) {
    const districts = info.districts.map(({ aliases, latitude, longitude, name, province }) =>
      named({ name, kind: 'district', province, district: name, latitude, longitude, precision: 'district' }, aliases),
    );
    const places = gazetteer
      .filter(({ kind }) => kind !== 'district')
      .map(({ aliases, district, kind, latitude, longitude, name, province }) => {
        const where = { province: province || null, district: district || null, latitude, longitude };
        return named({ name, kind: 'place', ...where, precision: precisionOf(kind, where.province) }, aliases);
      });
    this.#places = [...districts, ...places];
  }

  /**
   * The places that each word of a text begins a word of: first those whose name begins with the text, by an alias after
   * those by their name, shorter names before longer ones. A site's place is that of the incident that is at it.
   */
  find(text: string, sites: readonly Site[]): readonly FoundPlace[] {
    const wanted = wordsOf(text);
    if (wanted.length === 0) return [];
    return [...this.#places, ...sites.map(toNamedSite)]
      .flatMap((place) => {
        const rank = rankOf(place, wanted);
        return rank === null ? [] : [{ place, rank }];
      })
      .sort((a, b) => a.rank - b.rank || a.place.name.length - b.place.name.length || compare(a.place, b.place))
      .slice(0, MAX_FOUND)
      .map(({ place: { names, ...place } }) => place);
  }
}

function named(place: FoundPlace, aliases: readonly string[]): Named {
  return { ...place, names: [place.name, ...aliases].map(wordsOf) };
}

function toNamedSite({ district, latitude, longitude, name, precision, province }: Site): Named {
  return named({ name, kind: 'site', province, district, latitude, longitude, precision }, []);
}

/** A region is known to its province at best, everything else that a gazetteer names is a place. */
function precisionOf(kind: string, province: string | null): Place['precision'] {
  if (kind !== 'region') return 'place';
  return province === null ? 'country' : 'province';
}

/** 0 for the name itself, then by where and in which name it begins; null where a word begins none. */
function rankOf({ names }: Named, wanted: readonly string[]): number | null {
  const ranks = names.flatMap((words, index) => {
    if (!wanted.every((word) => words.some((candidate) => candidate.startsWith(word)))) return [];
    const [all, text] = [words.join(' '), wanted.join(' ')];
    const where = all === text ? 0 : all.startsWith(text) ? 2 : 4;
    return [where + (index === 0 ? 0 : 1)];
  });
  return ranks.length === 0 ? null : Math.min(...ranks);
}

function compare(a: FoundPlace, b: FoundPlace): number {
  return foldText(a.name) < foldText(b.name) ? -1 : 1;
}
