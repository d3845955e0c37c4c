import { createHash, randomBytes } from 'node:crypto';

/** 256 bits of chance, fit for addresses and cookies. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/**
 * How a secret of ours is kept: whoever reads the database cannot use it. One plain hash is enough, because
 * the secrets are long and random; passwords are not and have their own (password.ts).
 */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
