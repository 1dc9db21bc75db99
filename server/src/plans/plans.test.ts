import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HandDown, PlanDetail, PlanList, Problem } from '../contract.ts';
import { testServer, type Answer, type TestServer } from '../testing/harness.ts';
import { plan } from '../testing/plans.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

type Both = PlanDetail & Pick<Problem, 'code' | 'detail'>;
const accepted = async (name: string, text: string): Promise<number> => {
  const id = await server.take(name, text);
  const { state } = await server.document(id);
  await server.ask('POST', `/documents/${id}/accept`, { version: state?.version });
  return id;
};

describe('a plan made of a document', () => {
  test('takes over its title, period, number, signer and tasks, and hands them down when issued', async () => {
    const documentId = await accepted('một.txt', plan({ number: '58/KH-UBND' }));
    const made = await server.ask<Both>('POST', '/plans', { documentId });
    expect(made.body).toMatchObject({
      status: 'draft',
      title: 'Công tác thông tin đối ngoại tỉnh Sông Thao năm 2026',
      periodFrom: '2026-01-01',
      periodTo: '2026-12-31',
      number: '58/KH-UBND',
      owner: { name: 'Ủy ban nhân dân tỉnh Sông Thao' },
      document: { issuedOn: '2026-02-10', signer: 'Trần Văn Mẫu' },
      tasks: 3,
    });
    expect(made.body.may).toContain('issue');
    const { id, version } = made.body;
    const preview = await server.ask<HandDown>('GET', `/plans/${id}/hand-down?issuedOn=2026-02-10`);
    expect(preview.body.rows.map(({ name, problem }) => [name, problem])).toContainEqual([
      'Sở Văn hóa, Thể thao và Du lịch',
      null,
    ]);
    const issued: Answer<Both> = await server.ask('POST', `/plans/${id}/issue`, {
      version,
      number: '58/KH-UBND',
      issuedOn: '2026-02-10',
      signer: 'Trần Văn Mẫu',
    });
    expect(issued.body.detail).toBeUndefined();
    expect(issued.body).toMatchObject({ status: 'issued', issuedOn: '2026-02-10', edition: 1 });
    const { inTerm, overdue, onTime, late } = issued.body.classes ?? {
      inTerm: 0,
      overdue: 0,
      onTime: 0,
      late: 0,
    };
    expect(inTerm + overdue + onTime + late).toBe(3);
    const list = await server.ask<PlanList>('GET', '/plans?q=doi%20ngoai&status=issued');
    expect(list.body.total).toBe(1);
  });
});

test('a blank plan is named after its unit and its time', async () => {
  const officer = server.as(await server.person({ 'demo:so-ngoai-vu': ['officer'] }));
  const made = await officer.ask<Both>('POST', '/plans', {
    periodFrom: '2027-01-01',
  });
  expect(made.body.title).toBe('Kế hoạch công tác thông tin đối ngoại của Sở Ngoại vụ năm 2027');
});

test('its history says which steps are the reader’s own: perhaps taken in another window', async () => {
  const { body: made } = await server.ask<Both>('POST', '/plans', {});
  const address = `/plans/${made.id}`;
  const other = server.as(await server.person({ 'demo:uy-ban-nhan-dan-tinh-song-thao': ['officer'] }));
  await server.ask('PATCH', address, { version: made.version, title: 'Một' });
  await other.ask('PATCH', address, { version: made.version + 1, title: 'Hai' });
  const owns = async (as: typeof server) =>
    (await as.ask<PlanDetail>('GET', address)).body.events.map(({ own }) => own);
  expect([await owns(server), await owns(other)]).toEqual([
    [false, true, true],
    [true, false, false],
  ]);
});
