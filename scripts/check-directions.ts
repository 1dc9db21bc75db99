// Fails where an import goes against the directions of the architecture (see ARCHITECTURE.md).
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface Import {
  readonly from: string;
  /** A path below the root, or a package's name. */
  readonly to: string;
  readonly typeOnly: boolean;
}

interface Rule {
  readonly says: string;
  readonly broken: (each: Import) => boolean;
}

/** server/src/<subject>/<file>: plumbing folders are no subjects. */
function subject(path: string): string | null {
  const name = /^server\/src\/([^/]+)\//.exec(path)?.[1];
  return name && !['db', 'http', 'cli', 'jobs'].includes(name) ? name : null;
}

const layer = (path: string): string =>
  /\/(queries|service|routes|policy|schema|page)\b[^/]*$/.exec(path)?.[1] ?? '';
const http = (to: string): boolean =>
  to === 'hono' || to.startsWith('hono/') || to.startsWith('@hono/') || to.startsWith('server/src/http/');

const rules: readonly Rule[] = [
  {
    says: 'document is imported through its public surface only',
    broken: ({ from, to }) =>
      !from.startsWith('document/') && /^(document\/src\/|@nhipcau\/document\/(?!node$))/.test(to),
  },
  {
    says: 'document knows neither server nor workspace',
    broken: ({ from, to }) => from.startsWith('document/') && /^(server\/|workspace\/|@nhipcau\/)/.test(to),
  },
  {
    says: 'document outside src/node knows no Node',
    broken: ({ from, to }) =>
      from.startsWith('document/src/') &&
      !from.startsWith('document/src/node/') &&
      !from.endsWith('.test.ts') &&
      (to.startsWith('node:') || to.startsWith('document/src/node/')),
  },
  {
    says: 'workspace takes only types from server',
    broken: ({ from, to, typeOnly }) =>
      from.startsWith('workspace/') && /^(server\/|@nhipcau\/server)/.test(to) && !typeOnly,
  },
  {
    says: 'server does not know workspace',
    broken: ({ from, to }) => from.startsWith('server/') && /^(workspace\/|@nhipcau\/workspace)/.test(to),
  },
  {
    says: 'queries and services know no HTTP',
    broken: ({ from, to, typeOnly }) => ['queries', 'service'].includes(layer(from)) && http(to) && !typeOnly,
  },
  {
    says: 'db knows no subject and no HTTP',
    broken: ({ from, to, typeOnly }) =>
      from.startsWith('server/src/db/') &&
      !from.endsWith('.test.ts') &&
      !typeOnly &&
      (http(to) || subject(to) !== null),
  },
  {
    says: "a subject calls another's service, never its queries, routes or pages",
    broken: ({ from, to }) => {
      const [mine, theirs] = [subject(from), subject(to)];
      return (
        mine !== null &&
        theirs !== null &&
        mine !== theirs &&
        ['queries', 'routes', 'page'].includes(layer(to))
      );
    },
  },
];

const pattern =
  /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

function importsOf(from: string): Import[] {
  const text = readFileSync(join(root, from), 'utf8');
  return [...text.matchAll(pattern)].map(([, type, named, dynamic]) => {
    const specifier = named ?? dynamic ?? '';
    const to = specifier.startsWith('.')
      ? relative(root, resolve(root, dirname(from), specifier))
      : specifier;
    return { from, to, typeOnly: type !== undefined };
  });
}

const forbidden = /(^|\/)(shared|common|utils?|helpers?|misc|manager|base)(\.tsx?$|\/)/;
const files = globSync('{document,server,workspace}/{src,test}/**/*.{ts,tsx}', { cwd: root });
const imports = files.flatMap(importsOf);
const complaints = [
  ...imports.flatMap((each) =>
    rules.filter((rule) => rule.broken(each)).map(({ says }) => `${each.from} → ${each.to}: ${says}`),
  ),
  ...files.filter((file) => forbidden.test(file)).map((file) => `${file}: a name that says nothing`),
  ...imports
    .filter(({ to }) => /\.tsx?$/.test(to) && !existsSync(join(root, to)))
    .map(({ from, to }) => `${from} → ${to}: no such file`),
];

for (const each of complaints) console.error(each);
// A check that looked at nothing must not pass.
if (files.length === 0 || imports.length === 0) complaints.push('no file read');
console.log(`${files.length} files, ${imports.length} imports, ${complaints.length} against the directions`);
process.exit(complaints.length > 0 ? 1 : 0);
