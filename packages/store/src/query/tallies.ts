import type { TimeUnit } from '@corridor/domain';
import { type RawBuilder, sql } from 'kysely';
import type { FilterClause, FilterPart } from './filter-clause.ts';
import type { Database } from './sql-snapshot.ts';
import { bucketExpression } from './time-buckets.ts';

/** What incidents can be counted by in one pass: each is a number that is never null. */
export type TallyBy =
  | 'place'
  | 'placeAndType'
  | 'type'
  | 'subType'
  | 'targetType'
  | 'severity'
  | 'status'
  | 'grade'
  | 'chinese'
  | TimeUnit
  | 'actor'
  | 'targetedSite';

/** How many incidents have each value. */
export type Tally = ReadonlyMap<number, number>;

/** Types are packed beside places: EVENT_TYPES has fewer. */
export const TYPES_PER_PLACE = 8;

/** Stands for an incident without a value. */
export const NO_VALUE = -1;

const UNNESTED = { actor: 'actor_ids', targetedSite: 'targeted_ids' } as const;

/**
 * Counts that the parts of an answer ask for, taken together: one statement for each distinct filter, with a grouping set
 * for each count, however many parts ask; and one for each count by actor or targeted site. `oneByOne`: one for each.
 */
export class Tallies {
  readonly #clause: FilterClause;
  readonly #wanted = new Map<string, { readonly without: FilterPart | null; readonly by: Set<TallyBy> }>();
  readonly #counted = new Map<string, Tally>();

  constructor(clause: FilterClause) {
    this.#clause = clause;
  }

  /** Gives the function that has the counts after `count`. */
  want(by: TallyBy, without: FilterPart | null = null): () => Tally {
    const signature = this.#clause.signature(without);
    const wanted = this.#wanted.get(signature) ?? { without, by: new Set() };
    wanted.by.add(by);
    this.#wanted.set(signature, wanted);
    return () => {
      const tally = this.#counted.get(`${by} ${signature}`);
      if (!tally) throw new Error(`the counts by ${by} were not taken`);
      return tally;
    };
  }

  async count(db: Database, oneByOne: boolean): Promise<void> {
    for (const [signature, { without, by }] of this.#wanted) {
      const condition = this.#clause.condition(without);
      const plain = [...by].filter((name) => name !== 'actor' && name !== 'targetedSite');
      for (const names of oneByOne ? plain.map((name) => [name]) : [plain]) {
        for (const [name, tally] of await countPlain(db, condition, names)) {
          this.#counted.set(`${name} ${signature}`, tally);
        }
      }
      for (const name of ['actor', 'targetedSite'] as const) {
        if (by.has(name)) this.#counted.set(`${name} ${signature}`, await countUnnested(db, condition, name));
      }
    }
  }
}

type PlainBy = Exclude<TallyBy, keyof typeof UNNESTED>;

async function countPlain(
  db: Database,
  condition: RawBuilder<unknown>,
  names: readonly PlainBy[],
): Promise<ReadonlyMap<PlainBy, Tally>> {
  if (names.length === 0) return new Map();
  const columns = names.map((_, index) => sql.ref(`c${index}`));
  const expressions = names.map((name, index) => sql`${expressionOf(name)} as ${sql.ref(`c${index}`)}`);
  const { rows } = await sql<{ which: number; value: number; count: number }>`
    select ${whichOf(columns)} as which, coalesce(${sql.join(columns)}) as value, count(*) as count
    from (select ${sql.join(expressions)} from incident_fact f where ${condition}) counted
    group by ${groupingSets(columns.map((column) => [column]))}`.execute(db);
  const tallies = new Map<PlainBy, Map<number, number>>(names.map((name) => [name, new Map()]));
  const byMask = new Map(names.map((name, index) => [maskOf(index, names.length), tallies.get(name)]));
  for (const { which, value, count } of rows) byMask.get(which)?.set(value, count);
  return tallies;
}

/** Which of the columns a row is grouped by; 0 for the only one. */
function whichOf(columns: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return columns.length === 1 ? sql`0` : sql`grouping(${sql.join(columns)})`;
}

/** Groups by each set of columns; by a single one in the plain way, which works on shards too. */
function groupingSets(sets: readonly (readonly RawBuilder<unknown>[])[]): RawBuilder<unknown> {
  const [first] = sets;
  if (first && sets.length === 1) return sql.join(first);
  return sql`grouping sets (${sql.join(sets.map((columns) => sql`(${sql.join(columns)})`))})`;
}

/** The bits that `grouping` sets, of `count` columns, where one is grouped by: it has a 0, and the first is the highest. */
function maskOf(index: number, count: number): number {
  return 2 ** count - 1 - 2 ** (count - 1 - index);
}

function expressionOf(name: PlainBy): RawBuilder<unknown> {
  switch (name) {
    case 'place':
      return sql`f.place_id`;
    case 'placeAndType':
      return sql`f.place_id::bigint * ${sql.lit(TYPES_PER_PLACE)} + f.event_type`;
    case 'type':
      return sql`f.event_type`;
    case 'subType':
      return sql`f.sub_event_type`;
    case 'targetType':
      return sql`f.target_type`;
    case 'severity':
      return sql`f.severity`;
    case 'status':
      return sql`f.status`;
    case 'grade':
      return sql`f.grade`;
    case 'chinese':
      return sql`f.chinese::integer`;
    default:
      return bucketExpression(name);
  }
}

async function countUnnested(
  db: Database,
  condition: RawBuilder<unknown>,
  name: keyof typeof UNNESTED,
): Promise<Tally> {
  const { rows } = await sql<{ value: number; count: number }>`
    select coalesce(term, ${sql.lit(NO_VALUE)}) as value, count(*) as count
    from incident_fact f left join lateral unnest(${sql.ref(`f.${UNNESTED[name]}`)}) as term on true
    where ${condition}
    group by term`.execute(db);
  return new Map(rows.map(({ value, count }) => [value, count]));
}
