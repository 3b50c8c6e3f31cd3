/**
 * How the tables lie on a Citus cluster: what belongs to one incident on one shard, and what all shards look up on every
 * node. What is in neither list stays on the coordinator: it is small and read there alone. From the manual of Citus 12,
 * "Creating and Modifying Distributed Tables" and "SQL Support and Workarounds".
 */
export const DISTRIBUTED: readonly { readonly table: string; readonly column: string }[] = [
  { table: 'incident', column: 'id' },
  { table: 'incident_actor', column: 'incident_id' },
  { table: 'incident_source', column: 'incident_id' },
  { table: 'incident_site', column: 'incident_id' },
  { table: 'incident_version', column: 'incident_id' },
  { table: 'incident_fact', column: 'incident_id' },
  { table: 'incident_text', column: 'incident_id' },
];

export const REFERENCES: readonly string[] = [
  'source',
  'actor',
  'site',
  'site_source',
  'site_version',
  'route',
  'route_version',
  'place',
  'toll',
  'term',
];

/** Tables that refer to an incident: the foreign key goes before the distribution and comes back after it. */
const LINKED = ['incident_actor', 'incident_source', 'incident_site', 'incident_version'] as const;

/**
 * The statements that distribute a migrated database, in order, one by one: each commits by itself. A unique constraint or
 * foreign key must have the distribution column, and a trigger must be allowed expressly:
 * - keys stay unique because one locked row gives them out; the constraint becomes an index;
 * - that the target of a merge exists is checked by the store alone;
 * - the history refuses changes of its rows on every shard, and is no longer guarded against TRUNCATE.
 */
export function distributionStatements(): readonly string[] {
  return [
    'alter table incident drop constraint incident_key',
    'create index incident_by_key on incident (key)',
    'alter table incident drop constraint incident_merged_into_fkey',
    'drop trigger incident_version_is_append_only on incident_version',
    'drop trigger incident_version_is_never_emptied on incident_version',
    ...LINKED.map((table) => `alter table ${table} drop constraint ${table}_incident_id_fkey`),
    'alter table incident_source drop constraint incident_source_source_id_fkey',
    ...REFERENCES.map((table) => `select create_reference_table('${table}')`),
    ...DISTRIBUTED.map(({ table, column }, index) => {
      const colocation = index === 0 ? 'none' : 'incident';
      return `select create_distributed_table('${table}', '${column}', colocate_with => '${colocation}')`;
    }),
    ...LINKED.map(
      (table) =>
        `alter table ${table} add constraint ${table}_incident_id_fkey foreign key (incident_id) references incident (id)`,
    ),
    `alter table incident_source add constraint incident_source_source_id_fkey
       foreign key (source_id) references source (id)`,
    `set citus.enable_unsafe_triggers = on;
     create trigger incident_version_is_append_only before update or delete on incident_version
       for each row execute function refuse_change_of_history()`,
  ];
}
