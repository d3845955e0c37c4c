-- TEM-1..4: teams, who is in them and as what, and places on their contracts. Everything that can change is
-- a period with who made it; nothing is deleted.
create table teams (
  id text primary key,
  name text not null check (name <> ''),
  location_id text not null references locations,
  about text not null default '',
  website text not null default '',
  email text not null default '',
  phone text not null default '',
  -- null: any number
  size_max int check (size_max between 1 and 1000),
  members_may_invite boolean not null default false,
  -- null: everybody pays for themselves
  paying_customer_id text references customers,
  billing text not null default 'individual' check (billing in ('merged', 'individual')),
  shares_passes boolean not null default false,
  shares_time_credits boolean not null default false,
  shares_money_credits boolean not null default false,
  created_at timestamptz not null,
  created_by text,
  version int not null default 1,
  sorted_name text generated always as (folded(name)) stored,
  check (billing = 'individual' or paying_customer_id is not null)
);
create index teams_by_name on teams (sorted_name, id);
create index teams_by_location on teams (location_id, sorted_name, id);
create index teams_by_payer on teams (paying_customer_id) where paying_customer_id is not null;

-- One time of a customer in a team. Whoever comes back has a second one.
create table team_members (
  id text primary key,
  team_id text not null references teams,
  customer_id text not null references customers,
  started_at timestamptz not null,
  started_by text,
  ended_at timestamptz,
  ended_by text,
  check (ended_at is null or ended_at >= started_at),
  exclude using gist (team_id with =, customer_id with =, tstzrange(started_at, ended_at) with &&)
);
create index team_members_by_team on team_members (team_id, started_at);
create index team_members_open on team_members (customer_id, team_id) where ended_at is null;

create table team_roles (
  id text primary key,
  member_id text not null references team_members,
  role text not null check (role in ('member', 'manager')),
  started_at timestamptz not null,
  started_by text,
  ended_at timestamptz,
  ended_by text,
  check (ended_at is null or ended_at >= started_at),
  exclude using gist (member_id with =, tstzrange(started_at, ended_at) with &&)
);

-- The referee of a team's size: whoever comes waits for whoever came just before.
create function refuse_beyond_size() returns trigger language plpgsql as $$
declare most int;
begin
  select size_max into most from teams where id = new.team_id for no key update;
  if most is not null and most <= (
    select count(*) from team_members where team_id = new.team_id and ended_at is null
  ) then
    raise exception 'this team is full' using errcode = 'check_violation', constraint = 'team_size';
  end if;
  return new;
end $$;
create trigger team_members_fit before insert on team_members
  for each row execute function refuse_beyond_size();

alter table contracts add column team_id text references teams,
  add column seats int not null default 0 check (seats between 0 and 1000),
  add check (seats = 0 or team_id is not null);
create index contracts_by_team on contracts (team_id) where team_id is not null;

-- A place on a contract, as one customer has it for a time. Places are numbered so that two never overlap;
-- the number says nothing else, and one that has not begun may get another.
create table contract_seats (
  id text primary key,
  contract_id text not null references contracts,
  number int not null check (number > 0),
  customer_id text not null references customers,
  started_at timestamptz not null,
  started_by text,
  ended_at timestamptz,
  ended_by text,
  check (ended_at is null or ended_at >= started_at),
  constraint contract_seats_once exclude using gist
    (contract_id with =, number with =, tstzrange(started_at, ended_at) with &&) deferrable,
  constraint contract_seats_one_each exclude using gist
    (contract_id with =, customer_id with =, tstzrange(started_at, ended_at) with &&) deferrable
);
create index contract_seats_by_customer on contract_seats (customer_id, contract_id);
create index contract_seats_by_contract on contract_seats (contract_id, started_at);

create function refuse_beyond_seats() returns trigger language plpgsql as $$
begin
  if new.number > (select seats from contracts where id = new.contract_id for key share) then
    raise exception 'this contract has no such seat' using errcode = 'check_violation',
      constraint = 'contract_seats_there';
  end if;
  return new;
end $$;
create trigger contract_seats_fit before insert or update of number on contract_seats
  for each row execute function refuse_beyond_seats();

-- An invitation is for a colleague, a customer or a team.
alter table invitations add column team_id text references teams, add column team_role text
    check (team_role in ('member', 'manager')),
  add check ((team_id is null) = (team_role is null)),
  drop constraint invitations_check,
  add constraint invitations_for_one check (num_nonnulls(role, customer_id, team_id) = 1);
create index invitations_by_team on invitations (team_id, sent_at) where team_id is not null;
