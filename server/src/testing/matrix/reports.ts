import type { IndicatorList, RegimeList, ReportCallList, ReportList } from '../../contract.ts';
import { regimeBody } from '../reports.ts';
import type { Case, MakeCase, Probe, Standing } from './case.ts';
import { oneFile } from './duties.ts';
import { places, standingOf, type Place, type World } from './world.ts';

/** Set by a unit: its people and those below read it, as what was issued. */
const setBy = (place: Place): Standing['relations'] => [
  ...standingOf[place],
  ...(place === 'top' ? (['superior'] as const) : []),
  ...(place === 'home' ? (['issuer'] as const) : []),
];

const rootOf = ({ units }: World, place: Place): number => (place === 'other' ? units.other : units.top);

async function eachPlace(
  make: (place: Place) => Promise<number>,
  relations: (place: Place) => Standing['relations'],
): Promise<Standing[]> {
  const made: Standing[] = [];
  for (const place of places)
    made.push({ name: `of ${place}`, relations: relations(place), id: await make(place) });
  return made;
}

const indicatorBody = {
  name: 'Chỉ tiêu thử',
  nameEn: '',
  definition: '',
  unit: '',
  unitEn: '',
  group: '',
  groupEn: '',
  decimals: 0,
  rule: 'sum',
  weight: null,
  formula: null,
  breakdowns: [],
  bounds: { min: 0, max: null, change: null },
  required: false,
};

export const indicators: MakeCase = async (world): Promise<Case> => ({
  subject: 'indicators',
  read: 'indicator.read',
  standings: await eachPlace(async (place) => {
    const { id } = await world.server.deps.db
      .insertInto('indicator')
      .values({
        ownerId: world.units[place],
        rootId: rootOf(world, place),
        code: `M.${place.toUpperCase()}`,
        body: JSON.stringify(indicatorBody),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  }, setBy),
  lists: [{ path: '/indicators', ids: (body: IndicatorList) => body.rows.map(({ id }) => id) }],
  probes: [
    { action: 'indicator.read', method: 'GET', path: '/api/indicators/{id}' },
    { action: 'indicator.read', method: 'GET', path: '/api/indicators/{id}/versions' },
    {
      action: 'indicator.manage',
      method: 'PATCH',
      path: '/api/indicators/{id}',
      body: () => ({ version: 9999 }),
    },
    {
      action: 'indicator.manage',
      method: 'POST',
      path: '/api/indicators/{id}/end',
      body: () => ({ version: 9999, on: null }),
    },
    { action: 'indicator.manage', method: 'DELETE', path: '/api/indicators/{id}', query: '?version=9999' },
    {
      action: 'indicator.manage',
      method: 'POST',
      path: '/api/indicators/{id}/copy',
      body: ({ units }) => ({ ownerId: units.other }),
      harmful: true,
    },
  ],
});

export const regimes: MakeCase = async (world): Promise<Case> => {
  const body = await regimeBody(world.server);
  return {
    subject: 'regimes',
    read: 'regime.read',
    standings: await eachPlace(async (place) => {
      const { db } = world.server.deps;
      const { id } = await db
        .insertInto('regime')
        .values({ ownerId: world.units[place], rootId: rootOf(world, place), name: place })
        .returning('id')
        .executeTakeFirstOrThrow();
      const version = { regimeId: id, validFrom: '2020-01-01', body: JSON.stringify(body) };
      await db.insertInto('regimeVersion').values(version).execute();
      return id;
    }, setBy),
    lists: [{ path: '/regimes', ids: (found: RegimeList) => found.rows.map(({ id }) => id) }],
    probes: [
      { action: 'regime.read', method: 'GET', path: '/api/regimes/{id}' },
      {
        action: 'regime.manage',
        method: 'PUT',
        path: '/api/regimes/{id}',
        body: () => ({ version: 9999, body }),
      },
      {
        action: 'regime.manage',
        method: 'POST',
        path: '/api/regimes/{id}/end',
        body: () => ({ version: 9999, on: null }),
      },
      { action: 'regime.manage', method: 'DELETE', path: '/api/regimes/{id}', query: '?version=9999' },
    ],
  };
};

interface Made {
  readonly owner: Place;
  /** Whose report is sent to whom; without it the call has but its own. */
  readonly sender?: Place;
  readonly receiver?: Place;
}

const form = { outline: [], indicators: [], tiers: [], legalBasis: '', form: '', sending: [], reminders: [] };

async function call(
  world: World,
  { owner, sender, receiver }: Made,
): Promise<{ callId: number; reportId: number }> {
  const { units, server } = world;
  const { db } = server.deps;
  const { id: callId } = await db
    .insertInto('reportCall')
    .values({
      ownerId: units[owner],
      rootId: rootOf(world, owner),
      name: `Đợt của ${owner}`,
      kind: 'ad-hoc',
      frequency: 'on-call',
      windowFrom: '2026-01-01',
      windowTo: '2026-03-01',
      form: JSON.stringify(form),
      calledOn: '2026-03-01',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const report = async (unitId: number, parentId: number | null) => {
    const dates = { dueOn: '2026-03-20', firstDueOn: '2026-03-20', lastMovedOn: '2026-03-01' };
    const row = { callId, unitId, rootId: units.top, parentId, depth: parentId === null ? 0 : 1, ...dates };
    return (await db.insertInto('report').values(row).returning('id').executeTakeFirstOrThrow()).id;
  };
  const top = await report(units[receiver ?? owner], null);
  return { callId, reportId: sender === undefined ? top : await report(units[sender], top) };
}

const files = (path: string): Probe[] =>
  ['xlsx', 'csv', 'json'].map((form) => ({ action: 'report.read', method: 'GET', path: `${path}.${form}` }));

const stale = () => ({ version: 9999, reason: 'Thử' });
const step = (action: Probe['action'], name: string, body: () => unknown = stale): Probe => ({
  action,
  method: 'POST',
  path: `/api/reports/{id}/${name}`,
  body,
});

/** Sent to another province by its own call, so that it stands to home in no other way than is said. */
const reportStandings = (world: World): Promise<Standing[]> =>
  eachPlace(
    async (sender) =>
      (await call(world, { owner: 'other', ...(sender === 'other' ? {} : { sender }) })).reportId,
    (place) => standingOf[place],
  );

export const calls: MakeCase = async (world): Promise<Case> => ({
  subject: 'calls for reports',
  read: 'report.read',
  standings: await eachPlace(
    async (owner) => (await call(world, { owner })).callId,
    (place) => [...standingOf[place], ...(place === 'home' ? (['issuer', 'confirmer'] as const) : [])],
  ),
  lists: [{ path: '/calls?size=500', ids: (body: ReportCallList) => body.rows.map(({ id }) => id) }],
  probes: [
    { action: 'report.read', method: 'GET', path: '/api/calls/{id}' },
    ...files('/api/calls/{id}/export'),
    { action: 'report.call', method: 'POST', path: '/api/calls/{id}/close', body: stale },
    { action: 'report.call', method: 'POST', path: '/api/calls/{id}/reopen', body: stale },
    { action: 'report.call', method: 'POST', path: '/api/calls/{id}/cancel', body: stale },
    {
      action: 'report.call',
      method: 'POST',
      path: '/api/calls/{id}/add',
      body: ({ units }) => ({ version: 9999, unitIds: [units.sibling] }),
    },
    { action: 'report.urge', method: 'POST', path: '/api/calls/{id}/urge', body: () => ({ message: 'Thử' }) },
  ],
});

export const reports: MakeCase = async (world): Promise<Case> => ({
  subject: 'reports',
  read: 'report.read',
  standings: [
    ...(await reportStandings(world)),
    {
      name: 'that it receives',
      relations: ['confirmer'],
      id: (await call(world, { owner: 'other', receiver: 'home', sender: 'other' })).reportId,
    },
    {
      name: 'that it called for',
      relations: ['issuer'],
      id: (await call(world, { owner: 'home', receiver: 'top', sender: 'other' })).reportId,
    },
  ],
  lists: [{ path: '/reports?size=500', ids: (body: ReportList) => body.rows.map(({ id }) => id) }],
  // None of them has been sent: what they say is for those who draw them up.
  probes: [
    { action: 'report.read', method: 'GET', path: '/api/reports/{id}' },
    ...files('/api/reports/{id}/export'),
    ...files('/api/reports/{id}/rollup-export'),
    { action: 'report.read', method: 'GET', path: '/api/reports/{id}/events' },
    { action: 'report.read-draft', method: 'GET', path: '/api/reports/{id}/uses' },
    { action: 'report.read', method: 'GET', path: '/api/reports/{id}/below' },
    { action: 'report.read', method: 'GET', path: '/api/reports/{id}/rollup' },
    {
      action: 'report.read',
      method: 'GET',
      path: '/api/reports/{id}/rollup/{indicatorId}',
      missing: 'no-indicator',
    },
    {
      action: 'report.read-draft',
      method: 'GET',
      path: '/api/reports/{id}/figures/{indicatorId}/records',
      missing: 'no-figure-records',
    },
    { action: 'report.read-draft', method: 'GET', path: '/api/reports/{id}/figures/{indicatorId}/history' },
    {
      action: 'report.fill',
      method: 'PATCH',
      path: '/api/reports/{id}',
      body: () => ({ figures: [{ indicatorId: 1_999_999_999, value: 1, version: 0 }] }),
    },
    {
      action: 'report.fill',
      method: 'POST',
      path: '/api/reports/{id}/evidence',
      body: () => ({ kind: 'duty', dutyId: 1_999_999_999 }),
      missing: 'no-duty',
    },
    {
      action: 'report.fill',
      method: 'DELETE',
      path: '/api/reports/{id}/evidence/{evidenceId}',
      missing: 'no-evidence',
    },
    {
      action: 'report.fill',
      method: 'POST',
      path: '/api/reports/{id}/evidence/files',
      body: oneFile,
      harmful: true,
    },
    {
      action: 'report.read-draft',
      method: 'GET',
      path: '/api/reports/{id}/evidence/{evidenceId}/file',
      missing: 'no-evidence',
    },
    step('report.fill', 'derive'),
    step('report.hand', 'hand'),
    step('report.hand', 'take-back'),
    step('report.submit', 'give-back', () => ({
      version: 9999,
      reasons: [{ sectionId: null, reason: 'Thử' }],
    })),
    step('report.submit', 'submit'),
    step('report.submit', 'withdraw'),
    step('report.judge', 'accept'),
    step('report.judge', 'return', () => ({ version: 9999, reasons: [{ sectionId: null, reason: 'Thử' }] })),
    step('report.judge', 'excuse'),
    step('report.judge', 'extend', () => ({ version: 9999, dueOn: '2026-12-01', reason: 'Thử' })),
    step('report.approve', 'approve'),
    step('report.approve-level', 'approve-level'),
    step('report.lock', 'lock'),
    step('report.lock', 'reopen'),
  ],
});
