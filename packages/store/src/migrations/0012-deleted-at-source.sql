-- Records that a source took back: counted with the batch that said so, and named among its issues.
alter table import_batch add column deleted_count integer not null default 0;
alter table import_issue drop constraint import_issue_kind_check;
alter table import_issue add constraint import_issue_kind_check
  check (kind in ('rejected', 'note', 'duplicate', 'conflict', 'kept', 'deleted'));
