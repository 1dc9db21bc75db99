// What the server writes into its log is read here in words: each deed of people, units, plans and duties has its own.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { words } from './action-words.ts';

const server = new URL('../../../server/src/', import.meta.url);
const subjects = ['accounts', 'duties', 'notices', 'people', 'plans', 'units', 'views', 'webhooks'];

const sourcesOf = (subject: string): readonly string[] =>
  readdirSync(new URL(`${subject}/`, server))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(`${subject}/${name}`, server), 'utf8'));

/** "role.grant" as it stands; a plan's steps are put together from their own names. */
const deedsOf = (subject: string): readonly string[] =>
  sourcesOf(subject).flatMap((text) => [
    ...[...text.matchAll(/\b(?:note|record)\([^;]{0,120}?action: '(\w+\.[\w-]+)'/gs)].map(
      ([, deed = '']) => deed,
    ),
    ...(subject === 'plans' ? [...text.matchAll(/action: '(\w+)'/g)].map(([, step]) => `plan.${step}`) : []),
  ]);

test.each(subjects)('the deeds of %s have words', (subject) => {
  const deeds = [...new Set(deedsOf(subject))];
  expect(deeds.length).toBeGreaterThan(1);
  expect(deeds.filter((deed) => !Object.hasOwn(words, deed))).toEqual([]);
});
