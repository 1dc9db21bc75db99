// Files on their way to the server. They go on when the reader looks at another screen, three at a time.
import type {
  DocumentStatus,
  DocumentSummary,
  Problem,
  Progress,
  UploadResult,
} from '@nhipcau/server/contract';
import { documentById, documentList, plainProblem, RequestFailed, unreachable, uploadFile } from '../api.ts';

export interface Upload {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly stage: 'waiting' | 'sending' | 'reading' | 'ready' | 'problem';
  /** Of the sending, from 0 to 1. */
  readonly sent: number;
  readonly id: number | null;
  readonly progress: Progress | null;
  readonly problem: Problem | null;
  /** What the document turned out to be, once it is read. */
  readonly found: Found | null;
  readonly duplicateOf: { readonly id: number; readonly fileName: string } | null;
}

export type Found = Pick<DocumentSummary, 'type' | 'number' | 'title' | 'tasks'>;

export const largestFile = 50_000_000;
const atOnce = 3;
const pollEvery = 900;

let uploads: readonly Upload[] = [];
let next = 1;
let polling = false;
const files = new Map<number, File>();
const stops = new Map<number, AbortController>();
const listeners = new Set<() => void>();

export const uploadsNow = (): readonly Upload[] => uploads;
export function listenToUploads(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(changed: readonly Upload[]): void {
  uploads = changed;
  for (const listener of listeners) listener();
}

const change = (key: number, part: Partial<Upload>) =>
  set(uploads.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)));

/** Takes files in; what cannot be sent says so at once. Returns their keys. */
export function addFiles(added: readonly File[]): readonly number[] {
  const fresh = added.map((file): Upload => {
    const key = next++;
    files.set(key, file);
    const problem = localProblem(file);
    return {
      key,
      name: file.name,
      size: file.size,
      stage: problem ? 'problem' : 'waiting',
      sent: 0,
      id: null,
      progress: null,
      problem,
      found: null,
      duplicateOf: null,
    };
  });
  set([...fresh, ...uploads]);
  sendNext();
  return fresh.map((upload) => upload.key);
}

/** What the browser can tell without sending anything. */
export function localProblem(file: { readonly size: number }): Problem | null {
  if (file.size === 0) return plainProblem(0, 'empty-file');
  return file.size > largestFile ? plainProblem(0, 'file-too-large') : null;
}

export function sendAgain(key: number): void {
  change(key, { stage: 'waiting', problem: null, sent: 0 });
  sendNext();
}

export function forgetUpload(key: number): void {
  stops.get(key)?.abort();
  files.delete(key);
  set(uploads.filter((upload) => upload.key !== key));
}

function sendNext(): void {
  const sending = uploads.filter((upload) => upload.stage === 'sending').length;
  const waiting = uploads.filter((upload) => upload.stage === 'waiting').toReversed();
  for (const upload of waiting.slice(0, Math.max(0, atOnce - sending))) void send(upload.key);
}

async function send(key: number): Promise<void> {
  const file = files.get(key);
  if (!file) return;
  const stop = new AbortController();
  stops.set(key, stop);
  change(key, { stage: 'sending' });
  try {
    const result = await uploadFile(file, (sent) => change(key, { sent }), stop.signal);
    change(key, outcome(result));
  } catch (error) {
    if (error instanceof RequestFailed) change(key, { stage: 'problem', problem: error.problem });
    else if (!stop.signal.aborted) change(key, { stage: 'problem', problem: plainProblem(0, unreachable) });
  }
  stops.delete(key);
  sendNext();
  void poll();
}

function outcome(result: UploadResult['files'][number]): Partial<Upload> {
  if (result.ok) return { ...stageOf(result.status), id: result.id, sent: 1 };
  const { duplicateOf } = result;
  return {
    stage: 'problem',
    problem: result.problem,
    ...(duplicateOf ? { duplicateOf: { id: duplicateOf.id, fileName: duplicateOf.fileName } } : {}),
  };
}

function stageOf(status: DocumentStatus): Pick<Upload, 'stage'> {
  if (status === 'reading') return { stage: 'reading' };
  return { stage: status === 'refused' || status === 'failed' ? 'problem' : 'ready' };
}

/** One question a second for all files being read, instead of a connection for each. */
async function poll(): Promise<void> {
  if (polling) return;
  polling = true;
  try {
    while (uploads.some((upload) => upload.stage === 'reading')) {
      await new Promise((resolve) => setTimeout(resolve, pollEvery));
      await look();
    }
  } finally {
    polling = false;
  }
}

async function look(): Promise<void> {
  try {
    const { rows } = await documentList({ sort: '-createdAt', size: 100 });
    const byId = new Map<number, Told>(rows.map((row) => [row.id, row]));
    // A refused file leaves no row behind, only the word that it was refused.
    for (const { id, stage } of uploads) {
      if (id !== null && stage === 'reading' && !byId.has(id)) byId.set(id, await documentById(id));
    }
    set(uploads.map((upload) => told(upload, upload.id === null ? undefined : byId.get(upload.id))));
  } catch {
    // The server may be away for a moment: the next question will find it.
  }
}

type Told = Found & Pick<DocumentSummary, 'status' | 'progress' | 'problem'>;

/** The server keeps no name of a file that it refused: its sentence gets the name from here. */
export function named(problem: Problem | null, name: string): Problem | null {
  return problem && { ...problem, detail: problem.detail.replace('“…”', `“${name}”`) };
}

function told(upload: Upload, row: Told | undefined): Upload {
  if (!row || upload.stage !== 'reading') return upload;
  const { type, number, title, tasks } = row;
  const stage = stageOf(row.status);
  return {
    ...upload,
    ...stage,
    found: stage.stage === 'ready' ? { type, number, title, tasks } : null,
    progress: row.progress,
    problem: named(row.problem, upload.name),
  };
}
