// Who runs PostgreSQL: it refuses to run as root, so root hands it to an unprivileged user of the system.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Runner {
  /** Null: the user of this process. */
  readonly user: { readonly uid: number; readonly gid: number } | null;
}

/** `nobody` exists on every Linux and macOS without set-up. */
function nobody(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  // A negative id (macOS has -2) is the same number counted from 2^32.
  const number = (text: string | undefined) => (text === undefined ? 65534 : Number(text) >>> 0);
  return { uid: number(uid), gid: number(gid) };
}

export function runner(): Runner {
  return { user: process.getuid?.() === 0 ? nobody() : null };
}

/** Options of `spawn` that make the process the runner's. */
export function as({ user }: Runner): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

/** Whether the runner can reach and read a folder: a checkout below root's home cannot be entered by anyone else. */
export const mayEnter = (folder: string, runner: Runner): boolean =>
  asked('test -x "$1" && test -r "$1"', folder, runner);

/** Whether the runner can go through a folder to one of its own in it. */
export const mayPass = (folder: string, runner: Runner): boolean => asked('test -x "$1"', folder, runner);

function asked(script: string, folder: string, { user }: Runner): boolean {
  if (!user) return true;
  return spawnSync('/bin/sh', ['-c', script, 'sh', folder], { cwd: '/', ...as({ user }) }).status === 0;
}
