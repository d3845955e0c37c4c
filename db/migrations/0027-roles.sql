-- Roles of the operator's own, beside those that every network has (PER-3). A row here gives what it says from the
-- next request on; who holds it is in admin_roles, invitations and api_key_grants.
create table roles (
  id text primary key check (id like 'rle\_%'),
  name text not null check (name = btrim(name) and char_length(name) between 1 and 60),
  -- one key for all spellings of a name
  name_key text not null check (name_key <> ''),
  description text not null default '' check (char_length(description) <= 500),
  permissions text[] not null check (cardinality(permissions) between 1 and 500),
  version int not null default 1 check (version > 0),
  created_at timestamptz not null,
  created_by text,
  changed_at timestamptz not null,
  archived_at timestamptz,
  archived_by text,
  check (archived_at is null or archived_at >= created_at)
);
create unique index roles_one_name on roles (name_key) where archived_at is null;

-- Whoever names one of them names one that exists.
alter table admin_roles add column own_role_id text
  generated always as (case when role like 'rle\_%' then role end) stored references roles;
create index admin_roles_own on admin_roles (own_role_id) where own_role_id is not null and ended_at is null;
alter table invitations add column own_role_id text
  generated always as (case when role like 'rle\_%' then role end) stored references roles;
create index invitations_own_role on invitations (own_role_id) where own_role_id is not null;

-- A key may be for several places, with a role or permissions at each.
create table api_key_grants (
  key_id text not null references api_keys,
  location_id text not null references locations,
  role text,
  own_role_id text generated always as (case when role like 'rle\_%' then role end) stored references roles,
  permissions text[] not null default '{}',
  check ((role is null) <> (permissions = '{}'))
);
create unique index api_key_grants_once on api_key_grants (key_id, location_id, coalesce(role, ''));
create index api_key_grants_own_role on api_key_grants (own_role_id) where own_role_id is not null;
insert into api_key_grants (key_id, location_id, role, permissions)
  select id, location_id, role, permissions from api_keys;

-- Only hashes of secrets are kept. A key has one that stays, and while it is exchanged the older ones until they end.
create table api_key_secrets (
  secret_hash text primary key,
  key_id text not null references api_keys,
  hint text not null,
  created_at timestamptz not null,
  created_by text,
  ends_at timestamptz,
  last_used_at timestamptz
);
create unique index api_key_secrets_current on api_key_secrets (key_id) where ends_at is null;
create index api_key_secrets_by_key on api_key_secrets (key_id);
insert into api_key_secrets (secret_hash, key_id, hint, created_at, created_by, last_used_at)
  select secret_hash, id, hint, created_at, created_by, last_used_at from api_keys;

-- The first day, in the network's time zone, on which the key does not work any more, and when that begins.
alter table api_keys
  drop column secret_hash, drop column hint, drop column role, drop column permissions,
  drop column location_id, drop column last_used_at,
  add column expires_day date, add column expires_at timestamptz,
  add check ((expires_day is null) = (expires_at is null));
