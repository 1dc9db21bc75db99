// Inspections of units, and urgings to them.
import type { InspectionList, UrgingList } from '../../contract.ts';
import type { Case, MakeCase, Standing } from './case.ts';
import { places, standingOf, type Place, type World } from './world.ts';

interface Between {
  readonly by: number;
  readonly at: number;
}

/** By the other province at units of every place; and by the home unit at the other province. */
async function each(world: World, insert: (between: Between) => Promise<number>): Promise<Standing[]> {
  const { units } = world;
  const made: Standing[] = [];
  const add = async (name: string, relations: Standing['relations'], [by, at]: readonly [Place, Place]) =>
    made.push({ name, relations, id: await insert({ by: units[by], at: units[at] }) });
  for (const place of places) await add(`at ${place}`, standingOf[place], ['other', place]);
  return made;
}

export const inspections: MakeCase = async (world): Promise<Case> => ({
  subject: 'inspections',
  read: 'inspection.read',
  standings: [
    ...(await each(world, (between) => inspect(world, between))),
    {
      name: 'by home',
      relations: ['issuer'],
      id: await inspect(world, { by: world.units.home, at: world.units.other }),
    },
  ],
  lists: [{ path: '/inspections?size=500', ids: (body: InspectionList) => body.rows.map(({ id }) => id) }],
  probes: [
    { action: 'inspection.read', method: 'GET', path: '/api/inspections/{id}' },
    {
      action: 'inspection.write',
      method: 'PUT',
      path: '/api/inspections/{id}',
      body: ({ units }) => ({ version: 9999, unitId: units.home, onDay: '2026-02-02', findings: [] }),
    },
    {
      action: 'inspection.write',
      or: 'duty.report',
      method: 'POST',
      path: '/api/inspections/{id}/findings/{findingId}/remedied',
      body: () => ({ on: '2026-02-03' }),
      missing: 'no-finding',
    },
  ],
});

async function inspect({ server, units }: World, { by, at }: Between): Promise<number> {
  const rootId = at === units.other ? units.other : units.top;
  const row = { rootId, byUnitId: by, unitId: at, onDay: '2026-02-02' };
  const { db } = server.deps;
  return (await db.insertInto('inspection').values(row).returning('id').executeTakeFirstOrThrow()).id;
}

export const urgings: MakeCase = async (world): Promise<Case> => ({
  subject: 'urgings',
  read: 'duty.read',
  standings: await each(world, async ({ by, at }) => {
    const { server, units } = world;
    const rootId = at === units.other ? units.other : units.top;
    const said = { channel: 'system' as const, message: 'Đề nghị báo cáo.', urgedOn: '2026-03-01' };
    const row = { rootId, fromUnitId: by, toUnitId: at, ...said };
    const { db } = server.deps;
    return (await db.insertInto('urging').values(row).returning('id').executeTakeFirstOrThrow()).id;
  }),
  lists: [{ path: '/urgings?size=500', ids: (body: UrgingList) => body.rows.map(({ id }) => id) }],
  probes: [
    {
      action: 'duty.report',
      method: 'POST',
      path: '/api/urgings/{id}/answer',
      body: () => ({ answer: 'Đang làm.' }),
    },
  ],
});
