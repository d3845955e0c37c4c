/**
 * As whom the portal can be looked at without naming anybody (PER-4). A *persona* is a made-up customer with
 * exactly what its name says, and a visitor is nobody who has signed in.
 */
export const personas = [
  'visitor', 'contact', 'member', 'memberFrozen', 'memberSuspended', 'teamManager', 'memberElsewhere',
] as const;

export type Persona = (typeof personas)[number];

const known: ReadonlySet<string> = new Set(personas);

export const isPersona = (text: string): text is Persona => known.has(text);
