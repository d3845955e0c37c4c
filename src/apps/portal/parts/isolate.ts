/** Keeps a name's own direction inside a sentence of another. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

/** What people call a zone by: Berlin for Europe/Berlin. */
export const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
