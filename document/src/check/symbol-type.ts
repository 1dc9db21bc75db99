// The abbreviation in the document's own symbol: that of its type, and spelt as Annex III of Decree 30/2020 has it.
import { DECREE_30_TYPES, OTHER_TYPES, typeName } from '../gazetteer/document-types.ts';
import { foldDiacritics } from '../read/normalise.ts';
import { parseNumber } from '../resolve/document-number.ts';
import type { Diagnostic } from '../tree.ts';
import type { Rule } from './rule.ts';
import { found } from './rule.ts';

const CLAUSE = 'NĐ 30/2020/NĐ-CP, Phụ lục III, mục I (chữ viết tắt tên loại văn bản)';

const byFolded: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  Object.keys({ ...DECREE_30_TYPES, ...OTHER_TYPES }),
  foldDiacritics,
);

/** "QD" for "QĐ", "TTR" for "TTr": right but for case or diacritics, and close to one abbreviation only. */
function misspelt(number: string, type: string): Diagnostic['values'] | null {
  const wrong = /^(?:[^/-]*[/-])(?:(?:19|20)\d\d\/)?([\p{L}]{2,5})-/u.exec(number)?.[1];
  if (wrong === undefined || typeName(wrong) !== undefined) return null;
  const candidates = byFolded.get(foldDiacritics(wrong)) ?? [];
  return candidates.includes(type) ? { wrong, right: type, number } : null;
}

export const symbolType: Rule = ({ parsed: { document } }) => {
  const { number, type, evidence } = document;
  if (number === null || type === null || typeName(type) === undefined) return [];
  // An annex names the decision that it was issued with.
  if (evidence.number?.reason === 'attached-reference') return [];
  const place = { span: evidence.number?.span, clause: CLAUSE };
  const wrong = misspelt(number, type);
  if (wrong) return [found('symbol-misspelt', 'warning', { ...place, values: wrong })];
  const symbol = parseNumber(number)?.type ?? null;
  if (symbol === null || symbol === type) return [];
  const values = { number, symbolType: typeName(symbol) ?? symbol, type: typeName(type) ?? type };
  return [found('symbol-type-conflict', 'warning', { ...place, values })];
};
