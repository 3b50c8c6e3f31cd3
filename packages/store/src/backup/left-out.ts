/**
 * Tables that are in no backup, and why. All others are, whatever migration they come from.
 * - `schema_migration` is made by the migrations themselves; the manifest says which there were.
 * - `person_session`, `person_verification`: who is signed in, or about to be, signs in again.
 * - `access_secret` signs cookies of sessions that are left out, and is made anew.
 * - `one_time_link`: a link that was used since the backup must not work again.
 * - `watch_lease` is held by a process that runs.
 */
export const LEFT_OUT: readonly string[] = [
  'schema_migration',
  'person_session',
  'person_verification',
  'access_secret',
  'one_time_link',
  'watch_lease',
];
