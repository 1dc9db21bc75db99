// Every message that the screens use stands in both languages; none is left over.
import { readdirSync, readFileSync } from 'node:fs';
import { compileMessage, type CompiledMessage } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import { plainSay, sourceOf } from './plain-say.ts';
import type { Message } from './words.ts';

const root = new URL('../', import.meta.url);
const areas = readdirSync(new URL('en/', import.meta.url)).map((name) => ({
  name,
  words: JSON.parse(readFileSync(new URL(`en/${name}`, import.meta.url), 'utf8')) as Record<string, string>,
}));
const english: Record<string, string> = Object.assign({}, ...areas.map(({ words }) => words));
const keys = Object.keys(english) as Message[];
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(new URL(name.replaceAll('\\', '/'), root), 'utf8') }));

test('every message said in the code has its English', () => {
  const said = sources.flatMap(({ text }) =>
    [...text.matchAll(/\bsay\(\s*'((?:[^'\\]|\\.)*)'/g)].map((match) => match[1] ?? ''),
  );
  expect(said.length).toBeGreaterThan(200);
  expect(said.filter((message) => !Object.hasOwn(english, message))).toEqual([]);
});

test('no message stands in two files: one of them would win unseen', () => {
  const all = areas.flatMap(({ words }) => Object.keys(words));
  expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([]);
});

test('no message is left over that no screen says', () => {
  const all = sources.map(({ text }) => text).join('\n');
  expect(keys.filter((key) => !all.includes(`'${key}'`))).toEqual([]);
});

/** Names of the values that a message takes, those inside plural and select included. */
function valuesOf(compiled: CompiledMessage | undefined): string[] {
  if (!Array.isArray(compiled)) return [];
  const names = compiled.flatMap((token) => {
    if (!Array.isArray(token)) return [];
    const [name, , inside] = token;
    const cases = typeof inside === 'object' && inside !== null ? Object.values(inside) : [];
    return [name, ...cases.flatMap((one) => valuesOf(one as CompiledMessage))];
  });
  return [...new Set(names)].toSorted();
}
const vietnamese = (key: Message) => valuesOf(compileMessage(sourceOf(key)));

test('both languages take the same values', () => {
  const differ = keys.filter(
    (key) => `${valuesOf(compileMessage(english[key] ?? ''))}` !== `${vietnamese(key)}`,
  );
  expect(differ).toEqual([]);
  expect(vietnamese('Trang {page, number}/{pages, number}')).toEqual(['page', 'pages']);
});

test('every message can be said in both languages, with nothing left in braces', () => {
  for (const language of ['vi', 'en'] as const) {
    const say = plainSay(language);
    const broken = keys.filter((key) => {
      const values = Object.fromEntries(vietnamese(key).map((name) => [name, 2]));
      return !/^[^{}]+$/.test(say(key, values));
    });
    expect(broken).toEqual([]);
  }
});

test('English is English: no Vietnamese letter but in names and examples', () => {
  const letters = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
  const names = /Nhịp Cầu|Sông Thao|TUYỆT MẬT|TỐI MẬT|MẬT|“[^”]*”/g;
  expect(keys.filter((key) => letters.test((english[key] ?? '').replace(names, '')))).toEqual([]);
});

test('a key may tell two meanings of the same words apart', () => {
  expect([
    sourceOf('Văn bản|nhiều'),
    plainSay('en')('Văn bản|nhiều'),
    plainSay('vi')('Văn bản|nhiều'),
  ]).toEqual(['Văn bản', 'Documents', 'Văn bản']);
});
