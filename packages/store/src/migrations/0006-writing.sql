-- Who said what of a toll, beside the toll that the record settles on. Part of the record, and never counted by.
alter table incident add column claims jsonb not null default '[]' check (jsonb_typeof(claims) = 'array');

-- How a source by itself is graded, and whose report it repeats: part of what makes a source distinct.
alter table source add column grade text, add column based_on text not null default '';

-- Creates that carry a key are done once: who asked, with which key, for what (a digest), and which record it became.
create table idempotency_key (
  actor text not null,
  key text not null,
  request_digest bytea not null,
  subject_id text not null,
  -- At which the record was created.
  revision bigint not null,
  created_at timestamptz not null default current_timestamp,
  primary key (actor, key)
);
create index idempotency_key_by_time on idempotency_key (created_at);

-- Who works on a record, and who wants to hear of it. Not part of the record. No foreign keys to it: it may be distributed,
-- these are not. Comments are entries of the audit trail.
create table incident_assignment (
  incident_id text collate "C" primary key,
  person_id text not null references person (id) on delete cascade,
  assigned_at timestamptz not null default current_timestamp
);
create index incident_assignment_by_person on incident_assignment (person_id);

create table incident_watch (
  incident_id text collate "C" not null,
  person_id text not null references person (id) on delete cascade,
  primary key (incident_id, person_id)
);
create index incident_watch_by_person on incident_watch (person_id);

create index audit_entry_by_comment on audit_entry (subject_id, position) where action = 'incident.comment';
