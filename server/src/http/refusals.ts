// What somebody was not allowed to do is part of the record of what people do.
import type { MiddlewareHandler } from 'hono';
import { record } from '../audit/service.ts';
import type { Deps } from '../deps.ts';
import type { Env } from './api.ts';

export const recordRefusals =
  (deps: Pick<Deps, 'db' | 'clock' | 'log'>): MiddlewareHandler<Env> =>
  async (c, next) => {
    await next();
    const actor = c.get('actor');
    if (c.res.status !== 403 || !actor) return;
    const [unitId] = actor.grants.map((grant) => grant.unitId);
    const entry = {
      action: 'access.refused',
      unitId: unitId ?? null,
      rootId: actor.grants[0]?.rootId ?? null,
      detail: { method: c.req.method, path: c.req.path },
    };
    await record(deps, actor, entry).catch((error: Error) =>
      deps.log('warn', 'A refusal was not recorded', { error: error.message }),
    );
  };
