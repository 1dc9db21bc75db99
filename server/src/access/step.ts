// Steps of a record (submit, return, sign …): described, guarded and answered alike in every subject.
import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Deps } from '../deps.ts';
import { body, json, problems, stale, type Api, type Env } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import type { Asked } from './actor.ts';
import type { Action } from './policy.ts';
import { askedIn, route } from './route.ts';

type Does<I, A> = (deps: Deps, asked: Asked, input: I) => Promise<A>;

interface Steps<A extends z.ZodType> {
  readonly api: Api;
  readonly deps: Deps;
  readonly tags: string[];
  /** What each step answers with: the record as it stands after it. */
  readonly answer: A;
  readonly described: string;
}

interface Step<I extends z.ZodType, A extends z.ZodType> {
  readonly access: Action;
  readonly summary: string;
  readonly input: I;
  readonly does: Does<z.output<I>, z.input<A>>;
}

type Validated = Context<Env, string, { out: { param: { id: number }; json: unknown } }>;

/** Gives `step(name, …)`, which adds POST /{id}/name. Who saw another version than the record's is answered 409 with both. */
export function stepsOf<A extends z.ZodType>({ api, deps, tags, answer, described }: Steps<A>) {
  const responses = { 200: json(answer, described), ...problems(400, 401, 403, 404, 422), ...stale(answer) };
  return <I extends z.ZodType>(name: string, { access, summary, input, does }: Step<I, A>): void => {
    const request = { params: idParam, body: body(input) };
    const made = route({ access, method: 'post', path: `/{id}/${name}`, tags, summary, request, responses });
    const handler = async (c: Validated) =>
      c.json(await does(deps, askedIn(c), c.req.valid('json') as z.output<I>), 200);
    // That the two fit each other is said by `Step`; the compiler does not see through a schema that is not known yet.
    api.openapi(made, handler as never);
  };
}

/** For services that answer nothing themselves: the record is read after them. */
export const answeredBy =
  <A>(read: (deps: Deps, asked: Asked) => Promise<A>) =>
  <I>(does: Does<I, unknown>): Does<I, A> =>
  async (deps, asked, input) => {
    await does(deps, asked, input);
    return read(deps, asked);
  };
