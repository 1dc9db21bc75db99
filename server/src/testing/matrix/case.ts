// What the matrix is told of a subject: records in every relation, and a harmless request for every action.
import type { Action, Relation } from '../../access/policy.ts';
import type { World } from './world.ts';

export interface Standing {
  readonly name: string;
  readonly relations: readonly Relation[];
  readonly id: number;
}

export interface Probe {
  /** What the request needs of the record; the route's own rule may be wider. */
  readonly action: Action;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As the description names it, with {id}; parts of the record have ids that never were. */
  readonly path: string;
  readonly query?: string;
  /** Changes nothing even where it is allowed: a version that never was, a state that does not fit. */
  readonly body?: (world: World) => unknown;
  /** Another action that is enough. */
  readonly or?: Action;
  /** It could not be sent without effect: only where the table refuses it. What it does is its own subject's test. */
  readonly harmful?: true;
  /** A part of the record that may be missing although the record may be read: the problem's code. */
  readonly missing?: string;
}

export interface Case {
  readonly subject: string;
  readonly read: Action;
  readonly standings: readonly Standing[];
  readonly probes: readonly Probe[];
  /** Lists on which exactly the readable records of `standings` stand. */
  readonly lists: readonly { readonly path: string; readonly ids: (body: never) => readonly number[] }[];
}

export type MakeCase = (world: World) => Promise<Case>;
