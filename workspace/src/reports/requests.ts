// What the screens of reports and of their calls ask of the server.
import type * as Contract from '@nhipcau/server/contract';
import { get, queryString, request, type Query } from '../api.ts';

export const reportList = (query: Query, signal?: AbortSignal) =>
  get<Contract.ReportList>(`/api/reports${queryString(query)}`, signal);
export const reportById = (id: number, signal?: AbortSignal) =>
  get<Contract.Report>(`/api/reports/${id}`, signal);
export const fillReport = (id: number, change: Contract.ReportChange) =>
  request<Contract.Report>('PATCH', `/api/reports/${id}`, change);

/** A step in the life of a report, as its address names it. */
export type ReportAct =
  | 'derive'
  | 'hand'
  | 'take-back'
  | 'give-back'
  | 'submit'
  | 'withdraw'
  | 'accept'
  | 'approve'
  | 'lock'
  | 'reopen'
  | 'return'
  | 'excuse'
  | 'extend';
export const stepReport = (
  id: number,
  act: ReportAct,
  how: Contract.ReportStep | Contract.ReportReturn | Contract.ReportExcuse | Contract.ReportExtend,
) => request<Contract.Report>('POST', `/api/reports/${id}/${act}`, how);
export const approveLevel = (id: number, version: number) =>
  request<Contract.ReportLevelDone>('POST', `/api/reports/${id}/approve-level`, { version });

export const figureRecords = (at: { id: number; indicatorId: number }, query: Query, signal?: AbortSignal) =>
  get<Contract.FigureRecords>(
    `/api/reports/${at.id}/figures/${at.indicatorId}/records${queryString(query)}`,
    signal,
  );
export const figureHistory = (id: number, indicatorId: number, signal?: AbortSignal) =>
  get<Contract.FigureHistory>(`/api/reports/${id}/figures/${indicatorId}/history`, signal);
export const reportEvents = (id: number, signal?: AbortSignal) =>
  get<Contract.ReportEvents>(`/api/reports/${id}/events`, signal);
export const reportUses = (id: number, signal?: AbortSignal) =>
  get<Contract.ReportUses>(`/api/reports/${id}/uses`, signal);
export const addEvidence = (id: number, evidence: Contract.ReportEvidenceInput) =>
  request<Contract.Report>('POST', `/api/reports/${id}/evidence`, evidence);
export const removeEvidence = (id: number, evidenceId: number) =>
  request<Contract.Report>('DELETE', `/api/reports/${id}/evidence/${evidenceId}`);

export const rollupOf = (id: number, signal?: AbortSignal) =>
  get<Contract.Rollup>(`/api/reports/${id}/rollup`, signal);
export const rollupParts = (at: { id: number; indicatorId: number; cell: string }, signal?: AbortSignal) =>
  get<Contract.RollupParts>(
    `/api/reports/${at.id}/rollup/${at.indicatorId}${queryString({ cell: at.cell })}`,
    signal,
  );
export const belowTexts = (id: number, section: string, signal?: AbortSignal) =>
  get<Contract.BelowTexts>(`/api/reports/${id}/below${queryString({ section })}`, signal);

/** A list of reports, one with its annexes, or a roll-up unit by unit, as a file. */
export const exportedReports = (form: string, query: Query) =>
  `/api/reports/export.${form}${queryString(query)}`;
export const exportedReport = (form: string, id: number) => `/api/reports/${id}/export.${form}`;
export const exportedRollup = (form: string, id: number) => `/api/reports/${id}/rollup-export.${form}`;
export const exportedCalls = (form: string, query: Query) => `/api/calls/export.${form}${queryString(query)}`;
/** Who has reported in a call. */
export const exportedCall = (form: string, id: number, query: Query) =>
  `/api/calls/${id}/export.${form}${queryString(query)}`;

export const callList = (query: Query, signal?: AbortSignal) =>
  get<Contract.ReportCallList>(`/api/calls${queryString(query)}`, signal);
export const callById = (id: number, signal?: AbortSignal) =>
  get<Contract.ReportCall>(`/api/calls/${id}`, signal);
export const previewCall = (call: Contract.ReportCallCreate, signal?: AbortSignal) =>
  request<Contract.CallPreview>('POST', '/api/calls/preview', call, signal);
export const createCall = (call: Contract.ReportCallCreate) =>
  request<Contract.ReportCall>('POST', '/api/calls', call);
export const stepCall = (
  id: number,
  act: 'close' | 'reopen' | 'cancel',
  how: { version: number; reason?: string },
) => request<Contract.ReportCall>('POST', `/api/calls/${id}/${act}`, how);
export const addToCall = (id: number, units: Contract.ReportCallAdd) =>
  request<Contract.ReportCall>('POST', `/api/calls/${id}/add`, units);
export const urgeReports = (id: number, urging: Contract.UrgeReports) =>
  request<Contract.UrgedReports>('POST', `/api/calls/${id}/urge`, urging);

/** Official documents that carried the report out, newest first. */
export const issuedOf = (report: number, signal?: AbortSignal) =>
  get<Contract.OutgoingList>(
    `/api/outgoing${queryString({ report, status: 'issued', sort: '-issued' })}`,
    signal,
  );
/** The outgoing document that carries the report. */
export const draftOutgoing = (reportId: number) =>
  request<{ readonly id: number }>('POST', '/api/outgoing', { reportId });
