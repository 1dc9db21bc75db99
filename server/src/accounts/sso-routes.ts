// The two steps of single sign-on, as a browser goes through them: away to the provider, and back.
import type { Context } from 'hono';
import { parse, serialize } from 'hono/utils/cookie';
import { route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { Invalid, NotFound, NotProven } from '../errors.ts';
import { newApi, problems, type Api, type Env } from '../http/api.ts';
import { callerOf, giveCookie } from './http.ts';
import * as schema from './schema.ts';
import { beginSso, endSso } from './sso.ts';

const tags = ['accounts'];
const location = {
  Location: { description: 'Where to go', required: true, schema: { type: 'string' as const } },
};

const beginRoute = route({
  access: 'open',
  method: 'get',
  path: '/sso',
  tags,
  summary: 'Begin single sign-on: leads the browser to the provider',
  request: { query: schema.ssoQuery },
  responses: {
    302: { description: 'To the provider, or back with what went wrong', headers: location },
    ...problems(400),
  },
});

const endRoute = route({
  access: 'open',
  method: 'get',
  path: '/sso/return',
  tags,
  summary: 'Where the provider sends the browser back to',
  responses: { 302: { description: 'On to where the reader wanted', headers: location } },
});

const name = 'nhipcau-sso';

// Lax, or it would not come along when the provider sends the browser back.
const stateCookie = (c: Context<Env>, state: string | null) =>
  serialize(name, state ?? '', {
    path: '/api/accounts/sso',
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.get('line').secure,
    maxAge: state === null ? 0 : 600,
  });

/** As the browser knows this server, or as the installation says. */
export const originOf = (c: Context<Env>, { rules }: Deps): string =>
  rules.address ?? `${c.get('line').secure ? 'https' : 'http'}://${c.req.header('host') ?? 'localhost'}`;

export function ssoRoutes(deps: Deps): Api {
  const api = newApi();
  // A browser is on its way here, not a program: what went wrong is told by the page for signing in.
  const explained = async (c: Context<Env>, work: () => Promise<Response>) => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NotProven || error instanceof Invalid || error instanceof NotFound)) throw error;
      return c.redirect(`/dang-nhap?${new URLSearchParams({ loi: error.code })}`);
    }
  };
  api.openapi(beginRoute, (c) =>
    explained(c, async () => {
      const redirect = `${originOf(c, deps)}/api/accounts/sso/return`;
      const { url, state } = await beginSso(deps, { redirect, returnTo: c.req.valid('query').tiep ?? '/' });
      c.header('set-cookie', stateCookie(c, state), { append: true });
      return c.redirect(url);
    }),
  );
  api.openapi(endRoute, (c) =>
    explained(c, async () => {
      const state = parse(c.req.header('cookie') ?? '', name)[name] ?? null;
      c.header('set-cookie', stateCookie(c, null), { append: true });
      const url = new URL(`${originOf(c, deps)}/api/accounts/sso/return${new URL(c.req.url).search}`);
      const { secret, returnTo } = await endSso(deps, { url, state }, callerOf(c));
      giveCookie(c, secret);
      return c.redirect(returnTo);
    }),
  );
  return api;
}
