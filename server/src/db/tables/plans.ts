// Plans and their editions.
import type { Generated } from 'kysely';
import type { z } from 'zod';
import type { planBody } from '../../plans/body.ts';
import type { Json, Maybe, MaybeJson, Time } from './column.ts';

type Body = z.infer<typeof planBody>;

export interface PlanHead {
  readonly title: string;
  readonly periodFrom: string;
  readonly periodTo: string;
}

export interface PlanTable {
  id: Generated<number>;
  ownerId: number;
  rootId: number;
  status: 'draft' | 'submitted' | 'returned' | 'approved' | 'issued' | 'closed';
  title: string;
  periodFrom: string;
  periodTo: string;
  number: Maybe<string>;
  issuedOn: Maybe<string>;
  signer: Maybe<string>;
  documentId: Maybe<number>;
  confirmerId: Maybe<number>;
  superiorId: Maybe<number>;
  previousId: Maybe<number>;
  body: Json<Body>;
  taskCount: Generated<number>;
  version: Generated<number>;
  edition: Generated<number>;
  amendment: MaybeJson<Body>;
  amendmentStatus: Maybe<'draft' | 'submitted' | 'returned' | 'approved'>;
  amendmentHead: MaybeJson<PlanHead>;
  amendmentDocumentId: Maybe<number>;
  submittedBy: Maybe<number>;
  demo: Generated<boolean>;
  search: Generated<string>;
  searchExact: Generated<string>;
  createdBy: Maybe<number>;
  createdAt: Time;
  changedAt: Time;
}

export interface PlanEditionTable {
  planId: number;
  edition: number;
  title: string;
  periodFrom: string;
  periodTo: string;
  body: Json<Body>;
  number: Maybe<string>;
  numberKey: Maybe<string>;
  documentId: Maybe<number>;
  issuedOn: string;
  signer: Maybe<string>;
  reason: Maybe<string>;
  issuedAt: Time;
  issuedBy: Maybe<number>;
}

export interface PlanEventTable {
  id: Generated<number>;
  planId: number;
  at: Time;
  personId: Maybe<number>;
  action: string;
  reason: Maybe<string>;
  detail: MaybeJson<Readonly<Record<string, unknown>>>;
}

export interface TaskGroupTable {
  id: Generated<number>;
  rootId: number | null;
  name: string;
  nameKey: string;
}

export interface AssignmentTable {
  taskId: number;
  unitId: number;
  role: 'lead' | 'coordinating';
  part: Maybe<string>;
  name: string;
}

export interface UnitSourceTable {
  unitId: number;
  rootId: number;
}
