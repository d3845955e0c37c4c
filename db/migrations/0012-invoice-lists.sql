-- The list of invoices, the newest first, by page.
create index invoices_newest on invoices ((coalesce(issued_at, made_at)) desc, (coalesce(number_in_series, 0)) desc, id desc);
