// How every route is made: it names the rule that guards it, or it does not compile.
import { createRoute, type RouteConfig } from '@hono/zod-openapi';
import type { Context, Handler, MiddlewareHandler } from 'hono';
import type { Api, Env } from '../http/api.ts';
import { problem, problemResponse } from '../http/problem.ts';
import { holds, type Actor, type Asked, type Asking } from './actor.ts';
import type { Action } from './policy.ts';

/** An action of the table; `signed-in`: anybody with an account; `open`: before signing in. */
export type Access = Action | 'signed-in' | 'open';

const guard =
  (access: Access): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (access === 'open') return next();
    const locale = c.get('locale');
    const actor = c.get('actor');
    if (!actor) return problemResponse(problem({ status: 401, code: 'not-signed-in', locale }));
    if (access !== 'signed-in' && !holds(actor, access)) {
      return problemResponse(problem({ status: 403, code: 'not-allowed', locale }));
    }
    return next();
  };

/** `access` is the rule; which records it reaches, services ask `may`, `mustMay` and `scopeOf`. */
export function route<P extends string, R extends Omit<RouteConfig, 'path'> & { path: P; access: Access }>(
  config: R,
): R {
  const { access, ...described } = config;
  const made = { ...described, middleware: [guard(access)], 'x-access': access };
  // The guard changes nothing of what the route's types say.
  return createRoute(made as never) as unknown as R;
}

type Described = Omit<RouteConfig, 'path'> & { readonly path: string; readonly access: Access };

/** A route whose body or answer streams: described and guarded as all others are, but its handler reads the request itself. */
export function streamed(api: Api, config: Described, handler: Handler<Env>): void {
  const { access, ...described } = config;
  api.openAPIRegistry.registerPath({ ...described, 'x-access': access } as never);
  api.on(config.method, config.path.replace(/\{(\w+)\}/g, ':$1'), guard(config.access), handler);
}

/** Who asks, behind a guard. */
export function actorIn(c: Context<Env>): Actor {
  const actor = c.get('actor');
  if (!actor) throw new Error('A route without a guard asked who asks.');
  return actor;
}

export const askingIn = (c: Context<Env>): Asking => ({ actor: actorIn(c), locale: c.get('locale') });

/** Behind a route whose path has an {id}. */
export const askedIn = (c: Context<Env, string, { out: { param: { id: number } } }>): Asked => ({
  ...askingIn(c),
  id: c.req.valid('param').id,
});
