// What a citation is for, told from the words before it: a basis, an act that is implemented, amended or replaced.
import type { Citation } from '../tree.ts';

export type LinkKind = 'replaces' | 'amends' | 'implements' | 'basis' | 'cites';

/** The strongest first: of several links between two documents one is kept. */
export const LINK_KINDS: readonly LinkKind[] = ['replaces', 'amends', 'implements', 'basis', 'cites'];

const BEFORE = 160;
/** "đã được sửa đổi tại …": some other act is amended by the one cited. */
const PASSIVE = /(?:được|bị)\s{1,3}(?:sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|huỷ bỏ)/iu;
const REPLACES = /(?:thay thế|thay cho|bãi bỏ|hủy bỏ|huỷ bỏ)(?:[\s,]{1,3}[\p{L}“"]{1,12}){0,6}[\s“"]{0,3}$/iu;
const AMENDS = /(?:sửa đổi|bổ sung|điều chỉnh|đính chính)(?:[\s,]{1,3}[\p{L}\d“"]{1,12}){0,14}[\s“"]{0,3}$/iu;
const IMPLEMENTS =
  /(?:thực hiện|triển khai|thi hành|quán triệt|cụ thể hóa|cụ thể hoá|kèm theo|hưởng ứng)(?:[\s,]{1,3}(?:nội|dung|tinh|thần|có|hiệu|quả|các|nhiệm|vụ|theo|tại|nghiêm|đồng|bộ|thực|hiện)){0,6}[\s“"(:]{0,3}$/iu;

/** Words of the same paragraph before the citation. */
function wordsBefore(text: string, [start]: Citation['span']): string {
  const line = text.slice(Math.max(0, start - BEFORE), start);
  const sentence = line.slice(line.lastIndexOf('\n') + 1);
  return sentence.slice(Math.max(sentence.lastIndexOf('; '), sentence.lastIndexOf('. ')) + 1);
}

export function linkKind(citation: Citation, text: string, title: string | null): LinkKind {
  const before = wordsBefore(text, citation.span);
  if (!PASSIVE.test(before)) {
    if (REPLACES.test(before)) return 'replaces';
    if (AMENDS.test(before)) return 'amends';
  }
  if (IMPLEMENTS.test(before)) return 'implements';
  const named = citation.number !== null && title !== null && title.includes(citation.number);
  if (named && /thực hiện|triển khai|thi hành/iu.test(title)) return 'implements';
  return citation.role === 'basis' ? 'basis' : 'cites';
}
