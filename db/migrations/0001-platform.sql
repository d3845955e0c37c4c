-- What every word uses: telling others, the audit log, idempotency, deadlines, mail.
create extension if not exists btree_gist;

create table signals (
  id text primary key,
  kind text not null,
  about_id text not null,
  customer_id text,
  facts jsonb not null,
  occurred_at timestamptz not null,
  delivered_at timestamptz
);
create index signals_waiting on signals (id) where delivered_at is null;

create table audit_entries (
  id text primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('admin', 'customer', 'key', 'system', 'nobody')),
  actor_id text,
  action text not null,
  about_id text not null,
  customer_id text,
  location_id text,
  before jsonb,
  after jsonb,
  from_address text
);
create index audit_entries_by_thing on audit_entries (about_id, id);
create index audit_entries_by_customer on audit_entries (customer_id, id) where customer_id is not null;
create index audit_entries_by_actor on audit_entries (actor_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_entries_append_only before update or delete or truncate on audit_entries
  for each statement execute function refuse_change();

create table idempotency_keys (
  caller text not null,
  key text not null,
  request_hash text not null,
  status int,
  answer jsonb,
  created_at timestamptz not null,
  primary key (caller, key)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);

-- A business deadline: something that falls due by the product's clock, handled by the word that set it.
create table deadlines (
  id text primary key,
  kind text not null,
  about_id text not null,
  due_at timestamptz not null,
  done_at timestamptz,
  attempts int not null default 0,
  retry_at timestamptz,
  unique (kind, about_id, due_at)
);
create index deadlines_waiting on deadlines (due_at, id) where done_at is null;

create table test_clock (
  only_row boolean primary key default true check (only_row),
  shows_at timestamptz not null
);

create table mails (
  id text primary key,
  to_address text not null,
  subject text not null,
  plain_text text not null,
  html text not null,
  language text not null,
  attachments jsonb not null default '[]',
  about_id text,
  written_at timestamptz not null,
  sent_at timestamptz,
  failure text
);
create index mails_by_age on mails (written_at desc, id desc);
