-- Sites and routes have versions, as incidents have. Version 0 is one that an older program loaded: the program that first
-- opens the database gives it its first version, in a revision of its own, since the entries of before are hashed already.
alter table site
  add column version integer not null default 0 check (version >= 0),
  add column revision bigint not null default 0;
alter table route
  add column version integer not null default 0 check (version >= 0),
  add column revision bigint not null default 0;
alter table site alter column version drop default, alter column revision drop default;
alter table route alter column version drop default, alter column revision drop default;

-- Every state that a site or route ever had, whole. The digest is as that of incident_version.
create table site_version (
  site_id text collate "C" not null references site (id),
  version integer not null,
  revision bigint not null,
  changed_at timestamptz not null,
  changed_by text not null,
  reason text not null,
  site jsonb not null,
  digest bytea not null,
  primary key (site_id, version)
);
create index site_version_by_revision on site_version (revision, site_id, version);

create table route_version (
  route_id text collate "C" not null references route (id),
  version integer not null,
  revision bigint not null,
  changed_at timestamptz not null,
  changed_by text not null,
  reason text not null,
  route jsonb not null,
  digest bytea not null,
  primary key (route_id, version)
);
create index route_version_by_revision on route_version (revision, route_id, version);

create function refuse_change_of_versions() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end
$$;
create trigger site_version_is_append_only before update or delete on site_version
  for each row execute function refuse_change_of_versions();
create trigger site_version_is_never_emptied before truncate on site_version
  for each statement execute function refuse_change_of_versions();
create trigger route_version_is_append_only before update or delete on route_version
  for each row execute function refuse_change_of_versions();
create trigger route_version_is_never_emptied before truncate on route_version
  for each statement execute function refuse_change_of_versions();
alter table site_version enable always trigger site_version_is_append_only;
alter table site_version enable always trigger site_version_is_never_emptied;
alter table route_version enable always trigger route_version_is_append_only;
alter table route_version enable always trigger route_version_is_never_emptied;

-- When sites and routes got their first versions: as known before that, they were what those say.
create index audit_entry_of_targets_adopted on audit_entry (revision) where action = 'targets.adopt';

-- A source keeps its id when it is corrected; the signature is what its content has for a digest.
alter table source
  add column signature uuid,
  add column version integer not null default 1 check (version >= 1);
update source set signature = id;
alter table source alter column signature set not null, add constraint source_signature unique (signature);
create index incident_source_by_source on incident_source (source_id);
create index site_source_by_source on site_source (source_id);
-- The order of the register of sources.
create index source_by_publisher on source (publisher collate "C", coalesce(date, 'infinity'), id);
