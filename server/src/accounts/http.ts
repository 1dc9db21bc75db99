// What routes of accounts read from a request and write into its answer.
import type { Context } from 'hono';
import type { Env } from '../http/api.ts';
import type { Caller } from './caller.ts';
import { sessionCookie } from './cookie.ts';

/** From where a request came, and with what. */
export const callerOf = (c: Context<Env>): Caller => ({
  line: c.get('line'),
  agent: c.req.header('user-agent') ?? '',
});

export const giveCookie = (c: Context<Env>, secret: string | null): void =>
  c.header('set-cookie', sessionCookie(secret, c.get('line').secure), { append: true });
