// What the page for signing in offers before anybody is known.
import type { z } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import type { Locale } from '../http/locale.ts';
import { demoPassword, demoPeople } from '../people/demo.ts';
import { isSetUp } from './setup.ts';
import type * as schema from './schema.ts';

type Entrance = z.infer<typeof schema.entrance>;

export async function entrance(deps: Deps, locale: Locale): Promise<Entrance> {
  const { rules } = deps;
  return {
    sso: rules.sso?.label ?? null,
    setup: !(await isSetUp(deps)),
    demo: rules.demo ? await offered(deps, locale) : [],
    demoPassword: rules.demo ? demoPassword : null,
  };
}

/** Those of the tour, in the order of the file; only those who can still enter. */
async function offered({ db }: Deps, locale: Locale): Promise<Entrance['demo']> {
  const shown = (await demoPeople()).filter(({ tour }) => tour);
  const there = await db
    .selectFrom('person as p')
    .innerJoin('roleGrant as g', 'g.personId', 'p.id')
    .innerJoin('unit as u', 'u.id', 'g.unitId')
    .select(['p.emailKey', 'p.name', 'p.post', 'g.role', 'u.name as unit'])
    .where('p.demo', '=', true)
    .where('p.active', '=', true)
    .where('g.endedAt', 'is', null)
    .where('g.deputyFor', 'is', null)
    .where(
      'p.emailKey',
      'in',
      shown.map(({ email }) => email),
    )
    .orderBy('g.id')
    .execute();
  const grants = Map.groupBy(there, ({ emailKey }) => emailKey);
  return shown.flatMap(({ email, tour }) => {
    const held = grants.get(email);
    const [first] = held ?? [];
    if (!held || !first) return [];
    const { name, post, unit } = first;
    return [
      {
        email,
        name,
        post,
        unit,
        roles: [...new Set(held.map(({ role }) => role))],
        tour: tour?.[locale] ?? '',
      },
    ];
  });
}
