import { isDeepStrictEqual } from 'node:util';
import { type Claim, evidenceLost, type Incident, type Place, type Source } from '@corridor/domain';
import type { KnownOfPiece, StandingIncident } from '@corridor/store';
import { inWords } from './in-words.ts';
import { textOf } from './text-of.ts';

/** A field that people and the source changed since, each in another way. */
export interface ImportConflict {
  readonly field: string;
  /** Both in words. */
  readonly imported: string;
  readonly stands: string;
}

export interface Comparison {
  readonly kind: 'new' | 'changed' | 'unchanged' | 'conflict';
  /** What is to stand; null where nothing is to be written. */
  readonly record: Incident | null;
  readonly conflicts: readonly ImportConflict[];
  /** Whether the file says something else than it did before. */
  readonly isNews: boolean;
}

/** `compareImported`, but for what the file only repeats, whose standing record was not even read. */
export function compareWithKnown(
  given: Incident,
  { repeated, standing }: Pick<KnownOfPiece, 'repeated' | 'standing'>,
): Comparison {
  return repeated.has(given.id) ? UNCHANGED : compareImported(given, standing.get(given.id));
}

/**
 * What a record of a file is to one that stands, part by part between three: what the source said before, what stands, what
 * it says now. A part that only the source changed is taken, one that only people changed stays, and one that both
 * changed stays and is a conflict. Sources and claims are sets: what the source adds and removes, people's are not.
 */
export function compareImported(given: Incident, standing: StandingIncident | undefined): Comparison {
  if (!standing || standing.withdrawn) return { kind: 'new', record: given, conflicts: [], isNews: true };
  const { base, incident: stands } = standing;
  const imported = filled(given, stands);
  if (isDeepStrictEqual(imported, base)) return UNCHANGED;
  const merged = { ...stands, casualties: { ...stands.casualties } };
  const conflicts: ImportConflict[] = [];
  for (const { field, read, write } of PARTS) {
    const [now, before, here] = [read(imported), read(base), read(stands)].map(textOf);
    if (now === here || now === before) continue;
    if (here === before) write(merged, imported);
    else conflicts.push({ field, imported: inWords(read(imported)), stands: inWords(read(stands)) });
  }
  merged.sources = mergedSet(imported.sources, base.sources, stands.sources);
  merged.claims = mergedSet(imported.claims, base.claims, stands.claims);
  if (evidenceLost(stands, merged).length > 0) {
    conflicts.push({ field: 'sources', imported: inWords(merged.sources), stands: inWords(stands.sources) });
    Object.assign(merged, { sources: stands.sources, grade: stands.grade });
  }
  const isNews = textOf(imported) !== textOf(base);
  const record = textOf(merged) === textOf(stands) ? null : merged;
  const kind = conflicts.length > 0 ? 'conflict' : record ? 'changed' : 'unchanged';
  return { kind, record, conflicts, isNews };
}

/** Most records of a file that comes again: told by one look, not by a text of each part. */
const UNCHANGED: Comparison = { kind: 'unchanged', record: null, conflicts: [], isNews: false };

interface Part {
  readonly field: string;
  readonly read: (incident: Incident) => unknown;
  readonly write: (to: Incident, from: Incident) => void;
}

function part<Field extends keyof Incident>(...fields: readonly Field[]): Part {
  const [first] = fields;
  return {
    field: String(first),
    read: (incident) => fields.map((field) => incident[field]),
    write: (to, from) => {
      for (const field of fields) to[field] = from[field];
    },
  };
}

function toll(kind: keyof Incident['casualties']): Part {
  return {
    field: kind,
    read: ({ casualties }) => casualties[kind],
    write: (to, from) => {
      to.casualties[kind] = from.casualties[kind];
    },
  };
}

/** All of a record but its id, sources and claims. What only makes sense together is one part. */
const PARTS: readonly Part[] = [
  ...[part('title'), part('summary'), part('occurred'), part('eventType', 'subEventType'), part('actors')],
  ...[part('target'), part('targetType'), part('place'), part('grade'), part('status'), part('targetedSites')],
  ...[part('projectSite'), part('notes'), part('summarisesDay'), part('origin', 'licence')],
  ...(['killed', 'wounded', 'abducted', 'attackersKilled', 'chineseKilled', 'chineseWounded'] as const).map(toll),
];

/** What stands, without what the source took out and with what it added since. In the order in which it stands. */
function mergedSet<T>(imported: readonly T[], base: readonly T[], stands: readonly T[]): T[] {
  const [now, before, here] = [imported, base, stands].map((all) => new Set(all.map(textOf)));
  return [
    ...stands.filter((one) => !before?.has(textOf(one)) || now?.has(textOf(one))),
    ...imported.filter((one) => !before?.has(textOf(one)) && !here?.has(textOf(one))),
  ];
}

/** Formats leave out parts of places, sources and claims, our own too: what the record knows of the same one stays. */
function filled(imported: Incident, stands: Incident): Incident {
  const sources = new Map(stands.sources.map((source) => [source.url, source]));
  const claims = new Map(stands.claims.map((claim) => [claimKey(claim), claim]));
  return {
    ...imported,
    place: filledPlace(imported.place, stands.place),
    sources: imported.sources.map((source) => filledSource(source, sources.get(source.url))),
    claims: imported.claims.map((claim) => {
      const known = claims.get(claimKey(claim));
      return known ? { ...claim, source: claim.source ?? known.source, note: claim.note || known.note } : claim;
    }),
  };
}

/** Our own GeoJSON has no point for what is only known to a district: a map would draw it where nobody says that it was. */
function filledPlace(place: Place, known: Place): Place {
  const isSame =
    place.latitude === null &&
    place.name === known.name &&
    place.province === known.province &&
    place.district === known.district &&
    place.precision === known.precision;
  return isSame ? known : place;
}

function filledSource(source: Source, known: Source | undefined): Source {
  if (!known) return source;
  return {
    publisher: source.publisher || known.publisher,
    title: source.title || known.title,
    url: source.url,
    date: source.date ?? known.date,
    grade: source.grade ?? known.grade,
    basedOn: source.basedOn || known.basedOn,
  };
}

function claimKey({ by, kind, toll: { best, high, low } }: Claim): string {
  return JSON.stringify([kind, by, low, best, high]);
}
