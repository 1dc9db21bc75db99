// Where clauses of a sentence begin, each with a subject of its own.
import { agencyAt } from '../agencies-one.ts';
import type { Word } from '../agencies-words.ts';

/** Clauses begin at the start and after these; a comma only ends an introduction ("Để …, Sở A …"). */
const CLAUSE_MARKS = new Set(['.', ';', ':', '(']);
const INTRODUCTIONS = new Set([
  'để',
  'với',
  'trên',
  'căn',
  'khi',
  'trong',
  'đối',
  'hằng',
  'hàng',
  'định',
  'năm',
  'từ',
  'sau',
  'trước',
  'nhằm',
  'theo',
  'nếu',
  'ngoài',
  'bên',
  'đồng',
  'riêng',
  'tại',
  'giai',
  'trường',
]);

export interface Clause {
  readonly start: number;
  /** Behind a comma that ends no introduction: only "…, Sở B phối hợp" counts there. */
  readonly weak: boolean;
}

export function clausesOf(words: readonly Word[]): Clause[] {
  const starts: Clause[] = [{ start: 0, weak: false }];
  const coordinates = words.some(({ low }) => low === 'phối');
  let introduced = INTRODUCTIONS.has(words[0]?.low ?? '');
  for (let at = 0; at < words.length - 1; at++) {
    const low = words[at]!.low;
    if (CLAUSE_MARKS.has(low)) {
      starts.push({ start: at + 1, weak: false });
      introduced = INTRODUCTIONS.has(words[at + 1]!.low);
    } else if (low === ',' && (introduced || coordinates) && mayStartAgency(words[at + 1]!))
      starts.push({ start: at + 1, weak: !introduced || endsList(words, at) });
  }
  return starts;
}

/** A cheap test in front of the grammar: agencies begin with a capital, "các" or a common noun of four kinds. */
const mayStartAgency = ({ capital, low }: Word): boolean => capital || NOUN_STARTS.has(low);
const NOUN_STARTS = new Set(
  'các những mỗi từng giao đề yêu phân thống đồng trong cơ đơn doanh hợp địa ngành tổ chủ sở ban bộ đại ubnd tất toàn một hai lãnh thành ủy cho đảng công hội'.split(
    ' ',
  ),
);

/** "hướng dẫn của Trung ương, UBND tỉnh": the comma stands inside a list of agencies. */
function endsList(words: readonly Word[], comma: number): boolean {
  for (let at = comma - 1; at >= Math.max(0, comma - 8); at--) {
    if (words[at]!.low !== 'của') continue;
    return agencyAt(words, at + 1, true)?.next === comma;
  }
  return false;
}
