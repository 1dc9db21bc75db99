// The command line as a shell sees it: what it prints where, in which language, with which exit code.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const bin = fileURLToPath(new URL('../../bin/nhipcau.mjs', import.meta.url));
const samples = fileURLToPath(new URL('../../samples/', import.meta.url));
const plan = join(samples, '02-ke-hoach-27-nam-2026.docx');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nhipcau-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function nhipcau(args: readonly string[], environment: Record<string, string> = {}) {
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    LANG: 'vi_VN.UTF-8',
    NHIPCAU_DEMO: 'off',
    ...environment,
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8', env });
  return { status, stdout, stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('nhipcau', () => {
  test('without a command explains itself and says that the call was wrong', () => {
    expect(nhipcau([])).toMatchObject({ status: 2, stdout: expect.stringContaining('Cách dùng: nhipcau') });
  });

  test('--help ends well, in the language of the locale', () => {
    expect(nhipcau(['--help'], { LANG: 'en_GB.UTF-8' })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Usage: nhipcau'),
    });
    expect(nhipcau(['--lang', 'vi', '--help'], { LANG: 'en_GB.UTF-8' }).stdout).toContain('Cách dùng');
  });

  test('names a command it does not know', () => {
    const said = nhipcau(['toString', '--lang=en']);
    expect(said).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('There is no command "toString"'),
    });
  });
});

describe('nhipcau parse', () => {
  test('prints the fields and the tasks as a table', () => {
    const { status, stdout } = nhipcau(['parse', plan]);
    expect(status).toBe(0);
    expect(stdout).toContain('27/KH-UBND');
    expect(stdout).toMatch(/Chủ trì\s+Phối hợp\s+Thời hạn/);
  });

  test('--json prints one object per file and line, also for a file that cannot be read', () => {
    const { status, stdout } = nhipcau([
      'parse',
      '--json',
      plan,
      file('trong.docx', ''),
      join(folder, 'khong-co.pdf'),
    ]);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatchObject({ document: { type: 'KH', number: '27/KH-UBND' } });
    expect(lines[1]).toMatchObject({ problem: { code: 'empty-file' } });
    expect(lines[2]).toMatchObject({ problem: { code: 'not-opened' } });
  });

  test('shows where it is among many files, on the error stream', () => {
    expect(nhipcau(['parse', '--json', plan, plan]).stderr).toContain(`[2/2] ${plan}`);
  });

  test('tells a folder from a file, and what to do', () => {
    expect(nhipcau(['parse', folder])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('đây là thư mục'),
    });
  });

  test('refuses an option it does not know', () => {
    expect(nhipcau(['parse', '--jsn', plan])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--jsn'),
    });
  });
});

describe('nhipcau check', () => {
  const decision =
    'ỦY BAN NHÂN DÂN\nTỈNH SÔNG THAO\nSố: 15/QĐ-UBND\nSông Thao, ngày 12 tháng 01 năm 2026\n\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\n\nĐiều 1. Ban hành Kế hoạch.\n';
  const plan =
    'ỦY BAN NHÂN DÂN\nTỈNH SÔNG THAO\nSố: 20/KH-UBND\nSông Thao, ngày 05 tháng 02 năm 2026\n\nKẾ HOẠCH\nTriển khai công tác\n\nThực hiện Quyết định số 15/QĐ-UBND ngày 21/01/2026 của Ủy ban nhân dân tỉnh Sông Thao, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\nI. NHIỆM VỤ\n- Sở Tài chính bố trí kinh phí.\n';

  test('holds the files that are named together against each other', () => {
    const files = [file('qd.txt', decision), file('kh.txt', plan)];
    const { status, stdout } = nhipcau(['check', '--json', ...files]);
    const warnings = stdout
      .trimEnd()
      .split('\n')
      .flatMap((line) => JSON.parse(line).warnings);
    expect(status).toBe(1);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'citation-date-conflict' }));
    const alone = nhipcau(['check', '--json', files[1] ?? '']).stdout;
    expect(alone).not.toContain('citation-date-conflict');
  });
});

describe('nhipcau import', () => {
  test('--dry-run tells what would go in and makes no database', () => {
    const data = join(folder, 'never');
    const { status, stdout } = nhipcau(['import', '--dry-run', plan], { NHIPCAU_DATA: data });
    expect(status).toBe(0);
    expect(stdout).toMatch(/sẽ đưa vào \d+ nhiệm vụ/);
    expect(() => writeFileSync(join(data, 'x'), '')).toThrow(/ENOENT/);
  });

  test('takes a file once', () => {
    const environment = { NHIPCAU_DATA: join(folder, 'data') };
    expect(nhipcau(['import', plan], environment)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/chờ rà soát/),
    });
    expect(nhipcau(['import', plan], environment)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('02-ke-hoach'),
    });
  }, 120_000);
});
