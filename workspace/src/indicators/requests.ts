// What the screens of indicators ask of the server.
import type * as Contract from '@nhipcau/server/contract';
import { get, queryString, request, type Query } from '../api.ts';

export const indicatorList = (query: Query, signal?: AbortSignal) =>
  get<Contract.IndicatorList>(`/api/indicators${queryString(query)}`, signal);
export const indicatorById = (id: number, signal?: AbortSignal) =>
  get<Contract.Indicator>(`/api/indicators/${id}`, signal);
export const createIndicator = (indicator: Contract.IndicatorCreate) =>
  request<Contract.Indicator>('POST', '/api/indicators', indicator);
export const changeIndicator = (id: number, change: Contract.IndicatorChange) =>
  request<Contract.Indicator>('PATCH', `/api/indicators/${id}`, change);
export const endIndicator = (id: number, how: { version: number; on: string | null }) =>
  request<Contract.Indicator>('POST', `/api/indicators/${id}/end`, how);
export const copyIndicator = (id: number, ownerId: number | undefined) =>
  request<Contract.Indicator>('POST', `/api/indicators/${id}/copy`, ownerId === undefined ? {} : { ownerId });
export const removeIndicator = (id: number, version: number) =>
  request<void>('DELETE', `/api/indicators/${id}${queryString({ version })}`);
export const indicatorVersions = (id: number, signal?: AbortSignal) =>
  get<Contract.IndicatorVersions>(`/api/indicators/${id}/versions`, signal);
export const registerList = (signal?: AbortSignal) =>
  get<Contract.RegisterList>('/api/indicators/registers', signal);
export const exportedIndicators = (form: string, query: Query) =>
  `/api/indicators/export.${form}${queryString(query)}`;
export const dimensionList = (signal?: AbortSignal) =>
  get<Contract.DimensionList>('/api/indicators/dimensions', signal);
export const dimensionNamed = (key: string, signal?: AbortSignal) =>
  get<Contract.DimensionDetail>(`/api/indicators/dimensions/${encodeURIComponent(key)}`, signal);
export const setDimension = (key: string, dimension: Contract.DimensionInput) =>
  request<Contract.Dimension>('PUT', `/api/indicators/dimensions/${encodeURIComponent(key)}`, dimension);
export const removeDimension = (key: string, version: number) =>
  request<void>('DELETE', `/api/indicators/dimensions/${encodeURIComponent(key)}${queryString({ version })}`);
export const tryFormula = (trial: Contract.FormulaTrial) =>
  request<Contract.FormulaResult>('POST', '/api/indicators/try', trial);
export const targetList = (query: Query, signal?: AbortSignal) =>
  get<Contract.TargetList>(`/api/indicators/targets${queryString(query)}`, signal);
export const setTargets = (targets: Contract.TargetsInput) =>
  request<Contract.TargetList>('PUT', '/api/indicators/targets', targets);
