// The table of access is the only place that decides by roles: nobody else writes a role's name, but for the reasons named here.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { roles } from './roles.ts';

const sources = join(import.meta.dirname, '../..', 'src');

/** Who may name roles, and why that decides nothing about a record. */
const allowed: Readonly<Record<string, string>> = {
  'accounts/sessions.ts': 'which roles ask for a second factor',
  'accounts/setup.ts': 'the first person of an installation becomes its administrator',
  'accounts/setup-queries.ts': 'the same: is there an administrator yet, and the row of the first',
  'cli/person.ts': 'the command line makes an administrator unless told otherwise',
  'db/tables/notices.ts': 'whom a rule of reminders goes to',
  'db/tables/people.ts': 'who switched an account off',
  'duties/told.ts': 'who is told',
  'reports/told.ts': 'who is told',
  'notices/reminders.ts': 'who is told',
  'notices/schema.ts': 'whom a rule of reminders goes to',
  'notices/service.ts': 'who is told',
  'outgoing/signer-post.ts': 'among whom the name of a signer is looked up, for the post that goes with it',
  'outgoing/told.ts': 'who is told',
  'people/grants.ts': 'nobody deputises for an administrator',
  'people/guard.ts': 'the last administrator stays',
  'people/queries.ts': 'the last administrator stays',
  'people/role-names.ts': 'roles by their names in a table',
  'people/schema.ts': 'who switched an account off',
  'people/service.ts': 'who switched an account off',
  'plans/confirmer.ts': 'which unit is the coordinating body',
  'plans/told.ts': 'who is told',
};

const isApart = (path: string) =>
  path.endsWith('.test.ts') || /^(access|demo|durability|testing|db\/migrations)\//.test(path);

// "unit" of reminders and the like are no roles; a role stands in quotes of its own.
const named = new RegExp(`(['"\`])(${roles.join('|')})\\1`);

const naming = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => relative('.', path).replaceAll('\\', '/'))
  .filter((path) => !isApart(path))
  .filter((path) => named.test(readFileSync(join(sources, path), 'utf8')));

test('only those name roles that have a reason to', () => {
  expect(naming.filter((path) => !Object.hasOwn(allowed, path))).toEqual([]);
});

test('no reason is left over', () => {
  expect(Object.keys(allowed).filter((path) => !naming.includes(path))).toEqual([]);
});
