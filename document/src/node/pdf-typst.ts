// Prints on this thread: Typst's native compiler is synchronous. Compilers are kept, for starting one reads all fonts.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CompileDocArgs, NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { diagnostic } from '../messages.ts';
import type { Diagnostic } from '../tree.ts';
import type { OfficialDocument } from '../write/official.ts';
import { sheetOf, signaturePath } from '../write/typst.ts';
import { fontsFor, scriptsIn } from './pdf-fonts.ts';
import { MOST_PIXELS, problemsOf } from './pdf-problems.ts';

/** Kept for good and tagged, or tagged as PDF/UA wants it; Typst writes one of the two. */
export type PdfStandard = 'a-2a' | 'ua-1';

/** The bytes, or why there are none. */
export type Printed =
  | { readonly bytes: Uint8Array; readonly problems?: undefined }
  | { readonly problems: readonly Diagnostic[] };

const HERE = fileURLToPath(new URL('.', import.meta.url));
const MAIN = join(HERE, 'official.typ');

/** By the scripts that their fonts are for. */
const compilers = new Map<string, NodeCompiler>();

function compilerFor(sheet: string): NodeCompiler {
  const scripts = scriptsIn(sheet);
  const key = scripts.join();
  let compiler = compilers.get(key);
  if (!compiler) {
    compiler = NodeCompiler.create({ workspace: HERE, fontArgs: [{ fontBlobs: fontsFor(scripts) }] });
    compilers.set(key, compiler);
  }
  return compiler;
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
