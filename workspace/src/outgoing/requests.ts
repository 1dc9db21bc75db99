// What the screens of outgoing documents ask of the server.
import type * as Contract from '@nhipcau/server/contract';
import { get, queryString, request, type Query } from '../api.ts';

const at = (id: number) => `/api/outgoing/${id}`;

export const outgoingList = (query: Query, signal?: AbortSignal) =>
  get<Contract.OutgoingList>(`/api/outgoing${queryString(query)}`, signal);
export const exportedOutgoing = (form: string, query: Query) =>
  `/api/outgoing/export.${form}${queryString(query)}`;
export const outgoingById = (id: number, signal?: AbortSignal) =>
  get<Contract.OutgoingDetail>(at(id), signal);
export const createOutgoing = (wanted: Contract.OutgoingCreate) =>
  request<Contract.OutgoingDetail>('POST', '/api/outgoing', wanted);
export const changeOutgoing = (id: number, change: Contract.OutgoingChange) =>
  request<Contract.OutgoingDetail>('PATCH', at(id), change);
export const removeOutgoing = (id: number, version: number) =>
  request<void>('DELETE', `${at(id)}${queryString({ version })}`);

/** A step in its life that asks for no more than a reason; each answers with the document, the last two with a new one. */
export type StepAddress =
  | 'submit'
  | 'withdraw'
  | 'return'
  | 'cancel-number'
  | 'issue'
  | 'recall'
  | 'correct'
  | 'replace';
export const stepOutgoing = (id: number, step: StepAddress, how: Contract.OutgoingStep) =>
  request<Contract.OutgoingDetail>('POST', `${at(id)}/${step}`, how);
export const signOutgoing = (id: number, how: Contract.OutgoingSign) =>
  request<Contract.OutgoingDetail>('POST', `${at(id)}/sign`, how);
export const numberOutgoing = (id: number, how: Contract.OutgoingNumber) =>
  request<Contract.OutgoingDetail>('POST', `${at(id)}/number`, how);

export const formCheckOf = (id: number, signal?: AbortSignal) =>
  get<Contract.FormCheck>(`${at(id)}/check`, signal);
export const draftOf = (id: number, no: number, signal?: AbortSignal) =>
  get<Contract.OutgoingDraft>(`${at(id)}/drafts/${no}`, signal);
export const viewsOf = (id: number, signal?: AbortSignal) =>
  get<Contract.OutgoingViews>(`${at(id)}/views`, signal);
export const suggestionsOf = (id: number, signal?: AbortSignal) =>
  get<Contract.ReceiverSuggestions>(`${at(id)}/suggestions`, signal);
export const addComment = (id: number, comment: Contract.OutgoingCommentInput) =>
  request<Contract.OutgoingDetail>('POST', `${at(id)}/comments`, comment);
export const settleComment = (id: number, comment: number) =>
  request<Contract.OutgoingDetail>('POST', `${at(id)}/comments/${comment}/settle`);
export const sendOutgoing = (id: number, send: Contract.OutgoingSend) =>
  request<Contract.OutgoingDetail>('POST', `${at(id)}/receivers`, send);
export const sendAgain = (id: number, receiver: number) =>
  request<Contract.OutgoingDetail>('POST', `${at(id)}/receivers/${receiver}/again`);
export const putDownReceipt = (id: number, receiver: number, receipt: Contract.ReceiverEdit) =>
  request<Contract.OutgoingDetail>('PATCH', `${at(id)}/receivers/${receiver}`, receipt);
export const peersOf = (unit: number, signal?: AbortSignal) =>
  get<{ readonly rows: readonly Contract.ExchangePeer[] }>(
    `/api/exchange/peers${queryString({ unit })}`,
    signal,
  );

/** Official once it is issued, a preview before. */
export const fileOf = (id: number, kind: 'pdf' | 'docx') => `${at(id)}/file.${kind}`;
