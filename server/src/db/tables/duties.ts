// Duties and all that happens to them.
import type { Generated } from 'kysely';
import type { DutyAction } from '../../duties/history.ts';
import type { Json, Maybe, MaybeJson, MaybeTime, Time } from './column.ts';

export interface DutyTable {
  id: Generated<number>;
  taskId: number;
  unitId: number;
  role: 'lead' | 'coordinating';
  part: Maybe<string>;
  period: Maybe<string>;
  openedOn: string;
  dueOn: Maybe<string>;
  firstDueOn: Maybe<string>;
  doneOn: Maybe<string>;
  receivedOn: Maybe<string>;
  reportedAt: MaybeTime;
  confirmedOn: Maybe<string>;
  cancelledOn: Maybe<string>;
  returned: Generated<boolean>;
  onceLate: Generated<boolean>;
  doneFloor: Maybe<string>;
  progress: Maybe<number>;
  lastMovedOn: string;
  confirmerId: Maybe<number>;
  planId: Maybe<number>;
  ownPlanId: Maybe<number>;
  rootId: number;
  groupId: Maybe<number>;
  year: number;
  version: Generated<number>;
}

export interface DutyEventTable {
  id: Generated<number>;
  dutyId: number;
  at: Time;
  day: string;
  personId: Maybe<number>;
  action: DutyAction;
  note: Maybe<string>;
  detail: MaybeJson<Readonly<Record<string, unknown>>>;
}

export interface DutyMilestoneTable {
  dutyId: number;
  no: number;
  title: string;
  dueOn: Maybe<string>;
  doneOn: Maybe<string>;
}

export interface EvidenceTable {
  id: Generated<number>;
  /** Of a duty or of a report, never both. */
  dutyId: Maybe<number>;
  reportId: Maybe<number>;
  output: Maybe<number>;
  kind: 'file' | 'link' | 'record';
  title: string;
  url: Maybe<string>;
  sha256: Maybe<string>;
  fileName: Maybe<string>;
  mediaType: Maybe<string>;
  size: Maybe<number>;
  addedBy: Maybe<number>;
  addedAt: Time;
  removedAt: MaybeTime;
  state: Generated<'checking' | 'kept' | 'refused'>;
  waiting: Maybe<string>;
  refusal: Maybe<'secret-mark' | 'unreadable'>;
}

export interface ExtensionTable {
  id: Generated<number>;
  dutyId: number;
  askedOn: string;
  askedBy: Maybe<number>;
  wantedOn: string;
  reason: string;
  decidedOn: Maybe<string>;
  decidedBy: Maybe<number>;
  granted: Maybe<boolean>;
  dueOn: Maybe<string>;
  beforeOn: Maybe<string>;
  answer: Maybe<string>;
}

export interface DueChangeTable {
  id: Generated<number>;
  dutyId: number;
  onDay: string;
  beforeOn: Maybe<string>;
  afterOn: Maybe<string>;
}

export interface DutyTransferTable {
  id: Generated<number>;
  dutyId: number;
  fromUnitId: number;
  toUnitId: number;
  onDay: string;
  reorganisationId: Maybe<number>;
  reason: Maybe<string>;
  personId: Maybe<number>;
  at: Time;
  fromRootId: Maybe<number>;
}

export interface DutyMoveTable {
  reorganisationId: number;
  dutyId: number;
  fromUnitId: number;
  toUnitId: number;
  onDay: string;
}

export interface UrgingTable {
  id: Generated<number>;
  rootId: number;
  fromUnitId: Maybe<number>;
  toUnitId: number;
  personId: Maybe<number>;
  channel: 'system' | 'letter' | 'phone' | 'email' | 'meeting';
  reference: Maybe<string>;
  message: string;
  urgedOn: string;
  answerBy: Maybe<string>;
  answeredAt: MaybeTime;
  answeredBy: Maybe<number>;
  answer: Maybe<string>;
  at: Time;
}

export interface UrgingDutyTable {
  urgingId: number;
  dutyId: number;
}

export interface InspectionTable {
  id: Generated<number>;
  rootId: number;
  byUnitId: number;
  unitId: number;
  onDay: string;
  members: Generated<string>;
  summary: Generated<string>;
  version: Generated<number>;
  createdBy: Maybe<number>;
  createdAt: Time;
}

export interface FindingTable {
  id: Generated<number>;
  inspectionId: number;
  dutyId: Maybe<number>;
  text: string;
  remedy: string;
  remedyBy: string;
  remediedOn: Maybe<string>;
  remediedNote: Maybe<string>;
}

export interface BulkTable {
  id: Generated<number>;
  personId: Maybe<number>;
  action: string;
  at: Time;
  items: Json<readonly unknown[]>;
  undoneAt: MaybeTime;
}
