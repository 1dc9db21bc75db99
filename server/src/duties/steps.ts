// Which step is possible in which state, and who takes it: the life of a duty as a table.
import type { Action } from '../access/policy.ts';
import type { DutyState } from './standing.ts';

export type Ability =
  | 'receive'
  | 'progress'
  | 'report'
  | 'takeBack'
  | 'evidence'
  | 'milestone'
  | 'askExtension'
  | 'confirm'
  | 'sendBack'
  | 'decideExtension'
  | 'reopen'
  | 'urge'
  | 'transfer'
  | 'cancel'
  | 'reinstate'
  | 'ownPlan';

interface Rule {
  readonly in: readonly DutyState[];
  readonly by: Action;
}

const open = ['new', 'received', 'in-progress', 'returned'] as const;
const reported = ['reported'] as const;

export const rules: Readonly<Record<Ability, Rule>> = {
  receive: { in: ['new'], by: 'duty.report' },
  progress: { in: open, by: 'duty.report' },
  report: { in: open, by: 'duty.report' },
  takeBack: { in: reported, by: 'duty.report' },
  evidence: { in: [...open, ...reported], by: 'duty.report' },
  milestone: { in: open, by: 'duty.report' },
  askExtension: { in: open, by: 'duty.report' },
  confirm: { in: reported, by: 'duty.confirm' },
  sendBack: { in: reported, by: 'duty.confirm' },
  decideExtension: { in: open, by: 'duty.confirm' },
  reopen: { in: ['confirmed'], by: 'duty.confirm' },
  urge: { in: open, by: 'duty.urge' },
  transfer: { in: open, by: 'duty.direct' },
  cancel: { in: open, by: 'duty.direct' },
  reinstate: { in: ['cancelled'], by: 'duty.direct' },
  ownPlan: { in: open, by: 'plan.draft' },
};

/** What is known of a duty beyond its state. */
export interface Situation {
  readonly state: DutyState;
  readonly dueOn: string | null;
  /** It was reported done after its day once: that day moves no more. */
  readonly onceLate: boolean;
  readonly extensionAsked: boolean;
  readonly milestones: boolean;
  readonly asksPlan: boolean;
}

/** Why a step cannot be taken now, as a problem's code; null: it can. */
export function hindrance(ability: Ability, situation: Situation): string | null {
  if (!rules[ability].in.includes(situation.state)) return 'wrong-state';
  if (ability === 'askExtension' && situation.dueOn === null) return 'no-due-day';
  if (ability === 'askExtension' && situation.onceLate) return 'late-for-good';
  if (ability === 'askExtension' && situation.extensionAsked) return 'extension-asked';
  if (ability === 'decideExtension' && !situation.extensionAsked) return 'no-extension';
  if (ability === 'milestone' && !situation.milestones) return 'no-milestone';
  if (ability === 'ownPlan' && !situation.asksPlan) return 'asks-no-plan';
  return null;
}
