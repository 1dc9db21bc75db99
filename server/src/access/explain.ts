// Why somebody may do something to a record: by which role, held where, and how the record stands to that unit.
import { standsIn, type Actor, type Facts, type Grant } from './actor.ts';
import { relationsOf, type Action, type Relation } from './policy.ts';

export interface Reason {
  readonly grant: Grant;
  readonly relation: Relation;
}

/** All reasons; none: it is not allowed. What the product does by itself needs none. */
export const explain = (actor: Actor, action: Action, facts: Facts): readonly Reason[] =>
  actor.grants.flatMap((grant) =>
    relationsOf(grant.role, action)
      .filter((relation) => standsIn(relation, facts, { grant, actor }))
      .map((relation) => ({ grant, relation })),
  );
