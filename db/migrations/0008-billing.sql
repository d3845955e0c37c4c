-- Charges, billing runs, invoices and payments. Amounts are minor units of the row's currency.
-- Numbers of a legal entity's series: the row is locked by the transaction that issues, so there is never a gap (INV-2).
create table invoice_series (
  legal_entity_id text not null references legal_entities,
  series text not null,
  last_number int not null default 0 check (last_number >= 0),
  primary key (legal_entity_id, series)
);

-- A run is a draft until somebody issues it; issuing goes in batches and can go on after a fall (RUN-2).
create table billing_runs (
  id text primary key,
  location_id text not null references locations,
  through_day date not null,
  state text not null default 'draft' check (state in ('draft', 'issuing', 'issued')),
  skips jsonb not null default '[]',
  made_at timestamptz not null,
  made_by text,
  calculated_at timestamptz not null,
  issued_at timestamptz,
  issued_by text,
  version int not null default 1
);
create index billing_runs_by_location on billing_runs (location_id, through_day desc, id desc);

-- seller and buyer are copies, so that an invoice says for good what it said when it was issued.
create table invoices (
  id text primary key,
  kind text not null default 'invoice' check (kind in ('invoice', 'creditNote')),
  state text not null default 'draft' check (state in ('draft', 'issued', 'partlyPaid', 'paid', 'void', 'credited')),
  legal_entity_id text not null references legal_entities,
  series text,
  number_in_series int check (number_in_series > 0),
  number text,
  customer_id text not null references customers,
  location_id text not null references locations,
  currency text not null,
  language text not null,
  seller jsonb not null,
  buyer jsonb not null,
  net bigint not null,
  tax bigint not null,
  total bigint not null,
  made_at timestamptz not null,
  issued_at timestamptz,
  issued_day date,
  due_days int not null check (due_days >= 0),
  due_day date,
  credits_invoice_id text references invoices,
  reason text,
  run_id text references billing_runs,
  fingerprint text,
  flags jsonb not null default '[]',
  decision text check (decision in ('ok', 'held', 'skipped')),
  decided_at timestamptz,
  decided_by text,
  paid bigint not null default 0 check (paid >= 0),
  credited bigint not null default 0 check (credited >= 0),
  check (net + tax = total),
  check (paid + credited <= greatest(total, 0)),
  check ((state = 'draft') = (number is null)),
  check ((number is null) = (series is null) and (number is null) = (number_in_series is null)),
  check ((number is null) = (issued_at is null) and (number is null) = (issued_day is null)),
  check (kind = 'creditNote' or credits_invoice_id is null)
);
create unique index invoices_one_number on invoices (legal_entity_id, series, number_in_series)
  where number is not null;
create unique index invoices_by_number on invoices (number) where number is not null;
create unique index invoices_one_draft on invoices (run_id, customer_id, legal_entity_id, currency)
  where state = 'draft' and run_id is not null;
create index invoices_by_run on invoices (run_id, id) where run_id is not null;
create index invoices_by_customer on invoices (customer_id, id);
create index invoices_by_location on invoices (location_id, id);
create index invoices_unpaid on invoices (customer_id, due_day) where state in ('issued', 'partlyPaid');
create index invoices_credits on invoices (credits_invoice_id) where credits_invoice_id is not null;

-- amount is what the price says (with or without tax, as includes_tax tells); net + tax = total, rounded once a line.
create table invoice_lines (
  id text primary key,
  invoice_id text not null references invoices,
  position int not null,
  kind text not null check (kind in ('contract', 'freezeFee', 'signUpFee', 'correction', 'charge', 'credit')),
  text text not null,
  facts jsonb not null default '{}',
  quantity int not null default 1 check (quantity <> 0),
  unit_price bigint not null,
  amount bigint not null,
  includes_tax boolean not null,
  tax_rate int not null check (tax_rate between 0 and 10000),
  net bigint not null,
  tax bigint not null,
  total bigint not null,
  start_day date,
  end_day date,
  contract_id text references contracts,
  cycle_start_day date,
  charge_id text,
  credits_line_id text references invoice_lines,
  unique (invoice_id, position),
  check (net + tax = total),
  check (end_day is null or end_day > start_day)
);
create index invoice_lines_credits on invoice_lines (credits_line_id) where credits_line_id is not null;

-- What of a contract has been billed. A cycle has one base line, number 0, and each part or correction
-- a number of its own under it: whoever comes second is refused here (RUN-2).
create table billed_cycles (
  contract_id text not null references contracts,
  cycle_start_day date not null,
  item text not null default 'cycle' check (item in ('cycle', 'signUpFee')),
  number int not null check (number >= 0),
  amount bigint not null,
  covered_until_day date not null,
  billed_at timestamptz not null,
  invoice_line_id text not null unique references invoice_lines,
  primary key (contract_id, cycle_start_day, item, number)
);

-- What a customer owes for something used or bought. Invoiced exactly once, or waived with a reason (CHG-1).
create table charges (
  id text primary key,
  customer_id text not null references customers,
  location_id text not null references locations,
  legal_entity_id text not null references legal_entities,
  source_kind text not null,
  source_id text not null,
  text text not null check (text <> ''),
  facts jsonb not null default '{}',
  quantity int not null default 1 check (quantity > 0),
  unit_price bigint not null,
  amount bigint not null,
  currency text not null,
  includes_tax boolean not null,
  tax_rate int not null check (tax_rate between 0 and 10000),
  standing text not null check (standing in ('member', 'contact')),
  invoicing text not null check (invoicing in ('now', 'cycleEnd')),
  arisen_at timestamptz not null,
  ripe_at timestamptz not null,
  ripe_day date not null,
  start_day date,
  end_day date,
  invoice_line_id text unique references invoice_lines,
  waived_at timestamptz,
  waived_by text,
  waive_reason text,
  voided_at timestamptz,
  void_reason text,
  made_by text,
  check ((waived_at is null) = (waive_reason is null)),
  check (waived_at is null or invoice_line_id is null)
);
-- One thing used makes one charge; one that was voided may be charged anew.
create unique index charges_one_source on charges (source_kind, source_id) where voided_at is null;
create index charges_by_customer on charges (customer_id, id);
create index charges_waiting on charges (location_id, ripe_day)
  where invoice_line_id is null and waived_at is null and voided_at is null;

create table payments (
  id text primary key,
  customer_id text not null references customers,
  location_id text not null references locations,
  currency text not null,
  amount bigint not null check (amount > 0),
  method text not null check (method in ('cash', 'terminal', 'transfer', 'card', 'other', 'credit')),
  -- method credit: what a credit note left over when its invoice was already paid.
  credit_note_id text unique references invoices,
  received_day date not null,
  reference text not null default '',
  recorded_at timestamptz not null,
  recorded_by text,
  check ((method = 'credit') = (credit_note_id is not null))
);
create index payments_by_customer on payments (customer_id, id);
create index payments_by_location on payments (location_id, id);

-- What is not allocated of a payment is the customer's account credit (PAY-2).
create table payment_allocations (
  payment_id text not null references payments,
  invoice_id text not null references invoices,
  amount bigint not null check (amount > 0),
  allocated_at timestamptz not null,
  primary key (payment_id, invoice_id)
);
create index payment_allocations_by_invoice on payment_allocations (invoice_id);

-- An issued invoice is never changed or deleted but for how far it is paid (INV-1).
create function refuse_change_of_issued_invoice() returns trigger language plpgsql as $$
begin
  if old.state = 'draft' then
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and new.state <> 'draft'
    and to_jsonb(new) - '{state,paid,credited}'::text[] = to_jsonb(old) - '{state,paid,credited}'::text[]
  then
    return new;
  end if;
  raise exception 'invoice % is issued and is never changed or deleted', old.number
    using errcode = 'restrict_violation';
end $$;
create trigger invoices_issued_stay before update or delete on invoices
  for each row execute function refuse_change_of_issued_invoice();
create trigger invoices_never_truncated before truncate on invoices
  for each statement execute function refuse_change();

create function refuse_change_of_issued_line() returns trigger language plpgsql as $$
declare
  issued text;
begin
  select number into issued from invoices
    where id = case when tg_op = 'DELETE' then old.invoice_id else new.invoice_id end and state <> 'draft';
  if issued is null and tg_op = 'UPDATE' then
    select number into issued from invoices where id = old.invoice_id and state <> 'draft';
  end if;
  if issued is not null then
    raise exception 'invoice % is issued and its lines are never changed', issued
      using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger invoice_lines_issued_stay before insert or update or delete on invoice_lines
  for each row execute function refuse_change_of_issued_line();
create trigger invoice_lines_never_truncated before truncate on invoice_lines
  for each statement execute function refuse_change();
create trigger billed_cycles_append_only before update or delete or truncate on billed_cycles
  for each statement execute function refuse_change();
