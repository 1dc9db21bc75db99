// Numbers as they are typed: "1.200,5" in Vietnamese, "1,200.5" in English.
import type { Language } from '../language/words.ts';

/** Null: nothing, or no number. */
export function typedFigure(text: string, language: Language): number | null {
  const [thousands, decimal] = language === 'vi' ? ['.', ','] : [',', '.'];
  const clean = text.replaceAll(/[\s\u00a0]/g, '');
  const grouped = new RegExp(`^-?\\d{1,3}(?:\\${thousands}\\d{3})+(?:\\${decimal}\\d+)?$`);
  const plain = new RegExp(`^-?\\d+(?:\\${decimal}\\d+)?$`);
  if (!grouped.test(clean) && !plain.test(clean)) return null;
  const value = Number(clean.replaceAll(thousands, '').replace(decimal, '.'));
  return Number.isFinite(value) ? value : null;
}
