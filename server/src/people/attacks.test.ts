// What insiders try: roles made longer, roles taken over by a detour, names that write letters, sheets that burst.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Workbook } from '@cj-tech-master/excelts';
import type { InvitationLink, PeopleImport, Person, Problem } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

let server: TestServer;
const departmentKey = 'demo:so-ngoai-vu';
const provinceKey = 'demo:uy-ban-nhan-dan-tinh-song-thao';

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const person = (held: Parameters<TestServer['person']>[0]) => server.person(held);
const grantsOf = async (id: number) => (await server.ask<Person>('GET', `/people/${id}`)).body.grants;

describe('A deputy', () => {
  test('cannot make their time longer by ending it late', async () => {
    const leader = await person({ [departmentKey]: ['leader'] });
    const deputy = await person({ [departmentKey]: ['officer'] });
    const [role] = await grantsOf(leader);
    const made = await server.as(leader).ask<Person>('POST', `/people/${leader}/roles/${role?.id}/deputies`, {
      deputyId: deputy,
      validTo: '2026-03-20',
    });
    expect(made.status).toBe(201);
    const held = (await grantsOf(deputy)).find(({ deputyFor }) => deputyFor !== null);
    const end = (lastDay: string) =>
      server.as(deputy).ask<Problem>('POST', `/people/${deputy}/roles/${held?.id}/end`, { lastDay });
    const longer = await end('2099-12-31');
    expect([longer.status, longer.body.code]).toEqual([422, 'ends-sooner']);
    expect((await end('2026-03-15')).status).toBe(200);
    expect((await end('2026-03-20')).status).toBe(422);
    expect((await grantsOf(deputy)).find(({ id }) => id === held?.id)?.validTo).toBe('2026-03-15');
  });
});

describe('Whoever stands in for an administrator', () => {
  const until = '2026-03-20';
  async function standIn() {
    const admin = await person({ [departmentKey]: ['administrator'] });
    const deputy = await person({ [departmentKey]: ['officer'] });
    const [role] = await grantsOf(admin);
    const path = `/people/${admin}/roles/${role?.id}/deputies`;
    const made = await server.as(admin).ask('POST', path, { deputyId: deputy, validTo: until });
    expect(made.status).toBe(201);
    return { admin, deputy: server.as(deputy), unitId: await server.unit(departmentKey) };
  }

  test('grants no role that outlasts that, to nobody, whether made here or named as a deputy', async () => {
    const { deputy, unitId } = await standIn();
    const friend = await person({ [departmentKey]: ['officer'] });
    const grant = (more: object) =>
      deputy.ask<Person & Problem>('POST', `/people/${friend}/roles`, {
        unitId,
        role: 'administrator',
        ...more,
      });
    for (const more of [{}, { validTo: null }, { validTo: '2026-03-21' }]) {
      const refused = await grant(more);
      expect([refused.status, refused.body.code]).toEqual([422, 'beyond-deputy']);
    }
    const made = await grant({ validTo: until });
    expect([made.status, made.body.grants.at(-1)?.validTo]).toEqual([201, until]);
    const account = { name: 'Người Mới', email: 'nguoi-moi-tam@song-thao.example' };
    const lasting = { ...account, roles: [{ unitId, role: 'officer' }] };
    expect((await deputy.ask<Problem>('POST', '/people', lasting)).body.code).toBe('beyond-deputy');
    const leader = await person({ [departmentKey]: ['leader'] });
    const [role] = await grantsOf(leader);
    const path = `/people/${leader}/roles/${role?.id}/deputies`;
    const longer = await deputy.ask<Problem>('POST', path, { deputyId: friend, validTo: '2026-12-31' });
    expect([longer.status, longer.body.code]).toEqual([422, 'beyond-deputy']);
    expect((await deputy.ask('POST', path, { deputyId: friend, validTo: until })).status).toBe(201);
  });

  test('makes nobody an administrator who then grants for good', async () => {
    const { deputy, unitId } = await standIn();
    const { id } = (await deputy.ask<{ person: { id: number } }>('GET', '/me')).body.person;
    const friend = await person({ [departmentKey]: ['officer'] });
    const appointed = { unitId, role: 'administrator', validTo: until };
    expect((await deputy.ask('POST', `/people/${friend}/roles`, appointed)).status).toBe(201);
    const back = (more: object) =>
      server.as(friend).ask<Problem>('POST', `/people/${id}/roles`, { unitId, role: 'leader', ...more });
    expect((await back({})).body.code).toBe('beyond-deputy');
    expect((await back({ validTo: until })).status).toBe(201);
  });

  test('grants nothing beyond the end of the role, where that is sooner than the period', async () => {
    const { admin, deputy, unitId } = await standIn();
    await server.deps.db
      .updateTable('roleGrant')
      .set({ validTo: '2026-03-15' })
      .where('personId', '=', admin)
      .execute();
    const friend = await person({ [departmentKey]: ['officer'] });
    const grant = (validTo: string) =>
      deputy.ask<Problem>('POST', `/people/${friend}/roles`, { unitId, role: 'leader', validTo });
    expect((await grant('2026-03-16')).body.code).toBe('beyond-deputy');
    expect((await grant('2026-03-15')).status).toBe(201);
  });

  test('takes a list of people in with roles that end with the period', async () => {
    const { deputy } = await standIn();
    const sheet = [
      'Họ và tên,Chức vụ,Thư điện tử,Điện thoại,Đơn vị,Vai trò',
      'Trần Thị Tạm,Chuyên viên,tran-thi-tam@song-thao.example,,Sở Ngoại vụ,Chuyên viên',
    ].join('\n');
    const form = new FormData();
    form.append('file', new File([sheet], 'nguoi.csv'));
    const response = await deputy.request('/api/people/import?mode=apply', { method: 'POST', body: form });
    expect(await response.json()).toMatchObject({ applied: true, new: 1 });
    const made = await server.deps.db
      .selectFrom('roleGrant as g')
      .innerJoin('person as p', 'p.id', 'g.personId')
      .select('g.validTo')
      .where('p.name', '=', 'Trần Thị Tạm')
      .execute();
    expect(made).toEqual([{ validTo: until }]);
  });

  test('grants for good where they administer in their own right', async () => {
    const { deputy, unitId } = await standIn();
    const { id } = (await deputy.ask<{ person: { id: number } }>('GET', '/me')).body.person;
    const grants = [{ personId: id, unitId, role: 'administrator' as const, validFrom: '2020-01-01' }];
    await server.deps.db.insertInto('roleGrant').values(grants).execute();
    const friend = await person({ [departmentKey]: ['officer'] });
    const lasting = await deputy.ask('POST', `/people/${friend}/roles`, { unitId, role: 'leader' });
    expect(lasting.status).toBe(201);
  });
});

describe('The administrator of a department', () => {
  test('does not come to its coordinator’s reach over the province as a deputy or by a new password', async () => {
    const admin = await person({ [departmentKey]: ['administrator', 'officer'] });
    const coordinator = await person({ [departmentKey]: ['coordinator'] });
    const [role] = await grantsOf(coordinator);
    const asked = server.as(admin);
    const deputise = await asked.ask('POST', `/people/${coordinator}/roles/${role?.id}/deputies`, {
      deputyId: admin,
      validTo: '2026-12-31',
    });
    expect(deputise.status).toBe(403);
    for (const [method, path] of [
      ['POST', 'invitation'],
      ['DELETE', 'second-factor'],
    ] as const)
      expect((await asked.ask(method, `/people/${coordinator}/${path}`)).status).toBe(403);
    const shown = (await asked.ask<Person>('GET', `/people/${coordinator}`)).body;
    expect(shown.may).not.toContain('invite');
    expect(shown.grants[0]?.may).toEqual(['end']);
    // Who reaches as far as the role does keeps its holder's account.
    const above = server.as(await person({ [provinceKey]: ['administrator'] }));
    expect((await above.ask<InvitationLink>('POST', `/people/${coordinator}/invitation`)).status).toBe(200);
  });

  test('the head of the department names a deputy for its coordinator all the same', async () => {
    const head = await person({ [departmentKey]: ['leader', 'administrator'] });
    const coordinator = await person({ [departmentKey]: ['coordinator'] });
    const deputy = await person({ [departmentKey]: ['officer'] });
    const [role] = await grantsOf(coordinator);
    const path = `/people/${coordinator}/roles/${role?.id}/deputies`;
    const made = await server.as(head).ask('POST', path, { deputyId: deputy, validTo: '2026-04-01' });
    expect(made.status).toBe(201);
  });
});

test('a name is one line: it adds no lines to a letter and turns no writing around', async () => {
  const unitId = await server.unit(departmentKey);
  for (const name of ['An\n\nBấm https://bay.example', 'An\u202eneB', 'An\u0000Bình', 'An\u0007']) {
    const input = { name, email: 'ten-la@song-thao.example', roles: [{ unitId, role: 'officer' }] };
    expect((await server.ask('POST', '/people', input)).status).toBe(400);
  }
});

describe('A list of people', () => {
  const load = async (content: string | Uint8Array<ArrayBuffer>, mode = 'apply') => {
    const form = new FormData();
    form.append('file', new Blob([content]), 'danh-sach');
    return server.request(`/api/people/import?mode=${mode}`, { method: 'POST', body: form });
  };
  const line = (email: string) => `Lò Văn Hai,${email},Sở Ngoại vụ tỉnh Sông Thao,Chuyên viên`;
  const sheet = (...lines: readonly string[]) => ['Họ và tên,E-mail,Đơn vị,Vai trò', ...lines].join('\r\n');

  test('loaded twice at once makes each account once, and says whose address was taken', async () => {
    const [unit] = await server.deps.db
      .selectFrom('unit')
      .select('name')
      .where('key', '=', departmentKey)
      .execute();
    const rows = Array.from({ length: 20 }, (_, at) =>
      line(`cung-luc-${at}@song-thao.example`).replace('Sở Ngoại vụ tỉnh Sông Thao', unit?.name ?? ''),
    );
    const answers = await Promise.all([load(sheet(...rows)), load(sheet(...rows))]);
    const bodies = await Promise.all(answers.map((each) => each.json() as Promise<PeopleImport & Problem>));
    for (const [at, { status }] of answers.entries()) {
      expect([200, 409]).toContain(status);
      if (status === 409) expect(bodies[at]?.detail).toContain('cung-luc-');
    }
    const there = await server.deps.db
      .selectFrom('person')
      .select('id')
      .where('email', 'like', 'cung-luc-%')
      .execute();
    expect(there).toHaveLength(20);
  });

  test('that would burst when unpacked is refused', async () => {
    const workbook = new Workbook();
    workbook.addWorksheet('x').addRow(['Họ và tên', 'E-mail']);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 <= bytes.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 2 ** 31, true);
    const answer = await load(bytes, 'try');
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([422, 'not-a-sheet']);
  });
});
