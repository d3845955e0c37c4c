-- Who works for the operator, what they may, and the keys of machines.
create table admins (
  id text primary key,
  account_id text not null unique references accounts,
  created_at timestamptz not null
);

-- A role at a location holds for it and all below. An admin with no open row has no access.
create table admin_roles (
  id text primary key,
  admin_id text not null references admins,
  role text not null,
  location_id text not null references locations,
  started_at timestamptz not null,
  started_by text,
  ended_at timestamptz,
  ended_by text,
  check (ended_at is null or ended_at >= started_at)
);
create index admin_roles_by_admin on admin_roles (admin_id);
create index admin_roles_open on admin_roles (location_id, role) where ended_at is null;
create unique index admin_roles_once on admin_roles (admin_id, role, location_id) where ended_at is null;

-- Only a hash of the secret is kept. Either a role or a list of permissions.
create table api_keys (
  id text primary key,
  name text not null check (name <> ''),
  secret_hash text not null unique,
  hint text not null,
  role text,
  permissions text[] not null default '{}',
  location_id text not null references locations,
  created_at timestamptz not null,
  created_by text,
  last_used_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  check ((role is null) <> (permissions = '{}'))
);

-- A link by mail, usable once: a colleague gets a role at a location, a customer gets portal access (CUS-9).
create table invitations (
  id text primary key,
  email text not null check (email = lower(btrim(email)) and email <> ''),
  name text not null,
  role text,
  location_id text not null references locations,
  customer_id text references customers,
  token_hash text not null unique,
  sent_at timestamptz not null,
  sent_by text,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  check ((role is null) <> (customer_id is null))
);
create index invitations_by_customer on invitations (customer_id) where customer_id is not null;
create index invitations_waiting on invitations (location_id, sent_at)
  where accepted_at is null and withdrawn_at is null;

-- A letter whose link signs somebody in is read in the outbox by owners only; deliveries are tried again.
alter table mails add column opens_account boolean not null default false;
alter table mails add column attempts int not null default 0;
alter table mails add column retry_at timestamptz;
create index mails_waiting on mails (written_at, id) where sent_at is null and attempts < 12;
