// `npm run bench`: all benchmarks; `npm run bench -- NAME …`: some; `--json`: one object a line. Those that build a database
// (`nation`, `province`): `--keep` leaves it there, `--use ADDRESS` measures one that was left.
import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Result, Run } from './result.ts';

const folder = dirname(fileURLToPath(import.meta.url));
const all = globSync('*.ts', { cwd: folder })
  .map((file) => basename(file, '.ts'))
  .filter((name) => !['main', 'result'].includes(name))
  .toSorted();

const {
  values: { json, keep, use = null },
  positionals: asked,
} = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    use: { type: 'string' },
  },
});
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  process.exit(2);
}

const short = (value: number): string =>
  value.toLocaleString('en', { maximumSignificantDigits: 3, useGrouping: false });

function line(result: Result): string {
  const baseline =
    result.baseline === undefined
      ? ''
      : `   ${result.baselineName ?? 'baseline'}: ${short(result.baseline)} ${result.unit}, ratio ${short(result.ratio ?? result.value / result.baseline)}`;
  return `${result.name.padEnd(52)}${short(result.value).padStart(9)} ${result.unit}${baseline}${result.note ? `   (${result.note})` : ''}`;
}

for (const name of asked.length > 0 ? asked : all) {
  const { run } = (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as {
    run: (asked: Run) => Promise<Result[]>;
  };
  if (!json) console.log(`— ${name}`);
  const tell = (result: Result) =>
    console.log(json ? JSON.stringify({ benchmark: name, ...result }) : line(result));
  // Some take minutes and tell as they go.
  const told = new Set<Result>();
  const results = await run({
    keep,
    use,
    tell: (result) => {
      told.add(result);
      tell(result);
    },
  });
  for (const result of results) if (!told.has(result)) tell(result);
}
