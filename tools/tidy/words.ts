/**
 * The words of the domain, each of which may import those before it; `kernel` may import none. The list is
 * the law.
 */
export const domainOrder = [
  'kernel',
  'staff',
  'locations',
  'customers',
  'teams',
  'contracts',
  'membership',
  'content',
  'resources',
  'benefits',
  'billing',
  'access',
  'bookings',
  'check-ins',
  'events',
  'store',
  'sign-up',
  'crm',
  'community',
  'reception',
  'imports',
  'analytics',
] as const;

/**
 * The words of the server in the order in which they may call each other's verbs. Those of the domain keep
 * its order; the others stand where what they call allows.
 */
export const serverOrder = [
  'platform',
  'clock',
  'locations',
  'legal-entities',
  'accounts',
  'staff',
  'api-keys',
  'mails',
  'audit-log',
  'customers',
  'notes',
  'teams',
  'plans',
  'contracts',
  'membership',
  'content',
  'resources',
  'rates',
  'benefits',
  'billing',
  'suspensions',
  'access',
  'portal-access',
  'availability',
  'bookings',
  'check-ins',
  'sign-up',
  'imports',
  'analytics',
  'demo',
  'portal',
  'gates',
] as const;

/** Names that say nothing, and what to do instead. */
export const emptyWords: Readonly<Record<string, string>> = {
  Manager: 'name what it does',
  Helper: 'put it where it belongs, under its own noun',
  Util: 'name the noun it is about',
  Utils: 'name the noun it is about',
  Service: 'a verb is a function',
  Impl: 'name what sets it apart',
  Base: 'compose instead',
  Info: 'name the thing itself',
  Dto: 'name the thing itself',
  Misc: 'name the thing itself',
};

/** Words that are not in the glossary, and the glossary's own. */
export const foreignWords: Readonly<Record<string, string>> = {
  subscription: 'contract',
  membershipPlan: 'plan',
  tenant: 'network',
  coworker: 'customer',
  reservation: 'booking',
  venue: 'location',
  checkin: 'check-in (checkIn in code)',
};
