// How many reports there are of each standing, as DHIS2 tells them apart; a report's own class is derived in queries.ts.

export interface Reporting {
  readonly expected: number;
  readonly sent: number;
  readonly onTime: number;
  readonly late: number;
  readonly waiting: number;
  readonly missing: number;
  readonly excused: number;
  readonly returned: number;
  readonly accepted: number;
  readonly approved: number;
  readonly locked: number;
}

export const nobody: Reporting = {
  expected: 0,
  sent: 0,
  onTime: 0,
  late: 0,
  waiting: 0,
  missing: 0,
  excused: 0,
  returned: 0,
  accepted: 0,
  approved: 0,
  locked: 0,
};
