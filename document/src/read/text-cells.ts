// Tables that lost every mark: cells one a line under a head of column names ("TT", "Nội dung", "Đơn vị chủ trì" …).
import type { CellInput } from './build.ts';
import type { FoundTable, JoinLines } from './text-table.ts';
import type { TextLine } from './text-lines.ts';

export const FIRST = /^(?:S?TT|Số TT|STT\.)$/i;
export const COLUMN =
  /^(?:tên |nội dung|nhiệm vụ|công việc|hoạt động|tên nhiệm vụ|cơ quan|đơn vị|chủ trì|phối hợp|thời gian|tiến độ|thời hạn|hoàn thành|kết quả|sản phẩm|ghi chú|kinh phí|địa điểm|văn bản|dự kiến|lãnh đạo|cấp |hình thức|trách nhiệm|các nhiệm vụ|chỉ tiêu|mục tiêu|yêu cầu|giải pháp|người |lĩnh vực|nguồn|số lượng|đvt|đơn vị tính|căn cứ)/iu;
const LABEL = /^(?:[IVXLC]{1,5}|[A-H]|\d{1,3}(?:\.\d{1,2}){0,2})\.?$/;
const MOST_CELLS = 4000;

type Kind = 'agency' | 'time' | 'text';

const AGENCY =
  /^(?:các |cục |vụ |sở |bộ |ban |ubnd|ủy ban|uỷ ban|phòng |văn phòng|công an|trung tâm|đài |báo |hội |đoàn |tỉnh đoàn|thanh tra|chi cục|đơn vị|cơ quan|liên minh|hiệp hội|trường |bảo hiểm|mttq|mặt trận)/iu;
const TIME =
  /^(?:quý|tháng|năm|hằng|hàng|thường xuyên|cả năm|định kỳ|trước|trong|giai đoạn|từ |đến |\d{1,2}\/\d|20\d\d)/iu;

/** A table from its head on; null where no head stands. */
export function bareCells(lines: readonly TextLine[], at: number, join: JoinLines): FoundTable | null {
  if (!FIRST.test(lines[at]!.text)) return null;
  const head = headAt(lines, at);
  if (head.length < 4) return null;
  const kinds = head.map(columnKind);
  const rows: TextLine[][] = [head];
  let index = at + head.length;
  while (index < lines.length && index < at + MOST_CELLS && LABEL.test(lines[index]!.text)) {
    const end = rowEnd(lines, index + 1, head.length - 1);
    rows.push(lines.slice(index, end));
    index = end;
  }
  if (rows.length < 3) return null;
  return { rows: rows.map((row) => place(row, kinds, join)), next: index };
}

function headAt(lines: readonly TextLine[], at: number): TextLine[] {
  let end = at + 1;
  while (
    end < lines.length &&
    end < at + 12 &&
    lines[end]!.gap === 0 &&
    COLUMN.test(lines[end]!.text) &&
    lines[end]!.text.length < 60
  )
    end++;
  return lines.slice(at, end);
}

function columnKind(head: TextLine): Kind {
  if (/thời|tiến độ|hoàn thành/i.test(head.text)) return 'time';
  return /chủ trì|phối hợp|cơ quan|đơn vị(?! tính)|trách nhiệm|lãnh đạo/i.test(head.text) ? 'agency' : 'text';
}

/** A row reaches to the next label; the last one holds as many cells as the head has. */
function rowEnd(lines: readonly TextLine[], from: number, cells: number): number {
  for (let at = from; at < lines.length && at < from + cells * 4; at++) {
    if (at > from && (LABEL.test(lines[at]!.text) || /^(?:Nơi nhận|PHỤ LỤC|KT\.|TM\.)/.test(lines[at]!.text)))
      return at;
    if (at - from >= cells && lines[at]!.gap > 0) return at;
  }
  return Math.min(lines.length, from + cells);
}

/** Cells of a row go to columns in order; where some are missing, to the first column of their kind. */
function place(row: readonly TextLine[], kinds: readonly Kind[], join: JoinLines): CellInput[] {
  const [label, ...rest] = row;
  const cells: TextLine[][] = kinds.map(() => []);
  cells[0] = [label!];
  let column = 1;
  for (const [index, line] of rest.entries()) {
    const left = rest.length - index;
    if (left < kinds.length - column && index > 0)
      column = laterColumn(line.text, kinds, column, kinds.length - left);
    cells[Math.min(column, kinds.length - 1)]!.push(line);
    if (left <= kinds.length - column || left <= kinds.length - 1 - column + 1) column++;
  }
  return cells.map((cell, at) => ({ paragraphs: join(cell), column: at }));
}

function laterColumn(text: string, kinds: readonly Kind[], from: number, to: number): number {
  const kind: Kind = TIME.test(text) ? 'time' : AGENCY.test(text) ? 'agency' : 'text';
  for (let column = from; column <= to && column < kinds.length; column++)
    if (kinds[column] === kind) return column;
  return from;
}
