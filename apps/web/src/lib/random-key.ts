const BYTES = 16;

/** 128 random bits as text. Unlike `crypto.randomUUID` it is there over plain HTTP too. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}
