// What the headings above a paragraph say about it, handed down the tree.
import type { Evidence, Due, Header, Mention, Span } from '../../tree.ts';

/**
 * list: every bullet is a task; named: only what gives somebody work; money: only what an agency must do;
 * report: an account of the past until a heading looks ahead; none: purposes, objectives, results;
 * targets: as none, but a sub-heading that lists work breaks out.
 */
export type Mode = 'list' | 'named' | 'money' | 'report' | 'none' | 'targets';

export interface HeadingDue extends Evidence {
  readonly due: Due;
}

export interface Context {
  readonly text: string;
  readonly header: Header;
  /** The year of a date that bears none. */
  readonly year: number | null;
  readonly mode: Mode;
  /** The heading or group row above. */
  readonly group: Span | null;
  readonly lead: readonly Mention[];
  readonly coordinating: readonly Mention[];
  /** A period in a heading, for tasks that name none. */
  readonly due: HeadingDue | null;
  /** The rule that brought us here. */
  readonly rule: string;
}

const PERIOD_YEAR = /năm\s+((?:19|20)\d\d)(?!\d)(?!\s?[-–])/iu;

/** The year of an annual plan's title, else of its issue. */
export function yearOf(header: Header, titles: readonly (string | null)[]): number | null {
  for (const title of titles) {
    const found = title === null ? null : PERIOD_YEAR.exec(title);
    if (found) return Number(found[1]);
  }
  return header.issuedOn === null ? null : Number(header.issuedOn.slice(0, 4));
}
