// Passwords are kept as scrypt makes them; checking costs the same whether the account exists or not.
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** 32 MB a password: OWASP's recommendation for scrypt where memory is dear. */
const cost = { N: 2 ** 15, r: 8, p: 3 };
const length = 32;

function derive(password: string, salt: Buffer, { N, r, p }: typeof cost): Promise<Buffer> {
  // Keyboards differ in how they compose "ề".
  const text = password.normalize('NFKC');
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(text, salt, length, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** What it costs to check stands in the hash, so that a later, dearer one leaves the earlier ones in force. */
export async function hashPassword(password: string, parameters = cost): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, parameters);
  const { N, r, p } = parameters;
  return ['scrypt', N, r, p, salt.toString('base64'), key.toString('base64')].join('$');
}

const stand = [
  'scrypt',
  cost.N,
  cost.r,
  cost.p,
  'bmhpcC1jYXUtbmhpcC1jYQ==',
  Buffer.alloc(length).toString('base64'),
];

/** False for whoever has no password, after the same work. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = stored === null ? stand.map(String) : stored.split('$');
  const expected = Buffer.from(key, 'base64');
  const parameters = { N: Number(N), r: Number(r), p: Number(p) };
  const found = await derive(password, Buffer.from(salt, 'base64'), parameters);
  return timingSafeEqual(found, expected) && stored !== null;
}
