-- An import taken back takes back what its plans gave and nobody used; every other entry stays for good (PAS-9).
create function refuse_loss_of_entries() returns trigger language plpgsql as $$
begin
  if old.kind = 'granted' and old.number = 1
    and not exists (select from benefit_entries where grant_id = old.grant_id and number > 1)
    and exists (select from benefit_grants g join contracts k on k.id = g.contract_id
      where g.id = old.grant_id and g.source = 'plan' and k.import_id is not null)
  then
    return old;
  end if;
  raise exception 'entries of a ledger are never deleted' using errcode = 'restrict_violation';
end $$;
drop trigger benefit_entries_append_only on benefit_entries;
create trigger benefit_entries_append_only before update or truncate on benefit_entries
  for each statement execute function refuse_change();
create trigger benefit_entries_stay before delete on benefit_entries
  for each row execute function refuse_loss_of_entries();
