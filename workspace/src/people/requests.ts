// What the screens of people and tokens ask the server.
import {
  get,
  plainProblem,
  queryString,
  request,
  RequestFailed,
  unreachable,
  type DeputyInput,
  type InvitationLink,
  type PeopleImport,
  type Person,
  type PersonInput,
  type PersonList,
  type PersonPatch,
  type PersonPrivate,
  type Query,
  type RoleGrantInput,
  type Token,
  type TokenInput,
  type TokenList,
  type TokenMade,
} from '../api.ts';
import { i18n } from '@lingui/core';

const at = '/api/people';

export const personList = (query: Query, signal?: AbortSignal) =>
  get<PersonList>(`${at}${queryString(query)}`, signal);
export const personById = (id: number, on: string | undefined, signal?: AbortSignal) =>
  get<Person>(`${at}/${id}${queryString({ on })}`, signal);
export const personPrivate = (id: number) => get<PersonPrivate>(`${at}/${id}/private`);
export const createPerson = (input: PersonInput) => request<Person>('POST', at, input);
export const changePerson = (id: number, patch: PersonPatch) =>
  request<Person>('PATCH', `${at}/${id}`, patch);
export const switchPerson = (id: number, active: boolean) =>
  request<Person>('POST', `${at}/${id}/active`, { active });
export const invitePerson = (id: number) => request<InvitationLink>('POST', `${at}/${id}/invitation`);
export const removeFactor = (id: number) => request<void>('DELETE', `${at}/${id}/second-factor`);
export const endSessions = (id: number) => request<void>('DELETE', `${at}/${id}/sessions`);
export const grantRole = (id: number, input: RoleGrantInput) =>
  request<Person>('POST', `${at}/${id}/roles`, input);
export const endGrant = (id: number, grantId: number, lastDay?: string) =>
  request<Person>('POST', `${at}/${id}/roles/${grantId}/end`, lastDay ? { lastDay } : {});
export const deputise = (id: number, grantId: number, input: DeputyInput) =>
  request<Person>('POST', `${at}/${id}/roles/${grantId}/deputies`, input);
export const exportedPeople = (format: 'xlsx' | 'csv', query: Query) =>
  `${at}/export.${format}${queryString(query)}`;

export async function importPeople(file: File, mode: 'try' | 'apply'): Promise<PeopleImport> {
  const body = new FormData();
  body.append('file', file, file.name);
  const response = await fetch(`${at}/import?mode=${mode}`, {
    method: 'POST',
    body,
    headers: { 'accept-language': i18n.locale || 'vi' },
  }).catch(() => null);
  if (!response) throw new RequestFailed(plainProblem(0, unreachable));
  const answer: unknown = await response.json().catch(() => plainProblem(response.status, unreachable));
  if (!response.ok) throw new RequestFailed(answer as RequestFailed['problem']);
  return answer as PeopleImport;
}

export const tokenList = (signal?: AbortSignal) => get<TokenList>('/api/tokens', signal);
export const createToken = (input: TokenInput) => request<TokenMade>('POST', '/api/tokens', input);
export const keepToken = (id: number) => request<Token>('POST', `/api/tokens/${id}/keep`);
export const revokeToken = (id: number) => request<void>('DELETE', `/api/tokens/${id}`);
