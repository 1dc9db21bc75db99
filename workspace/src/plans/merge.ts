// Two people changed one plan: what does not collide is joined, what does is asked field by field.
import type { PlanBody } from '@nhipcau/server/contract';
import type { Choices, Collision, Merged, Side, Three } from '../desk/keeper.ts';
import type { Draft, Prose } from './draft.ts';

/** Both, and where they collide the side chosen, mine as long as none is. */
export function merge({ base, mine, theirs }: Three<Draft>, choices: Choices = new Map()): Merged<Draft> {
  const collisions: Collision[] = [];
  const settle: Settle = (collision) => {
    collisions.push(collision);
    return choices.get(collision.key) ?? 'mine';
  };
  const head = mergeFields(
    { base: headOf(base), mine: headOf(mine), theirs: headOf(theirs) },
    '',
    null,
    settle,
  );
  const lists = (name: 'targets' | 'groups' | 'tasks') =>
    mergeList<Item>(
      { base: base.body[name], mine: mine.body[name], theirs: theirs.body[name] },
      name,
      settle,
    );
  const prose = (name: Prose) =>
    mergeProse({ base: base.body[name], mine: mine.body[name], theirs: theirs.body[name] }, name, settle);
  const body = {
    bases: prose('bases'),
    objectives: prose('objectives'),
    targets: lists('targets'),
    groups: lists('groups'),
    tasks: lists('tasks'),
    arrangements: prose('arrangements'),
  } as PlanBody;
  return { draft: { ...(head as unknown as Omit<Draft, 'body'>), body }, collisions };
}

type Settle = (collision: Collision) => Side;
type Fields = Readonly<Record<string, unknown>>;
type Item = { readonly id: string };

const headOf = ({ body: _body, ...head }: Draft): Fields => head;

/** Spaces at the ends do not count: the server takes them off. */
export function alike(one: unknown, other: unknown): boolean {
  return one === other || plain(one) === plain(other);
}

const plain = (value: unknown) =>
  JSON.stringify(value ?? null, (_key, part: unknown) => {
    if (typeof part === 'string') return part.trim();
    if (part && typeof part === 'object' && !Array.isArray(part))
      return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    return part;
  });

function mergeFields(three: Three<Fields>, key: string, about: string | null, settle: Settle): Fields {
  const { base, mine, theirs } = three;
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  const pairs = [...names].map((field) => {
    const side = sideOf({ base: base[field], mine: mine[field], theirs: theirs[field] }, () =>
      settle({ key: `${key}${field}`, field, about, mine: mine[field], theirs: theirs[field] }),
    );
    return [field, side === 'mine' ? mine[field] : theirs[field]] as const;
  });
  return Object.fromEntries(pairs);
}

function sideOf({ base, mine, theirs }: Three<unknown>, ask: () => Side): Side {
  if (alike(mine, theirs) || alike(base, theirs)) return 'mine';
  return alike(base, mine) ? 'theirs' : ask();
}

function mergeProse(
  { base, mine, theirs }: Three<readonly string[]>,
  name: Prose,
  settle: Settle,
): readonly string[] {
  const same = base.length === mine.length && base.length === theirs.length;
  if (!same) {
    const side = sideOf({ base, mine, theirs }, () =>
      settle({ key: name, field: name, about: null, mine, theirs }),
    );
    return side === 'mine' ? mine : theirs;
  }
  return mine.map((text, at) => {
    const three = { base: base[at], mine: text, theirs: theirs[at] };
    const side = sideOf(three, () => settle({ ...three, key: `${name}:${at}`, field: name, about: null }));
    return side === 'mine' ? text : (theirs[at] ?? '');
  });
}

function mergeList<T extends Item>(
  { base, mine, theirs }: Three<readonly T[]>,
  name: string,
  settle: Settle,
): T[] {
  const [was, ours, others] = [base, mine, theirs].map((list) => new Map(list.map((one) => [one.id, one])));
  const kept = new Map<string, T>();
  for (const id of new Set([...mine, ...theirs].map((one) => one.id))) {
    const three = { base: was?.get(id), mine: ours?.get(id), theirs: others?.get(id) };
    const one = mergeItem(three, `${name}:${id}:`, settle);
    if (one) kept.set(id, one);
  }
  return ordered({ base, mine, theirs }, kept);
}

function mergeItem<T extends Item>(
  { base, mine, theirs }: Three<T | undefined>,
  key: string,
  settle: Settle,
): T | null {
  const about = aboutOf(base ?? mine ?? theirs);
  if (mine && theirs) {
    const three = { base: fieldsOf(base ?? theirs), mine: fieldsOf(mine), theirs: fieldsOf(theirs) };
    const merged = mergeFields(three, key, about, settle) as T;
    // The very same where nothing came in, so that it is not drawn again.
    return alike(merged, mine) ? mine : merged;
  }
  const left = mine ?? theirs;
  if (!base || !left) return left ?? null;
  // One removed it: gone, unless the other changed it meanwhile.
  if (alike(base, left)) return null;
  const side = settle({ key: `${key}whole`, field: 'whole', about, mine, theirs });
  return (side === 'mine' ? mine : theirs) ?? null;
}

const fieldsOf = (item: Item) => item as unknown as Fields;

function aboutOf(item: unknown): string | null {
  const { text, title } = (item ?? {}) as { text?: string; title?: string };
  return text ?? title ?? null;
}

/** In the order of whoever moved something (mine first), what the other added behind what stood before it. */
function ordered<T extends Item>(
  { base, mine, theirs }: Three<readonly T[]>,
  kept: ReadonlyMap<string, T>,
): T[] {
  const ids = (list: readonly Item[]) => list.map(({ id }) => id).filter((id) => kept.has(id));
  const common = (list: readonly Item[]) => ids(list).filter((id) => base.some((one) => one.id === id));
  const mineMoved = common(base).join(' ') !== common(mine).join(' ');
  const [first, second] = mineMoved ? [ids(mine), ids(theirs)] : [ids(theirs), ids(mine)];
  const order = [...first];
  for (const [at, id] of second.entries()) {
    if (order.includes(id)) continue;
    const before = second.slice(0, at).findLast((one) => order.includes(one));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  }
  return order.flatMap((id) => kept.get(id) ?? []);
}
