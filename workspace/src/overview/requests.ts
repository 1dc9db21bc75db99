import type { Overview } from '@nhipcau/server/contract';
import { get, queryString, type Query } from '../api.ts';

export const overviewOf = (query: Query, signal?: AbortSignal) =>
  get<Overview>(`/api/overview${queryString(query)}`, signal);
