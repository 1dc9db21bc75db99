// Values of the filter `class` in addresses and requests, by the name under which a count stands.
import type { DutyClass } from '@nhipcau/server/contract';
import type { ClassName } from './counting.ts';

export const classValues: Readonly<Record<ClassName, DutyClass>> = {
  overdue: 'overdue',
  inTerm: 'in-term',
  late: 'late',
  onTime: 'on-time',
};
