import type { DocumentList } from '../../contract.ts';
import { plan } from '../plans.ts';
import type { Case, MakeCase, Probe, Standing } from './case.ts';
import { places, standingOf, type Place, type World } from './world.ts';

let count = 300;

async function take({ server, units }: World, place: Place, accept: boolean): Promise<number> {
  count += 1;
  const tasks = ['1. Sở Y tế chủ trì, phối hợp với Công an tỉnh xây dựng tài liệu truyền thông.'];
  const text = plan({ number: `${count}/KH-UBND`, title: `Kế hoạch thử ${count} của ${place}`, tasks });
  return server.take(`${count}.txt`, text, { ownerId: units[place], accept });
}

/** In the register; those below its owner may read it, and those whom its tasks name. */
async function accepted(world: World): Promise<Standing[]> {
  const made: Standing[] = [];
  for (const place of places) {
    const relations = [...standingOf[place], ...(place === 'top' ? (['superior'] as const) : [])];
    made.push({ name: `accepted, ${place}`, relations, id: await take(world, place, true) });
  }
  for (const role of ['lead', 'coordinating'] as const) {
    const id = await take(world, 'other', true);
    await world.server.deps.pool.query(
      `update task_agency set unit_id = case when role = $1 then $2::bigint end
        where task_id in (select id from task where document_id = $3)`,
      [role, world.units.home, id],
    );
    made.push({ name: `accepted, ${role}`, relations: [role], id });
  }
  return made;
}

async function inReview(world: World): Promise<Standing[]> {
  const made: Standing[] = [];
  for (const place of places) {
    const id = await take(world, place, false);
    made.push({ name: `in review, ${place}`, relations: standingOf[place], id });
  }
  return made;
}

const reads: readonly Probe[] = ['', '/file', '/events'].map((path) => ({
  action: 'document.read',
  method: 'GET',
  path: `/api/documents/{id}${path}`,
}));

const ids = (body: DocumentList) => body.rows.map(({ id }) => id);
const lists = [{ path: '/documents?size=500', ids }];
const version = () => ({ version: -1 });

export const acceptedDocuments: MakeCase = async (world): Promise<Case> => ({
  subject: 'documents in the register',
  read: 'document.read',
  standings: await accepted(world),
  lists,
  probes: [
    ...reads,
    { action: 'document.read', method: 'GET', path: '/api/exchange/documents/{id}' },
    {
      action: 'document.review',
      method: 'PATCH',
      path: '/api/documents/{id}/draft',
      body: () => ({ version: -1, operations: [{ op: 'setField', field: 'title', value: 'x' }] }),
    },
    { action: 'document.review', method: 'POST', path: '/api/documents/{id}/draft/undo', body: version },
    { action: 'document.review', method: 'POST', path: '/api/documents/{id}/draft/redo', body: version },
    {
      action: 'document.review',
      method: 'POST',
      path: '/api/documents/{id}/revision-of',
      body: () => ({ documentId: null }),
    },
    { action: 'document.accept', method: 'POST', path: '/api/documents/{id}/accept', body: version },
    { action: 'document.remove', method: 'DELETE', path: '/api/documents/{id}' },
  ],
});

export const documentsInReview: MakeCase = async (world): Promise<Case> => ({
  subject: 'documents in review',
  read: 'document.read',
  standings: await inReview(world),
  lists,
  probes: [
    ...reads,
    { action: 'document.remove', method: 'POST', path: '/api/documents/{id}/withdraw', body: () => ({}) },
  ],
});
