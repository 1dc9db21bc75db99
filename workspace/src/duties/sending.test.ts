import { expect, test } from 'vitest';
import { plainProblem, RequestFailed, unreachable } from '../api.ts';
import type { Proof } from './proofs.ts';
import { pause, sendReport, type Around } from './sending.ts';

const offline = () => new RequestFailed(plainProblem(0, unreachable));
const proof = (key: string, sent = false): Proof => ({
  key,
  name: `${key}.jpg`,
  blob: new Blob([key]),
  output: null,
  sent,
});

/** A server that remembers which keys it has seen, behind a line that fails as told. */
function line(fails: readonly (Error | 'answer lost' | null)[], proofs = [proof('a'), proof('b')]) {
  const log: string[] = [];
  const had = new Set<string>();
  const plan = [...fails];
  const over = async (key: string) => {
    const fault = plan.shift() ?? null;
    if (fault instanceof Error) throw fault;
    log.push(had.has(key) ? `${key} again` : key);
    had.add(key);
    if (fault === 'answer lost') throw offline();
  };
  const around: Around<string> = {
    proofs,
    upload: async ({ key }, onProgress) => (onProgress(0.5), over(key)),
    step: async () => (await over('step'), 'reported'),
    acknowledged: (key) => void log.push(`ack ${key}`),
    progress: () => undefined,
    wait: async (tries) => void log.push(`wait ${tries}`),
  };
  return { around, log, had };
}

test('photos go first, the step last, each acknowledged as it arrives', async () => {
  const { around, log } = line([]);
  expect(await sendReport(around)).toBe('reported');
  expect(log).toEqual(['a', 'ack a', 'b', 'ack b', 'step']);
});

test('a line that breaks is tried again from where it broke', async () => {
  const { around, log } = line([null, offline(), offline()]);
  await sendReport(around);
  expect(log).toEqual(['a', 'ack a', 'wait 1', 'wait 2', 'b', 'ack b', 'step']);
});

test('where only the answer was lost the same key goes again, and the server has it once', async () => {
  const { around, log, had } = line([null, null, 'answer lost']);
  expect(await sendReport(around)).toBe('reported');
  expect(log).toEqual(['a', 'ack a', 'b', 'ack b', 'step', 'wait 1', 'step again']);
  expect([...had]).toEqual(['a', 'b', 'step']);
});

test('what was acknowledged before the page was closed is not sent again', async () => {
  const { around, log } = line([], [proof('a', true), proof('b')]);
  await sendReport(around);
  expect(log).toEqual(['b', 'ack b', 'step']);
});

test('what the server refuses is not tried again, and nothing after it is sent', async () => {
  const refused = new RequestFailed(plainProblem(422, 'wrong-type'));
  const { around, log } = line([refused]);
  await expect(sendReport(around)).rejects.toBe(refused);
  expect(log).toEqual([]);
});

test('a file that a dying server took in without answering counts as sent, after some tries', async () => {
  const repeated = new RequestFailed(plainProblem(409, 'request-repeated'));
  const { around, log } = line([repeated, repeated, repeated, repeated], [proof('a')]);
  expect(await sendReport(around)).toBe('reported');
  expect(log).toEqual(['wait 1', 'wait 2', 'wait 3', 'ack a', 'step']);
});

test('a reader who gives up waiting stops it', async () => {
  const { around } = line([offline()]);
  const stopped = new DOMException('', 'AbortError');
  await expect(sendReport({ ...around, wait: () => Promise.reject(stopped) })).rejects.toBe(stopped);
});

test('progress grows to the whole', async () => {
  const { around } = line([]);
  const seen: number[] = [];
  await sendReport({ ...around, progress: (part) => void seen.push(part) });
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBe(1);
});

test('pauses grow to half a minute and no further', () => {
  expect([1, 2, 3, 6, 20].map(pause)).toEqual([1, 2, 4, 30, 30]);
});
