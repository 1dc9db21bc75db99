// Sends a report over a bad line: photos one by one, then the step; what the server has acknowledged is never sent again, and every
// try of the same thing carries the same key, so that it happens once even where an answer was lost on its way back.
import { RequestFailed, unreachable } from '../api.ts';
import type { Proof } from './proofs.ts';

export interface Around<T> {
  readonly proofs: readonly Proof[];
  readonly upload: (proof: Proof, onProgress: (part: number) => void) => Promise<void>;
  readonly step: () => Promise<T>;
  /** The server has it: kept at once, so that a closed page does not send it twice. */
  readonly acknowledged: (key: string) => void | Promise<void>;
  /** Of the whole, from 0 to 1. */
  readonly progress: (part: number) => void;
  /** Resolves when another try makes sense; rejects when the reader gives up. */
  readonly wait: (tries: number) => Promise<void>;
}

/** What another try may mend: no line, or a server that is restarting behind its proxy. */
export const passing = (error: unknown): boolean =>
  error instanceof RequestFailed &&
  (error.problem.code === unreachable || [0, 429, 502, 503, 504].includes(error.problem.status));

/** A request with the same key is at work, or was carried out by a server that died before it could answer. */
export const repeated = (error: unknown): boolean =>
  error instanceof RequestFailed && error.problem.code === 'request-repeated';

const mostRepeats = 3;

export async function sendReport<T>(around: Around<T>): Promise<T> {
  const waiting = around.proofs.filter(({ sent }) => !sent);
  const steps = waiting.length + 1;
  for (const [at, proof] of waiting.entries()) {
    await persist(around, () => around.upload(proof, (part) => around.progress((at + part) / steps))).catch(
      // It was carried out, and the answer is lost for good: the file is there.
      (error: unknown) => {
        if (!repeated(error)) throw error;
      },
    );
    await around.acknowledged(proof.key);
    around.progress((at + 1) / steps);
  }
  const done = await persist(around, around.step);
  around.progress(1);
  return done;
}

async function persist<T, R>({ wait }: Around<R>, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!passing(error) && !(repeated(error) && tries <= mostRepeats)) throw error;
      await wait(tries);
    }
  }
}

/** Seconds before the next try: soon at first, then every half minute. */
export const pause = (tries: number): number => Math.min(30, 2 ** (tries - 1));
