// What stands in the addresses of units: the day, what is looked for, which kind.
import { dayOf, kept, textOf, whole, type Raw } from '../address.ts';

export interface UnitsSearch {
  /** The day, ISO; today if absent. */
  readonly ngay?: string;
  readonly tim?: string;
  readonly loai?: string;
  /** Top of the tree that is shown; the reader's own if absent, "0" for the whole country. */
  readonly goc?: number;
}

export const readUnitsSearch = (raw: Raw): UnitsSearch =>
  kept<UnitsSearch>({
    ngay: dayOf(raw['ngay']),
    tim: textOf(raw['tim'], 200),
    loai: textOf(raw['loai']),
    goc: whole(raw['goc'], 0),
  });

export interface WizardSearch {
  /** The unit from which somebody came here. */
  readonly donvi?: number;
  readonly kieu?: string;
}

export const readWizardSearch = (raw: Raw): WizardSearch =>
  kept<WizardSearch>({ donvi: whole(raw['donvi']), kieu: textOf(raw['kieu']) });
