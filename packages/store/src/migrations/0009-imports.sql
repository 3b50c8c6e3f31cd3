-- What was brought in from files: each file once for each time that it was read, by whom, and what became of it.
create table import_batch (
  id integer generated always as identity primary key,
  file_name text not null,
  size bigint not null check (size >= 0),
  -- Null until all of the file was read.
  digest bytea,
  format text not null,
  origins text[] not null,
  -- The name of the mapping that it was read by.
  mapping_name text,
  mapping jsonb,
  started_by text not null,
  started_at timestamptz not null default current_timestamp,
  state text not null check (state in ('reading', 'reported', 'committing', 'committed', 'undoing', 'undone',
    'cancelling', 'cancelled', 'failed')),
  -- When the state began, and when its runner was last heard of.
  state_at timestamptz not null default current_timestamp,
  beat_at timestamptz not null default current_timestamp,
  -- The process that reads, commits or undoes it.
  runner text not null,
  bytes_done bigint not null default 0,
  rows_done bigint not null default 0,
  new_count integer not null default 0,
  changed_count integer not null default 0,
  unchanged_count integer not null default 0,
  duplicate_count integer not null default 0,
  rejected_count integer not null default 0,
  conflict_count integer not null default 0,
  -- Whether records that look like doubles of others are brought in as records of their own.
  brings_duplicates boolean not null default false,
  -- Why it failed or was given up; '' for what went well.
  fault text not null default ''
);
create index import_batch_by_digest on import_batch (digest) where state = 'committed';

-- What a batch would bring, as GeoJSON features, bounded.
create table import_map (
  batch_id integer primary key references import_batch (id),
  features jsonb not null
);

-- Each record that a batch wrote, or settled a conflict of. No foreign key to the record: it may be distributed.
create table import_row (
  batch_id integer not null references import_batch (id),
  incident_id text collate "C" not null,
  row_number integer not null,
  -- The record's version before, 0 for a record that the batch created, and after it.
  before integer not null check (before >= 0),
  version integer not null check (version >= before),
  -- What the file said; null where that is the record of the version, whole.
  image jsonb,
  -- The version that undoing made; 0 where somebody had changed the record and it was left alone.
  undone integer,
  primary key (incident_id, batch_id)
);
create index import_row_by_batch on import_row (batch_id, incident_id);

-- Records of a batch that look like doubles of records that stand.
create table import_double (
  batch_id integer not null references import_batch (id),
  incident_id text collate "C" not null,
  primary key (batch_id, incident_id)
);

-- What is to be said of the rows of a batch, all of it.
create table import_issue (
  batch_id integer not null references import_batch (id),
  position bigint generated always as identity,
  kind text not null check (kind in ('rejected', 'note', 'duplicate', 'conflict', 'kept')),
  row_number integer not null,
  field text not null,
  value text not null,
  reason text not null,
  primary key (batch_id, position)
);

-- How tables that are in no known format are read.
create table import_mapping (
  name text collate "C" primary key,
  mapping jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null default current_timestamp
);
