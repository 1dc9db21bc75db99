// What roles are called in sheets, both ways.
import { roles, type Role } from '../access/roles.ts';
import { fold } from '../text/fold.ts';

export const roleNames: Readonly<Record<Role, readonly [vi: string, en: string]>> = {
  officer: ['Chuyên viên', 'Officer'],
  leader: ['Lãnh đạo đơn vị', 'Head of unit'],
  coordinator: ['Cơ quan đầu mối', 'Focal agency'],
  approver: ['Người phê duyệt', 'Approver'],
  finance: ['Tài chính', 'Finance'],
  editor: ['Biên tập', 'Editor'],
  translator: ['Phiên dịch', 'Translator'],
  publisher: ['Xuất bản', 'Publisher'],
  administrator: ['Quản trị', 'Administrator'],
  observer: ['Chỉ xem', 'Observer'],
};

const known = new Map(
  roles.flatMap((role) => [role, ...roleNames[role]].map((name) => [fold(name), role] as const)),
);
known.set('lanh dao', 'leader');
known.set('dau moi', 'coordinator');
known.set('phe duyet', 'approver');

/** Roles and what was not understood of "Chuyên viên, Lãnh đạo đơn vị". */
export function readRoles(text: string): {
  readonly roles: readonly Role[];
  readonly unknown: readonly string[];
} {
  const parts = text
    .split(/[,;/\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const found = parts.flatMap((part) => known.get(fold(part)) ?? []);
  return { roles: [...new Set(found)], unknown: parts.filter((part) => !known.has(fold(part))) };
}
