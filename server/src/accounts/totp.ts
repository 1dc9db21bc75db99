// One-time codes by time (RFC 6238), as the usual applications on telephones show them.
import { Secret, TOTP } from 'otpauth';

const period = 30;
const of = (secret: string, label = '') =>
  new TOTP({
    issuer: 'Nhip Cau',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period,
    secret: Secret.fromBase32(secret),
  });

/** 160 bits in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the picture holds. */
export const totpAddress = (secret: string, email: string): string => of(secret, email).toString();

/** The step whose code this is, of the last, this and the next; null: none. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = of(secret).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / period) + delta;
}
