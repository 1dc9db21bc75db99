// Reviewing: a draft is changed in small steps, each of which can be undone and redone.
import type { z } from '@hono/zod-openapi';
import type { Asked } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import type { Action } from '../access/policy.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { matcherFor, unitNames, type Match } from '../units/service.ts';
import type * as drafts from './draft-schema.ts';
import { unmatched, type Draft, type DraftAgency } from './draft.ts';
import { tellChange } from './events.ts';
import { inWords } from './words.ts';
import { applyAll, type Operation, type SettledOperation } from './operations.ts';
import * as queries from './queries.ts';
import { mustDo } from './rights.ts';
import { rowFields } from './row.ts';
import type * as schema from './schema.ts';
import { requireSense } from './sense.ts';
import { countOpen, warningsOf } from './warnings.ts';

export type DraftState = z.infer<typeof schema.draftState>;
export type DraftChange = z.infer<typeof drafts.draftChange>;

export interface Opened {
  readonly row: queries.DocumentRow;
  readonly reading: queries.ReadingRow;
  readonly draft: queries.DraftRow;
}

/** The document with its draft, locked if `db` is a transaction that says so. */
export async function open(db: Db, id: number, lock = false): Promise<Opened> {
  const row = await (lock ? queries.lockDocument(db, id) : queries.documentById(db, id));
  if (!row) throw new NotFound('no-document', { id });
  const [reading, draft] = [await queries.readingOf(db, id), await queries.draftOf(db, id)];
  if (!reading || !draft) throw new Conflict('not-in-review', { status: row.status });
  return { row, reading, draft };
}

/** The same for somebody who wants to change it: locked, and only if they may. */
export async function openFor(trx: Db, { id, actor }: Asked, action: Action): Promise<Opened> {
  const row = await queries.lockDocument(trx, id);
  if (!row) throw new NotFound('no-document', { id });
  await mustDo(trx, actor, action, row);
  return open(trx, id);
}

export function requireReview({ status }: queries.DocumentRow): void {
  if (status !== 'review') throw new Conflict('not-in-review', { status });
}

export async function stateOf(db: Db, { row, reading, draft }: Opened, locale: Locale): Promise<DraftState> {
  const inReview = row.status === 'review';
  return {
    version: draft.version,
    draft: inWords(draft.data, locale),
    warnings: warningsOf(reading.parsed.warnings, draft.data, locale),
    canUndo: inReview && draft.cursor > 0,
    canRedo: inReview && draft.cursor < (await queries.lastStep(db, row.id)),
  };
}

/** What the log says of a change to a document. */
export const noted = ({ id, ownerId, rootId }: queries.DocumentRow) => ({
  subject: 'document',
  subjectId: id,
  unitId: ownerId,
  rootId,
});

export async function change(
  deps: Pick<Deps, 'db' | 'clock'>,
  asked: Asked,
  wanted: DraftChange,
): Promise<DraftState> {
  return write(deps, asked.actor, async (trx, note) => {
    const opened = await openFor(trx, asked, 'document.review');
    requireReview(opened.row);
    for (const operation of wanted.operations) requireSense(operation, opened.reading.text.length);
    const operations = await settle(trx, opened, wanted.operations);
    if (opened.draft.version !== wanted.version)
      throw await stale(trx, opened, asked.locale, wanted, operations);
    const data = applyAll(opened.draft.data, operations);
    const seq = opened.draft.cursor + 1;
    // Whatever had been undone can no longer be redone.
    await trx.deleteFrom('draftStep').where('documentId', '=', asked.id).where('seq', '>=', seq).execute();
    await trx
      .insertInto('draftStep')
      .values({ documentId: asked.id, seq, operations: JSON.stringify(operations) })
      .execute();
    const made = wanted.operations.map(({ op }) => op);
    note({ action: 'document.review', ...noted(opened.row), detail: { operations: made } });
    return save(trx, opened, { data, cursor: seq }, asked.locale);
  });
}

async function stale(
  db: Db,
  opened: Opened,
  locale: Locale,
  yours: DraftChange,
  operations: readonly SettledOperation[],
): Promise<Conflict> {
  let rebased: Draft | null = null;
  try {
    rebased = applyAll(opened.draft.data, operations);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
  }
  return new Conflict('stale-version', {}, { current: await stateOf(db, opened, locale), yours, rebased });
}

/** One step back (-1) or forward (+1). */
export async function move(
  deps: Pick<Deps, 'db' | 'clock'>,
  asked: Asked,
  { version, by }: { readonly version: number; readonly by: 1 | -1 },
): Promise<DraftState> {
  return write(deps, asked.actor, async (trx, note) => {
    const opened = await openFor(trx, asked, 'document.review');
    requireReview(opened.row);
    if (opened.draft.version !== version) {
      const current = await stateOf(trx, opened, asked.locale);
      throw new Conflict('stale-version', {}, { current, yours: { version, operations: [] }, rebased: null });
    }
    const cursor = opened.draft.cursor + by;
    if (cursor < 0) throw new Conflict('nothing-to-undo');
    const steps = await queries.stepsOf(trx, asked.id, cursor);
    if (steps.length < cursor) throw new Conflict('nothing-to-redo');
    const data = applyAll(
      (await queries.basesOf(trx, asked.id)).base,
      steps.flatMap(({ operations }) => operations as readonly SettledOperation[]),
    );
    const detail = { operations: [by < 0 ? 'undo' : 'redo'] };
    note({ action: 'document.review', ...noted(opened.row), detail });
    return save(trx, opened, { data, cursor }, asked.locale);
  });
}

async function save(
  db: Db,
  opened: Opened,
  next: { readonly data: Draft; readonly cursor: number },
  locale: Locale,
): Promise<DraftState> {
  const { row, reading, draft } = opened;
  const version = draft.version + 1;
  await db
    .updateTable('draft')
    .set({ version, cursor: next.cursor, data: JSON.stringify(next.data) })
    .where('documentId', '=', row.id)
    .execute();
  const warnings = countOpen(warningsOf(reading.parsed.warnings, next.data, 'vi'));
  await db
    .updateTable('document')
    .set(rowFields(next.data, row.fileName ?? '', warnings))
    .where('id', '=', row.id)
    .execute();
  await tellChange(db, row.id);
  return stateOf(db, { row, reading, draft: { ...draft, version, ...next } }, locale);
}

/** Matches the agencies that a person named, so that replaying the step later gives the same. */
async function settle(
  db: Db,
  { draft }: Opened,
  operations: readonly Operation[],
): Promise<readonly SettledOperation[]> {
  const { issuer, issuedOn } = draft.data.fields;
  const match = await matcherFor(db, { issuer, on: issuedOn });
  const ids = operations.flatMap((each) => unitIds(each));
  const names = await unitNames(db, ids);
  return operations.map((operation): SettledOperation => {
    if (operation.op === 'setAgencies') {
      const { taskId, role, agencies } = operation;
      const known = draft.data.tasks.find(({ id }) => id === taskId)?.[role] ?? [];
      return { ...operation, agencies: agencies.map(agencyMaker({ match, names, known })) };
    }
    if (operation.op === 'addTask') {
      const { lead = [], coordinating = [] } = operation.task;
      const agency = agencyMaker({ match, names, known: [] });
      return {
        ...operation,
        task: { ...operation.task, lead: lead.map(agency), coordinating: coordinating.map(agency) },
      };
    }
    return operation;
  });
}

interface AgencyInput {
  readonly name: string;
  readonly unitId?: number | null | undefined;
}

function unitIds(operation: Operation): number[] {
  const inputs: readonly AgencyInput[] =
    operation.op === 'setAgencies'
      ? operation.agencies
      : operation.op === 'addTask'
        ? [...(operation.task.lead ?? []), ...(operation.task.coordinating ?? [])]
        : [];
  return inputs.flatMap(({ unitId }) => (unitId ? [unitId] : []));
}

interface Known {
  readonly match: (name: string) => Match;
  readonly names: ReadonlyMap<number, string>;
  /** Those the task has in this role already: one of the same name elsewhere has its place and its reason there. */
  readonly known: readonly DraftAgency[];
}

function agencyMaker({ match, names, known }: Known): (input: AgencyInput) => DraftAgency {
  return ({ name, unitId }) => {
    const same = known.find((agency) => agency.name === name);
    // An agency that merely stays in the list keeps its place in the text and its match.
    if (same && (unitId === undefined || unitId === same.unitId)) return same;
    const place = { span: same?.span ?? null, reason: same?.reason ?? null };
    if (unitId === undefined) return { name, ...place, ...match(name) };
    if (unitId === null) return { name, ...place, ...unmatched };
    const unitName = names.get(unitId);
    if (unitName === undefined) throw new Invalid('no-unit', { id: unitId });
    return { name, ...place, ...unmatched, unitId, unitName, matched: 'person' };
  };
}
