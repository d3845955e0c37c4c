-- The location tree and its settings. A setting is a dated row, so that any past instant can be asked about.
create table legal_entities (
  id text primary key,
  name text not null,
  address text not null default '',
  tax_number text,
  invoice_prefix text not null unique,
  created_at timestamptz not null
);

create table locations (
  id text primary key,
  parent_id text references locations,
  name text not null check (name <> ''),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  time_zone text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  created_at timestamptz not null
);
-- One database serves one network: there is one root.
create unique index locations_one_root on locations ((parent_id is null)) where parent_id is null;
create index locations_by_parent on locations (parent_id);

-- value null: set back to what the parent says, from then on.
create table location_settings (
  location_id text not null references locations,
  name text not null,
  in_force_from timestamptz not null,
  value jsonb,
  set_by text,
  primary key (location_id, name, in_force_from)
);

create table closures (
  id text primary key,
  location_id text not null references locations,
  reason text not null,
  start_day date not null,
  end_day date not null,
  created_at timestamptz not null,
  check (start_day < end_day)
);
create index closures_by_location on closures (location_id, start_day);

-- levels: section -> level or null (inherit). One draft at most; published versions are kept for good.
create table portal_access_versions (
  id text primary key,
  location_id text not null references locations,
  version int,
  levels jsonb not null,
  in_force_from timestamptz,
  made_by text,
  made_at timestamptz not null,
  unique (location_id, version),
  check ((version is null) = (in_force_from is null))
);
create unique index portal_access_one_draft on portal_access_versions (location_id) where version is null;
create index portal_access_in_force on portal_access_versions (location_id, in_force_from) where version is not null;
