// What the screen of other document systems asks of the server.
import type * as Contract from '@nhipcau/server/contract';
import { get, queryString, request, type Query } from '../api.ts';

export const peerList = (signal?: AbortSignal) =>
  get<{ rows: Contract.ExchangePeer[] }>('/api/exchange/peers', signal);
export const makePeer = (input: Contract.ExchangePeerInput) =>
  request<Contract.NewExchangePeer>('POST', '/api/exchange/peers', input);
export const changePeer = (id: number, change: Contract.ExchangePeerChange) =>
  request<Contract.ExchangePeer & { key: string | null }>('PATCH', `/api/exchange/peers/${id}`, change);
export const tryPeer = (id: number) =>
  request<Contract.ExchangePeer>('POST', `/api/exchange/peers/${id}/try`);
export const sentToPeer = (id: number, query: Query, signal?: AbortSignal) =>
  get<Contract.ExchangePeerSent>(`/api/exchange/peers/${id}/sent${queryString(query)}`, signal);
export const packages = (signal?: AbortSignal) =>
  get<{ rows: Contract.ExchangeMessage[] }>('/api/exchange/messages', signal);
export const answerRecall = (id: number, answer: Contract.ExchangeRecallAnswer) =>
  request<Contract.ExchangeMessage>('POST', `/api/exchange/messages/${id}/recall`, answer);
