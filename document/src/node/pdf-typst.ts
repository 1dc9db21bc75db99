// Prints on this thread: Typst's native compiler is synchronous. Compilers are kept, for starting one reads all fonts.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CompileDocArgs, NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { diagnostic } from '../messages.ts';
import type { Diagnostic } from '../tree.ts';
import type { OfficialDocument } from '../write/official.ts';
import { sheetOf, signaturePath } from '../write/typst.ts';
import { MOST_PIXELS, problemsOf } from './pdf-problems.ts';

/** Kept for good and tagged, or tagged as PDF/UA wants it; Typst writes one of the two. */
export type PdfStandard = 'a-2a' | 'ua-1';

/** The bytes, or why there are none. */
export type Printed =
  | { readonly bytes: Uint8Array; readonly problems?: undefined }
  | { readonly problems: readonly Diagnostic[] };

const HERE = fileURLToPath(new URL('.', import.meta.url));
const MAIN = join(HERE, 'official.typ');

const TIMES = [
  'expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  'expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  'expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  'expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
];
const NEIGHBOURS = ['Lao', 'Khmer', 'Thai'].flatMap((script) =>
  ['400Regular', '700Bold'].map(
    (weight) =>
      `expo-google-fonts/noto-sans-${script.toLowerCase()}/${weight}/NotoSans${script}_${weight}.ttf`,
  ),
);
const FAR_EAST = [
  'embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf',
  'embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf',
  'embedpdf/fonts-kr/fonts/NotoSansKR-Regular.otf',
  'embedpdf/fonts-kr/fonts/NotoSansKR-Bold.otf',
];

/** Han characters, kana, Hangul, and the marks and wide letters that go with them. */
const FAR_EASTERN =
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;

const require = createRequire(import.meta.url);

/** Not every package lets its package.json be asked for: its folder is found as Node finds packages. */
function fontFile(path: string): Buffer {
  for (const folder of require.resolve.paths(path) ?? []) {
    const file = join(folder, `@${path}`);
    if (existsSync(file)) return readFileSync(file);
  }
  throw new Error(`font missing: @${path}`);
}

function startCompiler(fonts: readonly string[]): NodeCompiler {
  return NodeCompiler.create({ workspace: HERE, fontArgs: [{ fontBlobs: fonts.map(fontFile) }] });
}

let plain: NodeCompiler | undefined;
let farEastern: NodeCompiler | undefined;

/** Chinese, Japanese and Korean fonts take 26 MB: they are read for the first document that needs them. */
function compilerFor(sheet: string): NodeCompiler {
  if (FAR_EASTERN.test(sheet)) return (farEastern ??= startCompiler([...TIMES, ...NEIGHBOURS, ...FAR_EAST]));
  return (plain ??= startCompiler([...TIMES, ...NEIGHBOURS]));
}

/** For how many documents Typst keeps what it worked out: the template's part helps the next ones. By itself it never forgets. */
const REMEMBERED = 2;

export interface Printing {
  readonly standard: PdfStandard;
  /** When it is printed, in milliseconds: the date of a file whose document bears none. */
  readonly at: number;
}

/** Prints a document; the same one gives the same bytes. */
export function print(document: OfficialDocument, printing: Printing): Printed {
  const problems = problemsOf(document);
  if (problems.length > 0) return { problems };
  const sheet = JSON.stringify(sheetOf(document));
  const compiler = compilerFor(sheet);
  const pictures = [document.signature, ...(document.cosigners ?? [])].map(({ image }) => image);
  pictures.forEach(
    (image, at) => image && compiler.mapShadow(join(HERE, signaturePath(at)), Buffer.from(image)),
  );
  try {
    return compiled(compiler, sheet, printing);
  } finally {
    pictures.forEach((image, at) => image && compiler.unmapShadow(join(HERE, signaturePath(at))));
    compiler.evictCache(REMEMBERED);
  }
}

interface TypstDiagnostic {
  readonly message: string;
  readonly severity: number;
}

function compiled(compiler: NodeCompiler, sheet: string, { standard, at }: Printing): Printed {
  const source = { mainFilePath: MAIN, inputs: { sheet } };
  try {
    // In one step: a compiled document in the hands of JavaScript is only given back when that next collects its garbage.
    const pdf = compiler.pdf(source, { pdfStandard: standard, creationTimestamp: Math.floor(at / 1000) });
    return { bytes: new Uint8Array(pdf) };
  } catch (error) {
    const reason = whyNot(compiler, source);
    if (reason !== null) return { problems: [refusal(reason)] };
    return { problems: refusals(error instanceof Error ? error.message : String(error)) };
  }
}

/** Why a document cannot be set; null where it can, and it was the standard that refused it. */
function whyNot(compiler: NodeCompiler, source: CompileDocArgs): string | null {
  const outcome = compiler.compile(source);
  if (outcome.result) return null;
  const said = outcome.takeDiagnostics();
  const diagnostics = said ? (compiler.fetchDiagnostics(said) as readonly TypstDiagnostic[]) : [];
  // The first says what, the others only from where it was called.
  return diagnostics[0]?.message ?? 'unknown';
}

function refusal(reason: string): Diagnostic {
  return reason.includes('decode image')
    ? diagnostic('signature-not-a-picture', 'error', { pixels: MOST_PIXELS })
    : notPrinted(reason);
}

const notPrinted = (reason: string): Diagnostic => diagnostic('not-printed', 'error', { reason });

/** What the standard refuses arrives as one text with every diagnostic in it. */
function refusals(said: string): Diagnostic[] {
  const letters = [...said.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gu)].map(
    (found) => found[1]!,
  );
  if (letters.length === 0) return [notPrinted(said)];
  return [
    diagnostic('letters-without-font', 'error', { letters: [...new Set(letters)].map(shown).join(' ') }),
  ];
}

/** A letter as itself where it arrives as "\u{94d}"; one that cannot be seen by its number. */
function shown(letter: string): string {
  const code = /^\\+u\{([0-9a-f]+)\}$/.exec(letter)?.[1];
  if (!code) return letter;
  const itself = String.fromCodePoint(Number.parseInt(code, 16));
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(itself) ? itself : `U+${code.toUpperCase().padStart(4, '0')}`;
}
