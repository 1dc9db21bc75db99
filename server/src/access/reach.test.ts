// How far roles reach over the country: a ministry's coordinating body over all provinces, a province's over its own tree.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DutyList, Overview, Person, PlanList } from '../contract.ts';
import { handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { placesOf } from '../units/places.ts';
import { may } from './actor.ts';
import { actorOf } from './service.ts';
import type { Role } from './roles.ts';

const [ministry, province, department] = [
  'central:vn:bo-van-hoa-the-thao-va-du-lich',
  'demo:uy-ban-nhan-dan-tinh-song-thao',
  'demo:so-ngoai-vu',
];
const other = 'province:38';

let server: TestServer;
interface Made {
  readonly dutyId: number;
  readonly planId: number;
}
const made = new Map<string, Made>();
beforeAll(async () => {
  server = await testServer();
  for (const owner of [province, other]) {
    const { planId, dutyIds } = await handedDown(server, {
      owner,
      tasks: [{ due: '2026-11-15', lead: [owner] }],
    });
    made.set(owner, { planId, dutyId: dutyIds[0] ?? 0 });
  }
});
afterAll(() => server.close());

const person = async (key: string, role: Role) => server.as(await server.person({ [key]: [role] }));

const reach = async (who: TestServer, key: string) => {
  const { dutyId = 0, planId = 0 } = made.get(key) ?? {};
  const [duties, plans, overview, duty, plan] = [
    await who.ask<DutyList>('GET', '/duties?size=500'),
    await who.ask<PlanList>('GET', '/plans?size=500'),
    await who.ask<Overview>('GET', `/overview?unit=${await server.unit(key)}`),
    await who.ask('GET', `/duties/${dutyId}`),
    await who.ask('GET', `/plans/${planId}`),
  ];
  return {
    duties: duties.body.rows.some(({ id }) => id === dutyId),
    plans: plans.body.rows.some(({ id }) => id === planId),
    answered: [overview.status, duty.status, plan.status],
  };
};

describe('who coordinates', () => {
  test('at a ministry reads the duties, plans and figures of every province', async () => {
    const who = await person(ministry, 'coordinator');
    expect(await reach(who, other)).toEqual({ duties: true, plans: true, answered: [200, 200, 200] });
  });

  test('at a ministry is shown the nation, unless asked otherwise', async () => {
    const who = await person(ministry, 'coordinator');
    const { body } = await who.ask<Overview>('GET', '/overview');
    const places = await placesOf(server.deps.db);
    expect(body.unit.id).toBe(places.above(await server.unit(ministry))[0]);
    expect(places.below(body.unit.id).has(await server.unit(other))).toBe(true);
  });

  test('at a ministry draws nothing up in the name of a province', async () => {
    const who = await person(ministry, 'coordinator');
    const { status } = await who.ask('POST', '/plans', {
      unitId: await server.unit(other),
      title: 'Kế hoạch',
    });
    expect(status).toBe(403);
  });

  test('at a province’s committee reaches that province and nothing beside or above it', async () => {
    const [own, beside] = [await person(province, 'coordinator'), await person(other, 'coordinator')];
    expect(await reach(own, province)).toEqual({ duties: true, plans: true, answered: [200, 200, 200] });
    expect(await reach(beside, province)).toMatchObject({
      duties: false,
      plans: false,
      answered: [404, 404, 404],
    });
    const { body } = await own.ask<Overview>('GET', '/overview');
    expect(body.unit.id).toBe(await server.unit(province));
  });

  test('at a department works for the committee above it, and takes nothing in for other departments', async () => {
    const id = await server.person({ [department]: ['coordinator'] });
    const asker = { personId: id, tokenId: null, sessionId: null, address: null };
    const actor = await actorOf(server.deps.db, asker, '2026-03-10');
    if (!actor) throw new Error('nobody');
    const [above, sibling] = [await server.unit(province), await server.unit('demo:so-tai-chinh')];
    for (const action of ['plan.draft', 'plan.submit', 'plan.issue', 'document.accept'] as const) {
      expect([
        action,
        may(actor, action, { unitId: above }),
        may(actor, action, { unitId: sibling }),
      ]).toEqual([action, true, false]);
    }
    expect(may(actor, 'duty.urge', { unitId: sibling })).toBe(true);
  });
});

test('a ministry’s other people reach no province, nor see who works there', async () => {
  const stranger = await server.person({ [department]: ['officer'] });
  for (const role of ['officer', 'leader', 'observer', 'administrator'] as const) {
    const who = await person(ministry, role);
    expect([role, await reach(who, other)]).toMatchObject([
      role,
      { duties: false, plans: false, answered: [404, 404, 404] },
    ]);
    expect([role, (await who.ask('GET', `/people/${stranger}`)).status]).toEqual([role, 404]);
  }
});

test('a ministry’s coordinating body reads the telephone of its own people and of the provinces’ focal officers alone', async () => {
  const who = await person(ministry, 'coordinator');
  const answer = async (key: string, role: Role) => {
    const id = await server.person({ [key]: [role] });
    const { status, body } = await who.ask<Person>('GET', `/people/${id}`);
    const shown = (await who.ask('GET', `/people/${id}/private`)).status;
    expect(body.may.includes('private')).toBe(shown === 200);
    return [status, shown];
  };
  expect(await answer(other, 'coordinator')).toEqual([200, 200]);
  expect(await answer(ministry, 'officer')).toEqual([200, 200]);
  for (const role of ['officer', 'leader', 'administrator', 'observer'] as const)
    expect([role, await answer(other, role)]).toEqual([role, [200, 403]]);
  const local = await person(department, 'coordinator');
  const colleague = await server.person({ 'demo:so-tai-chinh': ['officer'] });
  expect((await local.ask('GET', `/people/${colleague}/private`)).status).toBe(200);
});
