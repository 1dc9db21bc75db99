// Packages that document systems have sent.
import type { Generated } from 'kysely';
import type { Maybe, MaybeTime, Time } from './column.ts';

export interface ExchangeMessageTable {
  id: Generated<number>;
  unitId: number;
  senderCode: string;
  senderName: string;
  externalId: string;
  number: Maybe<string>;
  issuedOn: Maybe<string>;
  subject: Maybe<string>;
  receivedAt: Time;
  recallAskedAt: MaybeTime;
  recallReason: Maybe<string>;
  recallAnswer: Maybe<'15' | '16'>;
  recallAnsweredAt: MaybeTime;
  recallAnsweredBy: Maybe<number>;
  recallNote: Maybe<string>;
  replacedBy: Maybe<number>;
}

export interface ExchangeDocumentTable {
  messageId: number;
  ordinal: number;
  name: string;
  documentId: Maybe<number>;
  refused: Maybe<string>;
  sha256: Maybe<string>;
}
