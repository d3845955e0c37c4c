// Made by tools/schema/write.ts from db/migrations. Do not edit.
import type { Generated } from 'kysely';
import type { Day } from '../../../domain/kernel/day.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Interval } from '../../../domain/kernel/interval.ts';

export interface Schema {
  accounts: AccountsTable;
  adminRoles: AdminRolesTable;
  admins: AdminsTable;
  apiKeyGrants: ApiKeyGrantsTable;
  apiKeySecrets: ApiKeySecretsTable;
  apiKeys: ApiKeysTable;
  archivings: ArchivingsTable;
  attempts: AttemptsTable;
  auditEntries: AuditEntriesTable;
  benefitEntries: BenefitEntriesTable;
  benefitGrants: BenefitGrantsTable;
  billedCycles: BilledCyclesTable;
  billingRuns: BillingRunsTable;
  bookings: BookingsTable;
  charges: ChargesTable;
  checkIns: CheckInsTable;
  closures: ClosuresTable;
  configurationVersions: ConfigurationVersionsTable;
  contractFreezes: ContractFreezesTable;
  contractSeats: ContractSeatsTable;
  contractTerms: ContractTermsTable;
  contracts: ContractsTable;
  credentials: CredentialsTable;
  customers: CustomersTable;
  deadlines: DeadlinesTable;
  idempotencyKeys: IdempotencyKeysTable;
  importRows: ImportRowsTable;
  imports: ImportsTable;
  invitations: InvitationsTable;
  invoiceLines: InvoiceLinesTable;
  invoiceSeries: InvoiceSeriesTable;
  invoices: InvoicesTable;
  knownBrowsers: KnownBrowsersTable;
  legalEntities: LegalEntitiesTable;
  locationSettings: LocationSettingsTable;
  locations: LocationsTable;
  mails: MailsTable;
  migrations: MigrationsTable;
  notes: NotesTable;
  occupancies: OccupanciesTable;
  passLocations: PassLocationsTable;
  passes: PassesTable;
  paymentAllocations: PaymentAllocationsTable;
  payments: PaymentsTable;
  planVersions: PlanVersionsTable;
  plans: PlansTable;
  portalAccessChanges: PortalAccessChangesTable;
  portalAccessVersions: PortalAccessVersionsTable;
  portalPreviews: PortalPreviewsTable;
  rateVersions: RateVersionsTable;
  rates: RatesTable;
  refusalRepeats: RefusalRepeatsTable;
  refusals: RefusalsTable;
  reminders: RemindersTable;
  resourceLinks: ResourceLinksTable;
  resourceTypes: ResourceTypesTable;
  resources: ResourcesTable;
  roles: RolesTable;
  sessions: SessionsTable;
  signals: SignalsTable;
  suspensions: SuspensionsTable;
  teamMembers: TeamMembersTable;
  teamRoles: TeamRolesTable;
  teams: TeamsTable;
  testClock: TestClockTable;
  verifications: VerificationsTable;
}

export interface AccountsTable {
  id: string;
  name: string;
  email: string;
  emailVerified: Generated<boolean>;
  image: string | null;
  language: string | null;
  createdAt: Instant;
  updatedAt: Instant;
}

export interface AdminRolesTable {
  id: string;
  adminId: string;
  role: string;
  locationId: string;
  startedAt: Instant;
  startedBy: string | null;
  endedAt: Instant | null;
  endedBy: string | null;
  ownRoleId: Generated<string | null>;
}

export interface AdminsTable {
  id: string;
  accountId: string;
  createdAt: Instant;
}

export interface ApiKeyGrantsTable {
  keyId: string;
  locationId: string;
  role: string | null;
  ownRoleId: Generated<string | null>;
  permissions: Generated<string[]>;
}

export interface ApiKeySecretsTable {
  secretHash: string;
  keyId: string;
  hint: string;
  createdAt: Instant;
  createdBy: string | null;
  endsAt: Instant | null;
  lastUsedAt: Instant | null;
}

export interface ApiKeysTable {
  id: string;
  name: string;
  createdAt: Instant;
  createdBy: string | null;
  endedAt: Instant | null;
  endedBy: string | null;
  expiresDay: Day | null;
  expiresAt: Instant | null;
}

export interface ArchivingsTable {
  id: string;
  customerId: string;
  startedAt: Instant;
  startedBy: string | null;
  endedAt: Instant | null;
  endedBy: string | null;
}

export interface AttemptsTable {
  key: string;
  count: number;
  since: Instant;
}

export interface AuditEntriesTable {
  id: string;
  at: Instant;
  actorKind: string;
  actorId: string | null;
  action: string;
  aboutId: string;
  customerId: string | null;
  locationId: string | null;
  before: unknown;
  after: unknown;
  fromAddress: string | null;
}

export interface BenefitEntriesTable {
  id: string;
  grantId: string;
  number: number;
  kind: string;
  amount: number;
  leftAfter: number;
  at: Instant;
  recordedAt: Instant;
  checkInId: string | null;
  locationId: string | null;
  goodUntil: Instant | null;
  because: Generated<string[]>;
  note: Generated<string>;
  madeBy: string | null;
}

export interface BenefitGrantsTable {
  id: string;
  customerId: string;
  passId: string;
  source: string;
  contractId: string | null;
  planId: string | null;
  cycleDay: Day | null;
  validFrom: Instant;
  expiresAt: Instant | null;
  expiryMoves: Generated<boolean>;
  note: Generated<string>;
  grantedAt: Instant;
  grantedBy: string | null;
}

export interface BilledCyclesTable {
  contractId: string;
  cycleStartDay: Day;
  item: Generated<string>;
  number: number;
  amount: number;
  coveredUntilDay: Day;
  billedAt: Instant;
  invoiceLineId: string;
}

export interface BillingRunsTable {
  id: string;
  locationId: string;
  throughDay: Day;
  state: Generated<string>;
  skips: Generated<unknown>;
  madeAt: Instant;
  madeBy: string | null;
  calculatedAt: Instant;
  issuedAt: Instant | null;
  issuedBy: string | null;
  version: Generated<number>;
}

export interface BookingsTable {
  id: string;
  resourceId: string;
  locationId: string;
  customerId: string | null;
  startAt: Instant;
  endAt: Instant;
  state: string;
  via: string;
  quote: unknown;
  overridden: unknown;
  note: Generated<string>;
  heldUntil: Instant | null;
  createdAt: Instant;
  createdBy: string | null;
  endedAt: Instant | null;
  endedBy: string | null;
  endReason: string | null;
  version: Generated<number>;
}

export interface ChargesTable {
  id: string;
  customerId: string;
  locationId: string;
  legalEntityId: string;
  sourceKind: string;
  sourceId: string;
  text: string;
  facts: Generated<unknown>;
  quantity: Generated<number>;
  unitPrice: number;
  amount: number;
  currency: string;
  includesTax: boolean;
  taxRate: number;
  standing: string;
  invoicing: string;
  arisenAt: Instant;
  ripeAt: Instant;
  ripeDay: Day;
  startDay: Day | null;
  endDay: Day | null;
  invoiceLineId: string | null;
  waivedAt: Instant | null;
  waivedBy: string | null;
  waiveReason: string | null;
  voidedAt: Instant | null;
  voidReason: string | null;
  madeBy: string | null;
}

export interface CheckInsTable {
  id: string;
  customerId: string;
  locationId: string;
  source: string;
  startedAt: Instant;
  endedAt: Instant | null;
  endedBy: string | null;
  cutOffAt: Instant;
  cover: string;
  grantId: string | null;
  contractId: string | null;
  uncoveredMinutes: Generated<number>;
  decision: unknown;
  madeBy: string | null;
  endedById: string | null;
}

export interface ClosuresTable {
  id: string;
  locationId: string;
  reason: string;
  startDay: Day;
  endDay: Day;
  createdAt: Instant;
  repeats: string | null;
  exceptDays: Generated<Day[]>;
}

export interface ConfigurationVersionsTable {
  part: string;
  version: Generated<number>;
}

export interface ContractFreezesTable {
  id: string;
  contractId: string;
  fromDay: Day;
  untilDay: Day | null;
  startsAt: Instant;
  endsAt: Instant | null;
  billing: Generated<string>;
  fee: number | null;
  extendsMinimumTerm: Generated<boolean>;
  madeAt: Instant;
  madeBy: string | null;
  resumedAt: Instant | null;
  resumedBy: string | null;
}

export interface ContractSeatsTable {
  id: string;
  contractId: string;
  number: number;
  customerId: string;
  startedAt: Instant;
  startedBy: string | null;
  endedAt: Instant | null;
  endedBy: string | null;
}

export interface ContractTermsTable {
  contractId: string;
  fromDay: Day;
  planId: string;
  price: number | null;
  quantity: Generated<number>;
  madeAt: Instant;
  madeBy: string | null;
}

export interface ContractsTable {
  id: string;
  customerId: string;
  locationId: string;
  startDay: Day;
  billingDay: number | null;
  minimumTermDay: Day | null;
  endDay: Day | null;
  cancelledAt: Instant | null;
  cancelledBy: string | null;
  proratesLastCycle: boolean | null;
  nextInvoiceDay: Day | null;
  currency: string;
  importId: string | null;
  createdAt: Instant;
  createdBy: string | null;
  version: Generated<number>;
  noticeDays: number | null;
  usageInvoicing: string | null;
  teamId: string | null;
  seats: Generated<number>;
}

export interface CredentialsTable {
  id: string;
  accountId: string;
  providerId: string;
  providerAccountId: string;
  password: string | null;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: Instant | null;
  refreshTokenExpiresAt: Instant | null;
  scope: string | null;
  createdAt: Instant;
  updatedAt: Instant;
}

export interface CustomersTable {
  id: string;
  kind: Generated<string>;
  name: string;
  email: string;
  phone: Generated<string>;
  language: string | null;
  homeLocationId: string;
  accountId: string | null;
  tags: Generated<string[]>;
  customFields: Generated<unknown>;
  billingName: Generated<string>;
  billingAddress: Generated<string>;
  taxId: Generated<string>;
  contactName: Generated<string>;
  contactEmail: Generated<string>;
  contactPhone: Generated<string>;
  dueDays: number | null;
  importId: string | null;
  createdAt: Instant;
  changedAt: Instant;
  version: Generated<number>;
  sought: Generated<string | null>;
  sortedName: Generated<string | null>;
}

export interface DeadlinesTable {
  id: string;
  kind: string;
  aboutId: string;
  dueAt: Instant;
  doneAt: Instant | null;
  attempts: Generated<number>;
  retryAt: Instant | null;
}

export interface IdempotencyKeysTable {
  caller: string;
  key: string;
  requestHash: string;
  status: number | null;
  answer: unknown;
  createdAt: Instant;
}

export interface ImportRowsTable {
  importId: string;
  row: number;
  outcome: string;
  atColumn: string | null;
  code: string | null;
  email: string | null;
  cells: unknown;
  customerId: string | null;
  contractId: string | null;
  keptBecause: string | null;
}

export interface ImportsTable {
  id: string;
  layout: string;
  fileName: Generated<string>;
  defaultLocationId: string | null;
  header: unknown;
  totals: unknown;
  madeAt: Instant;
  madeBy: string | null;
  runAt: Instant | null;
  runBy: string | null;
  undoneAt: Instant | null;
  undoneBy: string | null;
}

export interface InvitationsTable {
  id: string;
  email: string;
  name: string;
  role: string | null;
  locationId: string;
  customerId: string | null;
  tokenHash: string;
  sentAt: Instant;
  sentBy: string | null;
  expiresAt: Instant;
  acceptedAt: Instant | null;
  withdrawnAt: Instant | null;
  teamId: string | null;
  teamRole: string | null;
  ownRoleId: Generated<string | null>;
}

export interface InvoiceLinesTable {
  id: string;
  invoiceId: string;
  position: number;
  kind: string;
  text: string;
  facts: Generated<unknown>;
  quantity: Generated<number>;
  unitPrice: number;
  amount: number;
  includesTax: boolean;
  taxRate: number;
  net: number;
  tax: number;
  total: number;
  startDay: Day | null;
  endDay: Day | null;
  contractId: string | null;
  cycleStartDay: Day | null;
  chargeId: string | null;
  creditsLineId: string | null;
}

export interface InvoiceSeriesTable {
  legalEntityId: string;
  series: string;
  lastNumber: Generated<number>;
}

export interface InvoicesTable {
  id: string;
  kind: Generated<string>;
  state: Generated<string>;
  legalEntityId: string;
  series: string | null;
  numberInSeries: number | null;
  number: string | null;
  customerId: string;
  locationId: string;
  currency: string;
  language: string;
  seller: unknown;
  buyer: unknown;
  net: number;
  tax: number;
  total: number;
  madeAt: Instant;
  issuedAt: Instant | null;
  issuedDay: Day | null;
  dueDays: number;
  dueDay: Day | null;
  creditsInvoiceId: string | null;
  reason: string | null;
  runId: string | null;
  fingerprint: string | null;
  flags: Generated<unknown>;
  decision: string | null;
  decidedAt: Instant | null;
  decidedBy: string | null;
  paid: Generated<number>;
  credited: Generated<number>;
}

export interface KnownBrowsersTable {
  tokenHash: string;
  accountId: string;
  seenAt: Instant;
}

export interface LegalEntitiesTable {
  id: string;
  name: string;
  address: Generated<string>;
  taxNumber: string | null;
  invoicePrefix: string;
  createdAt: Instant;
  bankDetails: Generated<string>;
}

export interface LocationSettingsTable {
  locationId: string;
  name: string;
  inForceFrom: Instant;
  value: unknown;
  setBy: string | null;
}

export interface LocationsTable {
  id: string;
  parentId: string | null;
  name: string;
  slug: string;
  timeZone: string;
  currency: string;
  createdAt: Instant;
  version: Generated<number>;
}

export interface MailsTable {
  id: string;
  toAddress: string;
  subject: string;
  plainText: string;
  html: string;
  language: string;
  attachments: Generated<unknown>;
  aboutId: string | null;
  writtenAt: Instant;
  sentAt: Instant | null;
  failure: string | null;
  opensAccount: Generated<boolean>;
  attempts: Generated<number>;
  retryAt: Instant | null;
}

export interface MigrationsTable {
  version: number;
  name: string;
  appliedAt: Generated<Instant>;
}

export interface NotesTable {
  id: string;
  aboutId: string;
  text: string;
  pinned: Generated<boolean>;
  writtenAt: Instant;
  writtenBy: string | null;
}

export interface OccupanciesTable {
  bookingId: string;
  resourceId: string;
  unit: number;
  blocked: Interval;
}

export interface PassLocationsTable {
  passId: string;
  locationId: string;
}

export interface PassesTable {
  id: string;
  locationId: string;
  name: string;
  kind: string;
  minutes: number | null;
  everywhere: Generated<boolean>;
  value: number | null;
  valueCurrency: string | null;
  usePriority: Generated<string>;
  hours: unknown;
  audience: Generated<unknown>;
  createdAt: Instant;
  archivedAt: Instant | null;
  version: Generated<number>;
}

export interface PaymentAllocationsTable {
  paymentId: string;
  invoiceId: string;
  amount: number;
  allocatedAt: Instant;
}

export interface PaymentsTable {
  id: string;
  customerId: string;
  locationId: string;
  currency: string;
  amount: number;
  method: string;
  creditNoteId: string | null;
  receivedDay: Day;
  reference: Generated<string>;
  recordedAt: Instant;
  recordedBy: string | null;
}

export interface PlanVersionsTable {
  planId: string;
  version: number;
  inForceFrom: Instant;
  terms: unknown;
  madeBy: string | null;
}

export interface PlansTable {
  id: string;
  locationId: string;
  name: string;
  createdAt: Instant;
  archivedAt: Instant | null;
}

export interface PortalAccessChangesTable {
  customerId: string;
  fromAt: Instant;
  allowed: boolean;
  byId: string | null;
}

export interface PortalAccessVersionsTable {
  id: string;
  locationId: string;
  version: number | null;
  levels: unknown;
  inForceFrom: Instant | null;
  madeBy: string | null;
  madeAt: Instant;
  withdrawnAt: Instant | null;
  withdrawnBy: string | null;
}

export interface PortalPreviewsTable {
  id: string;
  locationId: string;
  persona: string | null;
  customerId: string | null;
  looksAt: Instant | null;
  levels: string;
  openedBy: string;
  sessionId: string | null;
  openedAt: Instant;
  expiresAt: Instant;
}

export interface RateVersionsTable {
  rateId: string;
  version: number;
  inForceFrom: Instant;
  terms: unknown;
  madeBy: string | null;
}

export interface RatesTable {
  id: string;
  typeId: string | null;
  resourceId: string | null;
  locationId: string | null;
  createdAt: Instant;
  endedAt: Instant | null;
}

export interface RefusalRepeatsTable {
  refusalId: string;
  at: Instant;
}

export interface RefusalsTable {
  id: string;
  at: Instant;
  customerId: string | null;
  locationId: string;
  action: string;
  target: string | null;
  via: string;
  source: string | null;
  layer: string;
  code: string;
  resolvedBy: string[];
  question: string;
  decision: unknown;
  facts: unknown;
  ruleVersion: number | null;
  madeBy: string | null;
}

export interface RemindersTable {
  id: string;
  customerId: string;
  locationId: string;
  action: string;
  target: string | null;
  askedDuring: Interval | null;
  question: string;
  madeAt: Instant;
  madeBy: string | null;
  dueAt: Instant;
  endedAt: Instant | null;
  endedHow: string | null;
}

export interface ResourceLinksTable {
  resourceId: string;
  linkedId: string;
}

export interface ResourceTypesTable {
  id: string;
  locationId: string;
  name: string;
  description: Generated<string>;
  createdAt: Instant;
  archivedAt: Instant | null;
  version: Generated<number>;
}

export interface ResourcesTable {
  id: string;
  typeId: string;
  locationId: string;
  name: string;
  description: Generated<string>;
  capacity: Generated<number>;
  amenities: Generated<string[]>;
  hours: unknown;
  bufferBeforeMinutes: Generated<number>;
  bufferAfterMinutes: Generated<number>;
  minutesMin: Generated<number>;
  minutesMax: number | null;
  stepMinutes: Generated<number>;
  noticeMinutesMin: Generated<number>;
  horizonDays: number | null;
  cancelFreeMinutes: Generated<number>;
  lateCancelPercent: Generated<number>;
  audience: Generated<unknown>;
  customerIds: string[] | null;
  state: Generated<string>;
  visible: Generated<boolean>;
  needsApproval: Generated<boolean>;
  units: Generated<number>;
  sortOrder: Generated<number>;
  createdAt: Instant;
  changedAt: Instant;
  version: Generated<number>;
  publishAt: Instant | null;
}

export interface RolesTable {
  id: string;
  name: string;
  nameKey: string;
  description: Generated<string>;
  permissions: string[];
  version: Generated<number>;
  createdAt: Instant;
  createdBy: string | null;
  changedAt: Instant;
  archivedAt: Instant | null;
  archivedBy: string | null;
}

export interface SessionsTable {
  id: string;
  accountId: string;
  token: string;
  expiresAt: Instant;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: Instant;
  updatedAt: Instant;
}

export interface SignalsTable {
  id: string;
  kind: string;
  aboutId: string;
  customerId: string | null;
  facts: unknown;
  occurredAt: Instant;
  deliveredAt: Instant | null;
}

export interface SuspensionsTable {
  id: string;
  customerId: string;
  cause: string;
  note: Generated<string>;
  startedAt: Instant;
  startedBy: string | null;
  endedAt: Instant | null;
  endedBy: string | null;
  missedCycles: string | null;
}

export interface TeamMembersTable {
  id: string;
  teamId: string;
  customerId: string;
  startedAt: Instant;
  startedBy: string | null;
  endedAt: Instant | null;
  endedBy: string | null;
}

export interface TeamRolesTable {
  id: string;
  memberId: string;
  role: string;
  startedAt: Instant;
  startedBy: string | null;
  endedAt: Instant | null;
  endedBy: string | null;
}

export interface TeamsTable {
  id: string;
  name: string;
  locationId: string;
  about: Generated<string>;
  website: Generated<string>;
  email: Generated<string>;
  phone: Generated<string>;
  sizeMax: number | null;
  membersMayInvite: Generated<boolean>;
  payingCustomerId: string | null;
  billing: Generated<string>;
  sharesPasses: Generated<boolean>;
  sharesTimeCredits: Generated<boolean>;
  sharesMoneyCredits: Generated<boolean>;
  createdAt: Instant;
  createdBy: string | null;
  version: Generated<number>;
  sortedName: Generated<string | null>;
}

export interface TestClockTable {
  onlyRow: Generated<boolean>;
  showsAt: Instant;
}

export interface VerificationsTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: Instant;
  createdAt: Instant;
  updatedAt: Instant;
}
