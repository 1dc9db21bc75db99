// A table that leaves as a file: the same columns for XLSX and CSV.

export interface Column<Row> {
  readonly name: string;
  /** In characters. */
  readonly width: number;
  readonly value: (row: Row, index: number) => string | number | null;
  /** The value is an ISO date. */
  readonly date?: boolean;
}

export interface Sheet<Row> {
  readonly title: string;
  readonly columns: readonly Column<Row>[];
}
