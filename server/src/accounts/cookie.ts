// The session's cookie: out of reach of scripts, not sent along by other sites, bound to this host where the line is encrypted.
import { parse, serialize } from 'hono/utils/cookie';

const nameOf = (secure: boolean) => (secure ? '__Host-nhipcau' : 'nhipcau');

/** Over an encrypted line only the name counts that other hosts of the domain cannot set. */
export function sessionSecret(headers: Headers, secure: boolean): string | null {
  const name = nameOf(secure);
  const secret = parse(headers.get('cookie') ?? '', name)[name];
  return secret && /^[\w-]{43}$/.test(secret) ? secret : null;
}

/** Null takes the cookie away. It has no age: the session's own ends count. */
export function sessionCookie(secret: string | null, secure: boolean): string {
  return serialize(nameOf(secure), secret ?? '', {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    ...(secret === null ? { maxAge: 0 } : {}),
  });
}
