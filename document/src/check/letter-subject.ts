// A letter (công văn) states its subject after "V/v" below its number.
import type { Rule } from './rule.ts';
import { found } from './rule.ts';

const CLAUSE = 'NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.5 (trích yếu nội dung công văn)';
const HEAD_LENGTH = 3000;

export const letterSubject: Rule = ({ parsed: { document, text } }) => {
  if (document.type !== 'CV' || document.number === null) return [];
  if (/V\s?\/\s?v|Về việc/iu.test(text.slice(0, HEAD_LENGTH))) return [];
  const span = document.evidence.number?.span;
  return [found('letter-without-subject', 'warning', { span, clause: CLAUSE })];
};
