// What kinds and levels of units are called, in tables that people fill in and files that they take away.
import { fold } from '../text/fold.ts';

type Words = readonly [vi: string, en: string, ...synonyms: readonly string[]];

/** What is written out, in both languages; then what else people write. Words that may mean two kinds stand at none. */
export const kindWords: Readonly<Record<string, Words>> = {
  'state-organ': ['Cơ quan nhà nước ở trung ương', 'State organ', 'Cơ quan nhà nước trung ương'],
  party: ['Cơ quan Đảng', 'Party body', 'Cơ quan của Đảng', 'Ban Đảng', 'Ban của Đảng', 'Đảng ủy', 'Tỉnh ủy'],
  ministry: ['Bộ, cơ quan ngang bộ', 'Ministry', 'Bộ', 'Cơ quan ngang bộ'],
  'government-agency': [
    'Cơ quan thuộc Chính phủ, ngành dọc',
    'Government agency',
    'Cơ quan thuộc Chính phủ',
    'Cơ quan ngành dọc',
    'Ngành dọc',
  ],
  department: ['Sở, ban, ngành', 'Department', 'Sở', 'Sở, ngành', 'Cơ quan chuyên môn cấp tỉnh'],
  office: ['Phòng, văn phòng', 'Office', 'Phòng', 'Văn phòng', 'Phòng, ban', 'Phòng chuyên môn'],
  council: ['Hội đồng nhân dân', 'People’s Council', "People's Council", 'HĐND'],
  committee: [
    'Ủy ban nhân dân',
    'People’s Committee',
    "People's Committee",
    'UBND',
    'UBND tỉnh',
    'UBND xã',
    'UBND phường',
    'UBND đặc khu',
    'UBND xã, phường',
    'Ủy ban nhân dân tỉnh',
    'Ủy ban nhân dân xã',
    'Ủy ban nhân dân phường',
    'Ủy ban nhân dân đặc khu',
    'Ủy ban nhân dân xã, phường',
  ],
  police: ['Công an', 'Police', 'Cơ quan công an'],
  military: [
    'Quân sự',
    'Military',
    'Quân đội',
    'Cơ quan quân sự',
    'Bộ Chỉ huy quân sự',
    'Ban Chỉ huy quân sự',
  ],
  'border-guard': ['Biên phòng', 'Border guard', 'Bộ đội Biên phòng', 'Đồn Biên phòng'],
  front: ['Mặt trận Tổ quốc', 'Fatherland Front', 'Mặt trận', 'MTTQ', 'Mặt trận Tổ quốc Việt Nam'],
  union: ['Đoàn thể', 'Mass organisation', 'Tổ chức đoàn thể', 'Tổ chức chính trị - xã hội'],
  association: ['Hội, hiệp hội', 'Association', 'Hội', 'Hiệp hội'],
  press: ['Báo chí', 'Press', 'Cơ quan báo chí', 'Báo', 'Đài', 'Báo, đài'],
  'service-unit': ['Đơn vị sự nghiệp', 'Service unit', 'Đơn vị sự nghiệp công lập', 'ĐVSN', 'Trung tâm'],
  court: [
    'Tòa án, Viện kiểm sát',
    'Court, procuracy',
    'Tòa án',
    'Tòa án nhân dân',
    'Viện kiểm sát',
    'Viện kiểm sát nhân dân',
  ],
  enterprise: ['Doanh nghiệp', 'Enterprise', 'Doanh nghiệp nhà nước', 'Công ty'],
  other: ['Khác', 'Other', 'Loại khác'],
};

export const levelWords: Readonly<Record<string, Words>> = {
  central: ['Trung ương', 'Central', 'Cấp trung ương'],
  province: ['Tỉnh', 'Province', 'Cấp tỉnh', 'Tỉnh, thành phố'],
  district: ['Huyện', 'District', 'Cấp huyện'],
  commune: ['Xã', 'Commune', 'Cấp xã', 'Phường', 'Xã, phường', 'Đặc khu'],
};

/** Commas may be missing, nothing else: a part of a name, or two names in one cell, is none. */
const plain = (text: string): string => fold(text.replaceAll(/[,.]/g, ' '));

const reading = (words: Readonly<Record<string, Words>>) => {
  const known = new Map(
    Object.entries(words).flatMap(([key, names]) => [key, ...names].map((name) => [plain(name), key])),
  );
  return (text: string): string | null => known.get(plain(text)) ?? null;
};

/** In either language, by a usual synonym, or the key itself. */
export const kindOf = reading(kindWords);
export const levelOf = reading(levelWords);
