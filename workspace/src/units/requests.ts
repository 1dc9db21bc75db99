// What the screens of units ask the server.
import type {
  PersonList,
  ReorganisationInput,
  ReorganisationResult,
  UnitCreate,
  UnitDetail,
  UnitEdit,
  UnitImportResult,
  UnitTree,
} from '@nhipcau/server/contract';
import { i18n } from '@lingui/core';
import {
  get,
  plainProblem,
  queryString,
  request,
  RequestFailed,
  unreachable,
  type Problem,
  type Query,
} from '../api.ts';

export const unitTree = (query: Query, signal?: AbortSignal) =>
  get<UnitTree>(`/api/units/tree${queryString(query)}`, signal);
export const unitById = (id: number, signal?: AbortSignal) => get<UnitDetail>(`/api/units/${id}`, signal);
export const createUnit = (unit: UnitCreate) => request<UnitDetail>('POST', '/api/units', unit);
export const editUnit = (id: number, edit: UnitEdit) =>
  request<UnitDetail>('PATCH', `/api/units/${id}`, edit);
export const removeUnit = (id: number) => request<void>('DELETE', `/api/units/${id}`);
export const tryReorganisation = (input: ReorganisationInput) =>
  request<ReorganisationResult>('POST', '/api/units/reorganisations?dryRun=true', input);
export const reorganise = (input: ReorganisationInput) =>
  request<ReorganisationResult>('POST', '/api/units/reorganisations', input);
export const undoReorganisation = (id: number) =>
  request<void>('POST', `/api/units/reorganisations/${id}/undo`, {});
export const exportedUnits = (format: 'xlsx' | 'csv', query: Query) =>
  `/api/units/export.${format}${queryString(query)}`;
export const peopleOf = (unitId: number, signal?: AbortSignal) =>
  get<PersonList>(`/api/people${queryString({ unitId, size: 100 })}`, signal);

/** A table of units: tried, or loaded for good. */
export async function importUnits(file: File, query: { under: number; dryRun: 'true' | 'false' }) {
  const body = new FormData();
  body.append('file', file, file.name);
  const headers = { accept: 'application/json', 'accept-language': i18n.locale || 'vi' };
  const path = `/api/units/import${queryString(query)}`;
  const response = await fetch(path, { method: 'POST', body, headers }).catch(() => {
    throw new RequestFailed(plainProblem(0, unreachable));
  });
  const answer = (await response.json().catch(() => null)) as UnitImportResult | Problem | null;
  if (response.ok && answer) return answer as UnitImportResult;
  throw new RequestFailed({ ...plainProblem(response.status, unreachable), ...(answer as Problem | null) });
}
