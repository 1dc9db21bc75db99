// What people and programs are told.
import type { Generated } from 'kysely';
import type { Json, Maybe, MaybeTime, Time } from './column.ts';

export interface NoticeTable {
  id: Generated<number>;
  personId: number;
  kind: string;
  data: Json<Readonly<Record<string, string | number | null>>>;
  dutyId: Maybe<number>;
  planId: Maybe<number>;
  reportId: Maybe<number>;
  outgoingId: Maybe<number>;
  at: Time;
  readAt: MaybeTime;
  mail: Generated<'none' | 'digest' | 'now' | 'sent' | 'failed'>;
  mailedAt: MaybeTime;
}

export interface NoticeWishTable {
  personId: number;
  kind: string;
  app: boolean;
  mail: 'off' | 'digest' | 'now';
}

export interface FeedTable {
  id: Generated<number>;
  personId: number;
  unitId: Maybe<number>;
  hash: string;
  createdAt: Time;
  revokedAt: MaybeTime;
}

export interface ReminderRuleTable {
  id: Generated<number>;
  rootId: Maybe<number>;
  days: number;
  target: 'unit' | 'leader' | 'confirmer' | 'superior';
}

export interface RemindedTable {
  dutyId: number;
  ruleId: number;
  dueOn: string;
  at: Time;
}

export interface WebhookTable {
  id: Generated<number>;
  unitId: number;
  url: string;
  secret: string;
  events: string[];
  active: Generated<boolean>;
  createdBy: Maybe<number>;
  createdAt: Time;
  version: Generated<number>;
}

export interface WebhookDeliveryTable {
  id: Generated<number>;
  webhookId: number;
  event: string;
  body: string;
  at: Time;
  attempts: Generated<number>;
  status: Generated<'waiting' | 'delivered' | 'failed'>;
  answered: Maybe<number>;
  problem: Maybe<string>;
  lastAt: MaybeTime;
}

export interface HouseKeyTable {
  name: string;
  value: string;
}
