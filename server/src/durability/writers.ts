// Twenty people who write at once and remember what they were told: done, refused, or nothing at all.
import { setTimeout as delay } from 'node:timers/promises';
import type { World } from './world.ts';

export interface Written {
  /** Stands in the note, the title or the message that was written, and nowhere else. */
  readonly mark: string;
  readonly what: 'note' | 'title' | 'message' | 'link';
  readonly subjectId: number;
  /** Of the record afterwards, as the answer says. */
  readonly version: number;
}

export interface Memory {
  readonly done: Written[];
  readonly refused: string[];
  /** The connection broke, or the database was away: it may have been written or not, but not by half. */
  readonly unknown: string[];
  /** Answered that the disk is full. */
  readonly full: string[];
  /** Answers that nobody should ever get. */
  readonly wrong: string[];
}

export interface Writers {
  readonly memory: Memory;
  /** Where the server is now; set anew after it was started again. */
  address: string;
  /** Resolves when so many writes were acknowledged in all. */
  reach(count: number): Promise<void>;
  /** Lets everybody finish what they are at. */
  rest(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: {
    readonly version?: number;
    readonly id?: number;
    readonly code?: string;
    readonly state?: string;
  } | null;
}

/** Longer notes fill a disk sooner. */
export function startWriters(address: string, world: World, padding = ''): Writers {
  const memory: Memory = { done: [], refused: [], unknown: [], full: [], wrong: [] };
  const waiting: { count: number; resolve: () => void }[] = [];
  const state = { resting: false };
  const writers: Writers = {
    memory,
    address,
    reach: (count) =>
      memory.done.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push({ count, resolve: () => resolve() })),
    rest: async () => {
      state.resting = true;
      await Promise.all(everybody);
    },
  };
  const ask = async (cookie: string, method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${writers.address}/api${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json', 'accept-language': 'vi' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };
  const judge = (answer: Answer, written: Omit<Written, 'version'>) => {
    const { status, body } = answer;
    if (status === 200 || status === 201) {
      memory.done.push({ ...written, version: body?.version ?? 0 });
      for (const each of waiting) if (memory.done.length >= each.count) each.resolve();
    } else if (status === 409) memory.refused.push(written.mark);
    else if (status === 507) memory.full.push(written.mark);
    else if (status === 503) memory.unknown.push(written.mark);
    else memory.wrong.push(`${written.mark}: ${status} ${JSON.stringify(body)}`);
  };
  const one = async (no: number, turn: number) => {
    const cookie = world.cookies[no] ?? '';
    const mark = `m${no}-${turn}.`;
    const say = `${mark}${padding}`;
    // Several look at the same few records: most find them changed at some time.
    const duty = world.duties[(no + turn) % world.duties.length] ?? 0;
    const plan = world.plans[(no * 3 + turn) % world.plans.length] ?? 0;
    const kind = (no + turn) % 6;
    const seen = await ask(cookie, 'GET', kind === 3 ? `/plans/${plan}` : `/duties/${duty}`);
    if (seen.status !== 200) {
      if (seen.status !== 503 && seen.status !== 507)
        memory.wrong.push(`${mark} looked: ${seen.status} ${JSON.stringify(seen.body)}`);
      await delay(500);
      return;
    }
    const version = seen.body?.version ?? 0;
    try {
      if (kind === 3) {
        const body = { version, title: `Kế hoạch ${mark}` };
        judge(await ask(cookie, 'PATCH', `/plans/${plan}`, body), { mark, what: 'title', subjectId: plan });
      } else if (kind === 4) {
        const body = { ids: [duty], message: say };
        judge(await ask(cookie, 'POST', '/urgings', body), { mark, what: 'message', subjectId: duty });
      } else if (kind === 5) {
        const link = { kind: 'link', title: mark, url: `https://song-thao.example/${mark}` };
        judge(await ask(cookie, 'POST', `/duties/${duty}/evidence/links`, link), {
          mark,
          what: 'link',
          subjectId: duty,
        });
      } else {
        const step =
          seen.body?.state === 'reported'
            ? { do: 'sendBack', version, note: say }
            : kind === 2
              ? { do: 'report', version, note: say }
              : { do: 'progress', version, note: say, progress: turn % 100 };
        judge(await ask(cookie, 'POST', `/duties/${duty}/steps`, step), {
          mark,
          what: 'note',
          subjectId: duty,
        });
      }
    } catch (error) {
      memory.unknown.push(mark);
      throw error;
    }
  };
  const everybody = world.cookies.map(async (_, no) => {
    for (let turn = 0; !state.resting; turn++) {
      // Nobody is there just now: somebody starts it again.
      await one(no, turn).catch(() => delay(500));
    }
  });
  return writers;
}
