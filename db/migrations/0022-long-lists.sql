-- Pages of a hundred out of a million rows: an index in the order of each list, and of each narrow part of it.
create index customers_by_age on customers (created_at, id);
create index customers_by_location_and_age on customers (home_location_id, created_at, id);
create index customers_companies on customers (sorted_name, id) where kind = 'company';
create index customers_by_tag on customers using gin (tags) where tags <> '{}';

create index contracts_by_location_and_age on contracts (location_id, id);
create index contracts_by_start on contracts (start_day, id);
drop index contracts_by_location;

create index bookings_by_time on bookings (start_at, id);
create index bookings_by_location_and_time on bookings (location_id, start_at, id);
drop index bookings_by_location;
create index bookings_not_taken_place on bookings (state, start_at, id)
  where state in ('requested', 'tentative', 'noShow', 'cancelled', 'rejected');

create index check_ins_by_time on check_ins (started_at desc, id desc);

create index invoices_newest_here on invoices
  (location_id, (coalesce(issued_at, made_at)) desc, (coalesce(number_in_series, 0)) desc, id desc);
create index invoices_drafts on invoices (made_at, id) where state = 'draft';
create index invoices_credit_notes on invoices (location_id, id) where kind = 'creditNote';

create index mails_by_thing on mails (about_id, id desc) where about_id is not null;
