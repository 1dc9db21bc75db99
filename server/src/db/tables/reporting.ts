// Regimes, indicators, calls, reports, and figures rolled up.
import type { Generated, GeneratedAlways } from 'kysely';
import type { IndicatorBody } from '../../indicators/body.ts';
import type { CallForm, RegimeBody } from '../../regimes/body.ts';
import type { Content } from '../../reports/content.ts';
import type { Json, Maybe, MaybeJson, MaybeTime, Time } from './column.ts';

export interface DimensionTable {
  key: string;
  name: string;
  nameEn: string;
  ordinal: Generated<number>;
  rootId: Maybe<number>;
  version: Generated<number>;
}

export interface DimensionItemTable {
  dimension: string;
  key: string;
  name: string;
  nameEn: string;
  ordinal: Generated<number>;
  endedOn: Maybe<string>;
  rootId: Maybe<number>;
}

export interface DimensionItemEndTable {
  rootId: number;
  dimension: string;
  key: string;
  endedOn: string;
}

export interface DayOffTable {
  id: Generated<number>;
  rootId: Maybe<number>;
  firstOn: string;
  lastOn: string;
  yearly: Generated<boolean>;
  works: Generated<boolean>;
  name: string;
  nameEn: string;
  personId: Maybe<number>;
  at: Time;
}

export interface IndicatorTable {
  id: Generated<number>;
  ownerId: Maybe<number>;
  rootId: Maybe<number>;
  code: string;
  body: Json<IndicatorBody>;
  ordinal: Generated<number>;
  proposed: Generated<boolean>;
  endedOn: Maybe<string>;
  version: Generated<number>;
  changedAt: Time;
}

export interface IndicatorVersionTable {
  indicatorId: number;
  version: number;
  body: Json<IndicatorBody>;
  at: Time;
  personId: Maybe<number>;
}

/** Numerics arrive as text and are written as text or number. */
export interface IndicatorTargetTable {
  id: Generated<number>;
  indicatorId: number;
  unitId: number;
  period: string;
  cell: Generated<string>;
  value: string;
  planId: Maybe<number>;
  note: Maybe<string>;
  version: Generated<number>;
  personId: Maybe<number>;
  at: Time;
}

export interface RegimeTable {
  id: Generated<number>;
  ownerId: number;
  rootId: number;
  name: string;
  endedOn: Maybe<string>;
  version: Generated<number>;
  demo: Generated<boolean>;
  createdBy: Maybe<number>;
  createdAt: Time;
}

export interface RegimeVersionTable {
  id: Generated<number>;
  regimeId: number;
  validFrom: string;
  body: Json<RegimeBody>;
  personId: Maybe<number>;
  at: Time;
}

export interface ReportCallTable {
  id: Generated<number>;
  ownerId: number;
  rootId: number;
  regimeId: Maybe<number>;
  name: string;
  kind: 'periodic' | 'thematic' | 'ad-hoc';
  frequency: string;
  period: Maybe<string>;
  windowFrom: string;
  windowTo: string;
  form: Json<CallForm>;
  note: Maybe<string>;
  calledOn: string;
  calledBy: Maybe<number>;
  status: Generated<'open' | 'closed' | 'cancelled'>;
  version: Generated<number>;
  demo: Generated<boolean>;
  createdAt: Time;
}

export type ReportStatus = 'draft' | 'submitted' | 'returned' | 'accepted' | 'approved' | 'locked';

export interface ReportTable {
  id: Generated<number>;
  callId: number;
  unitId: number;
  rootId: number;
  parentId: Maybe<number>;
  depth: number;
  tier: Maybe<string>;
  dueOn: string;
  firstDueOn: string;
  status: Generated<ReportStatus>;
  submittedOn: Maybe<string>;
  firstSubmittedOn: Maybe<string>;
  submittedBy: Maybe<number>;
  acceptedOn: Maybe<string>;
  approvedOn: Maybe<string>;
  excusedOn: Maybe<string>;
  excuse: Maybe<string>;
  reopened: Generated<number>;
  mergedInto: Maybe<number>;
  counted: GeneratedAlways<boolean>;
  derivedAt: MaybeTime;
  lastMovedOn: string;
  version: Generated<number>;
  handedAt: MaybeTime;
  handedBy: Maybe<number>;
  handedNote: Maybe<string>;
}

export interface ReportPartTable {
  callId: number;
  unitId: number;
  reportId: number;
}

export type Rule = 'sum' | 'last' | 'average' | 'distinct';

export interface ReportFigureTable {
  reportId: number;
  indicatorId: number;
  cell: Generated<string>;
  rule: Rule;
  value: Maybe<string>;
  weight: Maybe<string>;
  keys: string[] | null;
  names: string[] | null;
  derived: Maybe<string>;
  derivedKeys: string[] | null;
  derivedAt: MaybeTime;
  changed: Generated<boolean>;
  changedBy: Maybe<number>;
  changedAt: MaybeTime;
  reason: Maybe<string>;
  note: Maybe<string>;
  version: Generated<number>;
}

export interface FigureChangeTable {
  id: Generated<number>;
  reportId: number;
  indicatorId: number;
  cell: string;
  before: Maybe<string>;
  after: Maybe<string>;
  derived: Maybe<string>;
  reason: Maybe<string>;
  personId: Maybe<number>;
  at: Time;
  detail: MaybeJson<Readonly<Record<string, unknown>>>;
}

export interface ReportTextTable {
  reportId: number;
  sectionId: string;
  content: Json<Content>;
  version: Generated<number>;
  changedBy: Maybe<number>;
  changedAt: Time;
}

export interface ReportLinkTable {
  reportId: number;
  sectionId: string;
  no: number;
  sourceReportId: number;
  sourceSectionId: Maybe<string>;
  indicatorId: Maybe<number>;
  cell: Maybe<string>;
}

export interface ReportEvidenceTable {
  id: Generated<number>;
  reportId: number;
  sectionId: Maybe<string>;
  indicatorId: Maybe<number>;
  cell: Maybe<string>;
  kind: 'link' | 'document' | 'evidence' | 'duty' | 'file';
  title: string;
  url: Maybe<string>;
  documentId: Maybe<number>;
  evidenceId: Maybe<number>;
  dutyId: Maybe<number>;
  addedBy: Maybe<number>;
  addedAt: Time;
  removedAt: MaybeTime;
}

export interface ReportEventTable {
  id: Generated<number>;
  reportId: number;
  at: Time;
  day: string;
  personId: Maybe<number>;
  action: string;
  sectionId: Maybe<string>;
  reason: Maybe<string>;
  detail: MaybeJson<Readonly<Record<string, unknown>>>;
}

export interface UrgingReportTable {
  urgingId: number;
  reportId: number;
}

export interface ReportRemindedTable {
  reportId: number;
  days: number;
  dueOn: string;
}
