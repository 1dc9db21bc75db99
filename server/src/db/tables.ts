// The rows as queries see them; schema.sql has the reasons.
import type { ColumnType, Generated } from 'kysely';
import type { Parsed } from '@nhipcau/document';
import type { Block, Page } from '@nhipcau/document';
import type { z } from 'zod';
import type { draft, milestone, operation } from '../documents/draft-schema.ts';
import type { progress, revisionDiff } from '../documents/schema.ts';

/** jsonb is written as text: the driver would send an array as PostgreSQL's own arrays. */
type Json<T> = ColumnType<T, string, string>;
type Time = ColumnType<Date, Date | undefined, Date>;
type MaybeTime = ColumnType<Date | null, Date | null | undefined, Date | null>;

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

interface UnitTable {
  id: Generated<number>;
  key: string | null;
  name: string;
  kind: string;
  level: string | null;
  code: string | null;
  province: string | null;
  parentId: number | null;
  validFrom: string | null;
  validTo: string | null;
  aliases: string[];
  search: string;
  searchExact: string;
  demo: Generated<boolean>;
  assumed: Generated<boolean>;
}

interface UnitSuccessorTable {
  unitId: number;
  successorId: number;
}

interface SeedTable {
  name: string;
  hash: string;
}

interface DocumentTable {
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

interface ReadingTable {
  documentId: number;
  text: string;
  blocks: Json<readonly Block[]>;
  pages: Json<readonly Page[]>;
  parsed: Json<Parsed>;
  recognised: Json<z.infer<typeof draft>>;
  base: Json<z.infer<typeof draft>>;
  diff: ColumnType<z.infer<typeof revisionDiff> | null, string | null | undefined, string | null>;
}

interface DraftTable {
  documentId: number;
  version: number;
  cursor: number;
  data: Json<z.infer<typeof draft>>;
}

interface DraftStepTable {
  documentId: number;
  seq: number;
  operations: Json<readonly z.infer<typeof operation>[]>;
  at: Time;
}

interface CitationTable {
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
  documentId: number;
  draftId: string;
  ordinal: number;
  text: string;
  groupName: string | null;
  dueKind: 'by' | 'during' | 'recurring' | 'unspecified';
  dueFrom: string | null;
  dueTo: string | null;
  dueEvery: 'year' | 'half-year' | 'quarter' | 'month' | 'week' | 'day' | null;
  items: string[];
  milestones: Json<readonly z.infer<typeof milestone>[]>;
  spanStart: number | null;
  spanEnd: number | null;
  rule: string | null;
  edited: string[];
  status: Generated<'open' | 'done' | 'cancelled'>;
  doneOn: string | null;
  note: string | null;
  version: Generated<number>;
  continues: number | null;
  withdrawnAt: MaybeTime;
  search: string;
  searchExact: string;
}

interface TaskAgencyTable {
  taskId: number;
  role: 'lead' | 'coordinating';
  ordinal: number;
  name: string;
  label: string;
  key: string;
  unitId: number | null;
}

interface TaskEventTable {
  id: Generated<number>;
  taskId: number;
  at: Time;
  action: string;
  field: string | null;
  before: string | null;
  after: string | null;
}

interface SavedViewTable {
  id: Generated<number>;
  name: string;
  nameKey: string;
  query: string;
  columns: string[] | null;
  createdAt: Time;
}

interface TrailTable {
  id: Generated<number>;
  documentId: number;
  at: Time;
  action: string;
  detail: string | null;
}

interface RefusalTable {
  documentId: number;
  at: Time;
}

export interface Tables {
  unit: UnitTable;
  unitSuccessor: UnitSuccessorTable;
  seed: SeedTable;
  document: DocumentTable;
  reading: ReadingTable;
  draft: DraftTable;
  draftStep: DraftStepTable;
  citation: CitationTable;
  task: TaskTable;
  taskAgency: TaskAgencyTable;
  taskEvent: TaskEventTable;
  savedView: SavedViewTable;
  trail: TrailTable;
  refusal: RefusalTable;
}
