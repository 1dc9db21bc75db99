// Units that have not sent when the report is put together: how many of each kind, and the first names.
import type { ReportRow } from '@nhipcau/server/contract';

type Row = Pick<ReportRow, 'class' | 'status' | 'mergedInto' | 'unit'>;

export interface Unsent {
  readonly all: number;
  readonly waiting: number;
  readonly overdue: number;
  readonly returned: number;
  readonly names: readonly string[];
}

const mostNames = 10;

export function unsentOf(rows: readonly Row[]): Unsent {
  const unsent = rows.filter(
    (row) => row.mergedInto === null && (row.class === 'in-term' || row.class === 'overdue'),
  );
  const own = unsent.filter(({ status }) => status !== 'returned');
  return {
    all: unsent.length,
    waiting: own.filter((row) => row.class === 'in-term').length,
    overdue: own.filter((row) => row.class === 'overdue').length,
    returned: unsent.length - own.length,
    names: unsent.slice(0, mostNames).map(({ unit }) => unit.name),
  };
}
