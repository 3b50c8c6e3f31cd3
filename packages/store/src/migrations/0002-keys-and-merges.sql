-- A number for each incident, given when it is first written and never again: what compact tables name rows by.
-- Those that are here get theirs in the order of their ids.
alter table incident add column key integer check (key > 0);
update incident set key = numbered.key
  from (select id, row_number() over (order by id) as key from incident) numbered
  where numbered.id = incident.id;
alter table incident alter column key set not null, add constraint incident_key unique (key);

-- The last key that was given. In the row that every write locks, so that refused writes use up none.
alter table revision add column last_key integer not null default 0 check (last_key >= 0);
update revision set last_key = (select coalesce(max(key), 0) from incident);

-- A record of what another incident already records: it stays, and its history says when and why, but it counts nowhere.
alter table incident add column merged_into text collate "C" references incident (id) check (merged_into <> id);
create index incident_by_merged_into on incident (merged_into) where merged_into is not null;
alter table incident_version add column merged_into text collate "C";
