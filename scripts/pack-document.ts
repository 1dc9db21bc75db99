// Packs the library for a registry: in the repository it is used as TypeScript, but Node strips no types below node_modules.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'document');
const dist = join(source, 'dist');

/** Builds document/dist as a package of its own and packs it into `folder`; returns the tarball's path. */
export function packDocument(folder: string): string {
  rmSync(dist, { recursive: true, force: true });
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(source, 'tsconfig.build.json')],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const { exports: entries, ...facts } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as {
    exports: Record<string, string>;
  };
  const built = Object.entries(entries).map(([name, path]) => {
    const file = path.replace('./src/', './').replace(/\.ts$/, '');
    return [name, { types: `${file}.d.ts`, default: `${file}.js` }];
  });
  writeFileSync(
    join(dist, 'package.json'),
    `${JSON.stringify({ ...facts, exports: Object.fromEntries(built) }, null, 2)}\n`,
  );
  for (const file of ['LICENSE', 'document/README.md']) cpSync(join(root, file), join(dist, basename(file)));
  cpSync(join(source, 'src', 'node', 'official.typ'), join(dist, 'node', 'official.typ'));
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
      cwd: dist,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as { filename: string }[];
  if (!packed) throw new Error('npm packed nothing');
  return join(folder, packed.filename);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(packDocument(process.cwd()));
