/** A key that names one write (Idempotency-Key). Not `randomUUID`: browsers keep that from plain-HTTP pages of an office network. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
