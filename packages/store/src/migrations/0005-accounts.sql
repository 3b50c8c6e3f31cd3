-- People and their access. The first four tables have the columns that better-auth asks for (compiled by it, a test compares
-- them); the rest is ours. Nothing of it is part of an incident's history.

create table person (
  id text not null primary key,
  name text not null,
  -- Lower case.
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp,
  role text not null check (role in ('viewer', 'reporter', 'analyst', 'admin')),
  active boolean not null
);

create table person_session (
  id text not null primary key,
  expires_at timestamptz not null,
  -- Of no use without the secret that signs the cookie.
  token text not null unique,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  person_id text not null references person (id) on delete cascade
);
create index person_session_person_id_idx on person_session (person_id);

-- How a person signs in: by password ('credential') or by an identity provider. A person without a row was invited only.
create table person_account (
  id text not null primary key,
  account_id text not null,
  provider_id text not null,
  person_id text not null references person (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index person_account_person_id_idx on person_account (person_id);

-- Sign-ins by an identity provider that are under way.
create table person_verification (
  id text not null primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index person_verification_identifier_idx on person_verification (identifier);

-- A key's token is random and only its SHA-256 is kept. Revoked and expired ones stay, so that they can be named.
create table api_key (
  id uuid primary key default gen_random_uuid(),
  person_id text not null references person (id) on delete cascade,
  name text not null,
  role text not null check (role in ('viewer', 'reporter', 'analyst', 'admin')),
  prefix text not null,
  token_hash bytea not null unique,
  created_at timestamptz not null default current_timestamp,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_key_by_person on api_key (person_id, created_at);

-- Links that work once: the first admin's, which belongs to nobody yet, and those by which a person sets a password.
create table one_time_link (
  token_hash bytea primary key,
  kind text not null check (kind in ('first-admin', 'password')),
  person_id text references person (id) on delete cascade,
  expires_at timestamptz,
  created_at timestamptz not null default current_timestamp,
  check ((kind = 'first-admin') = (person_id is null))
);
create index one_time_link_by_person on one_time_link (person_id);

-- Signs cookies where the operator set no secret. Made by the first process that needs it.
create table access_secret (
  only_row boolean primary key default true check (only_row),
  value text not null
);
