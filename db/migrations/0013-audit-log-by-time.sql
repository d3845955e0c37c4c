-- The audit log is read from its newest entry, by the product's time.
create index audit_entries_by_time on audit_entries (at desc, id desc);
