// The rows as queries see them; schema.sql has the reasons.
import type * as documents from './tables/documents.ts';
import type * as duties from './tables/duties.ts';
import type * as notices from './tables/notices.ts';
import type * as people from './tables/people.ts';
import type * as plans from './tables/plans.ts';
import type * as units from './tables/units.ts';

export type { StoredProblem, StoredProposal, TaskTable } from './tables/documents.ts';

export interface Tables {
  unit: units.UnitTable;
  unitState: units.UnitStateTable;
  unitSuccessor: units.UnitSuccessorTable;
  reorganisation: units.ReorganisationTable;
  reorganisationUnit: units.ReorganisationUnitTable;
  seed: documents.SeedTable;
  document: documents.DocumentTable;
  reading: documents.ReadingTable;
  draft: documents.DraftTable;
  draftStep: documents.DraftStepTable;
  citation: documents.CitationTable;
  task: documents.TaskTable;
  taskAgency: documents.TaskAgencyTable;
  taskEvent: documents.TaskEventTable;
  savedView: documents.SavedViewTable;
  trail: documents.TrailTable;
  refusal: documents.RefusalTable;
  person: people.PersonTable;
  roleGrant: people.RoleGrantTable;
  apiToken: people.ApiTokenTable;
  audit: people.AuditTable;
  answered: people.AnsweredTable;
  plan: plans.PlanTable;
  planEdition: plans.PlanEditionTable;
  planEvent: plans.PlanEventTable;
  taskGroup: plans.TaskGroupTable;
  assignment: plans.AssignmentTable;
  duty: duties.DutyTable;
  dutyEvent: duties.DutyEventTable;
  dutyMilestone: duties.DutyMilestoneTable;
  evidence: duties.EvidenceTable;
  extension: duties.ExtensionTable;
  dutyTransfer: duties.DutyTransferTable;
  urging: duties.UrgingTable;
  urgingDuty: duties.UrgingDutyTable;
  inspection: duties.InspectionTable;
  finding: duties.FindingTable;
  bulk: duties.BulkTable;
  unitTally: duties.UnitTallyTable;
  rootTally: duties.RootTallyTable;
  notice: notices.NoticeTable;
  noticeWish: notices.NoticeWishTable;
  feed: notices.FeedTable;
  reminderRule: notices.ReminderRuleTable;
  reminded: notices.RemindedTable;
  webhook: notices.WebhookTable;
  webhookDelivery: notices.WebhookDeliveryTable;
}
