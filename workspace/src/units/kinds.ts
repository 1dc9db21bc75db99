// What kinds of units and of reorganisations are called.
import type { Reorganisation } from '@nhipcau/server/contract';
import type { Message } from '../language/words.ts';

export const unitKinds = {
  committee: 'Ủy ban nhân dân',
  department: 'Sở, ban, ngành',
  office: 'Phòng, văn phòng',
  council: 'Hội đồng nhân dân',
  party: 'Cơ quan Đảng',
  front: 'Mặt trận Tổ quốc',
  union: 'Đoàn thể',
  association: 'Hội, hiệp hội',
  press: 'Cơ quan báo chí',
  police: 'Công an',
  military: 'Quân sự',
  'border-guard': 'Biên phòng',
  'service-unit': 'Đơn vị sự nghiệp',
  enterprise: 'Doanh nghiệp',
  court: 'Tòa án, Viện kiểm sát',
  ministry: 'Bộ, cơ quan ngang bộ',
  'government-agency': 'Cơ quan thuộc Chính phủ, ngành dọc',
  'state-organ': 'Cơ quan nhà nước ở trung ương',
  other: 'Loại khác',
} as const satisfies Readonly<Record<string, Message>>;

export type UnitKind = keyof typeof unitKinds;
export const kindNames = Object.keys(unitKinds) as UnitKind[];

export const kindWord = (kind: string): Message =>
  Object.hasOwn(unitKinds, kind) ? unitKinds[kind as UnitKind] : 'Loại khác';

export const eventKinds: Readonly<Record<Reorganisation['kind'], Message>> = {
  new: 'Thành lập',
  merge: 'Sáp nhập, hợp nhất',
  split: 'Chia, tách',
  rename: 'Đổi tên',
  move: 'Chuyển cấp trên',
  abolish: 'Giải thể',
};
