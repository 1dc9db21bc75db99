// What the screens of duties ask the server.
import type {
  BulkRequest,
  BulkResult,
  Called,
  CallRequest,
  DutyDetail,
  DutyList,
  DutyStep,
  Inspection,
  InspectionInput,
  InspectionList,
  LinkEvidence,
  PlanList,
  Urging,
  UrgingList,
  UrgeRequest,
} from '@nhipcau/server/contract';
import { get, postOnce, queryString, request, type Query } from '../api.ts';

export const dutyList = (query: Query, signal?: AbortSignal) =>
  get<DutyList>(`/api/duties${queryString(query)}`, signal);
export const dutyById = (id: number, signal?: AbortSignal) => get<DutyDetail>(`/api/duties/${id}`, signal);
/** `key`: the same for every try of the same step. */
export const takeStep = (id: number, step: DutyStep, key: string) =>
  postOnce<DutyDetail>(`/api/duties/${id}/steps`, step, key);
export const exportedDuties = (format: 'xlsx' | 'csv' | 'json' | 'ics', query: Query) =>
  `/api/duties/export.${format}${queryString(query)}`;

export const takeSteps = (body: BulkRequest) => request<BulkResult>('POST', '/api/duties/bulk', body);
export const undoSteps = (bulkId: number) =>
  request<BulkResult>('POST', `/api/duties/bulk/${bulkId}/undo`, {});

export const callDuties = (body: CallRequest) => request<Called>('POST', '/api/duties/calls', body);

export const addLink = (id: number, link: LinkEvidence) =>
  request<DutyDetail>('POST', `/api/duties/${id}/evidence/links`, link);
export const removeEvidence = (id: number, evidenceId: number) =>
  request<DutyDetail>('DELETE', `/api/duties/${id}/evidence/${evidenceId}`);
export const evidenceFile = (id: number, evidenceId: number) =>
  `/api/duties/${id}/evidence/${evidenceId}/file`;

export const urge = (body: UrgeRequest) => request<UrgingList>('POST', '/api/urgings', body);
export const urgingList = (query: Query, signal?: AbortSignal) =>
  get<UrgingList>(`/api/urgings${queryString(query)}`, signal);
export const answerUrging = (id: number, answer: string) =>
  request<Urging>('POST', `/api/urgings/${id}/answer`, { answer });

export const inspectionList = (query: Query, signal?: AbortSignal) =>
  get<InspectionList>(`/api/inspections${queryString(query)}`, signal);
export const addInspection = (input: InspectionInput) =>
  request<Inspection>('POST', '/api/inspections', input);
export const changeInspection = (id: number, input: InspectionInput) =>
  request<Inspection>('PUT', `/api/inspections/${id}`, input);
export const remedy = (inspectionId: number, findingId: number, body: { on: string; note: string }) =>
  request<Inspection>('POST', `/api/inspections/${inspectionId}/findings/${findingId}/remedied`, body);

export const planChoices = (signal?: AbortSignal) =>
  get<PlanList>('/api/plans?size=100&sort=-issued&status=issued', signal);
export const unitById = (id: number, signal?: AbortSignal) =>
  get<{ name: string }>(`/api/units/${id}`, signal);
