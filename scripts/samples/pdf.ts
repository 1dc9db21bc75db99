// Sets a demonstration document as PDF with typst; the text goes in as data, so nothing in it can be markup.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { mark, type Sample } from './model.ts';

const here = dirname(fileURLToPath(import.meta.url));
const fonts = join(here, '..', '..', 'node_modules', '@expo-google-fonts', 'tinos');

/** Bytes of the document; the same for the same sample, for its creation date is fixed. */
export function writePdf(sample: Sample): Uint8Array {
  const compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontPaths: [fonts] }] });
  const result = compiler.compile({
    mainFileContent: readFileSync(join(here, 'report.typ'), 'utf8'),
    inputs: { sample: JSON.stringify(sample), mark },
  });
  const document = result.result;
  if (!document) {
    const errors = result.takeDiagnostics();
    throw new Error(JSON.stringify(errors ? compiler.fetchDiagnostics(errors) : 'typst said nothing'));
  }
  return compiler.pdf(document, { creationTimestamp: 0 });
}
