-- What few people change and nearly every request reads is kept by each process under these versions, which it
-- compares with each request: a change holds from the next request on, whichever process is asked.
create table configuration_versions (
  part text primary key check (part in ('places', 'plans', 'resources')),
  version bigint not null default 1
);
insert into configuration_versions (part) values ('places'), ('plans'), ('resources');

-- A version rises as the last thing before its transaction ends, so that no transaction waits for another while
-- it still has locks to take; once in a transaction.
create function raise_configuration_version() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('foyer.raised_' || tg_argv[0], true), '') <> 'yes' then
    perform set_config('foyer.raised_' || tg_argv[0], 'yes', true);
    update configuration_versions set version = version + 1 where part = tg_argv[0];
  end if;
  return null;
end $$;

-- Until then, the transaction itself must not take what is kept for what it sees.
create function mark_configuration_changed() returns trigger language plpgsql as $$
begin
  perform set_config('foyer.configuration_changed', 'yes', true);
  return null;
end $$;

do $$
declare
  kept record;
begin
  for kept in
    select * from (values
      ('locations', 'places'), ('location_settings', 'places'), ('closures', 'places'),
      ('legal_entities', 'places'), ('portal_access_versions', 'places'),
      ('plans', 'plans'), ('plan_versions', 'plans'),
      ('resource_types', 'resources'), ('resources', 'resources'), ('resource_links', 'resources'),
      ('rates', 'resources'), ('rate_versions', 'resources')
    ) as of (name, part)
  loop
    execute format('create trigger %I after insert or update or delete on %I
      for each statement execute function mark_configuration_changed()',
      kept.name || '_mark_configuration', kept.name);
    execute format('create constraint trigger %I after insert or update or delete on %I
      deferrable initially deferred for each row execute function raise_configuration_version(%L)',
      kept.name || '_raise_configuration', kept.name, kept.part);
  end loop;
end $$;
