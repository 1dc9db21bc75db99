// What the screens of plans ask of the server.
import type * as Contract from '@nhipcau/server/contract';
import { get, queryString, request, type Query } from '../api.ts';

export const exportedPlans = (form: string, query: Query) => `/api/plans/export.${form}${queryString(query)}`;
export const planList = (query: Query, signal?: AbortSignal) =>
  get<Contract.PlanList>(`/api/plans${queryString(query)}`, signal);
export const planById = (id: number, signal?: AbortSignal) =>
  get<Contract.PlanDetail>(`/api/plans/${id}`, signal);
export const createPlan = (plan: Contract.PlanCreate) =>
  request<Contract.PlanDetail>('POST', '/api/plans', plan);
export const changePlan = (id: number, change: Contract.PlanChange) =>
  request<Contract.PlanDetail>('PATCH', `/api/plans/${id}`, change);

/** A step in the life of a plan, as its address names it. */
export type LifeStep =
  | 'submit'
  | 'withdraw'
  | 'return'
  | 'approve'
  | 'amend'
  | 'drop-amendment'
  | 'close'
  | 'reopen';
export const stepPlan = (id: number, step: LifeStep, how: Contract.PlanStep) =>
  request<Contract.PlanDetail>('POST', `/api/plans/${id}/${step}`, how);
export const issuePlan = (id: number, how: Contract.PlanIssue) =>
  request<Contract.PlanDetail>('POST', `/api/plans/${id}/issue`, how);
export const removePlan = (id: number, version: number) =>
  request<void>('DELETE', `/api/plans/${id}${queryString({ version })}`);

export const handDownOf = (id: number, issuedOn: string, signal?: AbortSignal) =>
  get<Contract.HandDown>(`/api/plans/${id}/hand-down${queryString({ issuedOn })}`, signal);
export const openWorkOf = (id: number, signal?: AbortSignal) =>
  get<Contract.OpenWork>(`/api/plans/${id}/open-work`, signal);
export const planDiff = (id: number, query: Query, signal?: AbortSignal) =>
  get<Contract.PlanDiff>(`/api/plans/${id}/diff${queryString(query)}`, signal);
export const coverageOf = (id: number, signal?: AbortSignal) =>
  get<Contract.Coverage>(`/api/plans/${id}/coverage`, signal);

/** Which units a name means today. */
export const resolveName = (name: string, signal?: AbortSignal) =>
  get<Contract.Resolution>(`/api/units/resolve${queryString({ name })}`, signal);
