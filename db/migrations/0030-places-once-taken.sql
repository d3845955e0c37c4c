-- Who has left a place keeps its number, or gets any other one when the seats of the contract become fewer:
-- only places that are taken, or will be, are among those there are.
create or replace function refuse_beyond_seats() returns trigger language plpgsql as $$
begin
  if (tg_op = 'INSERT' or new.ended_at is null)
    and new.number > (select seats from contracts where id = new.contract_id for key share) then
    raise exception 'this contract has no such seat' using errcode = 'check_violation',
      constraint = 'contract_seats_there';
  end if;
  return new;
end $$;
