-- Frozen days of a cycle are a line of their own: they come off the line of the cycle (CYC-2).
alter table invoice_lines drop constraint invoice_lines_kind_check;
alter table invoice_lines add constraint invoice_lines_kind_check check (kind in
  ('contract', 'freeze', 'freezeFee', 'signUpFee', 'correction', 'charge', 'credit')) not valid;
alter table invoice_lines validate constraint invoice_lines_kind_check;

-- Numbers go up alone: a series set back would give a number twice (INV-2).
create function refuse_lower_number() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.last_number >= old.last_number
    and new.legal_entity_id = old.legal_entity_id and new.series = old.series
  then
    return new;
  end if;
  raise exception 'the numbers of a series never go back' using errcode = 'restrict_violation';
end $$;
create trigger invoice_series_go_up before update or delete on invoice_series
  for each row execute function refuse_lower_number();
create trigger invoice_series_never_truncated before truncate on invoice_series
  for each statement execute function refuse_change();
