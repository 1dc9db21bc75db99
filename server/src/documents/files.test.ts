import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeEach, expect, test } from 'vitest';
import {
  discard,
  isKept,
  keep,
  keptPath,
  openFiles,
  release,
  removeKept,
  sweep,
  takeIn,
  waitingFile,
  type Files,
} from './files.ts';

let files: Files;
const folders: string[] = [];
beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nhipcau-files-'));
  folders.push(folder);
  files = await openFiles(folder);
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const content = 'Nội dung';
const take = () => takeIn(files, 'tên.txt', Readable.from([Buffer.from(content)]));

test('a file waits with its name, then is kept under its own hash', async () => {
  const waiting = await take();
  expect(waiting).toMatchObject({
    size: Buffer.byteLength(content),
    sha256: createHash('sha256').update(content).digest('hex'),
  });
  expect(await waitingFile(files, waiting.id)).toMatchObject({ name: 'tên.txt' });
  await keep(files, waiting.id, waiting.sha256);
  expect(readFileSync(keptPath(files, waiting.sha256), 'utf8')).toBe(content);
  // Until the database knows the name, only the folder does.
  expect(await waitingFile(files, waiting.id)).toEqual({ path: null, name: 'tên.txt' });
  // Cut short after the move, it is done again.
  await keep(files, waiting.id, waiting.sha256);
  expect(await isKept(files, waiting.sha256)).toBe(true);
  await release(files, waiting.id);
  expect(await waitingFile(files, waiting.id)).toBeNull();
  await removeKept(files, waiting.sha256);
  expect(await isKept(files, waiting.sha256)).toBe(false);
});

test('nothing stays of a stream that breaks, nor of a file that is discarded', async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('một nửa');
      throw new Error('cut');
    })(),
  );
  await expect(takeIn(files, 'dở.txt', broken)).rejects.toThrow('cut');
  const waiting = await take();
  await discard(files, waiting.id);
  await discard(files, waiting.id);
  expect(readdirSync(files.waiting)).toEqual([]);
});

test('sweeping takes old folders that nobody waits for, and only those', async () => {
  const [wanted, forgotten] = [await take(), await take()];
  const later = new Date(Date.now() + 60_000);
  expect(await sweep(files, new Set([wanted.id, forgotten.id]), later)).toBe(0);
  expect(await sweep(files, new Set(), new Date(Date.now() - 60_000))).toBe(0);
  expect(await sweep(files, new Set([wanted.id]), later)).toBe(1);
  expect(readdirSync(files.waiting)).toEqual([wanted.id]);
});
