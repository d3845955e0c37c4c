-- SEC-4: what was published for later can be taken back before its time; that it was is kept.
alter table portal_access_versions add column withdrawn_at timestamptz, add column withdrawn_by text,
  add constraint portal_access_withdrawn_before_its_time
    check (withdrawn_at is null or (version is not null and withdrawn_at < in_force_from));
