import { type Actor, type District, foldText, type Province } from '@corridor/domain';

/** How names in foreign data are understood: in any case, without accents, and with or without the word for what it is. */
export interface PlaceNames {
  province(text: string): string | null;
  /** The districts of that name, else those with that alias: more than one where a district was divided, or provinces share it. */
  districts(text: string): readonly DistrictName[];
  /** The portfolio's name of an actor that it knows by this name or alias; others keep the name that the source gives. */
  actor(text: string): string;
}

export interface DistrictName {
  readonly name: string;
  readonly province: string;
}

/** The names of a portfolio. O(names) once, then a look-up for each distinct text. */
export function createPlaceNames(portfolio: {
  readonly provinces: readonly Province[];
  readonly districts: readonly District[];
  readonly actors: readonly Actor[];
}): PlaceNames {
  const provinces = new Map<string, string>();
  for (const { aliases, name, shortName } of portfolio.provinces) {
    for (const text of [name, shortName, ...aliases]) provinces.set(keyOf(text), name);
  }
  const districts = new Map<string, readonly DistrictName[]>();
  const add = (text: string, district: DistrictName): void => {
    const known = districts.get(keyOf(text)) ?? [];
    if (!known.includes(district)) districts.set(keyOf(text), [...known, district]);
  };
  const named = portfolio.districts.map(({ name, aliases, province }) => ({ district: { name, province }, aliases }));
  for (const { district } of named) add(district.name, district);
  const own = new Set(districts.keys());
  for (const { district, aliases } of named)
    for (const alias of aliases) if (!own.has(keyOf(alias))) add(alias, district);
  const actors = new Map<string, string>();
  for (const { name, aliases } of portfolio.actors) for (const alias of aliases) actors.set(foldText(alias), name);
  for (const { name } of portfolio.actors) actors.set(foldText(name), name);
  return {
    province: remembering((text) => provinces.get(keyOf(text)) ?? null),
    districts: remembering((text) => districts.get(keyOf(text)) ?? []),
    actor: remembering((text) => actors.get(foldText(text)) ?? actors.get(foldText(acronymOf(text))) ?? text),
  };
}

/** How many answers are kept; names repeat a thousand times over in a file. */
const REMEMBERED = 10_000;

function remembering<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const answer = known.get(text);
    if (answer !== undefined) return answer;
    if (known.size >= REMEMBERED) known.clear();
    const found = find(text);
    known.set(text, found);
    return found;
  };
}

/** What sources put after or before the name of an area. */
const KIND_OF_AREA = /\b(province|district|agency|capital territory|territory|division|state)\b/g;

function keyOf(text: string): string {
  const folded = foldText(text);
  const bare = folded
    .replaceAll('&', ' and ')
    .replace(KIND_OF_AREA, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return bare === '' ? folded.trim() : bare;
}

/** ACLED writes `BLA: Baloch Liberation Army`, GTD `Baloch Liberation Army (BLA)`. */
function acronymOf(text: string): string {
  const [, before, after] = /^([^:]{2,20}):|\(([^()]{2,20})\)$/.exec(text) ?? [];
  return before ?? after ?? text;
}
