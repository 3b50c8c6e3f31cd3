-- What a file said of a record, as a digest: a file that says the same again is told by it, without reading the record.
-- Null for what was brought in before.
alter table import_row add column said bytea;
