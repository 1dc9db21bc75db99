// Names in package-lock.json the optional packages of other platforms that a registry's mirror does not hold: `npm install` leaves
// them out, and `npm ci` then refuses the whole lockfile. Run after every change of dependencies.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.mjs';

const path = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openharmony',
  'win32',
  'netbsd',
  'openbsd',
  'sunos',
  'aix',
];
const processors = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
];

/** What a platform package's name says of where it belongs: "@oxlint/binding-linux-x64-musl". */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const pick = (known) => known.filter((each) => words.includes(each));
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : [];
  return { cpu: pick(processors), os: pick(systems), ...(libc.length > 0 ? { libc } : {}) };
}

let added = 0;
for (const [place, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const here = [`node_modules/${name}`, `${place}/node_modules/${name}`];
    if (here.some((each) => lock.packages[each])) continue;
    const platform = platformOf(name);
    if (platform.os.length === 0 && platform.cpu.length === 0) continue;
    if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}: ${version} is no exact version`);
    lock.packages[`node_modules/${name}`] = { version, ...platform, ...(dev ? { dev } : {}), optional: true };
    added += 1;
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} optional packages of other platforms named`);
