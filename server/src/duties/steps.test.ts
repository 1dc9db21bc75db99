import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DutyDetail, DutyList, DutyStep } from '../contract.ts';
import { committee, handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

const culture = 'demo:so-van-hoa-the-thao-va-du-lich';
const foreign = 'demo:so-ngoai-vu';
let server: TestServer;
let officer: TestServer;
let stranger: TestServer;
let coordinator: TestServer;

beforeAll(async () => {
  server = await testServer();
  officer = server.as(await server.person({ [culture]: ['officer'] }));
  stranger = server.as(await server.person({ 'demo:so-tai-chinh': ['officer'] }));
  coordinator = server.as(await server.person({ [foreign]: ['coordinator'] }));
});
afterAll(() => server.close());

/** A new duty of the department of culture, due on 15 November 2026. */
async function duty(task: Parameters<typeof handedDown>[1]['tasks'][number] = {}): Promise<number> {
  const { dutyIds } = await handedDown(server, { tasks: [{ due: '2026-11-15', lead: [culture], ...task }] });
  return dutyIds[0] ?? 0;
}

const read = async (id: number) => (await server.ask<DutyDetail>('GET', `/duties/${id}`)).body;

/** Takes a step with the version as it is. */
async function step(as: TestServer, id: number, rest: Record<string, unknown>) {
  const { version } = await read(id);
  return as.ask<DutyDetail & { code: string }>('POST', `/duties/${id}/steps`, {
    version,
    ...rest,
  } as DutyStep);
}

async function steps(as: TestServer, id: number, ...all: Record<string, unknown>[]): Promise<DutyDetail> {
  let last: DutyDetail | null = null;
  for (const each of all) {
    const answer = await step(as, id, each);
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
    last = answer.body;
  }
  return last as DutyDetail;
}

test('a duty goes from new to confirmed, and its history tells how', async () => {
  const id = await duty();
  expect(await read(id)).toMatchObject({
    state: 'new',
    class: 'in-term',
    dueOn: '2026-11-15',
    openedOn: '2026-02-10',
  });
  expect((await steps(officer, id, { do: 'receive' })).state).toBe('received');
  expect(await steps(officer, id, { do: 'progress', note: 'Đã mời khách', progress: 40 })).toMatchObject({
    state: 'in-progress',
    progress: 40,
  });
  expect(await steps(officer, id, { do: 'report', doneOn: '2026-03-09' })).toMatchObject({
    state: 'reported',
    class: 'on-time',
    may: ['takeBack', 'evidence'],
  });
  const done = await steps(coordinator, id, { do: 'confirm', note: 'Đồng ý' });
  expect(done).toMatchObject({ state: 'confirmed', confirmedOn: '2026-03-10', may: ['reopen'] });
  expect(done.events.map(({ action }) => action)).toEqual([
    'confirmed',
    'reported',
    'progress',
    'received',
    'opened',
  ]);
});

test('the list counts what it lists', async () => {
  const { body } = await officer.ask<DutyList>('GET', '/duties?view=mine');
  expect(body.total).toBe(body.rows.length);
  expect(Object.values(body.classes).reduce((a, b) => a + b, 0)).toBe(body.total);
  expect((await stranger.ask<DutyList>('GET', '/duties')).body.total).toBe(0);
  expect(
    (await coordinator.ask<DutyList>('GET', `/duties?under=${await server.unit(committee)}`)).body.total,
  ).toBe(body.total);
});
