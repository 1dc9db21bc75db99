// The roles that a person holds at a unit, for a time. A person may hold several, at several units.
export const roles = [
  /** Chuyên viên: works on the unit's tasks. */
  'officer',
  /** Lãnh đạo đơn vị: answers for the unit. */
  'leader',
  /** Cơ quan đầu mối: coordinates the units below its superior. */
  'coordinator',
  /** Người phê duyệt: approves plans and issues them. */
  'approver',
  /** Tài chính. */
  'finance',
  /** Biên tập. */
  'editor',
  /** Phiên dịch. */
  'translator',
  /** Xuất bản. */
  'publisher',
  /** Quản trị: units, people, roles; not the work itself. */
  'administrator',
  /** Chỉ xem. */
  'observer',
] as const;

export type Role = (typeof roles)[number];
