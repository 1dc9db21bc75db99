// Who asks, and what the table of access lets them do. Pure but for `actorOf`, which reads their roles.
import { Forbidden, NotFound } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { relationsOf, type Action, type Relation } from './policy.ts';
import type { Role } from './roles.ts';

/** A role held today at a unit, with the units that its relations reach. */
export interface Grant {
  readonly id: number | null;
  readonly role: Role;
  readonly unitId: number;
  /** The top of the unit's tree. */
  readonly rootId: number;
  /** The unit and those whose work it took over. */
  readonly own: ReadonlySet<number>;
  readonly subtree: ReadonlySet<number>;
  /** The unit's superior and all below it. */
  readonly coordinated: ReadonlySet<number>;
  /** Of these, those of the unit's own tree. */
  readonly tree: ReadonlySet<number>;
  /** The superior, and those whose work it took over. */
  readonly principal: ReadonlySet<number>;
  readonly superiors: ReadonlySet<number>;
  /** Whose deputy this is. */
  readonly deputyFor: number | null;
  /** The last day of a deputy, or of a role that a deputy gave: nothing that is given by this role lasts longer. */
  readonly until: string | null;
}

export interface Actor {
  readonly personId: number | null;
  readonly tokenId: number | null;
  readonly sessionId: string | null;
  readonly name: string;
  /** Where the request came from. */
  readonly address: string | null;
  readonly grants: readonly Grant[];
  /** The product itself: the command line, a rule, the illustration. Asks nobody. */
  readonly system: boolean;
}

/** Who asks, and in which language they are answered. */
export interface Asking {
  readonly actor: Actor;
  readonly locale: Locale;
}

/** Who asks for which record. */
export interface Asked extends Asking {
  readonly id: number;
}

export const system: Actor = {
  personId: null,
  tokenId: null,
  sessionId: null,
  name: 'Nhịp Cầu',
  address: null,
  grants: [],
  system: true,
};

/** What must be known of a record to decide about it. */
export interface Facts {
  /** To whom it belongs. */
  readonly unitId?: number | null;
  /** Lead and coordinating units of the task. */
  readonly leads?: readonly number[];
  readonly coordinating?: readonly number[];
  /** Who issued the plan that it comes from. */
  readonly issuerId?: number | null;
  readonly confirmerId?: number | null;
  readonly personId?: number | null;
  /** The person coordinates at the unit. */
  readonly focal?: boolean;
  /** To whom it was sent. */
  readonly receivers?: readonly number[];
  /** Issued: those below its unit may read it. */
  readonly issued?: boolean;
}

const among = (set: ReadonlySet<number>, id: number | null | undefined) => id != null && set.has(id);
const anyAmong = (set: ReadonlySet<number>, ids: readonly number[] = []) => ids.some((id) => set.has(id));

const stands: Readonly<Record<Relation, (facts: Facts, grant: Grant, actor: Actor) => boolean>> = {
  any: () => true,
  self: ({ personId }, _grant, actor) => personId != null && personId === actor.personId,
  own: ({ unitId }, { own }) => among(own, unitId),
  subtree: ({ unitId }, { subtree }) => among(subtree, unitId),
  coordinated: ({ unitId }, { coordinated }) => among(coordinated, unitId),
  tree: ({ unitId }, { tree }) => among(tree, unitId),
  focal: ({ unitId, focal }, { coordinated }) => focal === true && among(coordinated, unitId),
  principal: ({ unitId }, { principal }) => among(principal, unitId),
  superior: ({ unitId, issued }, { superiors }) => issued === true && among(superiors, unitId),
  lead: ({ leads }, { own }) => anyAmong(own, leads),
  coordinating: ({ coordinating }, { own }) => anyAmong(own, coordinating),
  issuer: ({ issuerId }, { own }) => among(own, issuerId),
  confirmer: ({ confirmerId }, { own }) => among(own, confirmerId),
  receiver: ({ receivers }, { own }) => anyAmong(own, receivers),
};

export const standsIn = (
  relation: Relation,
  facts: Facts,
  { grant, actor }: { readonly grant: Grant; readonly actor: Actor },
): boolean => stands[relation](facts, grant, actor);

export function may(actor: Actor, action: Action, facts: Facts): boolean {
  return (
    actor.system ||
    actor.grants.some((grant) =>
      relationsOf(grant.role, action).some((relation) => stands[relation](facts, grant, actor)),
    )
  );
}

/** Holds a role that may do it to some record at all. */
export const holds = (actor: Actor, action: Action): boolean =>
  actor.system || actor.grants.some(({ role }) => relationsOf(role, action).length > 0);

/** Reaches a unit with all that stands below it. */
export const reachesTree = (actor: Actor, action: Action, unitId: number): boolean =>
  actor.system ||
  actor.grants.some(({ role, own, subtree, coordinated }) => {
    const relations = relationsOf(role, action);
    const below = relations.includes('subtree') || relations.includes('coordinated');
    return (
      relations.includes('any') ||
      (relations.includes('coordinated') && coordinated.has(unitId)) ||
      (relations.includes('subtree') && subtree.has(unitId)) ||
      (relations.includes('own') && below && own.has(unitId))
    );
  });

/** Throws "not there" where not even reading is allowed, so that nobody learns that it exists; else "not allowed". */
export function mustMay(
  actor: Actor,
  action: Action,
  facts: Facts,
  { read, code, id }: { readonly read: Action; readonly code: string; readonly id: number },
): void {
  if (may(actor, action, facts)) return;
  if (!may(actor, read, facts)) throw new NotFound(code, { id });
  throw new Forbidden('not-allowed');
}

/** The same as a list's condition: which units' records an actor reaches by an action, in each relation. */
export interface Scope {
  readonly everything: boolean;
  /** Records that belong to one of these. */
  readonly unitIds: readonly number[];
  /** Issued records that belong to one of these. */
  readonly superiors: readonly number[];
  readonly leads: readonly number[];
  readonly coordinating: readonly number[];
  readonly issuers: readonly number[];
  readonly confirmers: readonly number[];
  readonly receivers: readonly number[];
  readonly personId: number | null;
}

export function scopeOf(actor: Actor, action: Action): Scope {
  const reach = (relation: Relation, units: (grant: Grant) => ReadonlySet<number>) =>
    actor.grants.flatMap((grant) =>
      relationsOf(grant.role, action).includes(relation) ? [...units(grant)] : [],
    );
  const own = (grant: Grant) => grant.own;
  const unique = (...lists: readonly (readonly number[])[]) => [...new Set(lists.flat())];
  const hasRelation = (relation: Relation) =>
    actor.grants.some(({ role }) => relationsOf(role, action).includes(relation));
  return {
    everything: actor.system || hasRelation('any'),
    unitIds: unique(
      reach('own', own),
      reach('subtree', ({ subtree }) => subtree),
      reach('coordinated', ({ coordinated }) => coordinated),
      reach('tree', ({ tree }) => tree),
      reach('principal', ({ principal }) => principal),
    ),
    superiors: unique(reach('superior', ({ superiors }) => superiors)),
    leads: unique(reach('lead', own)),
    coordinating: unique(reach('coordinating', own)),
    issuers: unique(reach('issuer', own)),
    confirmers: unique(reach('confirmer', own)),
    receivers: unique(reach('receiver', own)),
    personId: hasRelation('self') ? actor.personId : null,
  };
}

/** The unit in whose name somebody acts: the one asked for if they may, else the first at which they may. */
export function actingUnit(actor: Actor, action: Action, wanted: number | null = null): number {
  const candidates = wanted === null ? actor.grants.map(({ unitId }) => unitId) : [wanted];
  const found = candidates.find((unitId) => may(actor, action, { unitId }));
  if (found === undefined) throw new Forbidden('not-allowed');
  return found;
}
