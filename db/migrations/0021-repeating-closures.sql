-- LOC-1: closures that come again, by an RRULE, with the first days of the times that fall out.
alter table closures add column repeats text;
alter table closures add column except_days date[] not null default '{}';
alter table closures add check (repeats is not null or except_days = '{}');
