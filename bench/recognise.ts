// Text to tasks, in MB/s on one core: our fixtures as many documents and as one big one, and attacks at one and eight times the size.
import { globSync, readFileSync } from 'node:fs';
import { read, recognise } from '../document/src/index.ts';
import type { Result } from './result.ts';

const FOLDERS = ['document/test/fixtures/*/input.{txt,md}', '../shared/documents/*.{txt,md}'];
const root = new URL('..', import.meta.url);

interface Text {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function texts(): Text[] {
  return FOLDERS.flatMap((pattern) => globSync(pattern, { cwd: root }))
    .toSorted()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, root))) }));
}

const sizeOf = (list: readonly Text[]): number =>
  list.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;

async function understand(list: readonly Text[]): Promise<number> {
  let tasks = 0;
  for (const text of list) {
    const reading = await read(text);
    if (reading.ok) tasks += recognise(reading.source).tasks.length;
  }
  return tasks;
}

/** What any reader of Vietnamese must do at least: decode, normalise, split into lines. */
function touch(list: readonly Text[]): number {
  let lines = 0;
  for (const { bytes } of list) lines += new TextDecoder().decode(bytes).normalize('NFC').split('\n').length;
  return lines;
}

const MINIMUM = 1.5;

const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Least seconds of one core (collector included) for one run, over a second and a half after a warm-up. */
async function seconds(work: () => unknown): Promise<number> {
  await work();
  let best = Infinity;
  for (const end = performance.now() + MINIMUM * 1000; performance.now() < end;) {
    const start = spent();
    await work();
    best = Math.min(best, spent() - start);
  }
  return best;
}

function joined(list: readonly Text[], times: number): Text {
  const one = list.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n\n');
  return {
    name: 'big.txt',
    bytes: new TextEncoder().encode(Array.from({ length: times }, () => one).join('\n\n')),
  };
}

/** Input made to hurt: each is one paragraph or list that grows. */
const ATTACKS: Readonly<Record<string, (size: number) => string>> = {
  'agencies without end': (size) =>
    `1. Giao ${'Sở Tài chính, Sở Nội vụ và các cơ quan, đơn vị liên quan; '.repeat(size / 60)}`,
  'phối hợp without end': (size) => `- ${'phối hợp với các sở, ngành phối hợp '.repeat(size / 36)}`,
  'dates without end': (size) => `- ${'trước ngày 15/11, tháng 9, tháng 10 năm '.repeat(size / 40)}`,
  'brackets without end': (size) => `- Sở Y tế ${'('.repeat(size)}`,
  'capitals without end': (size) => `- Trung tâm ${'Văn hóa '.repeat(size / 8)}`,
  'numbers without end': (size) => `I. MỤC TIÊU\n- ${'10 - 12%/năm, đạt 46.200 '.repeat(size / 26)}`,
  'bullets without end': (size) => '- Tổ chức.\n'.repeat(size / 12),
  'colons without end': (size) => `1. Cơ quan chủ trì: ${'Đơn vị phối hợp: '.repeat(size / 18)}`,
};

const SMALL = 100_000;
const TIMES = 8;

const attack = (text: string): Text => ({
  name: 'attack.txt',
  bytes: new TextEncoder().encode(`KẾ HOẠCH\nII. NHIỆM VỤ\n${text}\n`),
});

async function growth(name: string, make: (size: number) => string): Promise<Result> {
  const [one, eight] = [attack(make(SMALL)), attack(make(SMALL * TIMES))];
  const base = await seconds(() => understand([one]));
  const grown = await seconds(() => understand([eight]));
  return {
    name: `${name}: time at ${TIMES} times the size`,
    value: grown / base,
    unit: 'times',
    baseline: TIMES,
    baselineName: 'linear',
    ratio: grown / base / TIMES,
    note: `${(sizeOf([eight]) / grown).toFixed(1)} MB/s`,
  };
}

async function speed(name: string, list: readonly Text[]): Promise<Result> {
  const least = sizeOf(list) / (await seconds(() => touch(list)));
  const value = sizeOf(list) / (await seconds(() => understand(list)));
  return {
    name,
    value,
    unit: 'MB/s',
    baseline: least,
    baselineName: 'decode, NFC, lines',
    ratio: value / least,
  };
}

export async function run(): Promise<Result[]> {
  const list = texts();
  const results = [
    await speed(`text to tasks, ${list.length} documents`, list),
    await speed('text to tasks, one document of some MB', [joined(list, 12)]),
    await growth('real text', (size) =>
      new TextDecoder().decode(joined(list, Math.ceil(size / 1e5)).bytes).slice(0, size),
    ),
  ];
  for (const [name, make] of Object.entries(ATTACKS)) results.push(await growth(name, make));
  return results;
}
