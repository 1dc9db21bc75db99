// A register is what formulas count: it has a name, fields, a relation of counted records, and a way to show them. Classes, events,
// press and others plug in here and nowhere else.
import type { RawBuilder } from 'kysely';
import type { Db } from '../db/connect.ts';

export type Said = readonly [vi: string, en: string];

export interface Field {
  /** Column of the relation, lower case: "due_on". */
  readonly name: string;
  readonly label: Said;
  readonly type: 'word' | 'number' | 'day' | 'flag';
  /** The dimension whose items its words are. */
  readonly dimension?: string;
  /** Where its words are a closed set. */
  readonly values?: readonly { readonly key: string; readonly label: Said }[];
}

/** ISO days, both included; `asOf`: what was known at the end of that day counts. */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
}

export interface Shown {
  readonly title: string;
  /** In the workspace. */
  readonly href: string;
}

export interface Register {
  readonly key: string;
  readonly label: Said;
  readonly description: Said;
  readonly fields: readonly Field[];
  /**
   * A query whose rows are records that count: `record_id`, `unit_id` (to whom it belonged), and every field by its name. `units` is a
   * query of unit ids: a register that holds much leaves records of others out.
   */
  rows(span: Span, units: RawBuilder<unknown>): RawBuilder<unknown>;
  show(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, Shown>>;
}
