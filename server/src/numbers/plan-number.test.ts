import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { roles } from '../access/roles.ts';
import type { NumberEntry, NumberList, Problem } from '../contract.ts';
import { bodyOf, draftPlan, named, planTask, step, type PlanAnswer } from '../testing/drafts.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { drafted, signed, step as stepOf } from '../testing/outgoing.ts';
import { partsOf } from './plan-number.ts';

type Refused = Pick<Problem, 'code' | 'detail'>;

let server: TestServer;
let unitId: number;
let key: string;
let person: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** Each test at an agency of its own, so that its series begin at 01. */
const agencies = [
  'demo:so-ngoai-vu',
  'demo:so-tai-chinh',
  'demo:so-y-te',
  'demo:so-noi-vu',
  'demo:so-tu-phap',
  'demo:so-xay-dung',
  'demo:so-cong-thuong',
  'demo:thanh-tra-tinh',
  'demo:so-giao-duc-va-dao-tao',
  'demo:so-khoa-hoc-va-cong-nghe',
  'demo:so-dan-toc-va-ton-giao',
  'demo:cong-an-tinh',
  'demo:so-nong-nghiep-va-moi-truong',
  'demo:so-van-hoa-the-thao-va-du-lich',
];
const day = '2026-03-10';
async function anotherAgency() {
  server.now = new Date(`${day}T03:00:00Z`);
  key = agencies.shift() ?? '';
  unitId = await server.unit(key);
  person = server.as(await server.person({ [key]: roles }));
}
beforeEach(anotherAgency);

const body = () => bodyOf([planTask({ id: 'a', text: 'Tổ chức hội nghị', lead: [named('Đơn vị', unitId)] })]);

/** A plan that waits for its number. */
async function approved(title = 'Kế hoạch thử'): Promise<number> {
  const id = await draftPlan(person, { unit: key, title, body: body() });
  await step(person, id, 'submit');
  const { status } = await step(person, id, 'approve');
  if (status !== 200) throw new Error('It was not approved.');
  return id;
}
const issue = (id: number, number: string, issuedOn = day, as = person): Promise<PlanAnswer> =>
  step(as, id, 'issue', { number, issuedOn, signer: 'Trần Văn Mẫu' });
const issuedAs = async (number: string, issuedOn = day) => issue(await approved(), number, issuedOn);
const take = (more: object = {}) =>
  person.ask<NumberEntry & Refused>('POST', '/numbers', {
    unitId,
    type: 'KH',
    purpose: 'Việc khác',
    ...more,
  });
const paper = { title: 'Báo cáo quý', signer: 'Trần Văn Mẫu', recipients: ['Như trên'] };
const register = async () =>
  (await person.ask<NumberList>('GET', `/numbers?unit=${unitId}&sort=number`)).body;
const symbolNow = async () =>
  (await person.ask<{ symbol: string }>('GET', `/numbers/next?unit=${unitId}&type=KH`)).body.symbol;

test('what is typed is read as number and symbol, in the ways in which offices write it', () => {
  expect(partsOf('58/KH-UBND')).toEqual({ number: 58, symbol: 'KH-UBND' });
  expect(partsOf('Số: 05 / KH-SVHTTDL ')).toEqual({ number: 5, symbol: 'KH-SVHTTDL' });
  for (const none of ['KH-UBND', '0/KH-UBND', '58a/KH-UBND', '58/', '1234567/KH', '58/KH UBND', ''])
    expect(partsOf(none)).toBeNull();
});

describe('At an agency that keeps the register', () => {
  test('the number that comes next is taken from there, and the register goes on after it', async () => {
    await take({ paper });
    const full = `02/${await symbolNow()}`;
    const { body: plan } = await issuedAs(full);
    expect(plan).toMatchObject({ status: 'issued', number: full });
    const { rows, series } = await register();
    expect(rows[1]).toMatchObject({
      fullNumber: full,
      status: 'used',
      issuedOn: day,
      signer: 'Trần Văn Mẫu',
      planId: plan.id,
      outside: false,
      may: ['edit'],
    });
    expect(series).toMatchObject([{ code: '*', last: 2, used: 2, unexplained: [] }]);
    expect((await take()).body.number).toBe(3);
    const cancelled = await person.ask<Refused>('POST', `/numbers/${rows[1]?.id}/cancel`, {
      version: 2,
      reason: 'x',
    });
    expect([cancelled.status, cancelled.body.code]).toEqual([409, 'number-of-plan']);
  });

  test('a number that stands there is refused, with what it is; the plan stays as it was', async () => {
    const { body: other } = await take({ paper });
    const id = await approved();
    const refused = await issue(id, `${other.number}/${await symbolNow()}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'number-standing']);
    expect(refused.body.detail).toContain('Báo cáo quý');
    const english = await person.ask<Refused>(
      'POST',
      `/plans/${id}/issue`,
      {
        version: (await person.ask<{ version: number }>('GET', `/plans/${id}`)).body.version,
        number: `1/${await symbolNow()}`,
        issuedOn: day,
        signer: 'A',
      },
      { 'accept-language': 'en' },
    );
    expect(english.body.detail).toMatch(/^Number 1 of 2026 stands in the register/);
    const { body: cancelled } = await take();
    await person.ask('POST', `/numbers/${cancelled.id}/cancel`, { version: 1, reason: 'Không ban hành' });
    const again = await issue(id, `${cancelled.number}/${await symbolNow()}`);
    expect([again.body.code, again.body.detail.includes('Không ban hành')]).toEqual([
      'number-standing',
      true,
    ]);
    expect((await person.ask<{ status: string }>('GET', `/plans/${id}`)).body.status).toBe('approved');
  });

  test('a number that was reserved is borne on the day of the plan, by who keeps it', async () => {
    const { body: kept } = await take();
    const stranger = server.as(await server.person({ [key]: ['approver'] }));
    const id = await approved();
    expect((await issue(id, `1/${kept.symbol}`, day, stranger)).body.code).toBe('number-not-yours');
    expect((await issue(id, `1/${kept.symbol}`, '2026-03-09')).body.code).toBe('number-taken-later');
    server.now = new Date('2026-03-20T03:00:00Z');
    expect((await issue(id, `1/${kept.symbol}`, '2026-03-12')).status).toBe(200);
    expect((await register()).rows).toMatchObject([
      { number: 1, status: 'used', issuedOn: '2026-03-12', planId: id, outside: false },
    ]);
  });

  test('one given elsewhere is put down as such, and the register passes it over when it gets there', async () => {
    await take();
    const symbol = await symbolNow();
    const { body: plan } = await issuedAs(`3/${symbol.toLocaleLowerCase('vi')}`, '2026-02-10');
    expect((await register()).rows).toMatchObject([
      { number: 1 },
      { number: 3, symbol, status: 'used', outside: true, planId: plan.id, issuedOn: '2026-02-10' },
    ]);
    expect((await take()).body.number).toBe(2);
    const next = await person.ask<{ number: number }>('GET', `/numbers/next?unit=${unitId}&type=KH`);
    expect(next.body.number).toBe(4);
    expect((await take()).body.number).toBe(4);
    const { series } = await register();
    expect(series).toMatchObject([{ last: 4, unexplained: [] }]);
    // Of another symbol: it was never this register's.
    const { status } = await issuedAs('4/KH-UBND', '2026-02-11');
    expect(status).toBe(200);
    expect((await take()).body.number).toBe(5);
  });

  test('the plan bears the number of the document drawn up from it; no other plan does', async () => {
    const id = await approved();
    const draft = await person.ask<{ id: number }>('POST', '/outgoing', { unitId, planId: id });
    const found = await person.ask<Awaited<ReturnType<typeof drafted>>>('GET', `/outgoing/${draft.body.id}`);
    const content = {
      ...found.body.content,
      signature: { ...found.body.content.signature, name: 'Trần Văn Mẫu' },
    };
    const changed = await person.ask<typeof found.body>('PATCH', `/outgoing/${found.body.id}`, {
      version: found.body.version,
      content,
    });
    const numbered = (await stepOf(person, await signed(person, changed.body), 'number')).body;
    expect((await issue(await approved(), numbered.fullNumber ?? '')).body.code).toBe('number-standing');
    expect((await issue(id, numbered.fullNumber ?? '', '2026-03-09')).body.code).toBe('number-other-day');
    expect((await issue(id, numbered.fullNumber ?? '')).status).toBe(200);
    expect((await register()).rows).toMatchObject([{ number: 1, planId: id, outgoing: { id: numbered.id } }]);
  });

  test('of all who type the same next number at once, one gets it, and documents get others', async () => {
    await take({ paper });
    const symbol = await symbolNow();
    const ids = [];
    for (let at = 0; at < 5; at += 1) ids.push(await approved(`Kế hoạch ${at}`));
    const [answers, numbers] = await Promise.all([
      Promise.all(ids.map((id) => issue(id, `02/${symbol}`))),
      Promise.all(Array.from({ length: 8 }, () => take({ paper }))),
    ]);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    for (const { status, body: said } of answers)
      if (status !== 200) expect(['number-standing', 'plan-number-taken']).toContain(said.code);
    expect(numbers.map(({ status }) => status)).toEqual(numbers.map(() => 201));
    const { rows, series } = await register();
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
    expect(rows.filter(({ number }) => number === 2)).toHaveLength(1);
    expect(series[0]?.unexplained).toEqual([]);
  });
});

test('where no register is kept the number is put down all the same, and is not given when one begins', async () => {
  const symbol = await symbolNow();
  expect((await issuedAs(`02/${symbol}`, '2026-02-10')).status).toBe(200);
  // Two types may have the same number there: nobody knows how they were numbered.
  const other = symbol.replace('KH-', 'CTr-');
  expect((await issuedAs(`2/${other}`, '2026-02-11')).status).toBe(200);
  expect((await issuedAs(`2/${symbol}`, '2026-02-12')).body.code).toBe('plan-number-taken');
  expect((await take()).body.number).toBe(1);
  expect((await take()).body.number).toBe(3);
  expect((await register()).rows.map(({ number, outside }) => [number, outside])).toEqual([
    [2, true],
    [1, false],
    [2, true],
    [3, false],
  ]);
});

test('whatever happens in whatever order, no number is borne twice and no gap is without a reason', async () => {
  const deed = fc.oneof(
    fc.record({ do: fc.constantFrom('reserve' as const, 'paper' as const, 'document' as const) }),
    fc.record({
      do: fc.constant('plan' as const),
      number: fc.integer({ min: 1, max: 9 }),
      type: fc.constantFrom('KH', 'CTr'),
      day: fc.constantFrom(day, '2026-03-01'),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 8, maxLength: 14 }), async (deeds) => {
      await anotherAgency();
      const agency = (await symbolNow()).replace('KH-', '');
      for (const each of deeds) {
        if (each.do === 'reserve') await take();
        else if (each.do === 'paper') await take({ type: 'BC', paper });
        else if (each.do === 'document')
          await stepOf(person, await signed(person, await drafted(person, { unitId })), 'number');
        else if (each.do === 'plan') await issuedAs(`${each.number}/${each.type}-${agency}`, each.day);
      }
      const { rows } = await sql<{
        full: string;
      }>`select e.number || '/' || e.symbol as full from number_entry e
        where e.unit_id = ${unitId} union all
        select pe.number from plan_edition pe join plan p on p.id = pe.plan_id where p.owner_id = ${unitId} and not exists (
          select 1 from number_entry e where e.plan_id = p.id)`.execute(server.deps.db);
      const all = rows.map(({ full }) => full);
      expect(new Set(all).size).toBe(all.length);
      const { rows: borne } = await sql<{ n: number }>`select count(*)::int as n from number_entry
        where unit_id = ${unitId} and series not like '#%' group by series, number having count(*) > 1`.execute(
        server.deps.db,
      );
      expect(borne).toEqual([]);
      for (const { unexplained } of (await register()).series) expect(unexplained).toEqual([]);
    }),
    { numRuns: 4 },
  );
});
