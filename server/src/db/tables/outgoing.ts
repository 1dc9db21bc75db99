// Outgoing documents, their numbers, and whom they were sent to.
import type { Generated } from 'kysely';
import type { z } from 'zod';
import type { content } from '../../outgoing/content.ts';
import type { Defaulted, Json, Maybe, MaybeJson, MaybeTime, Time } from './column.ts';

type Content = z.infer<typeof content>;

export interface Named {
  readonly name: string;
  readonly abbreviation: string;
}

export interface NumberSchemeTable {
  unitId: number;
  fromYear: number;
  series: 'common' | 'by-type';
  ownSeries: string[];
  abbreviation: string;
  symbol: string;
  letterSymbol: string;
  drafters: Defaulted<readonly Named[]>;
  bodies: Defaulted<readonly Named[]>;
  version: Generated<number>;
  changedBy: Maybe<number>;
  changedAt: Time;
}

export interface NumberSeriesTable {
  unitId: number;
  year: number;
  code: string;
  last: Generated<number>;
  begunAfter: Generated<number>;
  begunReason: Maybe<string>;
}

export interface NumberEntryTable {
  id: Generated<number>;
  unitId: number;
  rootId: number;
  year: number;
  series: string;
  number: number;
  type: string;
  body: Maybe<string>;
  drafter: Maybe<string>;
  symbol: Maybe<string>;
  status: 'reserved' | 'used' | 'cancelled';
  takenBy: Maybe<number>;
  takenName: Maybe<string>;
  takenAt: Time;
  purpose: Maybe<string>;
  until: Maybe<string>;
  issuedOn: Maybe<string>;
  title: Maybe<string>;
  signer: Maybe<string>;
  recipients: Generated<string[]>;
  archive: Maybe<string>;
  copies: Maybe<number>;
  sentOn: Maybe<string>;
  receivedBy: Maybe<string>;
  note: Maybe<string>;
  cancelledBy: Maybe<number>;
  cancelledName: Maybe<string>;
  cancelledAt: MaybeTime;
  cancelReason: Maybe<string>;
  planId: Maybe<number>;
  outside: Generated<boolean>;
  demo: Generated<boolean>;
  search: Generated<string>;
  searchExact: Generated<string>;
  version: Generated<number>;
}

export interface OutgoingTable {
  id: Generated<number>;
  ownerId: number;
  rootId: number;
  drafterId: Maybe<number>;
  status: 'draft' | 'submitted' | 'returned' | 'signed' | 'numbered' | 'issued' | 'recalled';
  type: string;
  title: string;
  content: Json<Content>;
  draftNo: Generated<number>;
  version: Generated<number>;
  body: Maybe<string>;
  planId: Maybe<number>;
  reportId: Maybe<number>;
  documentId: Maybe<number>;
  numberId: Maybe<number>;
  number: Maybe<number>;
  symbol: Maybe<string>;
  issuedOn: Maybe<string>;
  submittedBy: Maybe<number>;
  signedBy: Maybe<number>;
  signedAt: MaybeTime;
  signature: Maybe<string>;
  issuedBy: Maybe<number>;
  issuedAt: MaybeTime;
  recalledAt: MaybeTime;
  recallReason: Maybe<string>;
  demo: Generated<boolean>;
  search: Generated<string>;
  searchExact: Generated<string>;
  createdBy: Maybe<number>;
  createdAt: Time;
  changedAt: Time;
}

export interface OutgoingDraftTable {
  outgoingId: number;
  no: number;
  content: Json<Content>;
  begunAt: MaybeTime;
  at: Time;
  personId: Maybe<number>;
  who: string;
  note: Maybe<string>;
}

export interface OutgoingCommentTable {
  id: Generated<number>;
  outgoingId: number;
  draftNo: number;
  path: Maybe<string>;
  text: string;
  at: Time;
  personId: Maybe<number>;
  who: string;
  resolvedAt: MaybeTime;
  resolvedWho: Maybe<string>;
}

export interface OutgoingViewTable {
  outgoingId: number;
  asker: string;
  draftNo: number;
  who: string;
  firstAt: Time;
  lastAt: Time;
  times: Generated<number>;
}

export interface OutgoingEventTable {
  id: Generated<number>;
  outgoingId: number;
  at: Time;
  personId: Maybe<number>;
  who: string;
  action: string;
  reason: Maybe<string>;
  detail: MaybeJson<Readonly<Record<string, unknown>>>;
}

export interface OutgoingFileTable {
  outgoingId: number;
  kind: 'docx' | 'pdf';
  sha256: string;
  size: number;
  madeAt: Time;
}

export interface OutgoingLinkTable {
  fromId: number;
  toId: number;
  kind: 'corrects' | 'replaces';
  reason: string;
}

export interface ExchangePeerTable {
  id: Generated<number>;
  unitId: number;
  name: string;
  code: string;
  url: string;
  token: Maybe<string>;
  keyHash: string;
  active: Generated<boolean>;
  version: Generated<number>;
  createdBy: Maybe<number>;
  createdAt: Time;
  triedAt: MaybeTime;
  triedId: Maybe<string>;
  triedAnswered: Maybe<number>;
  triedProblem: Maybe<string>;
  triedCode: Maybe<StatusCode>;
  triedCodeAt: MaybeTime;
}

export interface OutgoingReceiverTable {
  id: Generated<number>;
  outgoingId: number;
  name: string;
  way: 'inside' | 'email' | 'edxml' | 'paper';
  unitId: Maybe<number>;
  email: Maybe<string>;
  peerId: Maybe<number>;
  state: 'waiting' | 'sent' | 'failed';
  attempts: Generated<number>;
  answered: Maybe<number>;
  problem: Maybe<string>;
  addedBy: Maybe<number>;
  addedAt: Time;
  sentAt: MaybeTime;
  lastAt: MaybeTime;
  recall: Maybe<'waiting' | 'sent' | 'failed'>;
  recalledAt: MaybeTime;
  code: Maybe<StatusCode>;
  codeAt: MaybeTime;
  codeNote: Maybe<string>;
  externalId: Maybe<string>;
  receivedBy: Maybe<string>;
  receivedOn: Maybe<string>;
  sendingSince: MaybeTime;
  language: Generated<'vi' | 'en'>;
}

export type StatusCode = '01' | '02' | '03' | '04' | '05' | '06' | '13' | '15' | '16';

export interface OutgoingStateTable {
  id: Generated<number>;
  receiverId: number;
  code: StatusCode;
  at: Time;
  saidAt: Maybe<string>;
  note: Maybe<string>;
  staff: Maybe<string>;
}
