import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text that fits into a URL. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token. It is random, so that no slow hash is needed. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
