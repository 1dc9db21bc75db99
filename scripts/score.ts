// Parses the labelled documents and prints how well the result agrees with the labels (F1).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '../document/src/index.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const given = join(root, '..', 'shared');
const fixtures = join(root, 'document', 'test', 'fixtures');
const scorer = join(given, 'tools', 'score-extraction.mjs');

interface Case {
  readonly name: string;
  readonly file: string;
  readonly gold: string;
}

function givenCases(): Case[] {
  const documents = join(given, 'documents');
  if (!existsSync(documents)) return [];
  return readdirSync(documents).flatMap((file) => {
    const name = basename(file, extname(file));
    const gold = join(given, 'gold', `${name}.json`);
    return existsSync(gold) ? [{ name, file: join(documents, file), gold }] : [];
  });
}

function ownCases(): Case[] {
  if (!existsSync(fixtures)) return [];
  return readdirSync(fixtures).flatMap((name) => {
    const folder = join(fixtures, name);
    const gold = join(folder, 'expected.json');
    const input = existsSync(gold)
      ? readdirSync(folder).find((file) => file.startsWith('input.'))
      : undefined;
    return input ? [{ name, file: join(folder, input), gold }] : [];
  });
}

async function score(title: string, cases: readonly Case[], only: string | undefined): Promise<void> {
  const chosen = cases.filter((one) => only === undefined || one.name.includes(only));
  console.log(`\n${title}`);
  if (chosen.length === 0) return console.log('  skipped: no labelled documents there');
  const work = mkdtempSync(join(tmpdir(), 'nhipcau-score-'));
  const [predicted, gold] = [join(work, 'predicted'), join(work, 'gold')];
  for (const folder of [predicted, gold]) spawnSync('mkdir', ['-p', folder]);
  for (const { name, file, gold: label } of chosen) {
    const parsing = await parse({ name: basename(file), bytes: readFileSync(file) });
    if (!parsing.ok) console.log(`  ${name}: ${parsing.problem.message}`);
    writeFileSync(join(predicted, `${name}.json`), JSON.stringify(parsing.ok ? parsing.parsed : {}));
    writeFileSync(join(gold, `${name}.json`), readFileSync(label));
  }
  const result = spawnSync(process.execPath, [scorer, predicted, gold], { encoding: 'utf8' });
  console.log(result.stdout || result.stderr);
  if (process.env.KEEP) console.log(predicted);
  else rmSync(work, { recursive: true });
}

if (!existsSync(scorer)) {
  console.log('skipped: ../shared/tools/score-extraction.mjs is not there');
} else {
  const only = process.argv[2];
  await score('Given documents (../shared/documents)', givenCases(), only);
  await score('Our own fixtures (document/test/fixtures)', ownCases(), only);
}
