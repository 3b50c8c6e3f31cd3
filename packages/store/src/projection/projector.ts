import type { TableIncident } from '@corridor/domain';
import { type Kysely, sql } from 'kysely';
import { insertOf, insertRows } from '../insert-rows.ts';
import { meanwhile } from '../meanwhile.ts';
import type { Schema } from '../schema.ts';
import {
  type DictionaryEntry,
  type DictionaryIds,
  toFactRow,
  toPlaceEntry,
  toTermEntry,
  toTextRow,
  toTollEntry,
} from './projection-rows.ts';

/** An incident that counts, with its key. */
export interface CountedIncident {
  readonly incident: TableIncident;
  readonly key: number;
}

type DictionaryTable = keyof DictionaryIds;

interface Identified {
  readonly id: number;
  readonly signature: string;
}
const RETURNED = ['id', 'signature'] as const;

/** Keeps the projection in step with the records, inside one transaction that holds the revision. */
export class Projector {
  readonly #trx: Kysely<Schema>;
  /** Of this transaction only: another one may be rolled back. */
  readonly #ids = {
    place: new Map<string, number>(),
    toll: new Map<string, number>(),
    term: new Map<string, number>(),
  };

  constructor(trx: Kysely<Schema>) {
    this.#trx = trx;
  }

  /** Writes the rows of a batch of incidents that have none. */
  async put(counted: readonly CountedIncident[]): Promise<void> {
    await this.#identify(
      'place',
      entriesOf(counted, ({ place }) => [toPlaceEntry(place)]),
    );
    await this.#identify(
      'toll',
      entriesOf(counted, (incident) => [toTollEntry(incident)]),
    );
    await this.#identify('term', entriesOf(counted, termsOf));
    const facts = counted.map(({ incident, key }) => toFactRow(incident, key, this.#ids));
    const texts = await meanwhile(insertRows(this.#trx, 'incident_fact', facts), () =>
      insertOf(
        'incident_text',
        counted.map(({ incident, key }) => toTextRow(incident, key)),
      ),
    );
    await texts?.execute(this.#trx);
  }

  /** Takes incidents out that count no longer. */
  async remove(ids: readonly string[]): Promise<void> {
    await sql`delete from incident_fact where incident_id = any(${ids})`.execute(this.#trx);
    await sql`delete from incident_text where incident_id = any(${ids})`.execute(this.#trx);
  }

  /** Sees to it that each entry of a dictionary has a row, and that its id is known. */
  async #identify(table: DictionaryTable, entries: ReadonlyMap<string, DictionaryEntry>): Promise<void> {
    const ids = this.#ids[table];
    const unknown = [...entries.keys()].filter((signature) => !ids.has(signature));
    if (unknown.length === 0) return;
    const rows = unknown.map((signature) => ({ signature, ...entries.get(signature)?.toRow() }));
    const added = await insertRows<Identified>(
      this.#trx,
      table,
      rows,
      { key: 'signature', action: 'nothing' },
      RETURNED,
    );
    for (const { id, signature } of added) ids.set(signature, id);
    const others = unknown.filter((signature) => !ids.has(signature));
    if (others.length > 0) await this.#find(table, others);
  }

  async #find(table: DictionaryTable, signatures: readonly string[]): Promise<void> {
    const { rows } = await sql<Identified>`
      select id, signature from ${sql.table(table)} where signature = any(${signatures})`.execute(this.#trx);
    for (const { id, signature } of rows) this.#ids[table].set(signature, id);
  }
}

function entriesOf(
  counted: readonly CountedIncident[],
  entries: (incident: TableIncident) => readonly DictionaryEntry[],
): ReadonlyMap<string, DictionaryEntry> {
  const all = new Map<string, DictionaryEntry>();
  for (const { incident } of counted) for (const entry of entries(incident)) all.set(entry.signature, entry);
  return all;
}

function termsOf({ actors, targetedSites }: TableIncident): readonly DictionaryEntry[] {
  return [...actors.map(({ name }) => toTermEntry(name)), ...targetedSites.map(toTermEntry)];
}
