// Builds the workspace into workspace/dist, unless what is there was built from the same sources.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'workspace', 'dist', '.sources');

function fingerprint(): string {
  const sources = globSync(
    ['workspace/{src,public}/**/*.*', 'workspace/*.*', 'document/src/**/*.ts', 'package-lock.json'],
    {
      cwd: root,
    },
  ).toSorted();
  const hash = createHash('sha256');
  for (const file of sources) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

const wanted = fingerprint();
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) process.exit(0);
console.error('Đang dựng giao diện… / Building the workspace…');
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
  cwd: join(root, 'workspace'),
  stdio: ['ignore', 2, 2],
});
if (built.status !== 0) process.exit(built.status ?? 1);
writeFileSync(stamp, wanted);
