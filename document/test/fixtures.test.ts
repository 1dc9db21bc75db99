// Every folder in fixtures/ holds a document of our own and its hand-made label; recognition may not fall below what it once reached.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { read } from '../src/read/read.ts';
import { recognise } from '../src/recognise/recognise.ts';
import { f1, type Labelled, type Measure, MEASURES, score } from './score.ts';

/** What recognition once reached, by document and measure; a measure that is not listed must stay perfect. */
type Floors = Readonly<Record<string, Readonly<Partial<Record<Measure, number>>>>>;

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, 'fixtures');
const floors = json<Floors>(join(here, 'floors.json'));
const cases = readdirSync(folder);

function json<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

async function parsed(name: string, file: string): Promise<Labelled> {
  const reading = await read({ name: file, bytes: readFileSync(join(folder, name, file)) });
  if (!reading.ok) throw new Error(reading.problem.message);
  return recognise(reading.source);
}

describe('labelled documents of our own', () => {
  it('are at least two dozen', () => {
    expect(cases.length).toBeGreaterThanOrEqual(24);
  });

  it('have a floor each, and every floor has its document', () => {
    expect(Object.keys(floors).toSorted()).toEqual(cases.toSorted());
  });

  it.each(cases)('%s is recognised as well as before', async (name) => {
    const label = join(folder, name, 'expected.json');
    expect(existsSync(label), `${name} has no expected.json: label it by hand`).toBe(true);
    const labelled = json<Labelled & { readonly file: string }>(label);
    const reached = score(await parsed(name, labelled.file), labelled);
    const rounded = MEASURES.map((measure) => [measure, Math.round((f1(reached[measure]) ?? 1) * 100) / 100]);
    const below = rounded.filter(
      ([measure, value]) => Number(value) < (floors[name]?.[measure as Measure] ?? 1),
    );
    expect(below).toEqual([]);
  });
});
