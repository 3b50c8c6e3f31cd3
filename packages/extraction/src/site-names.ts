import type { ExtractionContext } from './extraction-context.ts';
import { NAMED_ALONE, PROJECT_WORDS, WORDS_OF_KIND } from './lexicon/site-words.ts';
import { wordsIn } from './words.ts';

/** A site or route as names stand for it. */
export interface SiteName {
  readonly id: string;
  /** Where it is; null for a route. */
  readonly site: ExtractionContext['sites'][number] | null;
}

/** The phrases by which texts name sites and routes: their names, and the ways of saying what they are. */
export function siteNames({ sites, routes, gazetteer }: ExtractionContext): { phrase: string; site: SiteName }[] {
  const spellings = new Map(gazetteer.map(({ name, aliases }) => [name, aliases] as const));
  return [
    ...sites.flatMap((site) => namesOfSite(site, spellings).map((phrase) => ({ phrase, site: { id: site.id, site } }))),
    ...routes.flatMap(({ id, name }) => namesOfRoute(name).map((phrase) => ({ phrase, site: { id, site: null } }))),
  ];
}

function namesOfSite(
  site: ExtractionContext['sites'][number],
  spellings: ReadonlyMap<string, readonly string[]>,
): string[] {
  const plain = withoutBrackets(site.name);
  const whole = [plain, ...(plain.includes(':') ? [plain.slice(0, plain.indexOf(':'))] : [])];
  if (site.sector === 'diplomatic') return [...whole, ...namesOfMission(site.name)];
  const heads = headsOf(plain).flatMap((head) => [head, ...(spellings.get(head) ?? [])]);
  const kinds = (WORDS_OF_KIND[site.kind] ?? '').split('|').filter((word) => word !== '');
  const acronym = /\(([A-Z]{4,})\)/.exec(site.name)?.[1];
  return [
    ...whole,
    ...(acronym === undefined ? [] : [acronym]),
    ...heads.flatMap((head) => [
      ...(NAMED_ALONE.has(site.sector) ? [head] : []),
      ...kinds.map((kind) => `${head} ${kind}`),
    ]),
  ];
}

/** "Dasu Hydropower Project" is Dasu; "Jinnah International Airport Karachi" is Jinnah, and of Karachi. */
function headsOf(name: string): string[] {
  const words = wordsIn(name, 0, name.length);
  const isProject = words.map(({ text }) => PROJECT_WORDS.has(text) || /^\d/.test(text));
  // A name may begin with such a word: Port Qasim.
  const [first, last] = [isProject.indexOf(true, 1), isProject.lastIndexOf(true)];
  const textOf = (from: number, to: number) => name.slice(words[from]?.start, words[to]?.end).replace(/^New /, '');
  if (first <= 0) return [];
  const head = textOf(0, first - 1);
  const tail = last < words.length - 1 && !name.includes(':') ? textOf(last + 1, words.length - 1) : null;
  return [head, tail].filter((text) => text !== null).filter((text) => text.length > 3 && !COUNTRIES.has(text));
}

const COUNTRIES = new Set(['China', 'Pak-China', 'China-Pakistan']);

/** "Embassy of China, Islamabad": the Chinese embassy, the embassy in Islamabad. */
function namesOfMission(name: string): string[] {
  const [, mission, city] = /^(Embassy|Consulate)(?: General)? of China, (.+)$/.exec(name) ?? [];
  if (mission === undefined || city === undefined) return [];
  const forms = [
    `Chinese ${mission}`,
    `Chinese ${mission} General`,
    `China's ${mission}`,
    `China's ${mission} General`,
  ];
  return [...forms, ...forms.map((form) => `${form} in ${city}`), `${mission} General of China in ${city}`];
}

/** "N-25 National Highway (Karachi-Khuzdar)": its code, its name, both. */
function namesOfRoute(name: string): string[] {
  const plain = withoutBrackets(name);
  const [, code, rest] = /^([A-Z]{1,2}-\d{1,2}) (.+)$/.exec(plain) ?? [];
  if (code === undefined || rest === undefined) return [plain];
  const isOwnName = !/^(National Highway|Motorway|Main Line|Line)$/.test(rest);
  return [plain, code, `${code} highway`, `${code} motorway`, ...(isOwnName ? [rest] : [])];
}

function withoutBrackets(name: string): string {
  return name.replace(/\s*\([^)]*\)/g, '').trim();
}
