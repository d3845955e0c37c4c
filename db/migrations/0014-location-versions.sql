-- A location is edited as it was seen, or not at all.
alter table locations add column version int not null default 1;
