// Random secrets, and the form in which they are kept: whoever reads the database cannot use them.
import { createHash, randomBytes } from 'node:crypto';

export const newSecret = (bytes = 32): string => randomBytes(bytes).toString('base64url');

/** Secrets are long and random: a plain hash is enough, and can be looked up by its index. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
