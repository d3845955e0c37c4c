-- PER-4: somebody who works here looks at the portal as somebody else. What they did is in the audit log; this
-- is only what may be used, by whom and until when.
create table portal_previews (
  id text primary key,
  location_id text not null references locations,
  -- Exactly one: a persona, or a customer that there is.
  persona text,
  customer_id text references customers,
  -- Null: always now.
  looks_at timestamptz,
  levels text not null check (levels in ('published', 'draft')),
  -- The admin or key, and the session that it may be used in; a key has none.
  opened_by text not null,
  session_id text references sessions on delete cascade,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  check ((persona is null) <> (customer_id is null))
);
create index portal_previews_by_opener on portal_previews (opened_by, opened_at desc);
