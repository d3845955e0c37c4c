-- Files of another system, judged row by row; what an import made carries its id, so that it can be taken back.
create table imports (
  id text primary key,
  layout text not null check (layout in ('nexudusCustomers')),
  file_name text not null default '',
  default_location_id text references locations,
  header jsonb not null,
  totals jsonb not null,
  made_at timestamptz not null,
  made_by text,
  run_at timestamptz,
  run_by text,
  undone_at timestamptz,
  undone_by text,
  check (undone_at is null or run_at is not null)
);
create index imports_by_age on imports (made_at desc, id desc);

-- cells: the row as it stood in the file, until it has been run. The ids name what the run made for it, as long as it is there.
create table import_rows (
  import_id text not null references imports,
  row int not null,
  outcome text not null check (outcome in ('contract', 'contact', 'unchanged', 'error')),
  at_column text,
  code text check (code in ('invalid', 'missing', 'unknown', 'duplicateInFile')),
  email text,
  cells jsonb,
  customer_id text,
  contract_id text,
  kept_because text,
  primary key (import_id, row),
  check ((outcome = 'error') = (code is not null))
);
create index import_rows_by_outcome on import_rows (import_id, outcome, row);
create index customers_by_import on customers (import_id) where import_id is not null;
create index contracts_by_import on contracts (import_id) where import_id is not null;

-- CON-1: a contract may have a notice period of its own, in days, instead of its plan's.
alter table contracts add column notice_days int check (notice_days >= 0);
create index contracts_by_age on contracts (id desc);
create index contract_freezes_by_contract on contract_freezes (contract_id, from_day);
