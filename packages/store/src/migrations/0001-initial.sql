-- Identifiers sort by byte (collation C), the same on every server, so that paging by id is stable.

create table portfolio (
  only_row boolean primary key default true check (only_row),
  id text not null,
  name text not null,
  loaded_at timestamptz not null default now()
);

-- One row, locked by every write transaction: revisions are free of gaps and in commit order.
create table revision (
  only_row boolean primary key default true check (only_row),
  value bigint not null check (value >= 0)
);
insert into revision (value) values (0);

create table actor (
  name text collate "C" primary key,
  position integer not null,
  aliases text[] not null,
  kind text not null,
  note text not null
);

-- An article, report or statement. The id is derived from the content, so that one source cited twice is one row.
create table source (
  id uuid primary key,
  publisher text not null,
  title text not null,
  url text not null,
  date date
);

create table site (
  id text collate "C" primary key,
  position integer not null,
  name text not null,
  sector text not null,
  kind text not null,
  status text not null,
  corridor text not null,
  province text not null,
  district text not null,
  location text not null,
  latitude double precision not null,
  longitude double precision not null,
  precision text not null,
  radius_km double precision not null check (radius_km > 0),
  capacity double precision,
  capacity_unit text not null,
  cost_musd double precision,
  operator text not null,
  chinese_partner text not null,
  start_year integer,
  completion_year integer,
  notes text not null
);

create table site_source (
  site_id text collate "C" not null references site (id),
  position integer not null,
  source_id uuid not null references source (id),
  primary key (site_id, position)
);

create table route (
  id text collate "C" primary key,
  position integer not null,
  name text not null,
  kind text not null,
  status text not null,
  corridor text not null,
  radius_km double precision not null check (radius_km > 0),
  line jsonb not null
);

-- The incident as it stands. Tolls: low <= best <= high, or all three unknown.
create table incident (
  id text collate "C" primary key,
  title text not null,
  summary text not null,
  start_day date not null,
  end_day date not null check (start_day <= end_day),
  date_precision text not null,
  event_type text not null,
  sub_event_type text not null,
  target text not null,
  target_type text not null,
  place_name text not null,
  province text,
  district text,
  latitude double precision,
  longitude double precision,
  place_precision text not null,
  killed_low integer,
  killed_best integer,
  killed_high integer,
  wounded_low integer,
  wounded_best integer,
  wounded_high integer,
  abducted_low integer,
  abducted_best integer,
  abducted_high integer,
  attackers_killed_low integer,
  attackers_killed_best integer,
  attackers_killed_high integer,
  chinese_killed_low integer,
  chinese_killed_best integer,
  chinese_killed_high integer,
  chinese_wounded_low integer,
  chinese_wounded_best integer,
  chinese_wounded_high integer,
  reliability text not null,
  credibility text not null,
  status text not null,
  project_site text not null,
  notes text not null,
  summarises_day boolean not null,
  origin text not null,
  licence text not null,
  version integer not null check (version >= 1),
  revision bigint not null,
  check ((latitude is null) = (longitude is null)),
  check (num_nulls(killed_low, killed_best, killed_high) in (0, 3)),
  check (num_nulls(wounded_low, wounded_best, wounded_high) in (0, 3)),
  check (num_nulls(abducted_low, abducted_best, abducted_high) in (0, 3)),
  check (num_nulls(attackers_killed_low, attackers_killed_best, attackers_killed_high) in (0, 3)),
  check (num_nulls(chinese_killed_low, chinese_killed_best, chinese_killed_high) in (0, 3)),
  check (num_nulls(chinese_wounded_low, chinese_wounded_best, chinese_wounded_high) in (0, 3)),
  check (0 <= killed_low and killed_low <= killed_best and killed_best <= killed_high),
  check (0 <= wounded_low and wounded_low <= wounded_best and wounded_best <= wounded_high),
  check (0 <= abducted_low and abducted_low <= abducted_best and abducted_best <= abducted_high),
  check (0 <= attackers_killed_low and attackers_killed_low <= attackers_killed_best
    and attackers_killed_best <= attackers_killed_high),
  check (0 <= chinese_killed_low and chinese_killed_low <= chinese_killed_best
    and chinese_killed_best <= chinese_killed_high),
  check (0 <= chinese_wounded_low and chinese_wounded_low <= chinese_wounded_best
    and chinese_wounded_best <= chinese_wounded_high)
);
create index incident_by_revision on incident (revision, id);

-- Actors as the record names them: the name need not be one of the portfolio's known actors.
create table incident_actor (
  incident_id text collate "C" not null references incident (id),
  position integer not null,
  actor_name text collate "C" not null,
  claim text not null,
  primary key (incident_id, position)
);

create table incident_source (
  incident_id text collate "C" not null references incident (id),
  position integer not null,
  source_id uuid not null references source (id),
  primary key (incident_id, position)
);

-- Sites and routes at which the incident was aimed (the id may be either's, hence no foreign key).
create table incident_site (
  incident_id text collate "C" not null references incident (id),
  position integer not null,
  site_id text collate "C" not null,
  primary key (incident_id, position)
);

-- Every state that an incident ever had, whole.
create table incident_version (
  incident_id text collate "C" not null references incident (id),
  version integer not null,
  revision bigint not null,
  changed_at timestamptz not null default now(),
  changed_by text not null,
  reason text not null,
  incident jsonb not null,
  primary key (incident_id, version)
);

create function refuse_change_of_history() returns trigger language plpgsql as $$
begin
  raise exception 'incident_version is append-only: % refused', lower(tg_op) using errcode = 'restrict_violation';
end
$$;
create trigger incident_version_is_append_only before update or delete on incident_version
  for each row execute function refuse_change_of_history();
create trigger incident_version_is_never_emptied before truncate on incident_version
  for each statement execute function refuse_change_of_history();
