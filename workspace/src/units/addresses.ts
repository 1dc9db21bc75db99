// What stands in the addresses of units: the day, what is looked for, which kind.
type Raw = Readonly<Record<string, unknown>>;

export interface UnitsSearch {
  /** The day, ISO; today if absent. */
  readonly ngay?: string;
  readonly tim?: string;
  readonly loai?: string;
  /** Top of the tree that is shown; the reader's own if absent, "0" for the whole country. */
  readonly goc?: number;
}

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

export function readUnitsSearch(raw: Raw): UnitsSearch {
  const day = String(raw['ngay'] ?? '');
  const text = String(raw['tim'] ?? '');
  const kind = String(raw['loai'] ?? '');
  const top = Number(raw['goc'] ?? Number.NaN);
  return {
    ...(isDay(day) ? { ngay: day } : {}),
    ...(text ? { tim: text.slice(0, 200) } : {}),
    ...(kind ? { loai: kind } : {}),
    ...(Number.isInteger(top) && top >= 0 ? { goc: top } : {}),
  };
}

export interface WizardSearch {
  /** The unit from which somebody came here. */
  readonly donvi?: number;
  readonly kieu?: string;
}

export function readWizardSearch(raw: Raw): WizardSearch {
  const unit = Number(raw['donvi'] ?? Number.NaN);
  const kind = String(raw['kieu'] ?? '');
  return { ...(Number.isInteger(unit) && unit > 0 ? { donvi: unit } : {}), ...(kind ? { kieu: kind } : {}) };
}
