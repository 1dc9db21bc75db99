import type { OutgoingContent, OutgoingList } from '../../contract.ts';
import type { Case, MakeCase, Probe, Standing } from './case.ts';
import { places, standingOf, type Place, type World } from './world.ts';

const content: OutgoingContent = {
  type: 'TB',
  superior: null,
  agency: 'CƠ QUAN THỬ',
  place: 'Sông Thao',
  title: 'Thông báo thử',
  addressees: [],
  bases: [],
  body: [{ type: 'text', line: 'Nội dung thử.' }],
  signature: { authority: [], position: 'GIÁM ĐỐC', name: 'Trần Văn Mẫu' },
  recipients: ['Lưu: VT'],
  attached: [],
};

const rootOf = ({ units }: World, place: Place): number => (place === 'other' ? units.other : units.top);
const now = new Date('2026-03-10T03:00:00Z');
let count = 9000;

async function number(world: World, place: Place, status: 'reserved' | 'used'): Promise<number> {
  count += 1;
  const { id } = await world.server.deps.db
    .insertInto('numberEntry')
    .values({
      unitId: world.units[place],
      rootId: rootOf(world, place),
      year: 2026,
      series: 'M',
      number: count,
      type: 'TB',
      symbol: 'TB-M',
      status,
      takenName: 'Thử',
      takenAt: now,
      purpose: 'Thử',
      until: '2026-12-31',
      issuedOn: status === 'used' ? '2026-03-10' : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function outgoing(
  world: World,
  place: Place,
  { issued = false, drafter = null }: { issued?: boolean; drafter?: number | null } = {},
): Promise<number> {
  const numberId = issued ? await number(world, place, 'used') : null;
  const { id } = await world.server.deps.db
    .insertInto('outgoing')
    .values({
      ownerId: world.units[place],
      rootId: rootOf(world, place),
      drafterId: drafter,
      type: 'TB',
      title: `Thông báo thử của ${place}`,
      content: JSON.stringify(content),
      status: issued ? 'issued' : 'draft',
      ...(issued ? { numberId, number: count, symbol: 'TB-M', issuedOn: '2026-03-10', issuedAt: now } : {}),
      changedAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const ids = (body: OutgoingList) => body.rows.map(({ id }) => id);
const lists = [{ path: '/outgoing?size=500', ids }];
const stale = () => ({ version: 9999, reason: 'Thử' });
const bare = () => ({ version: 9999 });

const get = (path: string, missing?: string): Probe => ({
  action: 'outgoing.read',
  method: 'GET',
  path: `/api/outgoing/{id}${path}`,
  ...(missing === undefined ? {} : { missing }),
});
const step = (action: Probe['action'], name: string, body: () => unknown = stale): Probe => ({
  action,
  method: 'POST',
  path: `/api/outgoing/{id}/${name}`,
  body,
});

export const outgoingDrafts: MakeCase = async (world): Promise<Case> => {
  const standings: Standing[] = [];
  for (const place of places) {
    standings.push({
      name: `draft, ${place}`,
      relations: standingOf[place],
      id: await outgoing(world, place),
    });
  }
  const drafted = await outgoing(world, 'other', { drafter: world.units.home });
  standings.push({ name: 'draft, drafted by home', relations: ['lead'], id: drafted });
  return {
    subject: 'outgoing documents being drawn up',
    read: 'outgoing.read',
    standings,
    lists,
    probes: [
      get(''),
      get('/check'),
      get('/views'),
      get('/suggestions'),
      get('/file.docx'),
      get('/file.pdf'),
      get('/drafts/{no}', 'no-draft'),
      step('outgoing.comment', 'comments', () => ({ text: 'Thử' })),
      {
        action: 'outgoing.comment',
        method: 'POST',
        path: '/api/outgoing/{id}/comments/{comment}/settle',
        missing: 'no-comment',
      },
      { action: 'outgoing.draft', method: 'PATCH', path: '/api/outgoing/{id}', body: bare },
      { action: 'outgoing.draft', method: 'DELETE', path: '/api/outgoing/{id}', query: '?version=9999' },
      step('outgoing.draft', 'submit'),
      step('outgoing.draft', 'withdraw'),
      step('outgoing.return', 'return'),
      step('outgoing.sign', 'sign', bare),
      step('outgoing.issue', 'number', bare),
      step('outgoing.issue', 'cancel-number'),
      step('outgoing.issue', 'issue'),
    ],
  };
};

export const issuedOutgoing: MakeCase = async (world): Promise<Case> => {
  const standings: Standing[] = [];
  for (const place of places) {
    const id = await outgoing(world, place, { issued: true });
    standings.push({ name: `issued, ${place}`, relations: standingOf[place], id });
  }
  const sent = await outgoing(world, 'other', { issued: true });
  await world.server.deps.db
    .insertInto('outgoingReceiver')
    .values({
      outgoingId: sent,
      name: 'Thử',
      way: 'inside',
      unitId: world.units.home,
      state: 'sent',
      addedAt: now,
    })
    .execute();
  standings.push({ name: 'issued, sent to home', relations: ['receiver'], id: sent });
  return {
    subject: 'outgoing documents that were issued',
    read: 'outgoing.read',
    standings,
    lists,
    probes: [
      get(''),
      get('/file.docx', 'no-outgoing-file'),
      step('outgoing.issue', 'receivers', () => ({
        version: 9999,
        receivers: [{ way: 'paper', name: 'Thử' }],
      })),
      {
        action: 'outgoing.issue',
        method: 'POST',
        path: '/api/outgoing/{id}/receivers/{receiver}/again',
        missing: 'outgoing-no-receiver',
      },
      {
        action: 'outgoing.issue',
        method: 'PATCH',
        path: '/api/outgoing/{id}/receivers/{receiver}',
        body: () => ({ receivedBy: 'Thử', receivedOn: '2026-03-10' }),
        missing: 'outgoing-no-receiver',
      },
      step('outgoing.recall', 'recall'),
      step('outgoing.draft', 'correct'),
      step('outgoing.draft', 'replace'),
    ],
  };
};

export const numbers: MakeCase = async (world): Promise<Case> => {
  const standings: Standing[] = [];
  for (const place of places) {
    standings.push({
      name: `of ${place}`,
      relations: standingOf[place],
      id: await number(world, place, 'reserved'),
    });
  }
  const paper = () => ({ version: 9999, title: 'Thử', signer: 'Trần Văn Mẫu' });
  const take = (name: string, body: () => unknown): Probe => ({
    action: 'number.reserve',
    method: 'POST',
    path: `/api/numbers/{id}/${name}`,
    body,
  });
  return {
    subject: 'numbers of the register',
    read: 'number.read',
    standings,
    lists: [],
    probes: [
      { action: 'number.read', method: 'GET', path: '/api/numbers/{id}' },
      { action: 'number.reserve', method: 'PATCH', path: '/api/numbers/{id}', body: bare },
      take('use', paper),
      take('extend', () => ({ version: 9999, until: '2026-12-31', reason: 'Thử' })),
      take('cancel', stale),
    ],
  };
};

export const peers: MakeCase = async (world): Promise<Case> => {
  const standings: Standing[] = [];
  for (const place of places) {
    const { id } = await world.server.deps.db
      .insertInto('exchangePeer')
      .values({
        unitId: world.units[place],
        name: 'Hệ thống thử',
        code: 'Z99',
        url: 'https://trucvanban.example/edxml',
        keyHash: `thử-${place}`,
        createdAt: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    standings.push({ name: `of ${place}`, relations: standingOf[place], id });
  }
  return {
    subject: 'document systems of others',
    read: 'peer.manage',
    standings,
    lists: [],
    probes: [
      { action: 'peer.manage', method: 'PATCH', path: '/api/exchange/peers/{id}', body: bare },
      { action: 'peer.manage', method: 'GET', path: '/api/exchange/peers/{id}/sent' },
      { action: 'peer.manage', method: 'POST', path: '/api/exchange/peers/{id}/try', harmful: true },
    ],
  };
};
