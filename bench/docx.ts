// Word files per second, from bytes to tasks, beside unzipping and reading the same files with mammoth alone.
import { readFileSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mammoth from 'mammoth';
import { parse, read } from '../document/src/index.ts';
import { secondsOf, type Result } from './result.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export async function run(): Promise<Result[]> {
  const paths = globSync(['server/samples/*.docx', 'document/test/fixtures/*/input.docx'], { cwd: root });
  const files = paths.map((path) => ({ name: basename(path), bytes: readFileSync(join(root, path)) }));
  const over = async (work: (file: (typeof files)[number]) => Promise<unknown>): Promise<number> => {
    const taken = await secondsOf(async () => {
      for (const file of files) await work(file);
    }, 9);
    return files.length / taken;
  };
  const theirs = await over(({ bytes }) => mammoth.convertToHtml({ buffer: bytes }));
  const reading = await over((file) => read(file));
  const parsing = await over((file) => parse(file));
  const baseline = { unit: 'files/s', baseline: theirs, baselineName: 'mammoth, unzip and read alone' };
  return [
    {
      name: 'docx: read',
      value: reading,
      ratio: reading / theirs,
      ...baseline,
      note: `${files.length} files`,
    },
    {
      name: 'docx: read, recognise and check',
      value: parsing,
      ratio: parsing / theirs,
      ...baseline,
      note: `${files.length} files`,
    },
  ];
}
