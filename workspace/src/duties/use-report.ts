// The life of one report: kept as it is typed, sent until the server has it, met by a newer state of the duty, let go when done.
import type { DutyDetail, DutyStep } from '@nhipcau/server/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../language/words.ts';
import { today } from '../register/standing.ts';
import { toast } from '../ui/toast.tsx';
import { readied, type Readied } from './add-files.ts';
import { dutiesChanged } from './bulk.ts';
import { useKept, useKeptKey } from './kept.ts';
import { newKey } from './key.ts';
import { keepProofs, keptProofs, type Proof } from './proofs.ts';
import { reportStep, type ReportDraft } from './report-draft.ts';
import { dutyById, takeStep } from './requests.ts';
import { pause, repeated, sendReport } from './sending.ts';
import { uploadProof } from './upload.ts';
import { isStale, type StepState } from './use-step.ts';

export interface Report {
  readonly draft: ReportDraft;
  readonly set: (part: Partial<ReportDraft>) => void;
  /** A draft of an earlier visit. */
  readonly was: boolean;
  readonly startAfresh: () => void;
  readonly proofs: readonly Proof[];
  readonly add: (files: readonly File[]) => void;
  readonly change: (proof: Proof) => void;
  readonly remove: (key: string) => void;
  readonly readying: boolean;
  readonly refused: Readied['refused'];
  /** There is something to send, and it makes sense. */
  readonly ready: boolean;
  readonly send: () => void;
  readonly stop: () => void;
  readonly tryNow: () => void;
  readonly sending: boolean;
  /** Between two tries, for want of a line. */
  readonly waiting: boolean;
  /** Sent so far, from 0 to 1. */
  readonly part: number;
  readonly error: unknown;
  readonly conflict: StepState['conflict'];
  readonly settle: (choice: 'mine' | 'theirs') => void;
}

/** Why a sending was let go, as against the screen being left. */
const byReader = 'stopped by the reader';

const still = { sending: false, waiting: false, part: 0, error: null as unknown };

const blank = (): ReportDraft => ({ text: '', done: false, doneOn: '', progress: null, key: newKey() });

export function useReport(duty: DutyDetail): Report {
  const { say } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [first] = useState(() => ({ ...blank(), progress: duty.progress }));
  const kept = useKept<ReportDraft>(`report:${duty.id}`, first);
  const files = useProofs(`report:${duty.id}`);
  const [readying, setReadying] = useState(false);
  const [refused, setRefused] = useState<Readied['refused']>([]);
  const [was, setWas] = useState(kept.was);
  const [state, setState] = useState(still);
  const [conflict, setConflict] = useState<StepState['conflict']>(null);
  // What the reader saw when they began; a refetch in the background must not pass for reading.
  const seen = useRef(duty.version);
  const stopper = useRef<AbortController | null>(null);
  const nudge = useRef<() => void>(() => undefined);
  useEffect(() => () => stopper.current?.abort(), []);

  const draft = kept.value;
  // What is sent changed: that is another request, under another key.
  const set = (part: Partial<ReportDraft>) => kept.set({ ...draft, ...part, key: newKey() });
  const unsent = files.proofs.length;
  const photosOnly = unsent > 0 ? say('Gửi {n, number} minh chứng', { n: unsent }) : null;
  const step = reportStep(draft, today(), photosOnly);
  const startAfresh = () => {
    kept.set({ ...blank(), progress: duty.progress });
    kept.forget();
    void files.set([]);
    setWas(false);
  };

  const finish = (changed: DutyDetail) => {
    kept.forget();
    void files.set([]);
    queries.setQueryData(['duty', duty.id], changed);
    dutiesChanged(queries);
    toast(
      changed.doneOn === null ? say('Đã gửi báo cáo tiến độ') : say('Đã báo cáo hoàn thành, chờ xác nhận'),
    );
    void navigate({ to: '/viec/$id', params: { id: String(duty.id) }, replace: true });
  };

  const take = async (version: number, key: string): Promise<DutyDetail> => {
    if (!step) throw new Error('There is nothing to send.');
    try {
      return await takeStep(duty.id, { ...step, version } as DutyStep, key);
    } catch (error) {
      // Carried out, but its answer is lost for good: the duty itself tells.
      if (repeated(error)) return dutyById(duty.id);
      throw error;
    }
  };

  const run = async (version: number, key: string) => {
    const stop = new AbortController();
    stopper.current = stop;
    setState({ ...still, sending: true });
    try {
      const changed = await sendReport<DutyDetail>({
        proofs: files.proofs,
        upload: (proof, onProgress) =>
          uploadProof({
            dutyId: duty.id,
            proof,
            onProgress,
            signal: stop.signal,
          }),
        step: () => take(version, key),
        acknowledged: (sentKey) => files.acknowledged(sentKey),
        progress: (part) => setState((before) => ({ ...before, part, waiting: false })),
        wait: async (tries) => {
          setState((before) => ({ ...before, waiting: true }));
          await rest(tries, stop.signal, nudge);
        },
      });
      setState(still);
      finish(changed);
    } catch (error) {
      if (stop.signal.aborted) {
        setState(still);
        if (stop.signal.reason === byReader) toast(say('Đã dừng gửi; bản nháp vẫn giữ'));
      } else if (isStale(error) && step) {
        setState(still);
        setConflict({ now: await dutyById(duty.id), wanted: step });
      } else setState({ ...still, error });
    }
  };

  return {
    draft,
    set,
    was,
    startAfresh,
    proofs: files.proofs,
    add: (added) => {
      setReadying(true);
      void readied(added, null).then((ready) => {
        void files.set([...files.latest(), ...ready.proofs]);
        setRefused(ready.refused);
        setReadying(false);
      });
    },
    change: (proof) =>
      void files.set(files.proofs.map((one) => (one.key === proof.key ? { ...proof, key: newKey() } : one))),
    remove: (key) => void files.set(files.proofs.filter((one) => one.key !== key)),
    readying,
    refused,
    ready: step !== null && !readying && !(draft.done && draft.doneOn > today()),
    send: () => void run(seen.current, draft.key),
    stop: () => stopper.current?.abort(byReader),
    tryNow: () => nudge.current(),
    ...state,
    conflict,
    settle: (choice) => {
      const now = conflict?.now;
      setConflict(null);
      if (!now) return;
      queries.setQueryData(['duty', duty.id], now);
      seen.current = now.version;
      if (choice === 'mine') {
        const key = newKey();
        kept.set({ ...draft, key });
        void run(now.version, key);
      }
    },
  };
}

/** Photos beside the draft: on the screen at once, in the browser's own store as soon as it has them. */
function useProofs(name: string) {
  const key = useKeptKey(name);
  const [proofs, setProofs] = useState<readonly Proof[]>([]);
  const latest = useRef<readonly Proof[]>(proofs);
  useEffect(() => {
    void keptProofs(key).then((found) => {
      if (found.length === 0 || latest.current.length > 0) return;
      latest.current = found;
      setProofs(found);
    });
  }, [key]);
  const set = (next: readonly Proof[]) => {
    latest.current = next;
    setProofs(next);
    return keepProofs(key, next);
  };
  const acknowledged = async (sentKey: string) => {
    await set(latest.current.map((one) => (one.key === sentKey ? { ...one, sent: true } : one)));
  };
  return { proofs, latest: () => latest.current, set, acknowledged };
}

/** Until the pause is over, the line is back or the reader is impatient. */
function rest(tries: number, signal: AbortSignal, nudge: { current: () => void }): Promise<void> {
  return new Promise((resolve, reject) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener('online', go);
      nudge.current = () => undefined;
      if (signal.aborted) reject(new DOMException('', 'AbortError'));
      else resolve();
    };
    const timer = setTimeout(go, pause(tries) * 1000);
    nudge.current = go;
    addEventListener('online', go);
    signal.addEventListener('abort', go, { once: true });
  });
}
