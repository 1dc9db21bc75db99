// What the screens ask of the register of numbers.
import type * as Contract from '@nhipcau/server/contract';
import { get, queryString, request, type Query } from '../api.ts';

export const numberList = (query: Query, signal?: AbortSignal) =>
  get<Contract.NumberList>(`/api/numbers${queryString(query)}`, signal);
export const exportedNumbers = (format: 'xlsx' | 'csv' | 'json', query: Query) =>
  `/api/numbers/export.${format}${queryString(query)}`;
export const nextNumber = (query: Query, signal?: AbortSignal) =>
  get<Contract.NextNumber>(`/api/numbers/next${queryString(query)}`, signal);
export const numberScheme = (query: Query, signal?: AbortSignal) =>
  get<Contract.NumberScheme>(`/api/numbers/scheme${queryString(query)}`, signal);
export const setScheme = (scheme: Contract.NumberSchemeInput) =>
  request<Contract.NumberScheme>('PUT', '/api/numbers/scheme', scheme);
export const takeNumber = (wanted: Contract.NumberTake) =>
  request<Contract.NumberEntry>('POST', '/api/numbers', wanted);
export const giveNumber = (id: number, use: Contract.NumberUse) =>
  request<Contract.NumberEntry>('POST', `/api/numbers/${id}/use`, use);
export const extendNumber = (id: number, extend: Contract.NumberExtend) =>
  request<Contract.NumberEntry>('POST', `/api/numbers/${id}/extend`, extend);
export const cancelNumber = (id: number, cancel: Contract.NumberCancel) =>
  request<Contract.NumberEntry>('POST', `/api/numbers/${id}/cancel`, cancel);
export const editNumber = (id: number, edit: Contract.NumberEdit) =>
  request<Contract.NumberEntry>('PATCH', `/api/numbers/${id}`, edit);
export const beginSeries = (begin: Contract.SeriesBegin) =>
  request<unknown>('POST', '/api/numbers/series', begin);
