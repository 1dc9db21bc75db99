import type { DutyList } from '../../contract.ts';
import { handedDown, type TestTask } from '../duties.ts';
import type { Case, MakeCase, Probe, Standing } from './case.ts';
import { keys, moveToOther, places, standingOf, type Place, type World } from './world.ts';

/** The duty of one unit in a plan of the other province, so that it stands to home in no other way than is said. */
async function dutyOf(
  { server, units }: World,
  { of, owner = 'other', task = {} }: { of: Place; owner?: Place; task?: TestTask },
): Promise<number> {
  const tasks = [{ due: '2026-11-15', ...task, lead: [keys[of], ...(task.lead ?? [])] }];
  const { planId, dutyIds } = await handedDown(server, { owner: keys[owner], tasks });
  if (owner === 'other') await moveToOther({ server, units }, planId);
  // Who confirms is another's business, unless it is said.
  await server.deps.pool.query('update duty set confirmer_id = $1 where plan_id = $2', [units.other, planId]);
  const { rows } = await server.deps.pool.query<{ id: number }>(
    'select id from duty where id = any($1::bigint[]) and unit_id = $2',
    [dutyIds, units[of]],
  );
  return Number(rows[0]?.id);
}

async function standings(world: World): Promise<Standing[]> {
  const made: Standing[] = [];
  for (const of of places) {
    made.push({ name: `of ${of}`, relations: standingOf[of], id: await dutyOf(world, { of }) });
  }
  const coordinated = await dutyOf(world, { of: 'other', task: { coordinating: [keys.home] } });
  made.push({ name: 'in which it coordinates', relations: ['coordinating'], id: coordinated });
  const issued = await dutyOf(world, { of: 'other', owner: 'home' });
  made.push({ name: 'of its own plan', relations: ['issuer'], id: issued });
  const confirmed = await dutyOf(world, { of: 'other' });
  await world.server.deps.pool.query('update duty set confirmer_id = $1 where id = $2', [
    world.units.home,
    confirmed,
  ]);
  made.push({ name: 'that it confirms', relations: ['confirmer'], id: confirmed });
  return made;
}

const step = (action: Probe['action'], name: string, more: object = {}): Probe => ({
  action,
  method: 'POST',
  path: '/api/duties/{id}/steps',
  body: () => ({
    do: name,
    version: 9999,
    // These two are said without words.
    ...(name === 'receive' || name === 'milestone' ? {} : { note: 'Thử' }),
    ...more,
  }),
});

export function oneFile(): FormData {
  const form = new FormData();
  form.append('files', new Blob(['Ảnh']), 'anh.txt');
  return form;
}

export const duties: MakeCase = async (world): Promise<Case> => ({
  subject: 'duties',
  read: 'duty.read',
  standings: await standings(world),
  lists: [{ path: '/duties?size=500', ids: (body: DutyList) => body.rows.map(({ id }) => id) }],
  probes: [
    { action: 'duty.read', method: 'GET', path: '/api/duties/{id}' },
    {
      action: 'duty.read',
      method: 'GET',
      path: '/api/duties/{id}/evidence/{evidenceId}/file',
      missing: 'no-evidence',
    },
    {
      action: 'duty.report',
      method: 'POST',
      path: '/api/duties/{id}/evidence',
      body: oneFile,
      harmful: true,
    },
    {
      action: 'duty.report',
      method: 'POST',
      path: '/api/duties/{id}/evidence/links',
      body: () => ({ kind: 'link', title: 'Thử', url: 'https://bao.example/', output: 999 }),
    },
    {
      action: 'duty.report',
      method: 'DELETE',
      path: '/api/duties/{id}/evidence/{evidenceId}',
      missing: 'no-evidence',
    },
    step('duty.report', 'receive'),
    step('duty.report', 'progress'),
    step('duty.report', 'report'),
    step('duty.report', 'takeBack'),
    step('duty.report', 'askExtension', { wantedOn: '2026-12-01' }),
    step('duty.report', 'milestone', { no: 1, doneOn: null }),
    step('duty.confirm', 'confirm'),
    step('duty.confirm', 'sendBack'),
    step('duty.confirm', 'reopen'),
    step('duty.confirm', 'decideExtension', { granted: false }),
    step('duty.direct', 'cancel'),
    step('duty.direct', 'reinstate'),
    step('duty.direct', 'transfer', { unitId: world.units.sibling }),
  ],
});
