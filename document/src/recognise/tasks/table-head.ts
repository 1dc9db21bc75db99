// Which column of a table holds the work, who leads, who helps and when.
import type { Cell, Row, Table } from '../../tree.ts';
import { roleOf } from './fields.ts';
import type { FieldRole } from './fields.ts';

/** leader: who oversees; leads where no column says who does the work. */
export type ColumnRole = FieldRole | 'number' | 'note' | 'leader';

export interface TableHead {
  /** Role of each column; null where the head says nothing of use. */
  readonly roles: readonly (ColumnRole | null)[];
  /** First row below the head. */
  readonly body: number;
}

const HEAD_ROWS = 4;
const WORK =
  /nội dung|nhiệm vụ|công việc|hoạt động|tên|đề án|chương trình|giải pháp|danh mục|văn bản|hạng mục|công tác|vấn đề|kiến nghị|dự án|chuyên đề|ý kiến|sự kiện/u;
const NUMBER = /^(?:stt|tt|số tt|số thứ tự|s tt|no|#)\.?$/u;

export function columnRole(head: string): ColumnRole | null {
  const low = head.toLowerCase().replaceAll(/\s+/gu, ' ').trim();
  if (low === '' || low.length > 120) return null;
  if (NUMBER.test(low)) return 'number';
  if (/^(?:tháng|quý|tuần|ngày|thời điểm|bắt đầu|kết thúc)$/u.test(low)) return 'time';
  if (low.startsWith('ghi chú')) return 'note';
  if (/^(?:nội dung|nhiệm vụ|công việc|tên|danh mục)/u.test(low) && !/thời gian/u.test(low)) return 'content';
  if (/^(?:các )?(?:cơ quan|đơn vị)(?:,? (?:cơ quan|đơn vị))? (?:tham gia|(?:có )?liên quan)/u.test(low))
    return 'coordinating';
  if (/^(?:lãnh đạo|người theo dõi|chuyên viên|cán bộ theo dõi|đồng chí)/u.test(low)) return 'leader';
  const role = roleOf(low);
  if (role !== null && role !== 'content')
    return /^(?:sở|phòng|cơ sở|cán bộ|lãnh đạo)\s(?!.*(?:chủ trì|thực hiện|phụ trách))/u.test(low)
      ? 'other'
      : role;
  if (low.endsWith('thực hiện') && !WORK.test(low)) return 'lead';
  return WORK.test(low) ? 'content' : null;
}

function assign(roles: (ColumnRole | null)[], cell: Cell, role: ColumnRole | null): void {
  for (let column = cell.column; column < cell.column + cell.columns; column++)
    if (role !== null && column < roles.length) roles[column] = role;
}

const useful = (roles: readonly (ColumnRole | null)[]): boolean =>
  roles.includes('content') &&
  (roles.includes('lead') ||
    roles.includes('both') ||
    roles.includes('time') ||
    roles.includes('coordinating'));

// Columns of procedures, prices, scores, persons, coordinates: such a table gives no tasks (rule 13).
const FOREIGN =
  /thủ tục|thời hạn giải quyết|lệ phí|^phí|thành tiền|đơn giá|^(?:mức |số |thang )?điểm(?! du lịch| đến| cầu)|họ (?:và )?tên|năm sinh|tọa độ|toạ độ|kinh độ|vĩ độ|giải thưởng|^giải$|mức chi|chức danh/u;

const isForeign = (row: Row, textOf: (cell: Cell) => string): boolean =>
  row.cells.some((cell) => FOREIGN.test(textOf(cell).toLowerCase().trim()) && textOf(cell).length < 60);

const settled = (roles: readonly (ColumnRole | null)[]): (ColumnRole | null)[] =>
  roles.map((role) =>
    role !== 'leader' ? role : roles.includes('lead') || roles.includes('both') ? null : 'lead',
  );

/** The head of a table of tasks, or null if it is none: of figures, coordinates, forms, names. */
export function headOf(table: Table, textOf: (cell: Cell) => string): TableHead | null {
  const roles: (ColumnRole | null)[] = Array.from({ length: table.columns }, () => null);
  for (const [index, row] of table.rows.slice(0, HEAD_ROWS).entries()) {
    const before = useful(roles);
    if (!before && isForeign(row, textOf)) return null;
    if (before && !refines(row, roles, textOf)) return { roles: settled(roles), body: index };
    for (const cell of row.cells) assign(roles, cell, columnRole(textOf(cell)));
  }
  return useful(settled(roles))
    ? { roles: settled(roles), body: Math.min(HEAD_ROWS, table.rows.length) }
    : null;
}

/** A second row of the head: below a cell that spans several columns, or with nothing but roles. */
function refines(row: Row, roles: readonly (ColumnRole | null)[], textOf: (cell: Cell) => string): boolean {
  const filled = row.cells.filter((cell) => textOf(cell).trim() !== '');
  if (filled.length === 0 || filled.some((cell) => cell.columns === roles.length)) return false;
  return filled.every((cell) => {
    const text = textOf(cell).trim();
    return (
      text.length < 60 && columnRole(text) !== null && roles[cell.column] !== 'content' && !/^\d/u.test(text)
    );
  });
}
