// Prints on this thread: Typst's native compiler is synchronous. Compilers are kept, for starting one reads all fonts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { diagnostic } from '../messages.ts';
import type { Diagnostic } from '../tree.ts';
import type { OfficialDocument } from '../write/official.ts';
import { sheetOf, signaturePath } from '../write/typst.ts';
import { problemsOf } from './pdf-problems.ts';

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

function fontFile(path: string): Buffer {
  const [scope, name, ...file] = path.split('/');
  return readFileSync(join(dirname(require.resolve(`@${scope}/${name}/package.json`)), ...file));
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

/** How many documents long what Typst remembers is kept: its template, not the words of all letters. */
const REMEMBERED = 2;

/** Prints a document. Its date is the day it was issued, or day 0 of computers: the same document gives the same bytes. */
export function print(document: OfficialDocument, standard: PdfStandard): Printed {
  const problems = problemsOf(document);
  if (problems.length > 0) return { problems };
  const sheet = JSON.stringify(sheetOf(document));
  const compiler = compilerFor(sheet);
  const pictures = [document.signature, ...(document.cosigners ?? [])].map(({ image }) => image);
  pictures.forEach(
    (image, at) => image && compiler.mapShadow(join(HERE, signaturePath(at)), Buffer.from(image)),
  );
  try {
    return compiled(compiler, sheet, standard);
  } finally {
    pictures.forEach((image, at) => image && compiler.unmapShadow(join(HERE, signaturePath(at))));
    compiler.evictCache(REMEMBERED);
  }
}

interface TypstDiagnostic {
  readonly message: string;
  readonly severity: number;
}

function compiled(compiler: NodeCompiler, sheet: string, standard: PdfStandard): Printed {
  const { result, diagnostics } = compile(compiler, sheet);
  if (!result) return { problems: diagnostics.map(({ message }) => notPrinted(message)) };
  try {
    return { bytes: compiler.pdf(result, { pdfStandard: standard, creationTimestamp: 0 }) };
  } catch (error) {
    return { problems: refusals(error instanceof Error ? error.message : String(error)) };
  }
}

function compile(compiler: NodeCompiler, sheet: string) {
  const outcome = compiler.compile({ mainFilePath: MAIN, inputs: { sheet } });
  const said = outcome.takeDiagnostics();
  const diagnostics = said ? (compiler.fetchDiagnostics(said) as readonly TypstDiagnostic[]) : [];
  return { result: outcome.result, diagnostics };
}

const notPrinted = (reason: string): Diagnostic => diagnostic('not-printed', 'error', { reason });

/** What the standard refuses arrives as one text with every diagnostic in it. */
function refusals(said: string): Diagnostic[] {
  const letters = [...said.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gu)].map(
    (found) => found[1]!,
  );
  if (letters.length === 0) return [notPrinted(said)];
  return [diagnostic('letters-without-font', 'error', { letters: [...new Set(letters)].join(' ') })];
}
