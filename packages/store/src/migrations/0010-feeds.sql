-- What is known of each watched source from watching it. Which sources there are, and where, the operator's file says.
create table watched_source (
  id text collate "C" primary key,
  -- When it is to be asked next.
  due_at timestamptz not null default current_timestamp,
  attempted_at timestamptz,
  succeeded_at timestamptz,
  -- What the source itself gave, to be asked whether it changed; '' asks for all of it.
  etag text not null default '',
  last_modified text not null default '',
  -- Attempts that failed since the last one that did not.
  failures integer not null default 0 check (failures >= 0),
  -- Why attempts failed and what was left out of others, newest first: [{"at", "reason"}].
  faults jsonb not null default '[]' check (jsonb_typeof(faults) = 'array'),
  -- Articles or records that came of it.
  rows bigint not null default 0,
  last_record_at timestamptz
);

-- Which of several processes watches: the one that renews its row. Of no use to anybody but processes that run.
create table watch_lease (
  single boolean primary key default true check (single),
  holder text not null,
  until timestamptz not null
);

create table article (
  id uuid primary key default gen_random_uuid(),
  -- Null for one that somebody handed in.
  source_id text collate "C" references watched_source (id),
  -- Null for a text that was pasted.
  address text,
  -- A page that is watched comes again under its address, with another text.
  is_watched_page boolean not null,
  title text not null,
  publisher text not null,
  language text not null,
  -- As the page says it: a date, or a date and time.
  published text,
  published_at timestamptz,
  text text not null,
  -- SHA-256 of the text, however it is spaced and capitalised.
  signature bytea not null unique,
  -- Sites and routes that it names, with where.
  sites jsonb not null check (jsonb_typeof(sites) = 'array'),
  fetched_at timestamptz not null default current_timestamp,
  taken_by text not null
);
create unique index article_by_address on article (address) where not is_watched_page;
create index article_by_page on article (address, fetched_at) where is_watched_page;
create index article_by_source on article (source_id, published_at desc);

-- What was read out of an article, for people to decide on. A recalled event is an older one that it tells as background:
-- it is linked to its record, never filed.
create table draft (
  id uuid primary key default gen_random_uuid(),
  article_id uuid not null references article (id),
  position integer not null,
  kind text not null check (kind in ('incident', 'recalled')),
  draft jsonb not null check (jsonb_typeof(draft) = 'object'),
  -- Where in the text each value stands, and what else it could be.
  evidence jsonb not null check (jsonb_typeof(evidence) = 'array'),
  candidates jsonb not null check (jsonb_typeof(candidates) = 'array'),
  state text not null default 'open' check (state in ('open', 'filed', 'linked', 'dismissed')),
  -- What it became, or is linked to. No foreign key: incidents may be distributed, drafts are not.
  incident_id text collate "C",
  reason text not null default '',
  decided_by text,
  decided_at timestamptz,
  made_at timestamptz not null default current_timestamp,
  unique (article_id, position),
  check ((state in ('filed', 'linked')) = (incident_id is not null)),
  check ((state = 'open') = (decided_by is null) and (state = 'open') = (decided_at is null)),
  check (kind = 'incident' or state <> 'filed')
);
create index draft_by_state on draft (state, made_at desc, id);
