// How people prove who they are, and what they are signed in with.
import type { Generated } from 'kysely';
import type { Maybe, MaybeTime } from './column.ts';

export interface CredentialTable {
  personId: number;
  password: Maybe<string>;
  passwordAt: MaybeTime;
  passwordLong: Generated<boolean>;
  totp: Maybe<string>;
  totpAt: MaybeTime;
  totpStep: Maybe<number>;
  totpPending: Maybe<string>;
}

export interface RecoveryCodeTable {
  personId: number;
  hash: string;
  usedAt: MaybeTime;
}

export interface SessionTable {
  id: Generated<string>;
  personId: number;
  hash: string;
  method: 'password' | 'sso' | 'demo';
  strong: Generated<boolean>;
  address: Maybe<string>;
  agent: Generated<string>;
  createdAt: Date;
  seenAt: Date;
  expiresAt: Date;
  lockedAt: MaybeTime;
  endedAt: MaybeTime;
  ssoToken: Maybe<string>;
}

export interface SignInAttemptTable {
  key: string;
  failures: number;
  lastAt: Date;
  lockedUntil: MaybeTime;
}

export interface InvitationTable {
  hash: string;
  personId: number;
  kind: 'invite' | 'reset';
  createdBy: Maybe<number>;
  createdAt: Date;
  expiresAt: Date;
  usedAt: MaybeTime;
}

export interface SsoFlowTable {
  hash: string;
  nonce: string;
  verifier: string;
  returnTo: string;
  createdAt: Date;
}

export interface SsoIdentityTable {
  issuer: string;
  subject: string;
  personId: number;
  createdAt: Date;
}

export interface SetupCodeTable {
  hash: string;
  createdAt: Date;
}
