-- R18: every refusal with what it was decided on, so that it can be decided again. Nothing here is changed;
-- only the facts go when somebody's personal data is deleted.
create table refusals (
  id text primary key,
  at timestamptz not null,
  -- null: somebody who is not known, such as a card that is nobody's.
  customer_id text references customers,
  location_id text not null references locations,
  action text not null,
  target text,
  via text not null,
  -- Of an arrival: who reported it.
  source text,
  layer text not null,
  code text not null,
  -- What would resolve it by itself: "<fix> <address>".
  resolved_by text[] not null,
  -- The same question by the same customer, refused for the same reason.
  question text not null,
  decision jsonb not null,
  facts jsonb,
  rule_version int,
  made_by text
);
create index refusals_by_time on refusals (at desc, id desc);
create index refusals_by_location on refusals (location_id, at desc, id desc);
create index refusals_by_customer on refusals (customer_id, at desc, id desc);
create index refusals_by_code on refusals (code, at desc, id desc);
create index refusals_by_question on refusals (question, at desc);
create index refused_arrivals on refusals (at desc, id desc) where action = 'checkIn';

create function refuse_change_of_refusal() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.facts is null and to_jsonb(new) - 'facts' = to_jsonb(old) - 'facts' then
    return new;
  end if;
  raise exception 'refusals are never changed or deleted' using errcode = 'restrict_violation';
end $$;
create trigger refusals_stay before update or delete on refusals
  for each row execute function refuse_change_of_refusal();
create trigger refusals_are_not_emptied before truncate on refusals
  for each statement execute function refuse_change();

-- The same question again within a minute: counted, not kept once more.
create table refusal_repeats (
  refusal_id text not null references refusals,
  at timestamptz not null
);
create index refusal_repeats_by_refusal on refusal_repeats (refusal_id);
create trigger refusal_repeats_append_only before update or delete or truncate on refusal_repeats
  for each statement execute function refuse_change();

-- What was kept of arrivals so far, without the facts: it can be read, not replayed.
insert into refusals (id, at, customer_id, location_id, action, via, source, layer, code, resolved_by, question,
    decision, made_by)
  select id, at, customer_id, location_id, 'checkIn', decision ->> 'via', source, layer, code, '{}', id,
    decision, made_by
  from refused_check_ins;
drop table refused_check_ins;

-- WHY-3: who wants to be told when a refusal ends.
create table reminders (
  id text primary key,
  customer_id text not null references customers,
  location_id text not null references locations,
  action text not null,
  target text,
  asked_during tstzrange,
  question text not null,
  made_at timestamptz not null,
  made_by text,
  -- When it is judged again.
  due_at timestamptz not null,
  ended_at timestamptz,
  -- told: allowed by then, and a letter was sent; noDate: no further change is known.
  ended_how text check (ended_how in ('told', 'noDate', 'takenBack')),
  check ((ended_at is null) = (ended_how is null))
);
create unique index reminders_one_per_question on reminders (customer_id, question) where ended_at is null;
create index reminders_by_customer on reminders (customer_id, id desc);
