-- Plans and contracts. What a plan gives and costs is a dated version, so that any past instant can be asked about.
create table plans (
  id text primary key,
  location_id text not null references locations,
  name text not null check (name <> ''),
  created_at timestamptz not null,
  archived_at timestamptz
);
create index plans_by_location on plans (location_id);
create unique index plans_one_name on plans (location_id, lower(name)) where archived_at is null;

-- terms: PlanTerms of src/domain/contracts/plan.ts
create table plan_versions (
  plan_id text not null references plans,
  version int not null,
  in_force_from timestamptz not null,
  terms jsonb not null,
  made_by text,
  primary key (plan_id, version)
);

create table contracts (
  id text primary key,
  customer_id text not null references customers,
  location_id text not null references locations,
  start_day date not null,
  billing_day int check (billing_day between 1 and 31),
  minimum_term_day date,
  end_day date,
  cancelled_at timestamptz,
  cancelled_by text,
  prorates_last_cycle boolean,
  next_invoice_day date,
  currency text not null,
  import_id text,
  created_at timestamptz not null,
  created_by text,
  version int not null default 1,
  check (end_day is null or end_day >= start_day)
);
create index contracts_by_customer on contracts (customer_id);
create index contracts_by_location on contracts (location_id);

-- From this day on the contract is to this plan, at this price (null: the plan's), this often.
create table contract_terms (
  contract_id text not null references contracts,
  from_day date not null,
  plan_id text not null references plans,
  price int check (price >= 0),
  quantity int not null default 1 check (quantity > 0),
  made_at timestamptz not null,
  made_by text,
  primary key (contract_id, from_day)
);
create index contract_terms_by_plan on contract_terms (plan_id);

-- Days are what billing counts; the instants are when the freeze is in force (a freeze made today begins at once).
create table contract_freezes (
  id text primary key,
  contract_id text not null references contracts,
  from_day date not null,
  until_day date,
  starts_at timestamptz not null,
  ends_at timestamptz,
  billing text not null default 'none' check (billing in ('none', 'full', 'fee')),
  fee int check (fee >= 0),
  extends_minimum_term boolean not null default true,
  made_at timestamptz not null,
  made_by text,
  resumed_at timestamptz,
  resumed_by text,
  check (until_day is null or until_day >= from_day),
  check ((billing = 'fee') = (fee is not null)),
  exclude using gist (contract_id with =, tstzrange(starts_at, ends_at) with &&)
);
