import type { Incident } from '@corridor/domain';
import type { JsonObject } from './audit/canonical-json.ts';
import type { DraftSettlement } from './drafts.ts';
import type { IdempotencyKey } from './idempotency.ts';
import type { StoredIncident } from './store.ts';

/** A write that depends on what stands: decided while nobody else can write. */
export interface IncidentWrite {
  /** Who: a person's id, or a part of the program. */
  readonly by: string;
  readonly reason: string;
  /** What, as the audit trail names it: `incident.edit`. */
  readonly action: string;
  /** The incident that it is about; null for many. */
  readonly subject: string | null;
  /** For the audit trail. */
  readonly detail?: JsonObject;
  /** The incidents that it is decided by, and at which versions: others are `stale`. Ids are distinct. */
  readonly expected: readonly ExpectedVersion[];
  /** Does a create once, however often it is asked for. */
  readonly once?: IdempotencyKey;
  /** The draft of an article that this write decides, with it or not at all; `invalid-record` for one that is not open. */
  readonly settles?: DraftSettlement;
  /**
   * What is to be written, given the expected incidents as they stand. Must be quick: every writer waits. A Problem that it
   * throws undoes the write and is passed on.
   */
  readonly decide: (present: ReadonlyMap<string, PresentIncident>) => WriteDecision;
}

export interface ExpectedVersion {
  readonly id: string;
  /** 0 for an id that must be free; null takes any version. */
  readonly version: number | null;
}

/** An incident as it stands, and the ids of those that are merged into it. */
export interface PresentIncident extends StoredIncident {
  readonly doubles: readonly string[];
}

/** As `saveIncidents`, `splitIncidents` and `mergeIncidents` do it, in this order, all as one revision. */
export interface WriteDecision {
  readonly save: readonly Incident[];
  readonly split?: readonly string[];
  readonly merge?: { readonly ids: readonly string[]; readonly into: string };
}

export interface WriteOutcome {
  /** Of this write, or of the first one with the same key; the present one where nothing changed. */
  readonly revision: number;
  /** The record that an earlier write with the same key created; null for a write that was done now. */
  readonly repeats: string | null;
}
