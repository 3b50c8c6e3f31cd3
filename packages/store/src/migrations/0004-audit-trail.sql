-- Who did what, when and why: an entry for each revision and for each act that writes no record. Each entry's hash covers
-- the one before it, so that none can be changed, taken out or put in without all later hashes changing. What is hashed,
-- and how, is in docs/operations.md.
create table audit_entry (
  position bigint primary key check (position >= 1),
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject_kind text not null,
  subject_id text,
  reason text not null,
  detail jsonb not null check (jsonb_typeof(detail) = 'object'),
  -- Null for an act that is no write.
  revision bigint unique,
  -- How many versions of records the revision has, and the digest over their digests.
  written_count integer check (written_count >= 0),
  written_digest bytea,
  previous_hash bytea not null,
  hash bytea not null,
  check ((revision is null) = (written_count is null)),
  check ((revision is null) = (written_digest is null))
);
create index audit_entry_by_time on audit_entry (at, position);

-- The end of the chain, in the row that every write locks: the next entry needs no further look-up.
alter table revision
  add column audit_position bigint not null default 0,
  add column audit_hash bytea not null default decode(repeat('00', 32), 'hex'),
  add column audit_at timestamptz not null default '-infinity';

-- SHA-256 of the version's image. Null only until the program that first opens the database has computed it.
alter table incident_version add column digest bytea;
-- Older rows aside: an older program that still runs must not write on without a word of it in the trail.
alter table incident_version add constraint incident_version_has_digest check (digest is not null) not valid;
create index incident_version_by_revision on incident_version (revision, incident_id, version);

-- A version that has no digest may be given one, and nothing else.
create or replace function refuse_change_of_history() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.digest is null and new.digest is not null and to_jsonb(new) - 'digest' = to_jsonb(old) - 'digest' then
      return new;
    end if;
  end if;
  raise exception 'incident_version is append-only: % refused', lower(tg_op) using errcode = 'restrict_violation';
end
$$;

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
  raise exception 'audit_entry is append-only: % refused', lower(tg_op) using errcode = 'restrict_violation';
end
$$;
create trigger audit_entry_is_append_only before update or delete on audit_entry
  for each row execute function refuse_change_of_audit();
create trigger audit_entry_is_never_emptied before truncate on audit_entry
  for each statement execute function refuse_change_of_audit();

-- Also where session_replication_role switches triggers off. A distributed incident_version lacks one of its two.
do $$
declare
  guard name;
begin
  for guard in select tgname from pg_trigger where tgrelid = 'incident_version'::regclass and not tgisinternal loop
    execute format('alter table incident_version enable always trigger %I', guard);
  end loop;
end
$$;
alter table audit_entry enable always trigger audit_entry_is_append_only;
alter table audit_entry enable always trigger audit_entry_is_never_emptied;
