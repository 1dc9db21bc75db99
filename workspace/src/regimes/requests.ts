// What the screens of reporting regimes ask of the server.
import type * as Contract from '@nhipcau/server/contract';
import { get, queryString, request, type Query } from '../api.ts';

export const regimeList = (query: Query, signal?: AbortSignal) =>
  get<Contract.RegimeList>(`/api/regimes${queryString(query)}`, signal);
export const regimeById = (id: number, signal?: AbortSignal) =>
  get<Contract.Regime>(`/api/regimes/${id}`, signal);
export const regimeTemplates = (signal?: AbortSignal) =>
  get<Contract.RegimeTemplates>('/api/regimes/templates', signal);
export const createRegime = (regime: Contract.RegimeCreate) =>
  request<Contract.Regime>('POST', '/api/regimes', regime);
export const changeRegime = (id: number, change: Contract.RegimeChange) =>
  request<Contract.Regime>('PUT', `/api/regimes/${id}`, change);
export const endRegime = (id: number, how: { version: number; on: string | null }) =>
  request<Contract.Regime>('POST', `/api/regimes/${id}/end`, how);
export const removeRegime = (id: number, version: number) =>
  request<void>('DELETE', `/api/regimes/${id}${queryString({ version })}`);
export const previewRegime = (regime: Contract.RegimePreview, signal?: AbortSignal) =>
  request<Contract.CallPreview>('POST', '/api/regimes/preview', regime, signal);
export const daysOff = (year: number, signal?: AbortSignal) =>
  get<Contract.DaysOff>(`/api/days-off${queryString({ year })}`, signal);
export const addDayOff = (input: Contract.DayOffInput) =>
  request<Contract.DayOff>('POST', '/api/days-off', input);
export const removeDayOff = (id: number) => request<void>('DELETE', `/api/days-off/${id}`);
