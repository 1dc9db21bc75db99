import type { TaskList } from '../../contract.ts';
import { handedDown } from '../duties.ts';
import type { Case, MakeCase, Standing } from './case.ts';
import { keys, moveToOther, places, standingOf, type World } from './world.ts';

/** Handed down by a plan of each place; those below read what was issued above them. */
async function standings(world: World): Promise<Standing[]> {
  const { server } = world;
  const made: Standing[] = [];
  for (const place of places) {
    const { planId, taskIds } = await handedDown(server, { owner: keys[place], tasks: [{}] });
    if (place === 'other') await moveToOther(world, planId);
    const issuer = place === 'home' ? (['issuer'] as const) : [];
    const relations = [...standingOf[place], ...issuer, ...(place === 'top' ? (['superior'] as const) : [])];
    made.push({ name: `of ${place}`, relations, id: taskIds[0] ?? 0 });
  }
  for (const role of ['lead', 'coordinating'] as const) {
    const tasks = [{ [role]: [keys.home] }];
    const { planId, taskIds } = await handedDown(server, { owner: keys.other, tasks });
    await moveToOther(world, planId);
    made.push({ name: role, relations: [role], id: taskIds[0] ?? 0 });
  }
  return made;
}

export const tasks: MakeCase = async (world): Promise<Case> => ({
  subject: 'tasks',
  read: 'task.read',
  standings: await standings(world),
  lists: [{ path: '/tasks?size=500', ids: (body: TaskList) => body.rows.map(({ id }) => id) }],
  probes: [{ action: 'task.read', method: 'GET', path: '/api/tasks/{id}' }],
});
