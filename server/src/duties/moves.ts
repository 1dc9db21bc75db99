// What a step does to a duty, without a database: the columns that change and what its history says of it, or why it cannot be.
import type { Values } from '../errors.ts';
import type { DutyAction } from './history.ts';
import { stateOf, type Headway } from './standing.ts';
import { hindrance, type Ability } from './steps.ts';

/** A duty as far as steps look at it. */
export interface Duty extends Headway {
  readonly openedOn: string;
  readonly dueOn: string | null;
  readonly onceLate: boolean;
  /** The day first reported, of a report that was sent back: no later one names an earlier day unless it was corrected. */
  readonly doneFloor: string | null;
  readonly extensionAsked: boolean;
  readonly milestones: boolean;
  readonly asksPlan: boolean;
}

export type Step =
  | { readonly do: 'receive' }
  | { readonly do: 'progress'; readonly note: string; readonly progress: number | null }
  | { readonly do: 'report'; readonly doneOn?: string | undefined; readonly note?: string | undefined }
  | { readonly do: 'takeBack' | 'confirm'; readonly note?: string | undefined }
  /** `correction`: whoever confirms says that the day reported was wrong. */
  | {
      readonly do: 'sendBack' | 'reopen';
      readonly note: string;
      readonly correction?: boolean | undefined;
    }
  | { readonly do: 'cancel' | 'reinstate'; readonly note: string }
  | { readonly do: 'askExtension'; readonly wantedOn: string; readonly note: string }
  | {
      readonly do: 'decideExtension';
      readonly granted: boolean;
      readonly dueOn?: string | undefined;
      readonly note?: string | undefined;
    }
  | { readonly do: 'milestone'; readonly no: number; readonly doneOn: string | null }
  | { readonly do: 'transfer'; readonly unitId: number; readonly note: string };

type Columns = Pick<
  Duty,
  | 'dueOn'
  | 'doneOn'
  | 'receivedOn'
  | 'confirmedOn'
  | 'cancelledOn'
  | 'returned'
  | 'onceLate'
  | 'doneFloor'
  | 'progress'
>;

export interface Move {
  readonly set: Partial<Columns>;
  readonly action: DutyAction;
  readonly note?: string | undefined;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** An extension that nobody has decided has no purpose any more. */
  readonly lapses?: boolean;
}

export interface Refusal {
  readonly refused: string;
  readonly values: Values;
}

const refuse = (refused: string, values: Values = {}): Refusal => ({ refused, values });

/** `day` is today, ISO. */
export function moveOf(duty: Duty, step: Step, day: string): Move | Refusal {
  const state = stateOf(duty);
  const hindered = hindrance(step.do satisfies Ability, { ...duty, state });
  if (hindered) return refuse(hindered, { state });
  const receivedOn = duty.receivedOn ?? day;
  switch (step.do) {
    case 'receive':
      return { set: { receivedOn }, action: 'received' };
    case 'progress': {
      const progress = step.progress ?? duty.progress ?? 0;
      return { set: { receivedOn, progress }, action: 'progress', note: step.note, detail: { progress } };
    }
    case 'report':
      return report(duty, step, day);
    case 'takeBack':
      return { set: { doneOn: null }, action: 'takenBack', note: step.note };
    case 'confirm':
      return { set: { confirmedOn: day }, action: 'confirmed', note: step.note };
    case 'sendBack':
      return again(duty, 'sentBack', step);
    case 'reopen':
      return again(duty, 'reopened', step);
    case 'askExtension':
      return ask(duty, step);
    case 'decideExtension':
      return decide(duty, step, day);
    case 'milestone':
      if (step.doneOn !== null && step.doneOn > day) return refuse('done-in-future', { doneOn: step.doneOn });
      return { set: {}, action: 'milestone', detail: { no: step.no, doneOn: step.doneOn } };
    case 'transfer':
      return { set: { receivedOn: null }, action: 'transferred', note: step.note };
    case 'cancel':
      return { set: { cancelledOn: day }, action: 'cancelled', note: step.note, lapses: true };
    case 'reinstate':
      return { set: { cancelledOn: null }, action: 'reinstated', note: step.note };
  }
}

/**
 * Open once more: it is not done, and its history says that it was held to be. The day that was reported binds what is reported next,
 * unless whoever confirms corrects it.
 */
function again(
  duty: Duty,
  action: 'sentBack' | 'reopened',
  { note, correction = false }: Step & { do: 'sendBack' | 'reopen' },
): Move {
  const bound = correction
    ? { onceLate: false, doneFloor: null }
    : { doneFloor: duty.doneFloor ?? duty.doneOn };
  return {
    set: { doneOn: null, confirmedOn: null, returned: true, ...bound },
    action,
    note,
    detail: { doneOn: duty.doneOn, confirmedOn: duty.confirmedOn, ...(correction ? { correction } : {}) },
  };
}

function report(duty: Duty, step: Step & { do: 'report' }, day: string): Move | Refusal {
  const doneOn = step.doneOn ?? day;
  if (doneOn > day) return refuse('done-in-future', { doneOn });
  if (doneOn < duty.openedOn && !step.note) {
    return refuse('done-before-begun', { doneOn, openedOn: duty.openedOn });
  }
  const late = duty.dueOn !== null && doneOn > duty.dueOn;
  // Whoever has said once that it was done late cannot make it on time by saying so again with another day.
  if (duty.onceLate && !late) return refuse('late-for-good', { dueOn: duty.dueOn ?? '' });
  if (duty.doneFloor !== null && doneOn < duty.doneFloor) {
    return refuse('earlier-than-reported', { doneOn, first: duty.doneFloor });
  }
  const set = {
    doneOn,
    receivedOn: duty.receivedOn ?? day,
    returned: false,
    onceLate: duty.onceLate || late,
  };
  return { set, action: 'reported', note: step.note, detail: { doneOn }, lapses: true };
}

function ask(duty: Duty, { wantedOn, note }: Step & { do: 'askExtension' }): Move | Refusal {
  if (duty.dueOn !== null && wantedOn <= duty.dueOn) {
    return refuse('extension-not-later', { wantedOn, dueOn: duty.dueOn });
  }
  return { set: {}, action: 'extensionAsked', note, detail: { wantedOn } };
}

function decide(duty: Duty, step: Step & { do: 'decideExtension' }, day: string): Move | Refusal {
  const { granted, note, dueOn } = step;
  if (!granted) return note ? { set: {}, action: 'extensionRefused', note } : refuse('refusal-needs-reason');
  if (dueOn === undefined) return refuse('extension-needs-day');
  if (duty.onceLate) return refuse('late-for-good', { dueOn: duty.dueOn ?? '' });
  if (duty.dueOn !== null && dueOn <= duty.dueOn) {
    return refuse('extension-not-later', { wantedOn: dueOn, dueOn: duty.dueOn });
  }
  const detail = { from: duty.dueOn, to: dueOn, ...overdueUntil(duty.dueOn, day) };
  return { set: { dueOn }, action: 'extensionGranted', note, detail };
}

/** More time makes it in term from that day on; that it was overdue until then stays in its history. */
export function overdueUntil(dueOn: string | null, day: string): Readonly<Record<string, string>> {
  if (dueOn === null || day <= dueOn) return {};
  const next = new Date(Date.parse(dueOn) + 86_400_000).toISOString().slice(0, 10);
  return { overdueFrom: next, overdueTo: day };
}
