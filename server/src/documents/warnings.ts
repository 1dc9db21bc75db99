// What the check found, as a reviewer sees it: with a name that stays, and without what the review has settled.
import { say, type Diagnostic, type Span } from '@nhipcau/document';
import type { z } from '@hono/zod-openapi';
import type { Locale } from '../http/locale.ts';
import type { Draft, DraftTask } from './draft.ts';
import type * as schema from './schema.ts';

export type Warning = z.infer<typeof schema.warning>;

/** Findings on what the draft itself now holds; the person may have filled it in. */
const settledBy: Readonly<Record<string, (draft: Draft, tasks: readonly DraftTask[]) => boolean>> = {
  'task-without-lead': (_, tasks) => tasks.every((task) => task.struck || task.lead.length > 0),
  'task-without-due': (_, tasks) =>
    tasks.every((task) => task.struck || task.due.kind !== 'unspecified' || task.edited.includes('due')),
  'missing-number': (draft) => !!draft.fields.number,
  'missing-date': (draft) => !!draft.fields.issuedOn,
  'missing-issuer': (draft) => !!draft.fields.issuer,
  'missing-title': (draft) => !!draft.fields.title,
  'missing-signer': (draft) => draft.signers.length > 0,
  'missing-recipients': (draft) => draft.recipients.length > 0,
};

const ofTasks = new Set(['task-without-lead', 'task-without-due']);

const covers = (outer: Span, inner: Span) => outer[0] <= inner[0] && inner[1] <= outer[1];

/** Names of equal findings at one place are told apart by a number. */
function names(diagnostics: readonly Diagnostic[]): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ code, span }) => {
    const name = span ? `${code}@${span[0]}-${span[1]}` : code;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count === 0 ? name : `${name}#${count}`;
  });
}

export function warningsOf(diagnostics: readonly Diagnostic[], draft: Draft, locale: Locale): Warning[] {
  const ids = names(diagnostics);
  const dismissed = new Set(draft.dismissed);
  const bySpan = Map.groupBy(draft.tasks, (task) => task.span?.join('-') ?? '');
  const places = draft.tasks.flatMap((task) => (task.span ? [{ id: task.id, span: task.span }] : []));
  return diagnostics.flatMap((found, index) => {
    const tasks = found.span ? (bySpan.get(found.span.join('-')) ?? []) : [];
    const settled = Object.hasOwn(settledBy, found.code) ? settledBy[found.code] : undefined;
    // A task that is no longer in the draft (merged into another) has nothing to settle.
    if (settled && (ofTasks.has(found.code) ? settled(draft, tasks) : settled(draft, []))) return [];
    const id = ids[index] ?? found.code;
    return [present(found, id, dismissed.has(id), tasksAt(found, tasks, places), locale)];
  });
}

function tasksAt(
  { span }: Diagnostic,
  exact: readonly DraftTask[],
  places: readonly { readonly id: string; readonly span: Span }[],
): string[] {
  if (!span) return [];
  if (exact.length > 0) return exact.map(({ id }) => id);
  return places.filter((place) => covers(place.span, span)).map(({ id }) => id);
}

function present(
  found: Diagnostic,
  id: string,
  dismissed: boolean,
  taskIds: string[],
  locale: Locale,
): Warning {
  const said = say(found.code, found.values ?? {}, locale);
  return {
    id,
    code: found.code,
    severity: found.severity,
    message: said === found.code ? found.message : said,
    span: found.span ?? null,
    related: [...(found.related ?? [])],
    clause: found.clause ?? null,
    dismissed,
    taskIds,
  };
}

/** How many ask for a person's attention. */
export const countOpen = (warnings: readonly Warning[]): number =>
  warnings.filter(({ dismissed, severity }) => !dismissed && severity !== 'note').length;
