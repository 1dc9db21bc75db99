// What an operation says must make sense before it is stored: what is wrong here would only be found at the acceptance.
import { Invalid } from '../errors.ts';
import { fitsPeriod } from '../tasks/due-day.ts';
import { isDay, type Due } from './draft.ts';
import type { Operation } from './operations.ts';

/** Throws `Invalid` for days that no calendar has, for periods that end before they begin, and places outside the text. */
export function requireSense(operation: Operation, textLength: number): void {
  if (operation.op === 'setField' && operation.field === 'issuedOn' && operation.value !== null) {
    if (!isDay(operation.value)) throw new Invalid('not-a-day', { value: operation.value.slice(0, 50) });
  }
  const due = dueOf(operation);
  if (due?.kind === 'during' && due.from > due.to)
    throw new Invalid('ends-before-it-begins', { from: due.from, to: due.to });
  if (due?.kind === 'recurring' && due.on && !fitsPeriod(due.every, due.on))
    throw new Invalid('not-of-period', { every: due.every ?? '' });
  for (const place of placesOf(operation)) {
    if (place && place[1] > textLength)
      throw new Invalid('not-in-text', { start: place[0], end: place[1], length: textLength });
  }
}

function dueOf(operation: Operation): Due | undefined {
  if (operation.op === 'addTask') return operation.task.due;
  return operation.op === 'editTask' ? operation.changes.due : undefined;
}

type Place = readonly [start: number, end: number] | null | undefined;

function placesOf(operation: Operation): readonly Place[] {
  if (operation.op === 'addTask') return [operation.task.span];
  if (operation.op === 'editTask') return (operation.changes.milestones ?? []).map(({ span }) => span);
  if (operation.op === 'setSigners') return operation.signers.map(({ span }) => span);
  return operation.op === 'addCitation' ? [operation.citation.span] : [];
}
