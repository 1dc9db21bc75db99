// What each kind of reorganisation does, step by step. Returns who stood before and after, the main successor first.
import type { z } from '@hono/zod-openapi';
import { Invalid } from '../errors.ts';
import { fold } from '../text/fold.ts';
import type { reorganisationInput } from './reorganise-schema.ts';
import { planMoves } from './duty-moves.ts';
import {
  begin,
  change,
  changeable,
  childrenOf,
  end,
  endWithBelow,
  lastState,
  noCircle,
  standing,
  type Known,
  type NewUnit,
  type Work,
} from './reorganise-steps.ts';

export type Input = z.infer<typeof reorganisationInput>;
type Of<Kind extends Input['kind']> = Extract<Input, { kind: Kind }>;
type Successor = { readonly unitId: number } | { readonly unit: NewUnit };

export interface Sides {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

export function perform(work: Work, input: Input): Promise<Sides> {
  switch (input.kind) {
    case 'new':
      return found(work, input);
    case 'merge':
      return merge(work, input);
    case 'split':
      return split(work, input);
    case 'rename':
      return rename(work, input);
    case 'move':
      return move(work, input);
    case 'abolish':
      return abolish(work, input);
  }
}

async function found(work: Work, { units }: Of<'new'>): Promise<Sides> {
  const after: number[] = [];
  for (const unit of units) after.push((await begin(work, unit)).id);
  return { before: [], after };
}

const distinct = (ids: readonly number[]): readonly number[] => [...new Set(ids)];

async function each(work: Work, ids: readonly number[]): Promise<readonly Known[]> {
  const units: Known[] = [];
  for (const id of distinct(ids)) units.push(await changeable(work, id));
  return units;
}

async function successorOf(work: Work, wanted: Successor, like: Known | null): Promise<Known> {
  if ('unitId' in wanted) return standing(work, wanted.unitId);
  return begin(work, wanted.unit, like);
}

async function merge(work: Work, { unitIds, into, below }: Of<'merge'>): Promise<Sides> {
  const units = await each(work, unitIds);
  const target = await successorOf(work, into, units[0] ?? null);
  const ending = units.filter(({ id }) => id !== target.id);
  if (ending.length === 0 || (units.length < 2 && 'unit' in into)) throw new Invalid('merge-needs-two');
  const ids = new Set(ending.map(({ id }) => id));
  await noCircle(work, ids, target);
  await handOver(work, { ending, ids, target, below });
  return { before: units.map(({ id }) => id), after: [target.id] };
}

interface HandOver {
  readonly ending: readonly Known[];
  readonly ids: ReadonlySet<number>;
  readonly target: Known;
  readonly below: 'move' | 'end' | 'join';
}

/** Those below go first, then the units end; `successor` false: the superior answers, nobody took over. */
async function handOver(work: Work, over: HandOver, successor = true): Promise<void> {
  const { ending, ids, target, below } = over;
  const children: number[] = [];
  for (const unit of ending) children.push(...(await childrenOf(work, unit)).filter((id) => !ids.has(id)));
  if (below === 'end') for (const id of children) await endWithBelow(work, id);
  if (below === 'move') for (const id of children) await place(work, id, target);
  if (below === 'join') await join(work, children, target);
  for (const unit of ending) await end(work, unit, successor ? [target.id] : []);
}

async function place(work: Work, id: number, parent: Known): Promise<void> {
  await change(work, await changeable(work, id), { parentId: parent.id });
}

/** Of those with one name and kind one remains: the target's own, else a new one. */
async function join(work: Work, ids: readonly number[], parent: Known): Promise<void> {
  const own: Known[] = [];
  for (const id of await childrenOf(work, parent)) own.push(await standing(work, id));
  const groups = Map.groupBy(await each(work, ids), ({ name, kind }) => `${kind} ${fold(name)}`);
  for (const [key, units] of groups) {
    const [first] = units;
    if (!first) continue;
    const there = own.find(({ name, kind }) => `${kind} ${fold(name)}` === key);
    if (!there && units.length === 1) {
      await change(work, first, { parentId: parent.id });
      continue;
    }
    const { name, kind, aliases } = first;
    const target =
      there ?? (await begin(work, { name, kind: kind as 'office', parentId: parent.id, aliases }, first));
    const inner = new Set(units.map((unit) => unit.id));
    await handOver(work, { ending: units, ids: inner, target, below: 'join' });
  }
}

/** What is named twice would go two ways. */
function eachOnce(ids: readonly number[]): void {
  const seen = new Set<number>();
  for (const id of ids) {
    if (seen.has(id)) throw new Invalid('named-twice', { id });
    seen.add(id);
  }
}

async function split(work: Work, input: Of<'split'>): Promise<Sides> {
  const { unitId, into, main, duties, children } = input;
  eachOnce(duties.map(({ dutyId }) => dutyId));
  eachOnce(children.map((child) => child.unitId));
  const unit = await changeable(work, unitId);
  const targets: Known[] = [];
  for (const wanted of into) targets.push(await successorOf(work, wanted, unit));
  const goesOn = targets.some(({ id }) => id === unitId);
  const first = targets[main];
  if (!first || distinct(targets.map(({ id }) => id)).length < 2) throw new Invalid('split-needs-two');
  if (goesOn && first.id !== unitId) throw new Invalid('split-main-goes-on', { name: unit.name });
  for (const target of targets) if (target.id !== unitId) await noCircle(work, new Set([unitId]), target);
  const at = (index: number): Known => {
    const target = targets[index];
    if (!target) throw new Invalid('no-such-successor', { index });
    return target;
  };
  const named = new Map(children.map((child) => [child.unitId, at(child.into)]));
  const there = await childrenOf(work, unit);
  for (const id of named.keys())
    if (!there.includes(id)) throw new Invalid('not-below', { id, name: unit.name });
  for (const id of there) {
    const target = named.get(id) ?? first;
    if (target.id !== unitId && target.id !== id) await place(work, id, target);
  }
  await planMoves(
    work,
    unit,
    duties.map(({ dutyId, into: index }) => ({ dutyId, to: at(index) })),
  );
  const order = [first, ...targets.filter((target) => target !== first)].map(({ id }) => id);
  if (!goesOn) await end(work, unit, order);
  return { before: [unitId], after: order };
}

async function rename(work: Work, input: Of<'rename'>): Promise<Sides> {
  const unit = await changeable(work, input.unitId);
  const { name, unitKind = unit.kind, code = unit.code, areaCode = unit.areaCode } = input;
  const same =
    name === unit.name && unitKind === unit.kind && code === unit.code && areaCode === unit.areaCode;
  if (same) throw new Invalid('nothing-changes', { name });
  await change(work, unit, { name, kind: unitKind, code: code || null, areaCode: areaCode || null });
  return { before: [unit.id], after: [unit.id] };
}

async function move(work: Work, { unitIds, parentId }: Of<'move'>): Promise<Sides> {
  const parent = await standing(work, parentId);
  const units = await each(work, unitIds);
  const moving = units.filter((unit) => unit.parentId !== parentId);
  if (moving.length === 0) throw new Invalid('nothing-changes', { name: units[0]?.name ?? '' });
  await noCircle(work, new Set(moving.map(({ id }) => id)), parent);
  for (const unit of moving) await change(work, unit, { parentId });
  const ids = moving.map(({ id }) => id);
  return { before: ids, after: ids };
}

async function abolish(work: Work, { unitIds, successorId, below }: Of<'abolish'>): Promise<Sides> {
  const units = await each(work, unitIds);
  const ids = new Set(units.map(({ id }) => id));
  if (successorId !== undefined) {
    if (ids.has(successorId)) throw new Invalid('succeeds-itself');
    const target = await standing(work, successorId);
    await noCircle(work, ids, target);
    await handOver(work, { ending: units, ids, target, below });
    return { before: [...ids], after: [target.id] };
  }
  // Each under its own superior; those that end together from the top down would have none.
  for (const unit of units) {
    const target = await nextAbove(work, unit, ids);
    await handOver(work, { ending: [unit], ids, target, below }, false);
  }
  return { before: [...ids], after: [] };
}

/** The nearest superior that does not end as well. */
async function nextAbove(work: Work, unit: Known, ending: ReadonlySet<number>): Promise<Known> {
  for (let at = unit.parentId, left = 50; at !== null && left > 0; left--) {
    if (!ending.has(at)) return standing(work, at);
    at = (await lastState(work, at)).parentId;
  }
  throw new Invalid('no-successor', { name: unit.name });
}
