// What the server writes into its log is read here in words: each deed has its own, and each kind of record.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { words } from './action-words.ts';

const server = new URL('../../../server/src/', import.meta.url);
const subjects = [
  'accounts',
  'duties',
  'exchange',
  'indicators',
  'notices',
  'numbers',
  'outgoing',
  'people',
  'plans',
  'regimes',
  'reports',
  'units',
  'views',
  'webhooks',
];
/** Where a step is named alone ("submitted") and the record's kind is put before it. */
const prefixes: Readonly<Record<string, string>> = {
  indicators: 'indicator',
  outgoing: 'outgoing',
  plans: 'plan',
  regimes: 'regime',
  reports: 'report',
};

const sourcesOf = (subject: string): readonly string[] =>
  readdirSync(new URL(`${subject}/`, server))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(`${subject}/${name}`, server), 'utf8'));

const allOf = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

/** "role.grant" as it stands, also one of two where the case decides. */
const wholeDeeds = (text: string): readonly string[] => [
  ...allOf(text, /\b(?:note|record|log)\([^;]{0,120}?action: '(\w+\.[\w-]+)'/gs),
  ...allOf(text, /\b((?:noted|noteOf|becoming)\([^;]*;)/g).flatMap((call) => allOf(call, /'(\w+\.[\w-]+)'/g)),
];

/** Steps of a record's own history alone never come into the log. */
const steps = (text: string): readonly string[] =>
  allOf(text.replaceAll(/\baddEvents?\([^;]*;/g, ''), /\baction: ([^,}\n]+)/g).flatMap((value) =>
    allOf(value, /'([\w-]+)'/g),
  );

const deedsOf = (subject: string): readonly string[] => {
  const prefix = prefixes[subject];
  return sourcesOf(subject).flatMap((text) => [
    ...wholeDeeds(text),
    ...(prefix ? steps(text).map((step) => `${prefix}.${step}`) : []),
  ]);
};

test.each(subjects)('the deeds of %s have words', (subject) => {
  const deeds = [...new Set(deedsOf(subject))];
  expect(deeds.length).toBeGreaterThan(1);
  expect(deeds.filter((deed) => !Object.hasOwn(words, deed))).toEqual([]);
});

test('the kinds of records that deeds are done to have words', () => {
  const kinds = new Set(
    subjects
      .flatMap(sourcesOf)
      .flatMap((text) => allOf(text, /\b(?:note|log|record)\([^;]{0,160}?subject: '([\w-]+)'/gs)),
  );
  expect([...kinds]).toEqual(expect.arrayContaining(['report', 'outgoing', 'report-call', 'peer']));
  expect([...kinds].filter((kind) => !Object.hasOwn(words, kind))).toEqual([]);
});
