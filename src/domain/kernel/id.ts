/**
 * Ids are `<prefix>_<uuidv7 in base32>`: sortable by age, without meaning, typed by their prefix.
 * Making one needs a clock and chance, so that is done by the platform; here they are only recognised.
 */
export type Prefix = keyof typeof prefixes;
export type Id<P extends Prefix = Prefix> = `${P}_${string}` & { readonly brand: P };

export const prefixes = {
  acc: 'account',
  ses: 'session',
  crd: 'credential',
  ver: 'verification',
  adm: 'admin',
  key: 'api key',
  loc: 'location',
  cus: 'customer',
  sus: 'suspension',
  not: 'note',
  inv: 'invoice',
  pla: 'plan',
  con: 'contract',
  frz: 'freeze',
  rty: 'resource type',
  res: 'resource',
  rat: 'rate',
  bok: 'booking',
  pas: 'pass',
  bft: 'benefit grant',
  chk: 'check-in',
  chg: 'charge',
  run: 'billing run',
  pay: 'payment',
  imp: 'import',
  aud: 'audit entry',
  sig: 'signal',
  mai: 'mail',
  rol: 'role held',
  rle: 'role',
  tea: 'team',
  clo: 'closure',
  ent: 'legal entity',
  lin: 'invoice line',
  itn: 'invitation',
  due: 'deadline',
  lvl: 'portal access version',
  arc: 'archiving',
  ben: 'benefit entry',
  rfs: 'refusal',
  rmd: 'reminder',
  pvw: 'preview of the portal',
  tme: 'time in a team',
  tro: 'role in a team',
  sea: 'seat',
} as const;

export const isId = <P extends Prefix>(prefix: P, text: string): text is Id<P> =>
  text.startsWith(`${prefix}_`) && /^[0-9a-hjkmnp-tv-z]{26}$/.test(text.slice(prefix.length + 1));
