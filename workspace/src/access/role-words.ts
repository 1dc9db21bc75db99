// What roles are called.
import type { Me } from '../api.ts';
import type { Message } from '../language/words.ts';

export type Role = Me['roles'][number]['role'];

export const roleWords: Readonly<Record<Role, Message>> = {
  officer: 'Chuyên viên',
  leader: 'Lãnh đạo đơn vị',
  coordinator: 'Cơ quan đầu mối',
  approver: 'Người phê duyệt',
  finance: 'Tài chính',
  editor: 'Biên tập',
  translator: 'Phiên dịch',
  publisher: 'Xuất bản',
  administrator: 'Quản trị|vai trò',
  observer: 'Chỉ xem',
};

export const allRoles = Object.keys(roleWords) as readonly Role[];
