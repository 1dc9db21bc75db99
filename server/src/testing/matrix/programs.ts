// What programs are given at a unit: tokens to come in by, webhooks to be told by, packages that they handed in.
import type { Case, MakeCase, Standing } from './case.ts';
import { places, standingOf, type World } from './world.ts';

interface Rows {
  readonly rows: readonly { readonly id: number }[];
}
const ids = (body: Rows) => body.rows.map(({ id }) => id);

async function each(world: World, insert: (unitId: number) => Promise<number>): Promise<Standing[]> {
  const made: Standing[] = [];
  for (const place of places) {
    made.push({ name: `of ${place}`, relations: standingOf[place], id: await insert(world.units[place]) });
  }
  return made;
}

export const tokens: MakeCase = async (world): Promise<Case> => ({
  subject: 'tokens',
  read: 'token.manage',
  standings: await each(world, async (unitId) => {
    const row = { unitId, name: 'Thử', roles: ['officer' as const], hash: `${unitId}`, hint: 'nc_xxxxx' };
    const { db } = world.server.deps;
    return (await db.insertInto('apiToken').values(row).returning('id').executeTakeFirstOrThrow()).id;
  }),
  lists: [{ path: '/tokens', ids }],
  probes: [
    { action: 'token.manage', method: 'POST', path: '/api/tokens/{id}/keep' },
    { action: 'token.manage', method: 'DELETE', path: '/api/tokens/{id}', harmful: true },
  ],
});

export const webhooks: MakeCase = async (world): Promise<Case> => ({
  subject: 'webhooks',
  read: 'webhook.manage',
  standings: await each(world, async (unitId) => {
    const row = { unitId, url: 'https://nghe.example/', secret: 'whs_x', events: ['ping'] };
    const { db } = world.server.deps;
    return (await db.insertInto('webhook').values(row).returning('id').executeTakeFirstOrThrow()).id;
  }),
  lists: [{ path: '/webhooks', ids }],
  probes: [
    {
      action: 'webhook.manage',
      method: 'PATCH',
      path: '/api/webhooks/{id}',
      body: () => ({ version: 9999 }),
    },
    { action: 'webhook.manage', method: 'GET', path: '/api/webhooks/{id}/deliveries' },
    { action: 'webhook.manage', method: 'POST', path: '/api/webhooks/{id}/ping', harmful: true },
    { action: 'webhook.manage', method: 'DELETE', path: '/api/webhooks/{id}', harmful: true },
  ],
});

export const packages: MakeCase = async (world): Promise<Case> => ({
  subject: 'packages',
  read: 'document.read',
  standings: await each(world, async (unitId) => {
    const row = { unitId, senderCode: 'H99', senderName: 'Hệ thống thử', externalId: `thu-${unitId}` };
    const { db } = world.server.deps;
    return (await db.insertInto('exchangeMessage').values(row).returning('id').executeTakeFirstOrThrow()).id;
  }),
  lists: [{ path: '/exchange/messages', ids }],
  probes: [
    { action: 'document.read', method: 'GET', path: '/api/exchange/messages/{id}' },
    {
      action: 'document.remove',
      method: 'POST',
      path: '/api/exchange/messages/{id}/recall',
      body: () => ({ agree: false, note: 'Thử' }),
    },
  ],
});
