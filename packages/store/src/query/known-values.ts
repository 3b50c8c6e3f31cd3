import {
  ALL_SUB_EVENT_TYPES,
  type DimensionName,
  EVENT_TYPES,
  GRADES,
  SEVERITIES,
  STATUSES,
  TARGET_TYPES,
} from '@corridor/domain';
import { sql } from 'kysely';
import type { PlaceList } from './place-list.ts';
import type { SqlGeography, SqlTargets } from './sql-geography.ts';
import type { Database } from './sql-snapshot.ts';

/** A value and the number that stands for it in the database; a value that no incident has may have none. */
export interface KnownValue {
  readonly value: string;
  readonly code: number | null;
}

/**
 * Every known value of each dimension at one revision, in the order in which values are listed. Those that come from
 * records are read when first asked for, O(incidents), and kept.
 */
export class KnownValues {
  readonly #geography: SqlGeography;
  readonly #targets: SqlTargets;
  readonly #kept = new Map<DimensionName, readonly KnownValue[]>();

  constructor(geography: SqlGeography, targets: SqlTargets) {
    this.#geography = geography;
    this.#targets = targets;
  }

  async of(dimension: DimensionName, db: Database, places: PlaceList): Promise<readonly KnownValue[]> {
    const kept = this.#kept.get(dimension);
    if (kept) return kept;
    const values = await this.#read(dimension, db, places);
    this.#kept.set(dimension, values);
    return values;
  }

  async #read(dimension: DimensionName, db: Database, places: PlaceList): Promise<readonly KnownValue[]> {
    const { districts } = this.#geography;
    const { routes, sites } = this.#targets;
    switch (dimension) {
      case 'type':
        return coded(EVENT_TYPES);
      case 'subType':
        return coded(ALL_SUB_EVENT_TYPES);
      case 'targetType':
        return coded(TARGET_TYPES);
      case 'severity':
        return coded(SEVERITIES.map(String));
      case 'status':
        return coded(STATUSES);
      case 'grade':
        return coded(GRADES);
      case 'chinese':
        return coded(['false', 'true']);
      case 'site':
        return coded(sites.map(({ id }) => id));
      case 'route':
        return coded(routes.map(({ id }) => id));
      case 'province':
      case 'district': {
        const known = districts.map(({ name, province }) => (dimension === 'province' ? province : name));
        return coded(alphabetical([...known, ...(await usedPlaceNames(dimension, db, places))]));
      }
      case 'actor':
        return usedTerms(db, 'actor_ids', []);
      case 'targetedSite':
        return usedTerms(
          db,
          'targeted_ids',
          [...sites, ...routes].map(({ id }) => id),
        );
    }
  }
}

function coded(values: readonly string[]): readonly KnownValue[] {
  return values.map((value, code) => ({ value, code }));
}

function alphabetical(values: readonly string[]): string[] {
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
}

async function usedPlaceNames(
  dimension: 'province' | 'district',
  db: Database,
  places: PlaceList,
): Promise<readonly string[]> {
  const { rows } = await sql<{ place_id: number }>`select distinct place_id from incident_fact`.execute(db);
  return rows.flatMap(({ place_id }) => places.places[places.indexOf(place_id)]?.[dimension] ?? []);
}

async function usedTerms(
  db: Database,
  column: 'actor_ids' | 'targeted_ids',
  others: readonly string[],
): Promise<readonly KnownValue[]> {
  const { rows } = await sql<{ id: number; signature: string }>`
    select id, signature from term
    where id in (select distinct unnest(${sql.ref(column)}) from incident_fact)`.execute(db);
  const codes = new Map(rows.map(({ id, signature }) => [signature, id]));
  return alphabetical([...codes.keys(), ...others]).map((value) => ({ value, code: codes.get(value) ?? null }));
}
