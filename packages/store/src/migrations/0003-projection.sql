-- What queries count and search by, derived from the records of the incidents that count (merged ones have no rows here)
-- in the transaction that writes them. None of it is the truth: it can be emptied and made anew, and is when the
-- program's way of deriving it has changed. Hence no foreign keys.

-- Distinct places, tolls and terms. `signature` is what makes a row distinct: a unique constraint over columns that may be
-- null cannot be looked up by.
create table place (
  id integer generated always as identity primary key,
  signature text collate "C" not null unique,
  latitude double precision,
  longitude double precision,
  precision text not null,
  province text,
  district text,
  district_sort_key text collate "C"
);

create table toll (
  id integer generated always as identity primary key,
  signature text collate "C" not null unique,
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
  chinese_wounded_high integer
);

-- Actors, and ids of targeted sites and routes.
create table term (
  id integer generated always as identity primary key,
  signature text collate "C" not null unique,
  sort_key text collate "C" not null
);

-- A narrow row for each incident that counts. Vocabularies are codes: positions in the program's lists.
create table incident_fact (
  incident_id text collate "C" primary key,
  key integer not null,
  start_day date not null,
  -- Months since the year 0.
  month integer not null,
  place_id integer not null,
  toll_id integer not null,
  date_precision smallint not null,
  event_type smallint not null,
  sub_event_type smallint not null,
  target_type smallint not null,
  severity smallint not null,
  status smallint not null,
  grade smallint not null,
  chinese boolean not null,
  -- Distinct, in the record's order.
  actor_ids integer[] not null,
  targeted_ids integer[] not null
);
create index incident_fact_by_day on incident_fact (start_day desc, incident_id);
create index incident_fact_by_type_and_day on incident_fact (event_type, start_day);
create index incident_fact_by_place on incident_fact (place_id);
create index incident_fact_by_actor on incident_fact using gin (actor_ids);

-- The words of title, summary, place and actors, folded as the search folds them; and the folded title to sort by.
create table incident_text (
  incident_id text collate "C" primary key,
  key integer not null,
  title_sort_key text collate "C" not null,
  words tsvector not null
);
create index incident_text_by_word on incident_text using gin (words);

-- Which way of deriving the rows above were made in; 0 for rows that are still to be made.
alter table revision add column derivation integer not null default 0;
