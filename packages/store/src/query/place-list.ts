import { sql } from 'kysely';
import type { PlaceRelations, SqlGeography, SqlTargets, StoredPlace } from './sql-geography.ts';
import type { Database } from './sql-snapshot.ts';

/** All places of the database up to one id, and their geometry. */
export class PlaceList {
  readonly lastId: number;
  readonly places: readonly StoredPlace[];
  readonly relations: PlaceRelations;
  readonly #ids: Int32Array;
  readonly #indexes: ReadonlyMap<number, number>;

  private constructor(ids: Int32Array, places: readonly StoredPlace[], relations: PlaceRelations) {
    this.#ids = ids;
    this.#indexes = new Map(Array.from(ids, (id, index) => [id, index]));
    this.lastId = ids.at(-1) ?? 0;
    this.places = places;
    this.relations = relations;
  }

  /** O(places). */
  static async read(db: Database, geography: SqlGeography, targets: SqlTargets): Promise<PlaceList> {
    const { rows } = await sql<StoredPlace & { id: number }>`
      select id, latitude, longitude, precision, province, district from place order by id`.execute(db);
    return new PlaceList(
      Int32Array.from(rows, ({ id }) => id),
      rows,
      geography.relationsOf(rows, targets),
    );
  }

  /** Position in `places` of a row's id. */
  indexOf(id: number): number {
    const index = this.#indexes.get(id);
    if (index === undefined) throw new RangeError(`Expected a place of this list, got ${id}`);
    return index;
  }

  idOf(index: number): number {
    return this.#ids[index] ?? 0;
  }

  /** Ids of the places for which `test` holds. */
  idsWhere(test: (index: number) => boolean): number[] {
    const found: number[] = [];
    for (let index = 0; index < this.#ids.length; index++) if (test(index)) found.push(this.idOf(index));
    return found;
  }
}
