// What kinds and levels of units are called, in tables that people fill in and files that they take away.
import { fold } from '../text/fold.ts';

type Pair = readonly [vi: string, en: string];

export const kindWords: Readonly<Record<string, Pair>> = {
  'state-organ': ['Cơ quan nhà nước ở trung ương', 'State organ'],
  party: ['Cơ quan Đảng', 'Party body'],
  ministry: ['Bộ, cơ quan ngang bộ', 'Ministry'],
  'government-agency': ['Cơ quan thuộc Chính phủ, ngành dọc', 'Government agency'],
  department: ['Sở, ban, ngành', 'Department'],
  office: ['Phòng, văn phòng', 'Office'],
  council: ['Hội đồng nhân dân', 'People’s Council'],
  committee: ['Ủy ban nhân dân', 'People’s Committee'],
  police: ['Công an', 'Police'],
  military: ['Quân sự', 'Military'],
  'border-guard': ['Biên phòng', 'Border guard'],
  front: ['Mặt trận Tổ quốc', 'Fatherland Front'],
  union: ['Đoàn thể', 'Mass organisation'],
  association: ['Hội, hiệp hội', 'Association'],
  press: ['Báo chí', 'Press'],
  'service-unit': ['Đơn vị sự nghiệp', 'Service unit'],
  court: ['Tòa án, Viện kiểm sát', 'Court, procuracy'],
  enterprise: ['Doanh nghiệp', 'Enterprise'],
  other: ['Khác', 'Other'],
};

export const levelWords: Readonly<Record<string, Pair>> = {
  central: ['Trung ương', 'Central'],
  province: ['Tỉnh', 'Province'],
  district: ['Huyện', 'District'],
  commune: ['Xã', 'Commune'],
};

const reading = (words: Readonly<Record<string, Pair>>) => {
  const known = new Map(
    Object.entries(words).flatMap(([key, pair]) => [key, ...pair].map((word) => [fold(word), key])),
  );
  return (text: string): string | null => known.get(fold(text.trim())) ?? null;
};

/** In either language, or the key itself. */
export const kindOf = reading(kindWords);
export const levelOf = reading(levelWords);
