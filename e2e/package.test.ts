// The library as others get it from a registry: packed, unpacked below node_modules, used from plain JavaScript.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packDocument } from '../scripts/pack-document.ts';

const root = join(import.meta.dirname, '..');
// Below the repository, so that the packages it depends on are found.
const project = join(root, 'test-results', 'packed');
const home = join(project, 'node_modules', '@nhipcau', 'document');

beforeAll(() => {
  GlobalFonts.registerFromPath(
    createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
    'Tinos',
  );
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', packDocument(project), '-C', home, '--strip-components=1']);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function run(program: string): string {
  writeFileSync(join(project, 'program.mjs'), program);
  return execFileSync(process.execPath, ['program.mjs'], { cwd: project, encoding: 'utf8' }).trim();
}

test('understands a Word file', () => {
  const said = run(`
    import { readFileSync } from 'node:fs';
    import { parse } from '@nhipcau/document';
    const bytes = readFileSync(${JSON.stringify(join(root, 'server/samples/02-ke-hoach-27-nam-2026.docx'))});
    const { parsed } = await parse({ name: 'kh.docx', bytes });
    console.log(parsed.document.number, parsed.tasks.length);`);
  expect(said).toMatch(/^27\/KH-UBND \d+$/);
});

test('recognises the words of a picture', () => {
  const picture = createCanvas(1240, 400);
  const pen = picture.getContext('2d');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, 1240, 400);
  pen.fillStyle = 'black';
  pen.font = '40px Tinos';
  pen.fillText('Sở Tài chính bố trí kinh phí thực hiện Kế hoạch.', 80, 200);
  writeFileSync(join(project, 'trang.png'), picture.toBuffer('image/png'));
  const said = run(`
    import { readFileSync } from 'node:fs';
    import { parse } from '@nhipcau/document';
    import { createPageRecogniser } from '@nhipcau/document/node';
    const recogniser = createPageRecogniser();
    const result = await parse({ name: 'trang.png', bytes: readFileSync('trang.png') }, { recogniser });
    await recogniser.close();
    console.log(result.ok ? result.parsed.text : result.problem.message);`);
  expect(said).toContain('bố trí kinh phí thực hiện Kế hoạch');
});
