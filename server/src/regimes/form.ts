// The form of a call: the outline, and the indicators that it names as they are on the day of the call.
import type { Db } from '../db/connect.ts';
import { catalogueFor } from '../indicators/catalogue.ts';
import { codesIn } from '../indicators/formula.ts';
import type { CallForm, FormIndicator, RegimeBody } from './body.ts';

export interface Form {
  readonly form: CallForm;
  /** Codes that the catalogue does not have. */
  readonly missing: readonly string[];
}

type Asked = Pick<RegimeBody, 'outline' | 'tiers' | 'legalBasis' | 'form' | 'sending' | 'reminders'>;

/** With the indicators that formulas and weights need, whether or not a section shows them. */
export async function formOf(db: Db, ownerId: number, asked: Asked): Promise<Form> {
  const catalogue = await catalogueFor(db, ownerId);
  const found = new Map<string, FormIndicator>();
  const missing = new Set<string>();
  const take = (code: string): void => {
    if (found.has(code)) return;
    const row = catalogue.get(code);
    if (!row) {
      missing.add(code);
      return;
    }
    found.set(code, { ...row.body, id: row.id, code, version: row.version });
    const { formula, weight } = row.body;
    for (const each of [...(formula ? codesIn(formula) : []), ...(weight ? [weight] : [])]) take(each);
  };
  for (const code of asked.outline.flatMap(({ indicators }) => indicators)) take(code);
  const { outline, tiers, legalBasis, form, sending, reminders } = asked;
  return {
    form: {
      outline: outline.map((section) => ({
        ...section,
        indicators: section.indicators.filter((code) => found.has(code)),
      })),
      indicators: [...found.values()],
      tiers,
      legalBasis,
      form,
      sending,
      reminders,
    },
    missing: [...missing],
  };
}
