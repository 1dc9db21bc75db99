import type { PersonList } from '../../contract.ts';
import type { Case, MakeCase, Probe, Standing } from './case.ts';
import { keys, places, standingOf, type World } from './world.ts';

async function standings({ server }: World): Promise<Standing[]> {
  const made: Standing[] = [];
  for (const place of places) {
    const relations = [...standingOf[place], ...(place === 'top' ? (['superior'] as const) : [])];
    made.push({
      name: `officer, ${place}`,
      relations,
      id: await server.person({ [keys[place]]: ['officer'] }),
    });
  }
  // Who coordinates there is called from further away than others are; whom no administrator of the unit keeps.
  const focal = await server.person({ [keys.sibling]: ['coordinator'] });
  made.push({ name: 'focal officer beside', relations: [...standingOf.sibling, 'focal'], id: focal });
  return made;
}

/** Of the whole account; what each does to one that may be kept is tested beside the accounts. */
const kept = (method: Probe['method'], name: string, body?: () => unknown): Probe => ({
  action: 'person.edit',
  method,
  path: `/api/people/{id}/${name}`,
  harmful: true,
  ...(body ? { body } : {}),
});

export const people: MakeCase = async (world): Promise<Case> => ({
  subject: 'people',
  read: 'person.read',
  standings: await standings(world),
  lists: [{ path: '/people?size=500', ids: (body: PersonList) => body.rows.map(({ id }) => id) }],
  probes: [
    { action: 'person.read', method: 'GET', path: '/api/people/{id}' },
    { action: 'person.private', method: 'GET', path: '/api/people/{id}/private' },
    { action: 'person.edit', method: 'PATCH', path: '/api/people/{id}', body: () => ({ version: 9999 }) },
    kept('POST', 'active', () => ({ active: false })),
    kept('POST', 'invitation'),
    kept('DELETE', 'second-factor'),
    kept('DELETE', 'sessions'),
  ],
});
