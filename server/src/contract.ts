// What the workspace knows of the server: types only, inferred from the schemas that check every request.
import type { z } from '@hono/zod-openapi';
import type * as accounts from './accounts/schema.ts';
import type * as tokens from './accounts/token-schema.ts';
import type * as access from './access/schema.ts';
import type * as audits from './audit/schema.ts';
import type * as drafts from './documents/draft-schema.ts';
import type * as duties from './duties/schema.ts';
import type * as graphs from './documents/graph-schema.ts';
import type * as documents from './documents/schema.ts';
import type * as http from './http/schema.ts';
import type * as notices from './notices/schema.ts';
import type * as overviews from './overview/schema.ts';
import type * as people from './people/schema.ts';
import type * as planBodies from './plans/body.ts';
import type * as plans from './plans/schema.ts';
import type * as system from './system/schema.ts';
import type * as tasks from './tasks/schema.ts';
import type * as unitImports from './units/import-schema.ts';
import type * as reorganisations from './units/reorganise-schema.ts';
import type * as units from './units/schema.ts';
import type * as unitTrees from './units/tree-schema.ts';
import type * as webhooks from './webhooks/schema.ts';
import type * as views from './views/schema.ts';

export type Problem = z.infer<typeof http.problem>;

export type Entrance = z.infer<typeof accounts.entrance>;
export type SignIn = z.input<typeof accounts.signIn>;
export type OwnAccount = z.infer<typeof accounts.ownAccount>;
export type OwnAccountChange = z.input<typeof accounts.ownChange>;
export type TotpBegun = z.infer<typeof accounts.totpBegun>;
export type RecoveryCodes = z.infer<typeof accounts.recoveryCodes>;
export type Invitation = z.infer<typeof accounts.invitation>;

export type PersonSummary = z.infer<typeof people.personSummary>;
export type PersonList = z.infer<typeof people.personList>;
export type PersonListQuery = z.input<typeof people.personListQuery>;
export type Person = z.infer<typeof people.personDetail>;
export type RoleGrant = z.infer<typeof people.grant>;
export type RoleGrantInput = z.input<typeof people.grantInput>;
export type PersonPrivate = z.infer<typeof people.personPrivate>;
export type PersonInput = z.input<typeof people.personInput>;
export type PersonPatch = z.input<typeof people.personPatch>;
export type DeputyInput = z.input<typeof people.deputyInput>;
export type InvitationLink = z.infer<typeof people.issuedLink>;
export type PeopleImport = z.infer<typeof people.importResult>;
export type Token = z.infer<typeof tokens.token>;
export type TokenList = z.infer<typeof tokens.tokenList>;
export type TokenMade = z.infer<typeof tokens.tokenMade>;
export type TokenInput = z.input<typeof tokens.tokenInput>;

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

export type TaskClass = z.infer<typeof tasks.taskClass>;
export type TaskAgency = z.infer<typeof tasks.taskAgency>;
export type TaskRow = z.infer<typeof tasks.taskRow>;
export type TaskSort = z.infer<typeof tasks.taskSort>;
export type TaskFacets = z.infer<typeof tasks.taskFacets>;
export type TaskList = z.infer<typeof tasks.taskList>;
export type TaskListQuery = z.input<typeof tasks.taskListQuery>;
export type TaskDetail = z.infer<typeof tasks.taskDetail>;

export type View = z.infer<typeof views.view>;
export type ViewInput = z.input<typeof views.viewInput>;
export type ViewList = z.infer<typeof views.viewList>;

export type Unit = z.infer<typeof units.unit>;
export type UnitList = z.infer<typeof units.unitList>;
export type UnitListQuery = z.input<typeof units.unitListQuery>;
export type Resolution = z.infer<typeof units.resolution>;
export type UnitName = z.infer<typeof unitTrees.unitName>;
export type TreeUnit = z.infer<typeof unitTrees.treeUnit>;
export type UnitTree = z.infer<typeof unitTrees.unitTree>;
export type UnitTreeQuery = z.input<typeof unitTrees.treeQuery>;
export type UnitDetail = z.infer<typeof unitTrees.unitDetail>;
export type UnitCreate = z.input<typeof unitTrees.unitCreate>;
export type UnitEdit = z.input<typeof unitTrees.unitEdit>;
export type NewUnit = z.input<typeof unitTrees.newUnit>;
export type Reorganisation = z.infer<typeof unitTrees.reorganisation>;
export type ReorganisationList = z.infer<typeof unitTrees.reorganisationList>;
export type ReorganisationInput = z.input<typeof reorganisations.reorganisationInput>;
export type ReorganisationResult = z.infer<typeof reorganisations.reorganisationResult>;
export type UnitImportResult = z.infer<typeof unitImports.importResult>;

export type AccessTable = z.infer<typeof access.accessTable>;
export type AccessReasons = z.infer<typeof access.why>;
export type AccessWhyQuery = z.input<typeof access.whyQuery>;
export type AuditRow = z.infer<typeof audits.auditRow>;
export type AuditList = z.infer<typeof audits.auditList>;
export type AuditQuery = z.input<typeof audits.auditQuery>;

export type Health = z.infer<typeof system.health>;
export type Me = z.infer<typeof system.me>;

export type PlanBody = z.infer<typeof planBodies.planBody>;
export type PlanTask = z.infer<typeof planBodies.planTask>;
export type PlanDue = z.infer<typeof planBodies.planDue>;
export type PlanAgency = z.infer<typeof planBodies.planAgency>;
export type PlanTarget = z.infer<typeof planBodies.planTarget>;
export type PlanStatus = z.infer<typeof plans.planStatus>;
export type PlanRef = z.infer<typeof plans.planRef>;
export type UnitRef = z.infer<typeof plans.unitRef>;
export type ClassCounts = z.infer<typeof plans.classCounts>;
export type PlanSummary = z.infer<typeof plans.planSummary>;
export type PlanList = z.infer<typeof plans.planList>;
export type PlanListQuery = z.input<typeof plans.planListQuery>;
export type PlanDetail = z.infer<typeof plans.planDetail>;
export type PlanAbility = z.infer<typeof plans.planAbility>;
export type PlanCreate = z.input<typeof plans.planCreate>;
export type PlanChange = z.input<typeof plans.planChange>;
export type PlanStep = z.input<typeof plans.planStep>;
export type PlanIssue = z.input<typeof plans.planIssue>;
export type HandDown = z.infer<typeof plans.handDown>;
export type PlanDiff = z.infer<typeof plans.planDiff>;
export type Coverage = z.infer<typeof plans.coverage>;

export type DutyClass = z.infer<typeof duties.dutyClass>;
export type DutyState = z.infer<typeof duties.dutyState>;
export type DutyRow = z.infer<typeof duties.dutyRow>;
export type DutySort = z.infer<typeof duties.dutySort>;
export type DutyList = z.infer<typeof duties.dutyList>;
export type DutyListQuery = z.input<typeof duties.dutyListQuery>;
export type DutyDetail = z.infer<typeof duties.dutyDetail>;
export type DutyAbility = z.infer<typeof duties.dutyAbility>;
export type DutyStep = z.input<typeof duties.dutyStep>;
export type DutyEvent = z.infer<typeof duties.dutyEvent>;
export type Evidence = z.infer<typeof duties.evidence>;
export type Extension = z.infer<typeof duties.extension>;
export type LinkEvidence = z.input<typeof duties.linkEvidence>;
export type EvidenceResult = z.infer<typeof duties.evidenceResult>;
export type BulkRequest = z.input<typeof duties.bulkRequest>;
export type BulkResult = z.infer<typeof duties.bulkResult>;
export type Urging = z.infer<typeof duties.urging>;
export type UrgingList = z.infer<typeof duties.urgingList>;
export type UrgeRequest = z.input<typeof duties.urgeRequest>;
export type CallRequest = z.input<typeof duties.callRequest>;
export type Called = z.infer<typeof duties.called>;
export type Finding = z.infer<typeof duties.finding>;
export type Inspection = z.infer<typeof duties.inspection>;
export type InspectionList = z.infer<typeof duties.inspectionList>;
export type InspectionInput = z.input<typeof duties.inspectionInput>;

export type Overview = z.infer<typeof overviews.overview>;
export type OverviewQuery = z.input<typeof overviews.overviewQuery>;

export type Notice = z.infer<typeof notices.notice>;
export type NoticeList = z.infer<typeof notices.noticeList>;
export type NoticeWish = z.infer<typeof notices.wish>;
export type NoticeWishes = z.infer<typeof notices.wishes>;
export type NoticeWishInput = z.input<typeof notices.wishInput>;
export type Feed = z.infer<typeof notices.feed>;
export type NewFeed = z.infer<typeof notices.newFeed>;
export type ReminderRule = z.infer<typeof notices.reminderRule>;
export type ReminderRules = z.infer<typeof notices.reminderRules>;

export type Webhook = z.infer<typeof webhooks.webhook>;
export type NewWebhook = z.infer<typeof webhooks.newWebhook>;
export type WebhookInput = z.input<typeof webhooks.webhookInput>;
export type WebhookChange = z.input<typeof webhooks.webhookChange>;
export type WebhookDelivery = z.infer<typeof webhooks.delivery>;
export type WebhookDeliveryList = z.infer<typeof webhooks.deliveryList>;
