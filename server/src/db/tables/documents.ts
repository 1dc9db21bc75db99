// Documents, their drafts, and the register of tasks.
import type { ColumnType, Generated } from 'kysely';
import type { Block, Page, Parsed } from '@nhipcau/document';
import type { z } from 'zod';
import type { draft, milestone, operation } from '../../documents/draft-schema.ts';
import type { progress, revisionDiff } from '../../documents/schema.ts';
import type { DayOfPeriod } from '../../tasks/due-day.ts';
import type { Json, Maybe, MaybeJson, MaybeTime, Time } from './column.ts';

/** A problem as it is stored: its words come when somebody reads it, in that reader's language. */
export interface StoredProblem {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface StoredProposal {
  readonly documentId: number;
  readonly reason: 'same-number' | 'same-title';
  readonly similarity: number;
}

export interface SeedTable {
  name: string;
  hash: string;
}

export interface DocumentTable {
  ownerId: Maybe<number>;
  rootId: Maybe<number>;
  id: Generated<number>;
  status: 'reading' | 'review' | 'accepted' | 'superseded' | 'failed';
  sha256: string | null;
  fileName: string | null;
  waiting: string | null;
  mediaType: string | null;
  format: string | null;
  size: number;
  progress: ColumnType<z.infer<typeof progress> | null, string | null | undefined, string | null>;
  problem: ColumnType<StoredProblem | null, string | null | undefined, string | null>;
  type: string | null;
  number: string | null;
  numberKey: string | null;
  issuedOn: string | null;
  issuer: string | null;
  title: string | null;
  titleKey: string | null;
  tasks: Generated<number>;
  warnings: Generated<number>;
  search: Generated<string>;
  searchExact: Generated<string>;
  revisionOf: number | null;
  proposedRevision: ColumnType<StoredProposal | null, string | null | undefined, string | null>;
  supersededBy: number | null;
  demo: Generated<boolean>;
  createdAt: Time;
  readAt: MaybeTime;
  acceptedAt: MaybeTime;
}

export interface ReadingTable {
  documentId: number;
  text: string;
  blocks: Json<readonly Block[]>;
  pages: Json<readonly Page[]>;
  parsed: Json<Parsed>;
  recognised: Json<z.infer<typeof draft>>;
  base: Json<z.infer<typeof draft>>;
  diff: ColumnType<z.infer<typeof revisionDiff> | null, string | null | undefined, string | null>;
}

export interface DraftTable {
  documentId: number;
  version: number;
  cursor: number;
  data: Json<z.infer<typeof draft>>;
}

export interface DraftStepTable {
  documentId: number;
  seq: number;
  operations: Json<readonly z.infer<typeof operation>[]>;
  at: Time;
}

export interface CitationTable {
  id: Generated<number>;
  documentId: number;
  draftId: string;
  type: string | null;
  number: string | null;
  numberKey: string | null;
  date: string | null;
  issuer: string | null;
  title: string | null;
  role: 'basis' | 'mention';
  spanStart: number | null;
  spanEnd: number | null;
}

export interface TaskTable {
  id: Generated<number>;
  /** Of an imported document; null for a task of a plan that was drawn up here. */
  documentId: number | null;
  draftId: string | null;
  planId: Maybe<number>;
  planTaskId: Maybe<string>;
  ownerId: Maybe<number>;
  rootId: Maybe<number>;
  superiorTaskId: Maybe<number>;
  groupId: Maybe<number>;
  outputs: Generated<string[]>;
  budget: Maybe<string>;
  asksPlan: Generated<boolean>;
  onCall: Generated<boolean>;
  year: Maybe<number>;
  /** Kept by triggers of the duties that lead it. */
  duties: Generated<number>;
  dutiesOpen: Generated<number>;
  openDue: Maybe<string>;
  anyLate: Generated<boolean>;
  ordinal: number;
  text: string;
  groupName: string | null;
  dueKind: 'by' | 'during' | 'recurring' | 'unspecified';
  dueFrom: string | null;
  dueTo: string | null;
  dueEvery: 'five-years' | 'year' | 'half-year' | 'quarter' | 'month' | 'week' | 'day' | null;
  dueDay: MaybeJson<DayOfPeriod>;
  items: string[];
  milestones: Json<readonly z.infer<typeof milestone>[]>;
  spanStart: number | null;
  spanEnd: number | null;
  rule: string | null;
  edited: string[];
  version: Generated<number>;
  continues: number | null;
  withdrawnAt: MaybeTime;
  search: string;
  searchExact: string;
}

export interface TaskAgencyTable {
  taskId: number;
  role: 'lead' | 'coordinating';
  ordinal: number;
  name: string;
  label: string;
  key: string;
  unitId: number | null;
}

export interface TaskEventTable {
  id: Generated<number>;
  taskId: number;
  at: Time;
  action: string;
  field: string | null;
  before: string | null;
  after: string | null;
}

export interface SavedViewTable {
  rootId: Maybe<number>;
  id: Generated<number>;
  personId: Maybe<number>;
  name: string;
  nameKey: string;
  query: string;
  columns: string[] | null;
  createdAt: Time;
}

export interface TrailTable {
  id: Generated<number>;
  personId: Maybe<number>;
  documentId: number;
  at: Time;
  action: string;
  detail: string | null;
}

export interface RefusalTable {
  ownerId: Maybe<number>;
  rootId: Maybe<number>;
  documentId: number;
  at: Time;
}
