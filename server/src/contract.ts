// What the workspace knows of the server: types only, inferred from the schemas that check every request.
import type { z } from '@hono/zod-openapi';
import type * as drafts from './documents/draft-schema.ts';
import type * as graphs from './documents/graph-schema.ts';
import type * as documents from './documents/schema.ts';
import type * as http from './http/schema.ts';
import type * as system from './system/schema.ts';
import type * as tasks from './tasks/schema.ts';
import type * as units from './units/schema.ts';
import type * as views from './views/schema.ts';

export type Problem = z.infer<typeof http.problem>;

export type DocumentStatus = z.infer<typeof documents.status>;
export type Progress = z.infer<typeof documents.progress>;
export type DocumentSummary = z.infer<typeof documents.documentSummary>;
export type DocumentDetail = z.infer<typeof documents.documentDetail>;
export type DocumentRef = z.infer<typeof documents.documentRef>;
export type DocumentList = z.infer<typeof documents.documentList>;
export type DocumentListQuery = z.input<typeof documents.documentListQuery>;
export type DocumentEvent = z.infer<typeof documents.documentEvent>;
export type UploadResult = z.infer<typeof documents.uploadResult>;
export type Content = z.infer<typeof documents.content>;
export type Warning = z.infer<typeof documents.warning>;
export type RevisionDiff = z.infer<typeof documents.revisionDiff>;
export type AcceptRequest = z.infer<typeof documents.acceptRequest>;
export type WithdrawRequest = z.infer<typeof documents.withdrawRequest>;
export type RevisionRequest = z.infer<typeof documents.revisionRequest>;

export type DraftState = z.infer<typeof documents.draftState>;
export type Draft = z.infer<typeof drafts.draft>;
export type DraftField = z.infer<typeof drafts.draftField>;
export type DraftTask = z.infer<typeof drafts.draftTask>;
export type DraftAgency = z.infer<typeof drafts.agency>;
export type DraftCitation = z.infer<typeof drafts.citation>;
export type DraftSigner = z.infer<typeof drafts.signer>;
export type DraftDue = z.infer<typeof drafts.due>;
export type Operation = z.input<typeof drafts.operation>;
export type DraftChange = z.input<typeof drafts.draftChange>;

/** Body of 409 `stale-version`: the state now, what was sent, and what would come of applying it now (null: it no longer fits). */
export type DraftConflict = Problem & {
  readonly current: DraftState;
  readonly yours: DraftChange;
  readonly rebased: Draft | null;
};

export type Graph = z.infer<typeof graphs.graph>;
export type GraphNode = z.infer<typeof graphs.graphNode>;
export type GraphEdge = z.infer<typeof graphs.graphEdge>;
export type GraphQuery = z.input<typeof graphs.graphQuery>;

export type TaskStatus = z.infer<typeof tasks.taskStatus>;
export type TaskClass = z.infer<typeof tasks.taskClass>;
export type TaskAgency = z.infer<typeof tasks.taskAgency>;
export type TaskRow = z.infer<typeof tasks.taskRow>;
export type TaskSort = z.infer<typeof tasks.taskSort>;
export type TaskList = z.infer<typeof tasks.taskList>;
export type TaskListQuery = z.input<typeof tasks.taskListQuery>;
export type TaskDetail = z.infer<typeof tasks.taskDetail>;
export type TaskPatch = z.infer<typeof tasks.taskPatch>;

export type View = z.infer<typeof views.view>;
export type ViewInput = z.input<typeof views.viewInput>;
export type ViewList = z.infer<typeof views.viewList>;

export type Unit = z.infer<typeof units.unit>;
export type UnitList = z.infer<typeof units.unitList>;
export type UnitListQuery = z.input<typeof units.unitListQuery>;
export type Resolution = z.infer<typeof units.resolution>;

export type Health = z.infer<typeof system.health>;
export type Me = z.infer<typeof system.me>;
