/** Keeps a name's own direction inside a sentence of another. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
