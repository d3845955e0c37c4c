-- Every person or company that uses a space. Suspensions, archivings and portal access are periods, never flags.
create table customers (
  id text primary key,
  kind text not null default 'individual' check (kind in ('individual', 'company')),
  name text not null check (name <> ''),
  email text not null check (email = lower(btrim(email)) and email <> ''),
  phone text not null default '',
  language text,
  home_location_id text not null references locations,
  account_id text unique references accounts,
  tags text[] not null default '{}',
  custom_fields jsonb not null default '{}',
  billing_name text not null default '',
  billing_address text not null default '',
  tax_id text not null default '',
  contact_name text not null default '',
  contact_email text not null default '',
  contact_phone text not null default '',
  due_days int check (due_days >= 0),
  import_id text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1
);
create unique index customers_by_email on customers (email);
create index customers_by_name on customers (lower(name), id);
create index customers_by_location on customers (home_location_id, id);

-- Whether a customer may sign in, from an instant on; before the first row: no.
create table portal_access_changes (
  customer_id text not null references customers,
  from_at timestamptz not null,
  allowed boolean not null,
  by_id text,
  primary key (customer_id, from_at)
);

create table suspensions (
  id text primary key,
  customer_id text not null references customers,
  cause text not null check (cause in ('manual', 'signup', 'plan', 'crm', 'overdue', 'import')),
  note text not null default '',
  started_at timestamptz not null,
  started_by text,
  ended_at timestamptz,
  ended_by text,
  missed_cycles text check (missed_cycles in ('skip', 'prorate', 'charge')),
  check (ended_at is null or ended_at >= started_at)
);
create index suspensions_by_customer on suspensions (customer_id);

create table archivings (
  id text primary key,
  customer_id text not null references customers,
  started_at timestamptz not null,
  started_by text,
  ended_at timestamptz,
  ended_by text,
  exclude using gist (customer_id with =, tstzrange(started_at, ended_at) with &&)
);

create table notes (
  id text primary key,
  about_id text not null,
  text text not null check (text <> ''),
  pinned boolean not null default false,
  written_at timestamptz not null,
  written_by text
);
create index notes_by_thing on notes (about_id, written_at desc);
