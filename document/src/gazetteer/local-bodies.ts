// Bodies of districts, until they ended on 30 June 2025, and of communes.
import type { KnownAgency } from './agency.ts';
import { DISTRICTS_END, knownAgency as agency, TWO_LEVELS } from './agency.ts';

const district = { level: 'district', to: DISTRICTS_END } as const;
const commune = { level: 'commune', from: TWO_LEVELS } as const;

/** Usual bodies of a district until mid-2025 and of a commune. */
export const LOCAL_BODIES: readonly KnownAgency[] = [
  agency('uy-ban-nhan-dan-huyen', 'Ủy ban nhân dân huyện', 'committee', {
    ...district,
    symbols: ['UBND'],
    aliases: ['UBND huyện', 'UBND quận', 'UBND thị xã'],
  }),
  agency('phong-van-hoa-va-thong-tin', 'Phòng Văn hóa và Thông tin', 'office', {
    ...district,
    symbols: ['VHTT', 'PVHTT'],
    aliases: [
      'Phòng VH&TT',
      'Phòng VHTT',
      'Phòng VH-TT',
      'Phòng Văn hóa - Thông tin',
      'Phòng Văn hóa, Khoa học và Thông tin',
    ],
    into: ['phong-van-hoa-xa-hoi'],
  }),
  agency('phong-tai-chinh-ke-hoach', 'Phòng Tài chính - Kế hoạch', 'office', {
    ...district,
    symbols: ['TCKH', 'PTCKH'],
    aliases: ['Phòng TC-KH', 'Phòng TCKH'],
    into: ['phong-kinh-te'],
  }),
  agency('phong-noi-vu', 'Phòng Nội vụ', 'office', {
    ...district,
    symbols: ['NV', 'PNV'],
    into: ['phong-van-hoa-xa-hoi'],
  }),
  agency('phong-giao-duc-va-dao-tao', 'Phòng Giáo dục và Đào tạo', 'office', {
    ...district,
    symbols: ['PGDĐT', 'GDĐT'],
    aliases: ['Phòng GD&ĐT', 'Phòng GDĐT'],
    into: ['phong-van-hoa-xa-hoi'],
  }),
  agency(
    'trung-tam-van-hoa-thong-tin-the-thao-va-du-lich',
    'Trung tâm Văn hóa, Thông tin, Thể thao và Du lịch',
    'service-unit',
    {
      ...district,
      aliases: [
        'Trung tâm VHTT,TT&DL',
        'Trung tâm Văn hóa - Truyền thông',
        'Trung tâm Văn hóa, Thể thao và Truyền thông',
        'Trung tâm Truyền thông và Văn hóa',
      ],
    },
  ),
  agency('uy-ban-nhan-dan-xa', 'Ủy ban nhân dân xã', 'committee', {
    level: 'commune',
    symbols: ['UBND'],
    aliases: ['UBND xã', 'UBND phường', 'UBND đặc khu', 'UBND thị trấn'],
  }),
  agency('phong-van-hoa-xa-hoi', 'Phòng Văn hóa - Xã hội', 'office', {
    ...commune,
    symbols: ['VHXH', 'PVHXH'],
    aliases: ['Phòng VH-XH', 'Phòng VHXH', 'Phòng Văn hóa – Xã hội'],
  }),
  agency('phong-kinh-te', 'Phòng Kinh tế', 'office', {
    ...commune,
    symbols: ['PKT'],
    aliases: ['Phòng Kinh tế, Hạ tầng và Đô thị'],
  }),
  agency('van-phong-hdnd-va-ubnd-xa', 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân', 'office', {
    ...commune,
    symbols: ['VP'],
    aliases: ['Văn phòng HĐND và UBND', 'VP HĐND và UBND', 'Văn phòng HĐND&UBND', 'VP HĐND&UBND'],
  }),
  agency('trung-tam-phuc-vu-hanh-chinh-cong', 'Trung tâm Phục vụ hành chính công', 'service-unit', {
    level: 'commune',
    aliases: ['Trung tâm PVHCC', 'TTPVHCC'],
  }),
  agency('cong-an-xa', 'Công an xã', 'police', {
    level: 'commune',
    symbols: ['CAX', 'CAP'],
    aliases: ['Công an phường', 'Công an đặc khu'],
  }),
  agency('ban-chi-huy-quan-su-xa', 'Ban Chỉ huy Quân sự xã', 'military', {
    level: 'commune',
    aliases: ['Ban CHQS xã', 'Ban CHQS phường'],
  }),
];
