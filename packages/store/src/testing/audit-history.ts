import type { Store } from '../store.ts';
import { aPortfolio } from './a-portfolio.ts';
import { anIncident } from './any-incident.ts';

export const CHANGE = { by: 'Amna', reason: 'a test' };

export const ACT = {
  actor: 'Li Wei',
  action: 'role.change',
  subject: { kind: 'person', id: 'person-1' },
  reason: 'promoted',
};

/** Six entries: a load of two incidents, a save of two, an act, a merge, a split, a save of one. */
export async function writeAuditHistory(store: Store): Promise<void> {
  await store.loadPortfolio(aPortfolio());
  await store.saveIncidents([anIncident('three'), anIncident('two', { notes: 'checked' })], CHANGE);
  await store.recordAct({ ...ACT, detail: { role: 'admin' } });
  await store.mergeIncidents(['one'], 'two', CHANGE);
  await store.splitIncidents(['one'], CHANGE);
  await store.saveIncidents([anIncident('three', { status: 'confirmed' })], CHANGE);
}

/** Lets the owner of the database rewrite what the triggers guard. */
export const UNGUARDED = `
  alter table audit_entry disable trigger user;
  alter table incident_version disable trigger user;
  alter table site_version disable trigger user;
  alter table route_version disable trigger user;
  alter table incident_version drop constraint if exists incident_version_has_digest;`;

/** Takes back what programs of before did not write: the audit trail, and versions of sites and routes. */
export const LIKE_AN_OLDER_PROGRAM = `${UNGUARDED}
  truncate audit_entry, site_version, route_version;
  update site set version = 0, revision = 0;
  update route set version = 0, revision = 0;
  update incident_version set digest = null;
  update revision set audit_position = 0, audit_hash = decode(repeat('00', 32), 'hex'), audit_at = '-infinity';
  alter table audit_entry enable trigger user;
  alter table incident_version enable trigger user;
  alter table site_version enable trigger user;
  alter table route_version enable trigger user`;
