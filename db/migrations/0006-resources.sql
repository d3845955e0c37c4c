-- Resources, their prices, and bookings.
create table resource_types (
  id text primary key,
  location_id text not null references locations,
  name text not null check (name <> ''),
  description text not null default '',
  created_at timestamptz not null,
  archived_at timestamptz,
  version int not null default 1
);
create unique index resource_types_one_name on resource_types (location_id, lower(name)) where archived_at is null;

-- hours: WeekHours of src/domain/locations/setting.ts; null: the location's. audience: Audience of customers/audience.ts.
create table resources (
  id text primary key,
  type_id text not null references resource_types,
  location_id text not null references locations,
  name text not null check (name <> ''),
  description text not null default '',
  capacity int not null default 1 check (capacity > 0),
  amenities text[] not null default '{}',
  hours jsonb,
  buffer_before_minutes int not null default 0 check (buffer_before_minutes between 0 and 1440),
  buffer_after_minutes int not null default 0 check (buffer_after_minutes between 0 and 1440),
  minutes_min int not null default 15 check (minutes_min > 0),
  minutes_max int check (minutes_max >= minutes_min),
  step_minutes int not null default 15 check (step_minutes between 1 and 1440),
  notice_minutes_min int not null default 0 check (notice_minutes_min >= 0),
  horizon_days int check (horizon_days >= 0),
  cancel_free_minutes int not null default 0 check (cancel_free_minutes >= 0),
  late_cancel_percent int not null default 0 check (late_cancel_percent between 0 and 100),
  audience jsonb not null default '{"level": "public"}',
  customer_ids text[],
  state text not null default 'active' check (state in ('active', 'paused', 'archived')),
  visible boolean not null default true,
  needs_approval boolean not null default false,
  -- Places that are booked one by one (hot desks); 1 for a room.
  units int not null default 1 check (units between 1 and 1000),
  sort_order int not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1
);
create index resources_by_location on resources (location_id, type_id);
create unique index resources_one_name on resources (location_id, lower(name)) where state <> 'archived';

-- Booking one blocks the other, whichever of them is booked.
create table resource_links (
  resource_id text not null references resources,
  linked_id text not null references resources,
  primary key (resource_id, linked_id),
  check (resource_id <> linked_id)
);

-- A rate belongs to a type or to one resource. Its terms (RateTerms of src/domain/resources/rate.ts) are dated.
create table rates (
  id text primary key,
  type_id text references resource_types,
  resource_id text references resources,
  location_id text references locations,
  created_at timestamptz not null,
  ended_at timestamptz,
  check ((type_id is null) <> (resource_id is null))
);
create index rates_by_type on rates (type_id) where type_id is not null;
create index rates_by_resource on rates (resource_id) where resource_id is not null;

create table rate_versions (
  rate_id text not null references rates,
  version int not null,
  in_force_from timestamptz not null,
  terms jsonb not null,
  made_by text,
  primary key (rate_id, version)
);

-- quote: what was promised when it was booked. overridden: the layers that staff set aside, why, and who (BKA-3).
-- customer_id null: time blocked by an admin.
create table bookings (
  id text primary key,
  resource_id text not null references resources,
  location_id text not null references locations,
  customer_id text references customers,
  start_at timestamptz not null,
  end_at timestamptz not null,
  state text not null check (state in (
    'requested', 'tentative', 'confirmed', 'checkedIn', 'completed', 'noShow', 'cancelled', 'rejected')),
  via text not null check (via in ('portal', 'desk', 'kiosk', 'door', 'api')),
  quote jsonb,
  overridden jsonb,
  note text not null default '',
  held_until timestamptz,
  created_at timestamptz not null,
  created_by text,
  ended_at timestamptz,
  ended_by text,
  end_reason text,
  version int not null default 1,
  check (start_at < end_at),
  check ((state = 'tentative') = (held_until is not null)),
  check ((state in ('cancelled', 'rejected')) = (ended_at is not null))
);
create index bookings_by_location on bookings (location_id, start_at);
create index bookings_by_resource on bookings (resource_id, start_at);
create index bookings_by_customer on bookings (customer_id, start_at) where customer_id is not null;

-- What keeps others out: one row per booking, resource and unit, buffers included. Holds and requests are rows like
-- any other; a released slot has no row. This constraint is the only referee (BKG-1).
create table occupancies (
  booking_id text not null references bookings,
  resource_id text not null references resources,
  unit int not null check (unit > 0),
  blocked tstzrange not null check (not isempty(blocked)),
  exclude using gist (resource_id with =, unit with =, blocked with &&)
);
create index occupancies_by_booking on occupancies (booking_id);
