// What stands in the address of the overview: the unit, the year, the role counted, the day looked from.
import { among, dayOf, kept, whole, yearOf, type Raw } from '../address.ts';

export interface OverviewSearch {
  readonly unit?: number;
  readonly year?: number;
  readonly role?: 'coordinating';
  readonly asOf?: string;
}

/** Reads an address, leaving out what it cannot read. */
export const readOverviewSearch = (raw: Raw): OverviewSearch =>
  kept<OverviewSearch>({
    unit: whole(raw['unit']),
    year: yearOf(raw['year']),
    role: among(['coordinating'] as const, raw['role']),
    asOf: dayOf(raw['asOf']),
  });
