// What stands in the address of the overview: the unit, the year, the role counted, the day looked from.
export interface OverviewSearch {
  readonly unit?: number;
  readonly year?: number;
  readonly role?: 'coordinating';
  readonly asOf?: string;
}

type Raw = Readonly<Record<string, unknown>>;

const whole = (value: unknown, from: number, to: number): number | null => {
  const number = Number(value);
  return value !== undefined && Number.isInteger(number) && number >= from && number <= to ? number : null;
};

/** Reads an address, leaving out what it cannot read. */
export function readOverviewSearch(raw: Raw): OverviewSearch {
  const unit = whole(raw['unit'], 1, 2 ** 31);
  const year = whole(raw['year'], 1900, 2200);
  const asOf = String(raw['asOf'] ?? '');
  return {
    ...(unit === null ? {} : { unit }),
    ...(year === null ? {} : { year }),
    ...(raw['role'] === 'coordinating' ? { role: 'coordinating' as const } : {}),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(asOf) ? { asOf } : {}),
  };
}
