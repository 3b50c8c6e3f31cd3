import { type Actor, type District, foldText, type Province } from '@corridor/domain';

/** How names in foreign data are understood: in any case, without accents, and with or without the word for what it is. */
export interface PlaceNames {
  province(text: string): string | null;
  /** All districts of that name; more than one where provinces share it. */
  districts(text: string): readonly { readonly name: string; readonly province: string }[];
  /** The portfolio's name of an actor that it knows by this name or alias; others keep the name that the source gives. */
  actor(text: string): string;
}

/** The names of a portfolio. O(names) once, then a look-up for each distinct text. */
export function createPlaceNames(portfolio: {
  readonly provinces: readonly Province[];
  readonly districts: readonly District[];
  readonly actors: readonly Actor[];
}): PlaceNames {
  const provinces = new Map<string, string>();
  for (const { name, shortName } of portfolio.provinces) {
    for (const text of [name, shortName]) provinces.set(keyOf(text), name);
  }
  const districts = new Map<string, { readonly name: string; readonly province: string }[]>();
  for (const { name, aliases, province } of portfolio.districts) {
    for (const key of new Set([name, ...aliases].map(keyOf))) {
      districts.set(key, [...(districts.get(key) ?? []), { name, province }]);
    }
  }
  const actors = new Map<string, string>();
  for (const { name, aliases } of portfolio.actors) for (const alias of aliases) actors.set(foldText(alias), name);
  for (const { name } of portfolio.actors) actors.set(foldText(name), name);
  return {
    province: (text) => provinces.get(keyOf(text)) ?? null,
    districts: (text) => districts.get(keyOf(text)) ?? [],
    actor: (text) => actors.get(foldText(text)) ?? actors.get(foldText(acronymOf(text))) ?? text,
  };
}

/** What sources put after or before the name of an area. */
const KIND_OF_AREA = /\b(province|district|agency|capital territory|territory|division|state)\b/g;

function keyOf(text: string): string {
  const folded = foldText(text);
  const bare = folded
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
