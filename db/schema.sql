-- Made by tools/schema/write.ts from db/migrations. Do not edit.

create table accounts (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean default false not null,
  image text,
  language text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  CHECK (((email = lower(btrim(email))) AND (email <> ''::text))),
  CHECK ((name <> ''::text)),
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX accounts_by_email ON public.accounts USING btree (email);

create table admin_roles (
  id text not null,
  admin_id text not null,
  role text not null,
  location_id text not null,
  started_at timestamp with time zone not null,
  started_by text,
  ended_at timestamp with time zone,
  ended_by text,
  own_role_id text generated always as (
CASE
    WHEN (role ~~ 'rle\_%'::text) THEN role
    ELSE NULL::text
END) stored,
  CHECK (((ended_at IS NULL) OR (ended_at >= started_at))),
  FOREIGN KEY (admin_id) REFERENCES admins(id),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  FOREIGN KEY (own_role_id) REFERENCES roles(id),
  PRIMARY KEY (id)
);
CREATE INDEX admin_roles_by_admin ON public.admin_roles USING btree (admin_id);
CREATE UNIQUE INDEX admin_roles_once ON public.admin_roles USING btree (admin_id, role, location_id) WHERE (ended_at IS NULL);
CREATE INDEX admin_roles_open ON public.admin_roles USING btree (location_id, role) WHERE (ended_at IS NULL);
CREATE INDEX admin_roles_own ON public.admin_roles USING btree (own_role_id) WHERE ((own_role_id IS NOT NULL) AND (ended_at IS NULL));

create table admins (
  id text not null,
  account_id text not null,
  created_at timestamp with time zone not null,
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  PRIMARY KEY (id),
  UNIQUE (account_id)
);

create table api_key_grants (
  key_id text not null,
  location_id text not null,
  role text,
  own_role_id text generated always as (
CASE
    WHEN (role ~~ 'rle\_%'::text) THEN role
    ELSE NULL::text
END) stored,
  permissions text[] default '{}'::text[] not null,
  CHECK (((role IS NULL) <> (permissions = '{}'::text[]))),
  FOREIGN KEY (key_id) REFERENCES api_keys(id),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  FOREIGN KEY (own_role_id) REFERENCES roles(id)
);
CREATE UNIQUE INDEX api_key_grants_once ON public.api_key_grants USING btree (key_id, location_id, COALESCE(role, ''::text));
CREATE INDEX api_key_grants_own_role ON public.api_key_grants USING btree (own_role_id) WHERE (own_role_id IS NOT NULL);

create table api_key_secrets (
  secret_hash text not null,
  key_id text not null,
  hint text not null,
  created_at timestamp with time zone not null,
  created_by text,
  ends_at timestamp with time zone,
  last_used_at timestamp with time zone,
  FOREIGN KEY (key_id) REFERENCES api_keys(id),
  PRIMARY KEY (secret_hash)
);
CREATE INDEX api_key_secrets_by_key ON public.api_key_secrets USING btree (key_id);
CREATE UNIQUE INDEX api_key_secrets_current ON public.api_key_secrets USING btree (key_id) WHERE (ends_at IS NULL);

create table api_keys (
  id text not null,
  name text not null,
  created_at timestamp with time zone not null,
  created_by text,
  ended_at timestamp with time zone,
  ended_by text,
  expires_day date,
  expires_at timestamp with time zone,
  CHECK (((expires_day IS NULL) = (expires_at IS NULL))),
  CHECK ((name <> ''::text)),
  PRIMARY KEY (id)
);

create table archivings (
  id text not null,
  customer_id text not null,
  started_at timestamp with time zone not null,
  started_by text,
  ended_at timestamp with time zone,
  ended_by text,
  FOREIGN KEY (customer_id) REFERENCES customers(id),
  PRIMARY KEY (id),
  EXCLUDE USING gist (customer_id WITH =, tstzrange(started_at, ended_at) WITH &&)
);
CREATE INDEX archivings_open ON public.archivings USING btree (customer_id) WHERE (ended_at IS NULL);

create table attempts (
  key text not null,
  count integer not null,
  since timestamp with time zone not null,
  PRIMARY KEY (key)
);
CREATE INDEX attempts_by_age ON public.attempts USING btree (since);

create table audit_entries (
  id text not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text,
  action text not null,
  about_id text not null,
  customer_id text,
  location_id text,
  before jsonb,
  after jsonb,
  from_address text,
  CHECK ((actor_kind = ANY (ARRAY['admin'::text, 'customer'::text, 'key'::text, 'system'::text, 'nobody'::text]))),
  PRIMARY KEY (id)
);
CREATE INDEX audit_entries_by_actor ON public.audit_entries USING btree (actor_id, id);
CREATE INDEX audit_entries_by_customer ON public.audit_entries USING btree (customer_id, id) WHERE (customer_id IS NOT NULL);
CREATE INDEX audit_entries_by_thing ON public.audit_entries USING btree (about_id, id);
CREATE INDEX audit_entries_by_time ON public.audit_entries USING btree (at DESC, id DESC);
CREATE TRIGGER audit_entries_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table benefit_entries (
  id text not null,
  grant_id text not null,
  number integer not null,
  kind text not null,
  amount integer not null,
  left_after integer not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  check_in_id text,
  location_id text,
  good_until timestamp with time zone,
  because text[] default '{}'::text[] not null,
  note text default ''::text not null,
  made_by text,
  CHECK ((((kind = ANY (ARRAY['granted'::text, 'returned'::text])) = (amount > 0)) OR (kind = 'corrected'::text))),
  CHECK ((amount <> 0)),
  CHECK ((kind = ANY (ARRAY['granted'::text, 'used'::text, 'returned'::text, 'expired'::text, 'corrected'::text]))),
  CHECK ((left_after >= 0)),
  CHECK ((number > 0)),
  FOREIGN KEY (check_in_id) REFERENCES check_ins(id),
  FOREIGN KEY (grant_id) REFERENCES benefit_grants(id),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  PRIMARY KEY (id),
  UNIQUE (grant_id, number)
);
CREATE INDEX benefit_entries_by_check_in ON public.benefit_entries USING btree (check_in_id) WHERE (check_in_id IS NOT NULL);
CREATE INDEX benefit_entries_in_use ON public.benefit_entries USING btree (grant_id, good_until) WHERE (good_until IS NOT NULL);
CREATE TRIGGER benefit_entries_append_only BEFORE UPDATE OR TRUNCATE ON public.benefit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER benefit_entries_follow BEFORE INSERT ON public.benefit_entries FOR EACH ROW EXECUTE FUNCTION follow_last_entry();
CREATE TRIGGER benefit_entries_stay BEFORE DELETE ON public.benefit_entries FOR EACH ROW EXECUTE FUNCTION refuse_loss_of_entries();

create table benefit_grants (
  id text not null,
  customer_id text not null,
  pass_id text not null,
  source text not null,
  contract_id text,
  plan_id text,
  cycle_day date,
  valid_from timestamp with time zone not null,
  expires_at timestamp with time zone,
  expiry_moves boolean default false not null,
  note text default ''::text not null,
  granted_at timestamp with time zone not null,
  granted_by text,
  CHECK ((((contract_id IS NULL) = (plan_id IS NULL)) AND ((contract_id IS NULL) = (cycle_day IS NULL)))),
  CHECK (((expires_at IS NULL) OR (expires_at > valid_from))),
  CHECK (((source = 'plan'::text) = (contract_id IS NOT NULL))),
  CHECK ((source = ANY (ARRAY['plan'::text, 'product'::text, 'given'::text]))),
  FOREIGN KEY (contract_id) REFERENCES contracts(id),
  FOREIGN KEY (customer_id) REFERENCES customers(id),
  FOREIGN KEY (pass_id) REFERENCES passes(id),
  FOREIGN KEY (plan_id) REFERENCES plans(id),
  PRIMARY KEY (id),
  UNIQUE (contract_id, plan_id, cycle_day, pass_id)
);
CREATE INDEX benefit_grants_by_customer ON public.benefit_grants USING btree (customer_id, id);

create table billed_cycles (
  contract_id text not null,
  cycle_start_day date not null,
  item text default 'cycle'::text not null,
  number integer not null,
  amount bigint not null,
  covered_until_day date not null,
  billed_at timestamp with time zone not null,
  invoice_line_id text not null,
  CHECK ((item = ANY (ARRAY['cycle'::text, 'signUpFee'::text]))),
  CHECK ((number >= 0)),
  FOREIGN KEY (contract_id) REFERENCES contracts(id),
  FOREIGN KEY (invoice_line_id) REFERENCES invoice_lines(id),
  PRIMARY KEY (contract_id, cycle_start_day, item, number),
  UNIQUE (invoice_line_id)
);
CREATE TRIGGER billed_cycles_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.billed_cycles FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table billing_runs (
  id text not null,
  location_id text not null,
  through_day date not null,
  state text default 'draft'::text not null,
  skips jsonb default '[]'::jsonb not null,
  made_at timestamp with time zone not null,
  made_by text,
  calculated_at timestamp with time zone not null,
  issued_at timestamp with time zone,
  issued_by text,
  version integer default 1 not null,
  CHECK ((state = ANY (ARRAY['draft'::text, 'issuing'::text, 'issued'::text]))),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  PRIMARY KEY (id)
);
CREATE INDEX billing_runs_by_location ON public.billing_runs USING btree (location_id, through_day DESC, id DESC);

create table bookings (
  id text not null,
  resource_id text not null,
  location_id text not null,
  customer_id text,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null,
  state text not null,
  via text not null,
  quote jsonb,
  overridden jsonb,
  note text default ''::text not null,
  held_until timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by text,
  ended_at timestamp with time zone,
  ended_by text,
  end_reason text,
  version integer default 1 not null,
  CHECK (((state = 'tentative'::text) = (held_until IS NOT NULL))),
  CHECK (((state = ANY (ARRAY['cancelled'::text, 'rejected'::text])) = (ended_at IS NOT NULL))),
  CHECK ((start_at < end_at)),
  CHECK ((state = ANY (ARRAY['requested'::text, 'tentative'::text, 'confirmed'::text, 'checkedIn'::text, 'completed'::text, 'noShow'::text, 'cancelled'::text, 'rejected'::text]))),
  CHECK ((via = ANY (ARRAY['portal'::text, 'desk'::text, 'kiosk'::text, 'door'::text, 'api'::text]))),
  FOREIGN KEY (customer_id) REFERENCES customers(id),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  FOREIGN KEY (resource_id) REFERENCES resources(id),
  PRIMARY KEY (id)
);
CREATE INDEX bookings_by_customer ON public.bookings USING btree (customer_id, start_at) WHERE (customer_id IS NOT NULL);
CREATE INDEX bookings_by_location_and_time ON public.bookings USING btree (location_id, start_at, id);
CREATE INDEX bookings_by_resource ON public.bookings USING btree (resource_id, start_at);
CREATE INDEX bookings_by_time ON public.bookings USING btree (start_at, id);
CREATE INDEX bookings_not_taken_place ON public.bookings USING btree (state, start_at, id) WHERE (state = ANY (ARRAY['requested'::text, 'tentative'::text, 'noShow'::text, 'cancelled'::text, 'rejected'::text]));

create table charges (
  id text not null,
  customer_id text not null,
  location_id text not null,
  legal_entity_id text not null,
  source_kind text not null,
  source_id text not null,
  text text not null,
  facts jsonb default '{}'::jsonb not null,
  quantity integer default 1 not null,
  unit_price bigint not null,
  amount bigint not null,
  currency text not null,
  includes_tax boolean not null,
  tax_rate integer not null,
  standing text not null,
  invoicing text not null,
  arisen_at timestamp with time zone not null,
  ripe_at timestamp with time zone not null,
  ripe_day date not null,
  start_day date,
  end_day date,
  invoice_line_id text,
  waived_at timestamp with time zone,
  waived_by text,
  waive_reason text,
  voided_at timestamp with time zone,
  void_reason text,
  made_by text,
  CHECK (((tax_rate >= 0) AND (tax_rate <= 10000))),
  CHECK (((waived_at IS NULL) = (waive_reason IS NULL))),
  CHECK (((waived_at IS NULL) OR (invoice_line_id IS NULL))),
  CHECK ((invoicing = ANY (ARRAY['now'::text, 'cycleEnd'::text]))),
  CHECK ((quantity > 0)),
  CHECK ((standing = ANY (ARRAY['member'::text, 'contact'::text]))),
  CHECK ((text <> ''::text)),
  FOREIGN KEY (customer_id) REFERENCES customers(id),
  FOREIGN KEY (invoice_line_id) REFERENCES invoice_lines(id),
  FOREIGN KEY (legal_entity_id) REFERENCES legal_entities(id),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  PRIMARY KEY (id),
  UNIQUE (invoice_line_id)
);
CREATE INDEX charges_by_customer ON public.charges USING btree (customer_id, id);
CREATE UNIQUE INDEX charges_one_source ON public.charges USING btree (source_kind, source_id) WHERE (voided_at IS NULL);
CREATE INDEX charges_waiting ON public.charges USING btree (location_id, ripe_day) WHERE ((invoice_line_id IS NULL) AND (waived_at IS NULL) AND (voided_at IS NULL));

create table check_ins (
  id text not null,
  customer_id text not null,
  location_id text not null,
  source text not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by text,
  cut_off_at timestamp with time zone not null,
  cover text not null,
  grant_id text,
  contract_id text,
  uncovered_minutes integer default 0 not null,
  decision jsonb not null,
  made_by text,
  ended_by_id text,
  CHECK (((cover = 'pass'::text) = (grant_id IS NOT NULL))),
  CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  CHECK ((cover = ANY (ARRAY['pass'::text, 'plan'::text, 'booking'::text]))),
  CHECK ((ended_at >= started_at)),
  CHECK ((ended_by = ANY (ARRAY['checkOut'::text, 'cutOff'::text, 'elsewhere'::text, 'again'::text, 'silence'::text, 'doorOut'::text, 'admin'::text, 'passRanOut'::text]))),
  CHECK ((source = ANY (ARRAY['desk'::text, 'kiosk'::text, 'portal'::text, 'phone'::text, 'door'::text, 'wifi'::text]))),
  CHECK ((uncovered_minutes >= 0)),
  FOREIGN KEY (contract_id) REFERENCES contracts(id),
  FOREIGN KEY (customer_id) REFERENCES customers(id),
  FOREIGN KEY (grant_id) REFERENCES benefit_grants(id),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  PRIMARY KEY (id)
);
CREATE INDEX check_ins_by_customer ON public.check_ins USING btree (customer_id, started_at DESC);
CREATE INDEX check_ins_by_location ON public.check_ins USING btree (location_id, started_at DESC, id DESC);
CREATE INDEX check_ins_by_time ON public.check_ins USING btree (started_at DESC, id DESC);
CREATE INDEX check_ins_inside ON public.check_ins USING btree (location_id, started_at) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX check_ins_one_open ON public.check_ins USING btree (customer_id) WHERE (ended_at IS NULL);

create table closures (
  id text not null,
  location_id text not null,
  reason text not null,
  start_day date not null,
  end_day date not null,
  created_at timestamp with time zone not null,
  repeats text,
  except_days date[] default '{}'::date[] not null,
  CHECK (((repeats IS NOT NULL) OR (except_days = '{}'::date[]))),
  CHECK ((start_day < end_day)),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  PRIMARY KEY (id),
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX closures_by_location ON public.closures USING btree (location_id, start_day);
CREATE TRIGGER closures_mark_configuration AFTER INSERT OR DELETE OR UPDATE ON public.closures FOR EACH STATEMENT EXECUTE FUNCTION mark_configuration_changed();
CREATE CONSTRAINT TRIGGER closures_raise_configuration AFTER INSERT OR DELETE OR UPDATE ON public.closures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_configuration_version('places');

create table configuration_versions (
  part text not null,
  version bigint default 1 not null,
  CHECK ((part = ANY (ARRAY['places'::text, 'plans'::text, 'resources'::text]))),
  PRIMARY KEY (part)
);

create table contract_freezes (
  id text not null,
  contract_id text not null,
  from_day date not null,
  until_day date,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  billing text default 'none'::text not null,
  fee integer,
  extends_minimum_term boolean default true not null,
  made_at timestamp with time zone not null,
  made_by text,
  resumed_at timestamp with time zone,
  resumed_by text,
  CHECK (((billing = 'fee'::text) = (fee IS NOT NULL))),
  CHECK (((until_day IS NULL) OR (until_day >= from_day))),
  CHECK ((billing = ANY (ARRAY['none'::text, 'full'::text, 'fee'::text]))),
  CHECK ((fee >= 0)),
  FOREIGN KEY (contract_id) REFERENCES contracts(id),
  PRIMARY KEY (id),
  EXCLUDE USING gist (contract_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
);
CREATE INDEX contract_freezes_by_contract ON public.contract_freezes USING btree (contract_id, from_day);

create table contract_seats (
  id text not null,
  contract_id text not null,
  number integer not null,
  customer_id text not null,
  started_at timestamp with time zone not null,
  started_by text,
  ended_at timestamp with time zone,
  ended_by text,
  CHECK (((ended_at IS NULL) OR (ended_at >= started_at))),
  CHECK ((number > 0)),
  FOREIGN KEY (contract_id) REFERENCES contracts(id),
  FOREIGN KEY (customer_id) REFERENCES customers(id),
  PRIMARY KEY (id),
  EXCLUDE USING gist (contract_id WITH =, customer_id WITH =, tstzrange(started_at, ended_at) WITH &&) DEFERRABLE,
  EXCLUDE USING gist (contract_id WITH =, number WITH =, tstzrange(started_at, ended_at) WITH &&) DEFERRABLE
);
CREATE INDEX contract_seats_by_contract ON public.contract_seats USING btree (contract_id, started_at);
CREATE INDEX contract_seats_by_customer ON public.contract_seats USING btree (customer_id, contract_id);
CREATE TRIGGER contract_seats_fit BEFORE INSERT OR UPDATE OF number ON public.contract_seats FOR EACH ROW EXECUTE FUNCTION refuse_beyond_seats();

create table contract_terms (
  contract_id text not null,
  from_day date not null,
  plan_id text not null,
  price integer,
  quantity integer default 1 not null,
  made_at timestamp with time zone not null,
  made_by text,
  CHECK ((price >= 0)),
  CHECK ((quantity > 0)),
  FOREIGN KEY (contract_id) REFERENCES contracts(id),
  FOREIGN KEY (plan_id) REFERENCES plans(id),
  PRIMARY KEY (contract_id, from_day)
);
CREATE INDEX contract_terms_by_plan ON public.contract_terms USING btree (plan_id);

create table contracts (
  id text not null,
  customer_id text not null,
  location_id text not null,
  start_day date not null,
  billing_day integer,
  minimum_term_day date,
  end_day date,
  cancelled_at timestamp with time zone,
  cancelled_by text,
  prorates_last_cycle boolean,
  next_invoice_day date,
  currency text not null,
  import_id text,
  created_at timestamp with time zone not null,
  created_by text,
  version integer default 1 not null,
  notice_days integer,
  usage_invoicing text,
  team_id text,
  seats integer default 0 not null,
  CHECK (((billing_day >= 1) AND (billing_day <= 31))),
  CHECK (((end_day IS NULL) OR (end_day >= start_day))),
  CHECK (((seats = 0) OR (team_id IS NOT NULL))),
  CHECK (((seats >= 0) AND (seats <= 1000))),
  CHECK ((notice_days >= 0)),
  CHECK ((usage_invoicing = ANY (ARRAY['cycleEnd'::text, 'immediately'::text]))),
  FOREIGN KEY (customer_id) REFERENCES customers(id),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  FOREIGN KEY (team_id) REFERENCES teams(id),
  PRIMARY KEY (id)
);
CREATE INDEX contracts_by_age ON public.contracts USING btree (id DESC);
CREATE INDEX contracts_by_customer ON public.contracts USING btree (customer_id);
CREATE INDEX contracts_by_import ON public.contracts USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX contracts_by_location_and_age ON public.contracts USING btree (location_id, id);
CREATE INDEX contracts_by_start ON public.contracts USING btree (start_day, id);
CREATE INDEX contracts_by_team ON public.contracts USING btree (team_id) WHERE (team_id IS NOT NULL);

create table credentials (
  id text not null,
  account_id text not null,
  provider_id text not null,
  provider_account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  PRIMARY KEY (id),
  UNIQUE (provider_id, provider_account_id)
);
CREATE INDEX credentials_by_account ON public.credentials USING btree (account_id);

create table customers (
  id text not null,
  kind text default 'individual'::text not null,
  name text not null,
  email text not null,
  phone text default ''::text not null,
  language text,
  home_location_id text not null,
  account_id text,
  tags text[] default '{}'::text[] not null,
  custom_fields jsonb default '{}'::jsonb not null,
  billing_name text default ''::text not null,
  billing_address text default ''::text not null,
  tax_id text default ''::text not null,
  contact_name text default ''::text not null,
  contact_email text default ''::text not null,
  contact_phone text default ''::text not null,
  due_days integer,
  import_id text,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer default 1 not null,
  sought text generated always as (folded(((((((name || ' '::text) || email) || ' '::text) || phone) || ' '::text) || contact_name))) stored,
  sorted_name text generated always as (folded(name)) stored,
  CHECK (((email = lower(btrim(email))) AND (email <> ''::text))),
  CHECK ((due_days >= 0)),
  CHECK ((kind = ANY (ARRAY['individual'::text, 'company'::text]))),
  CHECK ((name <> ''::text)),
  FOREIGN KEY (account_id) REFERENCES accounts(id),
  FOREIGN KEY (home_location_id) REFERENCES locations(id),
  PRIMARY KEY (id),
  UNIQUE (account_id)
);
CREATE INDEX customers_by_age ON public.customers USING btree (created_at, id);
CREATE UNIQUE INDEX customers_by_email ON public.customers USING btree (email);
CREATE INDEX customers_by_import ON public.customers USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX customers_by_location ON public.customers USING btree (home_location_id, id);
CREATE INDEX customers_by_location_and_age ON public.customers USING btree (home_location_id, created_at, id);
CREATE INDEX customers_by_location_and_name ON public.customers USING btree (home_location_id, sorted_name, id);
CREATE INDEX customers_by_name ON public.customers USING btree (lower(name), id);
CREATE INDEX customers_by_sorted_name ON public.customers USING btree (sorted_name, id);
CREATE INDEX customers_by_tag ON public.customers USING gin (tags) WHERE (tags <> '{}'::text[]);
CREATE INDEX customers_companies ON public.customers USING btree (sorted_name, id) WHERE (kind = 'company'::text);
CREATE INDEX customers_sought ON public.customers USING gin (sought gin_trgm_ops);

create table deadlines (
  id text not null,
  kind text not null,
  about_id text not null,
  due_at timestamp with time zone not null,
  done_at timestamp with time zone,
  attempts integer default 0 not null,
  retry_at timestamp with time zone,
  PRIMARY KEY (id),
  UNIQUE (kind, about_id, due_at)
);
CREATE INDEX deadlines_waiting ON public.deadlines USING btree (due_at, id) WHERE (done_at IS NULL);

create table idempotency_keys (
  caller text not null,
  key text not null,
  request_hash text not null,
  status integer,
  answer jsonb,
  created_at timestamp with time zone not null,
  PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_keys_by_age ON public.idempotency_keys USING btree (created_at);

create table import_rows (
  import_id text not null,
  row integer not null,
  outcome text not null,
  at_column text,
  code text,
  email text,
  cells jsonb,
  customer_id text,
  contract_id text,
  kept_because text,
  CHECK (((outcome = 'error'::text) = (code IS NOT NULL))),
  CHECK ((code = ANY (ARRAY['invalid'::text, 'missing'::text, 'unknown'::text, 'duplicateInFile'::text]))),
  CHECK ((outcome = ANY (ARRAY['contract'::text, 'contact'::text, 'unchanged'::text, 'error'::text]))),
  FOREIGN KEY (import_id) REFERENCES imports(id),
  PRIMARY KEY (import_id, "row")
);
CREATE INDEX import_rows_by_outcome ON public.import_rows USING btree (import_id, outcome, "row");

create table imports (
  id text not null,
  layout text not null,
  file_name text default ''::text not null,
  default_location_id text,
  header jsonb not null,
  totals jsonb not null,
  made_at timestamp with time zone not null,
  made_by text,
  run_at timestamp with time zone,
  run_by text,
  undone_at timestamp with time zone,
  undone_by text,
  CHECK (((undone_at IS NULL) OR (run_at IS NOT NULL))),
  CHECK ((layout = 'nexudusCustomers'::text)),
  FOREIGN KEY (default_location_id) REFERENCES locations(id),
  PRIMARY KEY (id)
);
CREATE INDEX imports_by_age ON public.imports USING btree (made_at DESC, id DESC);

create table invitations (
  id text not null,
  email text not null,
  name text not null,
  role text,
  location_id text not null,
  customer_id text,
  token_hash text not null,
  sent_at timestamp with time zone not null,
  sent_by text,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  team_id text,
  team_role text,
  own_role_id text generated always as (
CASE
    WHEN (role ~~ 'rle\_%'::text) THEN role
    ELSE NULL::text
END) stored,
  CHECK (((email = lower(btrim(email))) AND (email <> ''::text))),
  CHECK (((team_id IS NULL) = (team_role IS NULL))),
  CHECK ((num_nonnulls(role, customer_id, team_id) = 1)),
  CHECK ((team_role = ANY (ARRAY['member'::text, 'manager'::text]))),
  FOREIGN KEY (customer_id) REFERENCES customers(id),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  FOREIGN KEY (own_role_id) REFERENCES roles(id),
  FOREIGN KEY (team_id) REFERENCES teams(id),
  PRIMARY KEY (id),
  UNIQUE (token_hash)
);
CREATE INDEX invitations_by_customer ON public.invitations USING btree (customer_id) WHERE (customer_id IS NOT NULL);
CREATE INDEX invitations_by_team ON public.invitations USING btree (team_id, sent_at) WHERE (team_id IS NOT NULL);
CREATE INDEX invitations_own_role ON public.invitations USING btree (own_role_id) WHERE (own_role_id IS NOT NULL);
CREATE INDEX invitations_waiting ON public.invitations USING btree (location_id, sent_at) WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL));

create table invoice_lines (
  id text not null,
  invoice_id text not null,
  position integer not null,
  kind text not null,
  text text not null,
  facts jsonb default '{}'::jsonb not null,
  quantity integer default 1 not null,
  unit_price bigint not null,
  amount bigint not null,
  includes_tax boolean not null,
  tax_rate integer not null,
  net bigint not null,
  tax bigint not null,
  total bigint not null,
  start_day date,
  end_day date,
  contract_id text,
  cycle_start_day date,
  charge_id text,
  credits_line_id text,
  CHECK (((end_day IS NULL) OR (end_day > start_day))),
  CHECK (((net + tax) = total)),
  CHECK (((tax_rate >= 0) AND (tax_rate <= 10000))),
  CHECK ((kind = ANY (ARRAY['contract'::text, 'freeze'::text, 'freezeFee'::text, 'signUpFee'::text, 'correction'::text, 'charge'::text, 'credit'::text]))),
  CHECK ((quantity <> 0)),
  FOREIGN KEY (contract_id) REFERENCES contracts(id),
  FOREIGN KEY (credits_line_id) REFERENCES invoice_lines(id),
  FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  PRIMARY KEY (id),
  UNIQUE (invoice_id, "position")
);
CREATE INDEX invoice_lines_credits ON public.invoice_lines USING btree (credits_line_id) WHERE (credits_line_id IS NOT NULL);
CREATE TRIGGER invoice_lines_issued_stay BEFORE INSERT OR DELETE OR UPDATE ON public.invoice_lines FOR EACH ROW EXECUTE FUNCTION refuse_change_of_issued_line();
CREATE TRIGGER invoice_lines_never_truncated BEFORE TRUNCATE ON public.invoice_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table invoice_series (
  legal_entity_id text not null,
  series text not null,
  last_number integer default 0 not null,
  CHECK ((last_number >= 0)),
  FOREIGN KEY (legal_entity_id) REFERENCES legal_entities(id),
  PRIMARY KEY (legal_entity_id, series)
);
CREATE TRIGGER invoice_series_go_up BEFORE DELETE OR UPDATE ON public.invoice_series FOR EACH ROW EXECUTE FUNCTION refuse_lower_number();
CREATE TRIGGER invoice_series_never_truncated BEFORE TRUNCATE ON public.invoice_series FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table invoices (
  id text not null,
  kind text default 'invoice'::text not null,
  state text default 'draft'::text not null,
  legal_entity_id text not null,
  series text,
  number_in_series integer,
  number text,
  customer_id text not null,
  location_id text not null,
  currency text not null,
  language text not null,
  seller jsonb not null,
  buyer jsonb not null,
  net bigint not null,
  tax bigint not null,
  total bigint not null,
  made_at timestamp with time zone not null,
  issued_at timestamp with time zone,
  issued_day date,
  due_days integer not null,
  due_day date,
  credits_invoice_id text,
  reason text,
  run_id text,
  fingerprint text,
  flags jsonb default '[]'::jsonb not null,
  decision text,
  decided_at timestamp with time zone,
  decided_by text,
  paid bigint default 0 not null,
  credited bigint default 0 not null,
  CHECK ((((number IS NULL) = (issued_at IS NULL)) AND ((number IS NULL) = (issued_day IS NULL)))),
  CHECK ((((number IS NULL) = (series IS NULL)) AND ((number IS NULL) = (number_in_series IS NULL)))),
  CHECK (((kind = 'creditNote'::text) OR (credits_invoice_id IS NULL))),
  CHECK (((net + tax) = total)),
  CHECK (((paid + credited) <= GREATEST(total, (0)::bigint))),
  CHECK (((state = 'draft'::text) = (number IS NULL))),
  CHECK ((credited >= 0)),
  CHECK ((decision = ANY (ARRAY['ok'::text, 'held'::text, 'skipped'::text]))),
  CHECK ((due_days >= 0)),
  CHECK ((kind = ANY (ARRAY['invoice'::text, 'creditNote'::text]))),
  CHECK ((number_in_series > 0)),
  CHECK ((paid >= 0)),
  CHECK ((state = ANY (ARRAY['draft'::text, 'issued'::text, 'partlyPaid'::text, 'paid'::text, 'void'::text, 'credited'::text]))),
  FOREIGN KEY (credits_invoice_id) REFERENCES invoices(id),
  FOREIGN KEY (customer_id) REFERENCES customers(id),
  FOREIGN KEY (legal_entity_id) REFERENCES legal_entities(id),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  FOREIGN KEY (run_id) REFERENCES billing_runs(id),
  PRIMARY KEY (id)
);
CREATE INDEX invoices_by_customer ON public.invoices USING btree (customer_id, id);
CREATE INDEX invoices_by_location ON public.invoices USING btree (location_id, id);
CREATE UNIQUE INDEX invoices_by_number ON public.invoices USING btree (number) WHERE (number IS NOT NULL);
CREATE INDEX invoices_by_run ON public.invoices USING btree (run_id, id) WHERE (run_id IS NOT NULL);
CREATE INDEX invoices_credit_notes ON public.invoices USING btree (location_id, id) WHERE (kind = 'creditNote'::text);
CREATE INDEX invoices_credits ON public.invoices USING btree (credits_invoice_id) WHERE (credits_invoice_id IS NOT NULL);
CREATE INDEX invoices_drafts ON public.invoices USING btree (made_at, id) WHERE (state = 'draft'::text);
CREATE INDEX invoices_newest ON public.invoices USING btree (COALESCE(issued_at, made_at) DESC, COALESCE(number_in_series, 0) DESC, id DESC);
CREATE INDEX invoices_newest_here ON public.invoices USING btree (location_id, COALESCE(issued_at, made_at) DESC, COALESCE(number_in_series, 0) DESC, id DESC);
CREATE UNIQUE INDEX invoices_one_draft ON public.invoices USING btree (run_id, customer_id, legal_entity_id, currency) WHERE ((state = 'draft'::text) AND (run_id IS NOT NULL));
CREATE UNIQUE INDEX invoices_one_number ON public.invoices USING btree (legal_entity_id, series, number_in_series) WHERE (number IS NOT NULL);
CREATE INDEX invoices_unpaid ON public.invoices USING btree (customer_id, due_day) WHERE (state = ANY (ARRAY['issued'::text, 'partlyPaid'::text]));
CREATE TRIGGER invoices_issued_stay BEFORE DELETE OR UPDATE ON public.invoices FOR EACH ROW EXECUTE FUNCTION refuse_change_of_issued_invoice();
CREATE TRIGGER invoices_never_truncated BEFORE TRUNCATE ON public.invoices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table known_browsers (
  token_hash text not null,
  account_id text not null,
  seen_at timestamp with time zone not null,
  FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  PRIMARY KEY (token_hash)
);
CREATE INDEX known_browsers_by_account ON public.known_browsers USING btree (account_id);

create table legal_entities (
  id text not null,
  name text not null,
  address text default ''::text not null,
  tax_number text,
  invoice_prefix text not null,
  created_at timestamp with time zone not null,
  bank_details text default ''::text not null,
  PRIMARY KEY (id),
  TRIGGER DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (invoice_prefix)
);
CREATE TRIGGER legal_entities_mark_configuration AFTER INSERT OR DELETE OR UPDATE ON public.legal_entities FOR EACH STATEMENT EXECUTE FUNCTION mark_configuration_changed();
CREATE CONSTRAINT TRIGGER legal_entities_raise_configuration AFTER INSERT OR DELETE OR UPDATE ON public.legal_entities DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_configuration_version('places');

create table location_settings (
  location_id text not null,
  name text not null,
  in_force_from timestamp with time zone not null,
  value jsonb,
  set_by text,
  FOREIGN KEY (location_id) REFERENCES locations(id),
  PRIMARY KEY (location_id, name, in_force_from),
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE TRIGGER location_settings_mark_configuration AFTER INSERT OR DELETE OR UPDATE ON public.location_settings FOR EACH STATEMENT EXECUTE FUNCTION mark_configuration_changed();
CREATE CONSTRAINT TRIGGER location_settings_raise_configuration AFTER INSERT OR DELETE OR UPDATE ON public.location_settings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_configuration_version('places');

create table locations (
  id text not null,
  parent_id text,
  name text not null,
  slug text not null,
  time_zone text not null,
  currency text not null,
  created_at timestamp with time zone not null,
  version integer default 1 not null,
  CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CHECK ((name <> ''::text)),
  CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  FOREIGN KEY (parent_id) REFERENCES locations(id),
  PRIMARY KEY (id),
  TRIGGER DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (slug)
);
CREATE INDEX locations_by_parent ON public.locations USING btree (parent_id);
CREATE UNIQUE INDEX locations_one_root ON public.locations USING btree (((parent_id IS NULL))) WHERE (parent_id IS NULL);
CREATE TRIGGER locations_mark_configuration AFTER INSERT OR DELETE OR UPDATE ON public.locations FOR EACH STATEMENT EXECUTE FUNCTION mark_configuration_changed();
CREATE CONSTRAINT TRIGGER locations_raise_configuration AFTER INSERT OR DELETE OR UPDATE ON public.locations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_configuration_version('places');

create table mails (
  id text not null,
  to_address text not null,
  subject text not null,
  plain_text text not null,
  html text not null,
  language text not null,
  attachments jsonb default '[]'::jsonb not null,
  about_id text,
  written_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  failure text,
  opens_account boolean default false not null,
  attempts integer default 0 not null,
  retry_at timestamp with time zone,
  PRIMARY KEY (id)
);
CREATE INDEX mails_by_age ON public.mails USING btree (written_at DESC, id DESC);
CREATE INDEX mails_by_thing ON public.mails USING btree (about_id, id DESC) WHERE (about_id IS NOT NULL);
CREATE INDEX mails_waiting ON public.mails USING btree (written_at, id) WHERE ((sent_at IS NULL) AND (attempts < 12));

create table migrations (
  version integer not null,
  name text not null,
  applied_at timestamp with time zone default now() not null,
  PRIMARY KEY (version)
);

create table notes (
  id text not null,
  about_id text not null,
  text text not null,
  pinned boolean default false not null,
  written_at timestamp with time zone not null,
  written_by text,
  CHECK ((text <> ''::text)),
  PRIMARY KEY (id)
);
CREATE INDEX notes_by_thing ON public.notes USING btree (about_id, written_at DESC);

create table occupancies (
  booking_id text not null,
  resource_id text not null,
  unit integer not null,
  blocked tstzrange not null,
  CHECK ((NOT isempty(blocked))),
  CHECK ((unit > 0)),
  FOREIGN KEY (booking_id) REFERENCES bookings(id),
  FOREIGN KEY (resource_id) REFERENCES resources(id),
  EXCLUDE USING gist (resource_id WITH =, unit WITH =, blocked WITH &&)
);
CREATE INDEX occupancies_by_booking ON public.occupancies USING btree (booking_id);

create table pass_locations (
  pass_id text not null,
  location_id text not null,
  FOREIGN KEY (location_id) REFERENCES locations(id),
  FOREIGN KEY (pass_id) REFERENCES passes(id),
  PRIMARY KEY (pass_id, location_id)
);

create table passes (
  id text not null,
  location_id text not null,
  name text not null,
  kind text not null,
  minutes integer,
  everywhere boolean default false not null,
  value integer,
  value_currency text,
  use_priority text default 'normal'::text not null,
  hours jsonb,
  audience jsonb default '{"level": "public"}'::jsonb not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  version integer default 1 not null,
  CHECK (((kind = 'time'::text) = (minutes IS NOT NULL))),
  CHECK (((value IS NULL) = (value_currency IS NULL))),
  CHECK ((kind = ANY (ARRAY['day'::text, 'time'::text]))),
  CHECK ((minutes > 0)),
  CHECK ((name <> ''::text)),
  CHECK ((use_priority = ANY (ARRAY['high'::text, 'normal'::text, 'low'::text]))),
  CHECK ((value >= 0)),
  CHECK ((value_currency ~ '^[A-Z]{3}$'::text)),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  PRIMARY KEY (id)
);
CREATE INDEX passes_by_location ON public.passes USING btree (location_id, id);

create table payment_allocations (
  payment_id text not null,
  invoice_id text not null,
  amount bigint not null,
  allocated_at timestamp with time zone not null,
  CHECK ((amount > 0)),
  FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  FOREIGN KEY (payment_id) REFERENCES payments(id),
  PRIMARY KEY (payment_id, invoice_id)
);
CREATE INDEX payment_allocations_by_invoice ON public.payment_allocations USING btree (invoice_id);

create table payments (
  id text not null,
  customer_id text not null,
  location_id text not null,
  currency text not null,
  amount bigint not null,
  method text not null,
  credit_note_id text,
  received_day date not null,
  reference text default ''::text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text,
  CHECK (((method = 'credit'::text) = (credit_note_id IS NOT NULL))),
  CHECK ((amount > 0)),
  CHECK ((method = ANY (ARRAY['cash'::text, 'terminal'::text, 'transfer'::text, 'card'::text, 'other'::text, 'credit'::text]))),
  FOREIGN KEY (credit_note_id) REFERENCES invoices(id),
  FOREIGN KEY (customer_id) REFERENCES customers(id),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  PRIMARY KEY (id),
  UNIQUE (credit_note_id)
);
CREATE INDEX payments_by_customer ON public.payments USING btree (customer_id, id);
CREATE INDEX payments_by_location ON public.payments USING btree (location_id, id);

create table plan_versions (
  plan_id text not null,
  version integer not null,
  in_force_from timestamp with time zone not null,
  terms jsonb not null,
  made_by text,
  FOREIGN KEY (plan_id) REFERENCES plans(id),
  PRIMARY KEY (plan_id, version),
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE TRIGGER plan_versions_mark_configuration AFTER INSERT OR DELETE OR UPDATE ON public.plan_versions FOR EACH STATEMENT EXECUTE FUNCTION mark_configuration_changed();
CREATE CONSTRAINT TRIGGER plan_versions_raise_configuration AFTER INSERT OR DELETE OR UPDATE ON public.plan_versions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_configuration_version('plans');

create table plans (
  id text not null,
  location_id text not null,
  name text not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  CHECK ((name <> ''::text)),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  PRIMARY KEY (id),
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX plans_by_location ON public.plans USING btree (location_id);
CREATE UNIQUE INDEX plans_one_name ON public.plans USING btree (location_id, lower(name)) WHERE (archived_at IS NULL);
CREATE TRIGGER plans_mark_configuration AFTER INSERT OR DELETE OR UPDATE ON public.plans FOR EACH STATEMENT EXECUTE FUNCTION mark_configuration_changed();
CREATE CONSTRAINT TRIGGER plans_raise_configuration AFTER INSERT OR DELETE OR UPDATE ON public.plans DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_configuration_version('plans');

create table portal_access_changes (
  customer_id text not null,
  from_at timestamp with time zone not null,
  allowed boolean not null,
  by_id text,
  FOREIGN KEY (customer_id) REFERENCES customers(id),
  PRIMARY KEY (customer_id, from_at)
);
CREATE INDEX portal_access_latest ON public.portal_access_changes USING btree (customer_id, from_at DESC);

create table portal_access_versions (
  id text not null,
  location_id text not null,
  version integer,
  levels jsonb not null,
  in_force_from timestamp with time zone,
  made_by text,
  made_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  CHECK (((version IS NULL) = (in_force_from IS NULL))),
  CHECK (((withdrawn_at IS NULL) OR ((version IS NOT NULL) AND (withdrawn_at < in_force_from)))),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  PRIMARY KEY (id),
  TRIGGER DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (location_id, version)
);
CREATE INDEX portal_access_in_force ON public.portal_access_versions USING btree (location_id, in_force_from) WHERE (version IS NOT NULL);
CREATE UNIQUE INDEX portal_access_one_draft ON public.portal_access_versions USING btree (location_id) WHERE (version IS NULL);
CREATE TRIGGER portal_access_versions_mark_configuration AFTER INSERT OR DELETE OR UPDATE ON public.portal_access_versions FOR EACH STATEMENT EXECUTE FUNCTION mark_configuration_changed();
CREATE CONSTRAINT TRIGGER portal_access_versions_raise_configuration AFTER INSERT OR DELETE OR UPDATE ON public.portal_access_versions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_configuration_version('places');

create table portal_previews (
  id text not null,
  location_id text not null,
  persona text,
  customer_id text,
  looks_at timestamp with time zone,
  levels text not null,
  opened_by text not null,
  session_id text,
  opened_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  CHECK (((persona IS NULL) <> (customer_id IS NULL))),
  CHECK ((levels = ANY (ARRAY['published'::text, 'draft'::text]))),
  FOREIGN KEY (customer_id) REFERENCES customers(id),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE,
  PRIMARY KEY (id)
);
CREATE INDEX portal_previews_by_opener ON public.portal_previews USING btree (opened_by, opened_at DESC);

create table rate_versions (
  rate_id text not null,
  version integer not null,
  in_force_from timestamp with time zone not null,
  terms jsonb not null,
  made_by text,
  FOREIGN KEY (rate_id) REFERENCES rates(id),
  PRIMARY KEY (rate_id, version),
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE TRIGGER rate_versions_mark_configuration AFTER INSERT OR DELETE OR UPDATE ON public.rate_versions FOR EACH STATEMENT EXECUTE FUNCTION mark_configuration_changed();
CREATE CONSTRAINT TRIGGER rate_versions_raise_configuration AFTER INSERT OR DELETE OR UPDATE ON public.rate_versions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_configuration_version('resources');

create table rates (
  id text not null,
  type_id text,
  resource_id text,
  location_id text,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  CHECK (((type_id IS NULL) <> (resource_id IS NULL))),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  FOREIGN KEY (resource_id) REFERENCES resources(id),
  FOREIGN KEY (type_id) REFERENCES resource_types(id),
  PRIMARY KEY (id),
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX rates_by_resource ON public.rates USING btree (resource_id) WHERE (resource_id IS NOT NULL);
CREATE INDEX rates_by_type ON public.rates USING btree (type_id) WHERE (type_id IS NOT NULL);
CREATE TRIGGER rates_mark_configuration AFTER INSERT OR DELETE OR UPDATE ON public.rates FOR EACH STATEMENT EXECUTE FUNCTION mark_configuration_changed();
CREATE CONSTRAINT TRIGGER rates_raise_configuration AFTER INSERT OR DELETE OR UPDATE ON public.rates DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_configuration_version('resources');

create table refusal_repeats (
  refusal_id text not null,
  at timestamp with time zone not null,
  FOREIGN KEY (refusal_id) REFERENCES refusals(id)
);
CREATE INDEX refusal_repeats_latest ON public.refusal_repeats USING btree (refusal_id, at DESC);
CREATE TRIGGER refusal_repeats_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.refusal_repeats FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table refusals (
  id text not null,
  at timestamp with time zone not null,
  customer_id text,
  location_id text not null,
  action text not null,
  target text,
  via text not null,
  source text,
  layer text not null,
  code text not null,
  resolved_by text[] not null,
  question text not null,
  decision jsonb not null,
  facts jsonb,
  rule_version integer,
  made_by text,
  FOREIGN KEY (customer_id) REFERENCES customers(id),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  PRIMARY KEY (id)
);
CREATE INDEX refusals_by_code ON public.refusals USING btree (code, at DESC, id DESC);
CREATE INDEX refusals_by_customer ON public.refusals USING btree (customer_id, at DESC, id DESC);
CREATE INDEX refusals_by_location ON public.refusals USING btree (location_id, at DESC, id DESC);
CREATE INDEX refusals_by_question ON public.refusals USING btree (question, at DESC);
CREATE INDEX refusals_by_time ON public.refusals USING btree (at DESC, id DESC);
CREATE INDEX refused_arrivals ON public.refusals USING btree (at DESC, id DESC) WHERE (action = 'checkIn'::text);
CREATE TRIGGER refusals_are_not_emptied BEFORE TRUNCATE ON public.refusals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refusals_stay BEFORE DELETE OR UPDATE ON public.refusals FOR EACH ROW EXECUTE FUNCTION refuse_change_of_refusal();

create table reminders (
  id text not null,
  customer_id text not null,
  location_id text not null,
  action text not null,
  target text,
  asked_during tstzrange,
  question text not null,
  made_at timestamp with time zone not null,
  made_by text,
  due_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_how text,
  CHECK (((ended_at IS NULL) = (ended_how IS NULL))),
  CHECK ((ended_how = ANY (ARRAY['told'::text, 'noDate'::text, 'takenBack'::text]))),
  FOREIGN KEY (customer_id) REFERENCES customers(id),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  PRIMARY KEY (id)
);
CREATE INDEX reminders_by_customer ON public.reminders USING btree (customer_id, id DESC);
CREATE UNIQUE INDEX reminders_one_per_question ON public.reminders USING btree (customer_id, question) WHERE (ended_at IS NULL);
CREATE INDEX reminders_waiting ON public.reminders USING btree (due_at, id) WHERE (ended_at IS NULL);

create table resource_links (
  resource_id text not null,
  linked_id text not null,
  CHECK ((resource_id <> linked_id)),
  FOREIGN KEY (linked_id) REFERENCES resources(id),
  FOREIGN KEY (resource_id) REFERENCES resources(id),
  PRIMARY KEY (resource_id, linked_id),
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE TRIGGER resource_links_mark_configuration AFTER INSERT OR DELETE OR UPDATE ON public.resource_links FOR EACH STATEMENT EXECUTE FUNCTION mark_configuration_changed();
CREATE CONSTRAINT TRIGGER resource_links_raise_configuration AFTER INSERT OR DELETE OR UPDATE ON public.resource_links DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_configuration_version('resources');

create table resource_types (
  id text not null,
  location_id text not null,
  name text not null,
  description text default ''::text not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  version integer default 1 not null,
  CHECK ((name <> ''::text)),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  PRIMARY KEY (id),
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX resource_types_one_name ON public.resource_types USING btree (location_id, lower(name)) WHERE (archived_at IS NULL);
CREATE TRIGGER resource_types_mark_configuration AFTER INSERT OR DELETE OR UPDATE ON public.resource_types FOR EACH STATEMENT EXECUTE FUNCTION mark_configuration_changed();
CREATE CONSTRAINT TRIGGER resource_types_raise_configuration AFTER INSERT OR DELETE OR UPDATE ON public.resource_types DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_configuration_version('resources');

create table resources (
  id text not null,
  type_id text not null,
  location_id text not null,
  name text not null,
  description text default ''::text not null,
  capacity integer default 1 not null,
  amenities text[] default '{}'::text[] not null,
  hours jsonb,
  buffer_before_minutes integer default 0 not null,
  buffer_after_minutes integer default 0 not null,
  minutes_min integer default 15 not null,
  minutes_max integer,
  step_minutes integer default 15 not null,
  notice_minutes_min integer default 0 not null,
  horizon_days integer,
  cancel_free_minutes integer default 0 not null,
  late_cancel_percent integer default 0 not null,
  audience jsonb default '{"level": "public"}'::jsonb not null,
  customer_ids text[],
  state text default 'active'::text not null,
  visible boolean default true not null,
  needs_approval boolean default false not null,
  units integer default 1 not null,
  sort_order integer default 0 not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer default 1 not null,
  publish_at timestamp with time zone,
  CHECK (((buffer_after_minutes >= 0) AND (buffer_after_minutes <= 1440))),
  CHECK (((buffer_before_minutes >= 0) AND (buffer_before_minutes <= 1440))),
  CHECK (((late_cancel_percent >= 0) AND (late_cancel_percent <= 100))),
  CHECK (((step_minutes >= 1) AND (step_minutes <= 1440))),
  CHECK (((units >= 1) AND (units <= 1000))),
  CHECK ((cancel_free_minutes >= 0)),
  CHECK ((capacity > 0)),
  CHECK ((horizon_days >= 0)),
  CHECK ((minutes_max >= minutes_min)),
  CHECK ((minutes_min > 0)),
  CHECK ((name <> ''::text)),
  CHECK ((notice_minutes_min >= 0)),
  CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'archived'::text]))),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  FOREIGN KEY (type_id) REFERENCES resource_types(id),
  PRIMARY KEY (id),
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX resources_by_location ON public.resources USING btree (location_id, type_id);
CREATE UNIQUE INDEX resources_one_name ON public.resources USING btree (location_id, lower(name)) WHERE (state <> 'archived'::text);
CREATE TRIGGER resources_mark_configuration AFTER INSERT OR DELETE OR UPDATE ON public.resources FOR EACH STATEMENT EXECUTE FUNCTION mark_configuration_changed();
CREATE CONSTRAINT TRIGGER resources_raise_configuration AFTER INSERT OR DELETE OR UPDATE ON public.resources DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_configuration_version('resources');

create table roles (
  id text not null,
  name text not null,
  name_key text not null,
  description text default ''::text not null,
  permissions text[] not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by text,
  changed_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  archived_by text,
  CHECK (((archived_at IS NULL) OR (archived_at >= created_at))),
  CHECK (((cardinality(permissions) >= 1) AND (cardinality(permissions) <= 500))),
  CHECK (((name = btrim(name)) AND ((char_length(name) >= 1) AND (char_length(name) <= 60)))),
  CHECK ((char_length(description) <= 500)),
  CHECK ((id ~~ 'rle\_%'::text)),
  CHECK ((name_key <> ''::text)),
  CHECK ((version > 0)),
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX roles_one_name ON public.roles USING btree (name_key) WHERE (archived_at IS NULL);

create table sessions (
  id text not null,
  account_id text not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  PRIMARY KEY (id),
  UNIQUE (token)
);
CREATE INDEX sessions_by_account ON public.sessions USING btree (account_id);

create table signals (
  id text not null,
  kind text not null,
  about_id text not null,
  customer_id text,
  facts jsonb not null,
  occurred_at timestamp with time zone not null,
  delivered_at timestamp with time zone,
  PRIMARY KEY (id)
);
CREATE INDEX signals_waiting ON public.signals USING btree (id) WHERE (delivered_at IS NULL);
CREATE TRIGGER signals_judge_reminders AFTER INSERT ON public.signals REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION judge_reminders_again();

create table suspensions (
  id text not null,
  customer_id text not null,
  cause text not null,
  note text default ''::text not null,
  started_at timestamp with time zone not null,
  started_by text,
  ended_at timestamp with time zone,
  ended_by text,
  missed_cycles text,
  CHECK (((ended_at IS NULL) OR (ended_at >= started_at))),
  CHECK ((cause = ANY (ARRAY['manual'::text, 'signup'::text, 'plan'::text, 'crm'::text, 'overdue'::text, 'import'::text]))),
  CHECK ((missed_cycles = ANY (ARRAY['skip'::text, 'prorate'::text, 'charge'::text]))),
  FOREIGN KEY (customer_id) REFERENCES customers(id),
  PRIMARY KEY (id)
);
CREATE INDEX suspensions_by_customer ON public.suspensions USING btree (customer_id);
CREATE INDEX suspensions_open ON public.suspensions USING btree (customer_id) WHERE (ended_at IS NULL);

create table team_members (
  id text not null,
  team_id text not null,
  customer_id text not null,
  started_at timestamp with time zone not null,
  started_by text,
  ended_at timestamp with time zone,
  ended_by text,
  CHECK (((ended_at IS NULL) OR (ended_at >= started_at))),
  FOREIGN KEY (customer_id) REFERENCES customers(id),
  FOREIGN KEY (team_id) REFERENCES teams(id),
  PRIMARY KEY (id),
  EXCLUDE USING gist (team_id WITH =, customer_id WITH =, tstzrange(started_at, ended_at) WITH &&)
);
CREATE INDEX team_members_by_team ON public.team_members USING btree (team_id, started_at);
CREATE INDEX team_members_open ON public.team_members USING btree (customer_id, team_id) WHERE (ended_at IS NULL);
CREATE TRIGGER team_members_fit BEFORE INSERT ON public.team_members FOR EACH ROW EXECUTE FUNCTION refuse_beyond_size();

create table team_roles (
  id text not null,
  member_id text not null,
  role text not null,
  started_at timestamp with time zone not null,
  started_by text,
  ended_at timestamp with time zone,
  ended_by text,
  CHECK (((ended_at IS NULL) OR (ended_at >= started_at))),
  CHECK ((role = ANY (ARRAY['member'::text, 'manager'::text]))),
  FOREIGN KEY (member_id) REFERENCES team_members(id),
  PRIMARY KEY (id),
  EXCLUDE USING gist (member_id WITH =, tstzrange(started_at, ended_at) WITH &&)
);

create table teams (
  id text not null,
  name text not null,
  location_id text not null,
  about text default ''::text not null,
  website text default ''::text not null,
  email text default ''::text not null,
  phone text default ''::text not null,
  size_max integer,
  members_may_invite boolean default false not null,
  paying_customer_id text,
  billing text default 'individual'::text not null,
  shares_passes boolean default false not null,
  shares_time_credits boolean default false not null,
  shares_money_credits boolean default false not null,
  created_at timestamp with time zone not null,
  created_by text,
  version integer default 1 not null,
  sorted_name text generated always as (folded(name)) stored,
  CHECK (((billing = 'individual'::text) OR (paying_customer_id IS NOT NULL))),
  CHECK (((size_max >= 1) AND (size_max <= 1000))),
  CHECK ((billing = ANY (ARRAY['merged'::text, 'individual'::text]))),
  CHECK ((name <> ''::text)),
  FOREIGN KEY (location_id) REFERENCES locations(id),
  FOREIGN KEY (paying_customer_id) REFERENCES customers(id),
  PRIMARY KEY (id)
);
CREATE INDEX teams_by_location ON public.teams USING btree (location_id, sorted_name, id);
CREATE INDEX teams_by_name ON public.teams USING btree (sorted_name, id);
CREATE INDEX teams_by_payer ON public.teams USING btree (paying_customer_id) WHERE (paying_customer_id IS NOT NULL);

create table test_clock (
  only_row boolean default true not null,
  shows_at timestamp with time zone not null,
  CHECK (only_row),
  PRIMARY KEY (only_row)
);

create table verifications (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  PRIMARY KEY (id)
);
CREATE INDEX verifications_by_age ON public.verifications USING btree (expires_at);
CREATE INDEX verifications_by_identifier ON public.verifications USING btree (identifier);
