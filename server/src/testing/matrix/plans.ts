import type { PlanList } from '../../contract.ts';
import { handedDown } from '../duties.ts';
import type { Case, MakeCase, Probe, Standing } from './case.ts';
import { keys, moveToOther, places, standingOf, type World } from './world.ts';

async function drafts({ server, units }: World): Promise<Standing[]> {
  const made: Standing[] = [];
  for (const place of places) {
    const { id } = await server.deps.db
      .insertInto('plan')
      .values({
        ownerId: units[place],
        rootId: place === 'other' ? units.other : units.top,
        status: 'draft',
        title: `Dự thảo ${place}`,
        periodFrom: '2026-01-01',
        periodTo: '2026-12-31',
        body: JSON.stringify({ objectives: [], targets: [], groups: [], tasks: [] }),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    made.push({ name: `draft, ${place}`, relations: standingOf[place], id });
  }
  return made;
}

/** Handed down: those below its owner may read it, and those to whom its tasks were given. */
async function issued(world: World): Promise<Standing[]> {
  const { server } = world;
  const made: Standing[] = [];
  for (const place of places) {
    const { planId } = await handedDown(server, { owner: keys[place], tasks: [] });
    if (place === 'other') await moveToOther(world, planId);
    const relations = [...standingOf[place], ...(place === 'top' ? (['superior'] as const) : [])];
    made.push({ name: `issued, ${place}`, relations, id: planId });
  }
  for (const role of ['lead', 'coordinating'] as const) {
    const tasks = [{ [role]: [keys.home] }];
    const { planId } = await handedDown(server, { owner: keys.other, tasks });
    await moveToOther(world, planId);
    made.push({ name: `issued, ${role}`, relations: [role], id: planId });
  }
  return made;
}

const stale = () => ({ version: 9999, reason: 'Thử' });
const step = (action: Probe['action'], name: string, body: () => unknown = stale): Probe => ({
  action,
  method: 'POST',
  path: `/api/plans/{id}/${name}`,
  body,
});

const reads: readonly Probe[] = [
  { action: 'plan.read', method: 'GET', path: '/api/plans/{id}' },
  { action: 'plan.read', method: 'GET', path: '/api/plans/{id}/coverage' },
  { action: 'plan.read', method: 'GET', path: '/api/plans/{id}/open-work' },
  { action: 'plan.read', method: 'GET', path: '/api/plans/{id}/diff', missing: 'plan-no-edition' },
  { action: 'plan.read', method: 'GET', path: '/api/plans/{id}/hand-down' },
];

const ids = (body: PlanList) => body.rows.map(({ id }) => id);
const lists = [{ path: '/plans?size=500', ids }];

export const draftPlans: MakeCase = async (world): Promise<Case> => ({
  subject: 'plans being drawn up',
  read: 'plan.read',
  standings: await drafts(world),
  lists,
  probes: [
    ...reads,
    {
      action: 'plan.draft',
      method: 'PATCH',
      path: '/api/plans/{id}',
      body: () => ({ version: 9999 }),
    },
    { action: 'plan.remove', method: 'DELETE', path: '/api/plans/{id}', query: '?version=9999' },
    step('plan.submit', 'submit'),
    step('plan.submit', 'withdraw'),
    step('plan.approve', 'return'),
    step('plan.approve', 'approve'),
    step('plan.issue', 'issue', () => ({
      version: 9999,
      number: '1/KH-UBND',
      issuedOn: '2026-03-01',
      signer: 'Trần Văn Mẫu',
    })),
    step('plan.draft', 'amend'),
    step('plan.draft', 'drop-amendment'),
    step('plan.close', 'close'),
    step('plan.close', 'reopen'),
  ],
});

export const issuedPlans: MakeCase = async (world): Promise<Case> => ({
  subject: 'plans in force',
  read: 'plan.read',
  standings: await issued(world),
  lists,
  probes: [reads[0] as Probe],
});
