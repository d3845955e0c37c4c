-- A statement that writes several things at once ends, and is taken back, where one of them did not write what it
-- must: somebody else was quicker.
create function must_write(which int, written bigint, wanted bigint) returns boolean language plpgsql as $$
begin
  if written <> wanted then
    raise exception 'part % wrote % rows instead of %', which, written, wanted
      using errcode = 'FY001', detail = which::text;
  end if;
  return true;
end $$;
