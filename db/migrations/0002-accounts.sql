-- Who signs in. accounts, sessions, credentials and verifications have the columns that better-auth needs, so that
-- its second factors, passkeys and single sign-on can be mounted on them (docs/decisions/0030).
create table accounts (
  id text primary key,
  name text not null check (name <> ''),
  email text not null check (email = lower(btrim(email)) and email <> ''),
  email_verified boolean not null default false,
  image text,
  language text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index accounts_by_email on accounts (email);

-- These times are those of the machine, not of the product's clock: a moved test clock signs nobody out.
create table sessions (
  id text primary key,
  account_id text not null references accounts on delete cascade,
  -- sha256 of what the cookie holds
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sessions_by_account on sessions (account_id);

-- How an account proves who it is: a password here, later another provider.
create table credentials (
  id text primary key,
  account_id text not null references accounts on delete cascade,
  provider_id text not null,
  provider_account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, provider_account_id)
);
create index credentials_by_account on credentials (account_id);

-- Letters that were sent out to be answered once: magic links, forgotten passwords, changed addresses.
-- identifier holds a hash, never the token of the link.
create table verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verifications_by_identifier on verifications (identifier);
create index verifications_by_age on verifications (expires_at);

-- Guesses counted by address and by account, in windows; shared by all processes.
create table attempts (
  key text primary key,
  count int not null,
  since timestamptz not null
);
create index attempts_by_age on attempts (since);

-- Browsers from which an account has signed in before: strangers who guess its password do not lock these out.
create table known_browsers (
  token_hash text primary key,
  account_id text not null references accounts on delete cascade,
  seen_at timestamptz not null
);
create index known_browsers_by_account on known_browsers (account_id);
