// What the workspace knows of this subject.
import type { z } from '@hono/zod-openapi';
import type * as http from '../http/schema.ts';
import type * as drafts from './draft-schema.ts';
import type * as graphs from './graph-schema.ts';
import type * as documents from './schema.ts';

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
export type DraftConflict = z.infer<typeof http.problem> & {
  readonly current: DraftState;
  readonly yours: DraftChange;
  readonly rebased: Draft | null;
};
export type Graph = z.infer<typeof graphs.graph>;
export type GraphNode = z.infer<typeof graphs.graphNode>;
export type GraphEdge = z.infer<typeof graphs.graphEdge>;
export type GraphQuery = z.input<typeof graphs.graphQuery>;
