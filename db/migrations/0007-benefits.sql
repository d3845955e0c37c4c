-- Passes, who owns them, the ledger of their use, and stays. A balance is the last entry's and is stored nowhere else.
create table passes (
  id text primary key,
  location_id text not null references locations,
  name text not null check (name <> ''),
  kind text not null check (kind in ('day', 'time')),
  minutes int check (minutes > 0),
  everywhere boolean not null default false,
  value int check (value >= 0),
  value_currency text check (value_currency ~ '^[A-Z]{3}$'),
  use_priority text not null default 'normal' check (use_priority in ('high', 'normal', 'low')),
  hours jsonb,
  audience jsonb not null default '{"level": "public"}',
  created_at timestamptz not null,
  archived_at timestamptz,
  version int not null default 1,
  check ((kind = 'time') = (minutes is not null)),
  check ((value is null) = (value_currency is null))
);
create index passes_by_location on passes (location_id, id);

create table pass_locations (
  pass_id text not null references passes,
  location_id text not null references locations,
  primary key (pass_id, location_id)
);

-- A plan's grant is named by contract, plan, cycle and pass: granting it again changes nothing.
create table benefit_grants (
  id text primary key,
  customer_id text not null references customers,
  pass_id text not null references passes,
  source text not null check (source in ('plan', 'product', 'given')),
  contract_id text references contracts,
  plan_id text references plans,
  cycle_day date,
  valid_from timestamptz not null,
  expires_at timestamptz,
  expiry_moves boolean not null default false,
  note text not null default '',
  granted_at timestamptz not null,
  granted_by text,
  check ((source = 'plan') = (contract_id is not null)),
  check ((contract_id is null) = (plan_id is null) and (contract_id is null) = (cycle_day is null)),
  check (expires_at is null or expires_at > valid_from),
  unique (contract_id, plan_id, cycle_day, pass_id)
);
create index benefit_grants_by_customer on benefit_grants (customer_id, id);

create table check_ins (
  id text primary key,
  customer_id text not null references customers,
  location_id text not null references locations,
  source text not null check (source in ('desk', 'kiosk', 'portal', 'phone', 'door', 'wifi')),
  started_at timestamptz not null,
  ended_at timestamptz,
  ended_by text check (ended_by in
    ('checkOut', 'cutOff', 'elsewhere', 'again', 'silence', 'doorOut', 'admin', 'passRanOut')),
  cut_off_at timestamptz not null,
  cover text not null check (cover in ('pass', 'plan', 'booking')),
  grant_id text references benefit_grants,
  contract_id text references contracts,
  uncovered_minutes int not null default 0 check (uncovered_minutes >= 0),
  decision jsonb not null,
  made_by text,
  ended_by_id text,
  check (ended_at >= started_at),
  check ((ended_at is null) = (ended_by is null)),
  check ((cover = 'pass') = (grant_id is not null))
);
-- CHK-2: at most one open stay a customer.
create unique index check_ins_one_open on check_ins (customer_id) where ended_at is null;
create index check_ins_inside on check_ins (location_id, started_at) where ended_at is null;
create index check_ins_by_customer on check_ins (customer_id, started_at desc);
create index check_ins_by_location on check_ins (location_id, started_at desc, id desc);

-- amount: passes of a day pass, minutes of a time pass. good_until: the end of the day that a day pass was used for.
create table benefit_entries (
  id text primary key,
  grant_id text not null references benefit_grants,
  number int not null check (number > 0),
  kind text not null check (kind in ('granted', 'used', 'returned', 'expired', 'corrected')),
  amount int not null check (amount <> 0),
  left_after int not null check (left_after >= 0),
  at timestamptz not null,
  recorded_at timestamptz not null,
  check_in_id text references check_ins,
  location_id text references locations,
  good_until timestamptz,
  because text[] not null default '{}',
  note text not null default '',
  made_by text,
  unique (grant_id, number),
  check ((kind in ('granted', 'returned')) = (amount > 0) or kind = 'corrected')
);
create index benefit_entries_by_check_in on benefit_entries (check_in_id) where check_in_id is not null;
create index benefit_entries_in_use on benefit_entries (grant_id, good_until) where good_until is not null;
create trigger benefit_entries_append_only before update or delete or truncate on benefit_entries
  for each statement execute function refuse_change();

-- PAS-9: an entry follows the last one of its grant and carries its balance on.
create function follow_last_entry() returns trigger language plpgsql as $$
declare
  last record;
begin
  select number, left_after into last from benefit_entries where grant_id = new.grant_id order by number desc limit 1;
  if new.number <> coalesce(last.number, 0) + 1 or new.left_after <> coalesce(last.left_after, 0) + new.amount then
    raise exception 'entry % of % does not follow the one before', new.number, new.grant_id
      using errcode = 'check_violation', constraint = 'benefit_entries_follow';
  end if;
  return new;
end $$;
create trigger benefit_entries_follow before insert on benefit_entries
  for each row execute function follow_last_entry();

-- PAS-8: every refusal with its decision.
create table refused_check_ins (
  id text primary key,
  customer_id text not null references customers,
  location_id text not null references locations,
  source text not null,
  at timestamptz not null,
  code text not null,
  layer text not null,
  decision jsonb not null,
  made_by text
);
create index refused_check_ins_by_location on refused_check_ins (location_id, at desc, id desc);
create index refused_check_ins_by_customer on refused_check_ins (customer_id, at desc);
