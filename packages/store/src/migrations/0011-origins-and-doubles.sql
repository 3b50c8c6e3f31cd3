-- Which incidents came from where: asked by every export.
create index incident_by_origin on incident (origin);

-- Two incidents that somebody found to be two events: they are not proposed as doubles again. The lesser id comes first.
-- No foreign keys: the incidents may be distributed, this is not.
create table not_duplicate (
  one_id text collate "C" not null,
  other_id text collate "C" not null check (one_id < other_id),
  decided_by text not null,
  decided_at timestamptz not null default current_timestamp,
  primary key (one_id, other_id)
);
create index not_duplicate_by_other on not_duplicate (other_id);
