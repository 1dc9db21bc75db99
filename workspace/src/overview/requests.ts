import type { Overview } from '@nhipcau/server/contract';
import { get, queryString, type Query } from '../api.ts';

export const exportedOverview = (form: string, query: Query) =>
  `/api/overview/export.${form}${queryString(query)}`;
export const overviewOf = (query: Query, signal?: AbortSignal) =>
  get<Overview>(`/api/overview${queryString(query)}`, signal);
