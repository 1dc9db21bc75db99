// Numbers as people write them: "1.234,5" in Vietnamese, "1,234.5" in English.
import type { Language } from '../language/words.ts';

const marks = { vi: { group: '.', point: ',' }, en: { group: ',', point: '.' } } as const;

/** Null: nothing stands there. Undefined: it is no number. A mark of thousands that does not stand before three digits is a point. */
export function typedNumber(text: string, language: Language): number | null | undefined {
  const clean = text.replace(/\s/g, '');
  if (clean === '') return null;
  const { group, point } = marks[language];
  const escaped = `\\${group}`;
  const grouped = new RegExp(`^-?\\d{1,3}(${escaped}\\d{3})+(\\${point}\\d+)?$`).test(clean);
  const plain = grouped ? clean.replaceAll(group, '').replace(point, '.') : clean.replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** Rounded to the decimals of its indicator; without them as it is. */
export const shownNumber = (value: number | null, language: Language, decimals = 6): string =>
  value === null ? '' : new Intl.NumberFormat(language, { maximumFractionDigits: decimals }).format(value);
