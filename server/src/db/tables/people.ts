// People, their roles, programs, and the record of what they did.
import type { ColumnType, Generated } from 'kysely';
import type { Role } from '../../access/roles.ts';
import type { Json, Maybe, MaybeTime, Time } from './column.ts';

export interface PersonTable {
  id: Generated<number>;
  name: string;
  email: string;
  emailKey: string;
  phone: Maybe<string>;
  post: Maybe<string>;
  locale: Generated<'vi' | 'en'>;
  active: Generated<boolean>;
  demo: Generated<boolean>;
  version: Generated<number>;
  search: Generated<string>;
  searchExact: Generated<string>;
  createdAt: Time;
  lastSeenAt: MaybeTime;
  activeSince: Time;
  offBecause: Maybe<'administrator' | 'unused'>;
}

export interface RoleGrantTable {
  id: Generated<number>;
  personId: number;
  unitId: number;
  role: Role;
  validFrom: string;
  validTo: Maybe<string>;
  deputyFor: Maybe<number>;
  /** Given by who stood in for an administrator, or by whom they made one. */
  lent: Generated<boolean>;
  note: Maybe<string>;
  grantedBy: Maybe<number>;
  grantedAt: Time;
  endedAt: MaybeTime;
  endedBy: Maybe<number>;
}

export interface ApiTokenTable {
  id: Generated<number>;
  unitId: number;
  name: string;
  roles: Role[];
  hash: string;
  hint: string;
  createdBy: Maybe<number>;
  /** Who answers for it; without such a person who administers its unit, it is worth nothing. */
  keptBy: Maybe<number>;
  createdAt: Time;
  expiresOn: Maybe<string>;
  lastUsedAt: MaybeTime;
  revokedAt: MaybeTime;
}

export interface AuditTable {
  seq: number;
  at: ColumnType<Date, string, never>;
  personId: Maybe<number>;
  tokenId: Maybe<number>;
  who: string;
  address: Maybe<string>;
  action: string;
  subject: Maybe<string>;
  subjectId: Maybe<number>;
  unitId: Maybe<number>;
  rootId: Maybe<number>;
  detail: Json<Readonly<Record<string, unknown>>>;
  previous: string;
  hash: string;
  /** Under which it waited. */
  ticket: Maybe<string>;
}

/** A row on its way into the chain. */
export interface AuditWaitingTable {
  id: Generated<number>;
  ticket: string;
  at: ColumnType<Date, string, never>;
  personId: Maybe<number>;
  tokenId: Maybe<number>;
  who: string;
  address: Maybe<string>;
  action: string;
  subject: Maybe<string>;
  subjectId: Maybe<number>;
  unitId: Maybe<number>;
  rootId: Maybe<number>;
  detail: Json<Readonly<Record<string, unknown>>>;
  mark: string;
  since: Generated<Date>;
}

export interface AnsweredTable {
  asker: string;
  key: string;
  request: string;
  status: Maybe<number>;
  body: Maybe<string>;
  type: Maybe<string>;
  at: Time;
}
