-- WHY-3: what somebody waits for is judged again whenever something is told that may end the refusal earlier
-- or later: about the customer, about the thing, or about the rules of a place.
create function judge_reminders_again() returns trigger language plpgsql as $$
begin
  insert into deadlines (id, kind, about_id, due_at)
    select 'due_' || replace(gen_random_uuid()::text, '-', ''), 'access.reminder', r.id, max(t.occurred_at)
    from reminders r join told t on r.customer_id = t.customer_id or r.target = t.facts ->> 'resourceId'
      or split_part(t.kind, '.', 1) in
        ('location', 'portalAccess', 'visibility', 'plan', 'resource', 'resourceType', 'rate', 'import')
    where r.ended_at is null and split_part(t.kind, '.', 1) not in ('checkIn', 'charge')
    group by r.id
  on conflict (kind, about_id, due_at) do update set done_at = null, attempts = 0, retry_at = null;
  return null;
end $$;
create trigger signals_judge_reminders after insert on signals referencing new table as told
  for each statement execute function judge_reminders_again();

create index reminders_waiting on reminders (due_at, id) where ended_at is null;

-- The same question again and again is counted at the first one for as long as it goes on, up to a day.
create index refusal_repeats_latest on refusal_repeats (refusal_id, at desc);
drop index refusal_repeats_by_refusal;
