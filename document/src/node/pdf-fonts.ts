// The fonts that documents are printed with: files of packages, never those of the machine. Those of other scripts are read for the first
// document that needs them.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const expo = (name: string, weights: readonly string[]): string[] =>
  weights.map((weight) => {
    const family = name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
    return `expo-google-fonts/${name}/${weight}/${family}_${weight}.ttf`;
  });
const BOTH = ['400Regular', '700Bold'];

/** Latin with all Vietnamese letters, Greek, Cyrillic, Hebrew; the scripts of the neighbours. */
const ALWAYS = [
  ...expo('tinos', ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']),
  ...expo('noto-sans-lao', BOTH),
  ...expo('noto-sans-khmer', BOTH),
  ...expo('noto-sans-thai', BOTH),
];

interface Group {
  readonly letters: RegExp;
  readonly files: readonly string[];
}

const GROUPS = {
  // Arabic, Devanagari, Burmese; boxes to be ticked, ticks, arrows.
  others: {
    letters:
      /[\u0600-\u06ff\u0750-\u077f\u08a0-\u097f\u1000-\u109f\u2190-\u2bff\ua8e0-\ua8ff\ua9e0-\ua9ff\uaa60-\uaa7f\ufb50-\ufdff\ufe70-\ufefe\u{1f000}-\u{1fbff}]/u,
    files: [
      ...expo('noto-naskh-arabic', BOTH),
      ...expo('noto-sans-devanagari', BOTH),
      ...expo('noto-sans-myanmar', BOTH),
      ...expo('noto-sans-symbols-2', ['400Regular']),
    ],
  },
  // Han characters, kana, Hangul, and the marks and wide letters that go with them: 26 MB.
  'far-east': {
    letters:
      /[\u1100-\u11ff\u2460-\u24ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u,
    files: [
      'embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf',
      'embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf',
      'embedpdf/fonts-kr/fonts/NotoSansKR-Regular.otf',
      'embedpdf/fonts-kr/fonts/NotoSansKR-Bold.otf',
    ],
  },
} as const satisfies Record<string, Group>;

type GroupName = keyof typeof GROUPS;

/** The groups of scripts in a text that need fonts of their own. */
export const scriptsIn = (text: string): GroupName[] =>
  (Object.keys(GROUPS) as GroupName[]).filter((name) => GROUPS[name].letters.test(text));

export const fontsFor = (groups: readonly GroupName[]): Buffer[] =>
  [...ALWAYS, ...groups.flatMap((name) => GROUPS[name].files)].map(fontFile);

const require = createRequire(import.meta.url);

/** Not every package lets its package.json be asked for: its folder is found as Node finds packages. */
function fontFile(path: string): Buffer {
  for (const folder of require.resolve.paths(path) ?? []) {
    const file = join(folder, `@${path}`);
    if (existsSync(file)) return readFileSync(file);
  }
  throw new Error(`font missing: @${path}`);
}
