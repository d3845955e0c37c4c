/**
 * Every way in which the API says no, with its status (RFC 9457). The sentence for people stands in
 * texts/<language>/problems.json under the same code. Codes never change their meaning.
 */
export const problems = {
  notValid: { status: 422 },
  notSignedIn: { status: 401 },
  notPermitted: { status: 403 },
  /** A decision said no; the answer carries it. */
  notAllowed: { status: 403 },
  notFound: { status: 404 },
  changedMeanwhile: { status: 412 },
  conflict: { status: 409 },
  keyReused: { status: 422 },
  stillWorking: { status: 409 },
  tooMany: { status: 429 },
  notAcceptable: { status: 415 },
  tooLarge: { status: 413 },
  fault: { status: 500 },
  unavailable: { status: 503 },

  // locations
  slugTaken: { status: 409 },
  parentUnknown: { status: 422 },
  parentBelowItself: { status: 422 },
  networkExists: { status: 409 },
  closureNotFound: { status: 404 },
  invoicePrefixTaken: { status: 409 },

  // portal access
  nothingDrafted: { status: 409 },
  notScheduled: { status: 409 },
  previewEnded: { status: 404 },
  previewIsReadOnly: { status: 403 },
  previewNeedsPlan: { status: 409 },
  previewNeedsElsewhere: { status: 409 },

  // clock
  clockBackwards: { status: 422 },

  // accounts, staff, keys
  signInFailed: { status: 401 },
  signInRefused: { status: 403 },
  linkNotGood: { status: 422 },
  accountsClosed: { status: 403 },
  invitationNotGood: { status: 422 },
  alreadyColleague: { status: 409 },
  mayNotGrant: { status: 403 },
  roleIsFixed: { status: 409 },
  roleInUse: { status: 409 },
  keyOver: { status: 409 },
  lastOwner: { status: 409 },
  setUpDone: { status: 409 },
  setUpCodeWrong: { status: 403 },

  // teams, seats
  alreadyInTeam: { status: 409 },
  teamFull: { status: 409 },
  noFreeSeat: { status: 409 },
  alreadySeated: { status: 409 },
  seatOver: { status: 409 },
  seatsTaken: { status: 409 },

  // plans, contracts, imports
  planNameTaken: { status: 409 },
  planHasContracts: { status: 409 },
  customerArchived: { status: 409 },
  contractOver: { status: 409 },
  alreadyCancelled: { status: 409 },
  notCancelled: { status: 409 },
  planForbidsCancelling: { status: 403 },
  changeAfterEnd: { status: 409 },
  freezeOverlaps: { status: 409 },
  freezeOver: { status: 409 },
  planForbidsFreezing: { status: 403 },
  freezeTooOften: { status: 403 },
  freezeTooLong: { status: 403 },
  freezeInMinimumTerm: { status: 403 },
  fileEmpty: { status: 422 },
  fileNotText: { status: 422 },
  headerUnknown: { status: 422 },
  fileTooManyRows: { status: 413 },
  importRun: { status: 409 },
  importHasErrors: { status: 409 },
  importNotRun: { status: 409 },
  importTooOld: { status: 409 },

  // resources and bookings
  nameTaken: { status: 409 },
  typeInUse: { status: 409 },
  unitsTaken: { status: 409 },
  slotTaken: { status: 409 },
  bookingOver: { status: 409 },
  bookingNotRequested: { status: 409 },
  holdOver: { status: 409 },

  // charges, invoices, payments
  currencyNotHere: { status: 422 },
  chargeSettled: { status: 409 },
  invoiceNotIssued: { status: 409 },
  nothingToCredit: { status: 409 },
  creditTooLarge: { status: 422 },
  lineUnknown: { status: 422 },
  runIssued: { status: 409 },
  alreadyPaid: { status: 409 },
  invoicesOfSeveral: { status: 422 },

  // customers, benefits, check-ins
  emailTaken: { status: 409 },
  suspensionOver: { status: 409 },
  notEnoughLeft: { status: 409 },
  stayBeganLater: { status: 409 },
  stayOver: { status: 409 },
  allowedNow: { status: 409 },
  noChangeKnown: { status: 409 },
} as const satisfies Record<string, { readonly status: number }>;

export type ProblemCode = keyof typeof problems;

/** One field at fault: `field` is its path in the body, `code` a stable word, `detail` what to do. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly detail: string;
}
