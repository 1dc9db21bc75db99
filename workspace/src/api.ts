// The server as the screens see it: one typed function a request; every failure is a Problem in the reader's language.
import type * as Contract from '@nhipcau/server/contract';
import { i18n } from '@lingui/core';
import { quietFor, setLocked } from './accounts/presence.ts';

export type * from '@nhipcau/server/contract';

/** A request that did not succeed, with the server's own words where it gave any. */
export class RequestFailed extends Error {
  readonly problem: Contract.Problem;
  constructor(problem: Contract.Problem) {
    super(problem.detail || problem.title);
    this.name = 'RequestFailed';
    this.problem = problem;
  }
}

/** Code of the problem when the server could not be reached at all. */
export const unreachable = 'unreachable';

export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** Lists become repeated parameters, as the server reads them. */
export function queryString(query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => {
    if (value === undefined || value === '') return [];
    return Array.isArray(value) ? value.map((one: string) => [key, one]) : [[key, String(value)]];
  });
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

/** One request; subjects other than documents and tasks keep theirs in `<subject>/requests.ts`. */
export async function request<T>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  return answered<T>(path, {
    method,
    headers: headersFor(body),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
}

/** A write that happens once however often it is sent: every try carries the same key. */
export const postOnce = <T>(path: string, body: unknown, key: string): Promise<T> =>
  answered<T>(path, {
    method: 'POST',
    headers: { ...headersFor(body), 'idempotency-key': key },
    body: JSON.stringify(body),
  });

const headersFor = (body: unknown) => ({
  accept: 'application/json',
  'accept-language': i18n.locale || 'vi',
  // A screen that looks for news does not keep the session awake.
  ...(quietFor() > 60_000 ? { 'x-nobody-there': '1' } : {}),
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
});

async function answered<T>(path: string, init: RequestInit): Promise<T> {
  const response = await reach(path, init);
  if (response.status === 204) return undefined as T;
  if (!response.ok) {
    const problem = await problemOf(response);
    // The session has ended: the screen is covered, what was typed stays.
    if (problem.code === 'not-signed-in') setLocked('over');
    throw new RequestFailed(problem);
  }
  return (await response.json()) as T;
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new RequestFailed(plainProblem(0, unreachable));
  }
}

/** A problem without words of the server's: the screen says them from its code. */
export function plainProblem(status: number, code: string): Contract.Problem {
  return { type: 'about:blank', status, code, title: '', detail: '' };
}

async function problemOf(response: Response): Promise<Contract.Problem> {
  const type = response.headers.get('content-type') ?? '';
  // A proxy in front of a server that is down answers with a page of its own.
  if (!type.includes('json'))
    return plainProblem(response.status, response.status >= 500 ? unreachable : 'unknown');
  return { ...plainProblem(response.status, 'unknown'), ...((await response.json()) as Contract.Problem) };
}

export const get = <T>(path: string, signal?: AbortSignal) => request<T>('GET', path, undefined, signal);

export const me = (signal?: AbortSignal) => get<Contract.Me>('/api/me', signal);

export const exportedDocuments = (form: string, query: Query) =>
  `/api/documents/export.${form}${queryString(query)}`;
export const documentList = (query: Query, signal?: AbortSignal) =>
  get<Contract.DocumentList>(`/api/documents${queryString(query)}`, signal);
export const documentById = (id: number, signal?: AbortSignal) =>
  get<Contract.DocumentDetail>(`/api/documents/${id}`, signal);
export const originalFile = (id: number) => `/api/documents/${id}/file`;
/** The same to look at rather than to keep (PDF and images). */
export const originalInPlace = (id: number) => `${originalFile(id)}?inline=1`;
export const documentEvents = (id: number) => new EventSource(`/api/documents/${id}/events`);
export const changeDraft = (id: number, change: Contract.DraftChange) =>
  request<Contract.DraftState>('PATCH', `/api/documents/${id}/draft`, change);
export const undoDraft = (id: number, version: number) =>
  request<Contract.DraftState>('POST', `/api/documents/${id}/draft/undo`, { version });
export const redoDraft = (id: number, version: number) =>
  request<Contract.DraftState>('POST', `/api/documents/${id}/draft/redo`, { version });
export const acceptDocument = (id: number, version: number) =>
  request<Contract.DocumentDetail>('POST', `/api/documents/${id}/accept`, { version });
export const withdrawDocument = (id: number, reason: string) =>
  request<Contract.DocumentDetail>('POST', `/api/documents/${id}/withdraw`, reason ? { reason } : {});
export const deleteDocument = (id: number) => request<void>('DELETE', `/api/documents/${id}`);
export const reviseDocument = (id: number, documentId: number | null) =>
  request<Contract.DocumentDetail>('POST', `/api/documents/${id}/revision-of`, { documentId });
export const citationGraph = (query: Query, signal?: AbortSignal) =>
  get<Contract.Graph>(`/api/documents/graph${queryString(query)}`, signal);

export const taskList = (query: Query, signal?: AbortSignal) =>
  get<Contract.TaskList>(`/api/tasks${queryString(query)}`, signal);
export const taskById = (id: number, signal?: AbortSignal) =>
  get<Contract.TaskDetail>(`/api/tasks/${id}`, signal);
export const taskFacets = (query: Query, signal?: AbortSignal) =>
  get<Contract.TaskFacets>(`/api/tasks/facets${queryString(query)}`, signal);
export const exportedTasks = (format: 'xlsx' | 'csv' | 'json' | 'ics', query: Query) =>
  `/api/tasks/export.${format}${queryString(query)}`;

export const viewList = (signal?: AbortSignal) => get<Contract.ViewList>('/api/views', signal);
export const saveView = (view: Contract.ViewInput) => request<Contract.View>('POST', '/api/views', view);
export const replaceView = (id: number, view: Contract.ViewInput) =>
  request<Contract.View>('PUT', `/api/views/${id}`, view);
export const deleteView = (id: number) => request<void>('DELETE', `/api/views/${id}`);

export const unitList = (query: Query, signal?: AbortSignal) =>
  get<Contract.UnitList>(`/api/units${queryString(query)}`, signal);
export const resolveUnit = (name: string, documentId: number, signal?: AbortSignal) =>
  get<Contract.Resolution>(`/api/units/resolve${queryString({ name, documentId })}`, signal);

/** Sends files one request each, so that each has its own progress and its own fate. */
export function uploadFile(
  file: File,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<Contract.UploadResult['files'][number]> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', '/api/documents');
    sending.setRequestHeader('accept-language', i18n.locale || 'vi');
    sending.responseType = 'json';
    sending.upload.addEventListener('progress', (event) =>
      onProgress(event.loaded / Math.max(event.total, 1)),
    );
    sending.addEventListener('error', () => reject(new RequestFailed(plainProblem(0, unreachable))));
    sending.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    sending.addEventListener('load', () => {
      const answer = sending.response as Contract.UploadResult | Contract.Problem | null;
      const result = answer && 'files' in answer ? answer.files[0] : undefined;
      if (result) resolve(result);
      else
        reject(
          new RequestFailed({
            ...plainProblem(sending.status, unreachable),
            ...(answer as Contract.Problem | null),
          }),
        );
    });
    signal.addEventListener('abort', () => sending.abort());
    const body = new FormData();
    body.append('files', file, file.name);
    sending.send(body);
  });
}
