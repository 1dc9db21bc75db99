// Lists of people, in and out.
import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealOf } from '../audit/seal.ts';
import type { PeopleImport, Person, PersonList, Problem } from '../contract.ts';
import { withPassword } from '../testing/browser.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

let server: TestServer;
let commune: number;
const communeKey = 'demo:uy-ban-nhan-dan-xa-muong-phang-lai';
const departmentKey = 'demo:so-ngoai-vu';
const provinceKey = 'demo:uy-ban-nhan-dan-tinh-song-thao';
const password = 'ngựa tím nhảy qua cầu tre';

beforeAll(async () => {
  server = await testServer();
  commune = await server.unit(communeKey);
});
afterAll(() => server.close());

let made = 0;
const someone = <T extends object>(roles: readonly object[], more?: T) => {
  made += 1;
  return {
    name: `Lò Văn Mới ${made}`,
    post: 'Công chức',
    email: `danh-sach-${made}@song-thao.example`,
    roles,
    ...more,
  };
};
const administrator = async (key: string) => server.as(await server.person({ [key]: ['administrator'] }));

describe('A list of people', () => {
  const send = async (from: TestServer, text: string | Uint8Array<ArrayBuffer>, mode = 'apply') => {
    const form = new FormData();
    form.append('file', new Blob([text]), 'nguoi-dung.csv');
    const response = await from.request(`/api/people/import?mode=${mode}`, { method: 'POST', body: form });
    return { status: response.status, body: (await response.json()) as PeopleImport & Problem };
  };
  const head = 'Họ và tên,Chức vụ,E-mail,Điện thoại,Đơn vị,Vai trò\n';

  test('is tried first, changes nothing then, and takes nobody in while a line is wrong', async () => {
    const admin = await administrator(provinceKey);
    const text = `${head}Hà Thị Một,Chuyên viên,nhap-1@song-thao.example,0912345678,sở ngoại vụ,"Chuyên viên, Biên tập"
,,khong-phai-email,abc,Sở Không Có,Thủ thư
`;
    const tried = await send(admin, text, 'try');
    expect(tried.body).toMatchObject({ new: 1, wrong: 1, applied: false });
    expect(tried.body.rows[0]).toMatchObject({
      line: 2,
      does: 'new',
      unit: 'Sở Ngoại vụ',
      roles: ['officer', 'editor'],
      problems: [],
    });
    expect(tried.body.rows[1]?.problems.join(' ')).toMatch(
      /họ và tên.*E-mail.*điện thoại.*Thủ thư.*Sở Không Có/s,
    );
    expect((await send(admin, text)).body.applied).toBe(false);
    expect((await admin.ask<PersonList>('GET', '/people?q=ha%20thi%20mot')).body.total).toBe(0);
  });

  test('makes accounts and adds roles, and does nothing the second time', async () => {
    const admin = await administrator(provinceKey);
    const text = `${head}Hà Thị Hai,,nhap-2@song-thao.example,,Sở Ngoại vụ,Chuyên viên
Hà Thị Hai,,nhap-2@song-thao.example,,Z00.05,Tài chính
`;
    expect((await send(admin, text)).body).toMatchObject({ new: 1, roles: 1, wrong: 0, applied: true });
    const [person] = (await admin.ask<PersonList>('GET', '/people?q=ha%20thi%20hai')).body.rows;
    expect(person?.roles.map(({ role }) => role)).toEqual(['officer', 'finance']);
    expect((await send(admin, text)).body).toMatchObject({ new: 0, roles: 0, nothing: 2 });
  });

  test('is read from a workbook and from semicolons as well; what is no sheet is refused in words', async () => {
    const admin = await administrator(provinceKey);
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('a');
    sheet.addRow(['Danh sách cán bộ']);
    sheet.addRow(['STT', 'Họ tên', 'Email', 'Cơ quan', 'Vai trò']);
    sheet.addRow([1, 'Hà Thị Ba', 'nhap-3@song-thao.example', 'Sở Ngoại vụ', 'officer']);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    expect((await send(admin, bytes, 'try')).body.rows).toMatchObject([
      { line: 3, does: 'new', name: 'Hà Thị Ba' },
    ]);
    const semicolons =
      'Họ tên;E-mail;Đơn vị;Vai trò\nHà Thị Bốn;nhap-4@song-thao.example;Sở Ngoại vụ;Chuyên viên, Biên tập\n';
    expect((await send(admin, semicolons, 'try')).body.rows).toMatchObject([
      { does: 'new', roles: ['officer', 'editor'] },
    ]);
    for (const wrong of [
      'một dòng không có gì',
      '',
      new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
      new Uint8Array([0xff, 0xfe, 0]),
    ]) {
      const answer = await send(admin, wrong, 'try');
      expect([answer.status, answer.body.code]).toEqual([422, 'not-a-sheet']);
    }
  });

  test('does not reach beyond its sender', async () => {
    const admin = await administrator(communeKey);
    const far = await send(
      admin,
      `${head}Hà Thị Năm,,nhap-5@song-thao.example,,Sở Ngoại vụ,Chuyên viên\n`,
      'try',
    );
    expect(far.body.rows[0]?.problems[0]).toContain('phạm vi');
    const { email } = await withPassword(server, { [departmentKey]: ['leader'] }, password);
    const taken = await send(
      admin,
      `${head}Ai Đó,,${email},,Ủy ban nhân dân xã Mường Phăng Lai,Chuyên viên\n`,
      'try',
    );
    expect(taken.body.rows[0]?.problems[0]).toContain('phạm vi');
  });

  test('goes out as it comes in, with addresses of those alone whom the reader may see, written down', async () => {
    const admin = await administrator(communeKey);
    const input = someone([{ unitId: commune, role: 'officer' }], {
      name: '=Lò Xuất Ra',
      phone: '0900 000 001',
    });
    const { id } = (await admin.ask<Person>('POST', '/people', input)).body;
    const text = await (await admin.request('/api/people/export.csv')).text();
    expect(text).toContain(
      `'=Lò Xuất Ra,Công chức,${input.email},0900 000 001,Ủy ban nhân dân xã Mường Phăng Lai,Chuyên viên`,
    );
    const far = await server.person({ [departmentKey]: ['leader'] });
    const { email } = await server.deps.db
      .selectFrom('person')
      .select('email')
      .where('id', '=', far)
      .executeTakeFirstOrThrow();
    expect(await (await admin.request('/api/people/export.csv')).text()).not.toContain(email);
    await sealOf(server.deps.db).settle();
    const notes = await server.deps.db
      .selectFrom('audit')
      .select('detail')
      .where('action', '=', 'person.private')
      .where('subjectId', 'is', null)
      .execute();
    expect(JSON.stringify(notes.map(({ detail }) => detail))).toContain(String(id));
    const exports = server.deps.db.selectFrom('audit').select('detail').where('action', '=', 'person.export');
    expect((await exports.execute()).length).toBe(2);
    const xlsx = await admin.request('/api/people/export.xlsx');
    expect(
      (await send(admin, new Uint8Array(await xlsx.arrayBuffer()), 'try')).body.rows.length,
    ).toBeGreaterThan(0);
  });
});
