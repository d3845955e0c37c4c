-- A resource can be shown from an instant on (VIS-3); null: from when it is made visible.
alter table resources add column publish_at timestamptz;
