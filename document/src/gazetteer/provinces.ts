// Provinces and cities of the first level, each stretch of time in which name, kind and extent stayed the same.
import { existedOn } from './agency.ts';

export interface Province {
  /** Area code of the list of administrative units; dated too: 15 was Yên Bái and is Lào Cai since 1 July 2025. */
  readonly code: string;
  readonly name: string;
  readonly kind: 'tỉnh' | 'thành phố';
  readonly from: string | null;
  readonly to: string | null;
  /** Code of the unit it became part of. */
  readonly successor: string | null;
  /** Other spellings met in documents. */
  readonly aliases: readonly string[];
}

const spellings: Readonly<Record<string, readonly string[]>> = {
  'Hồ Chí Minh': ['TP. HCM', 'TP.HCM', 'TPHCM', 'HCM'],
  'Thừa Thiên Huế': ['Thừa Thiên - Huế', 'Thừa Thiên-Huế'],
  'Bà Rịa - Vũng Tàu': ['Bà Rịa-Vũng Tàu', 'Bà Rịa Vũng Tàu', 'BR-VT', 'BRVT'],
  'Đắk Lắk': ['Đắc Lắc', 'Đăk Lăk', 'Đắk Lăk', 'Đăk Lắk', 'Daklak'],
  'Đắk Nông': ['Đắc Nông', 'Đăk Nông', 'Daknong'],
  'Bắc Kạn': ['Bắc Cạn'],
  'Kon Tum': ['Kontum'],
};

function row(
  code: string,
  name: string,
  kind: 'tỉnh' | 'thành phố',
  from: string | null,
  to: string | null,
  successor: string | null,
): Province {
  return { code, name, kind, from, to, successor, aliases: spellings[name] ?? [] };
}

export const PROVINCES: readonly Province[] = [
  // Until 30 June 2025, and those that the mergers of 1 July 2025 left as they were.
  row('01', 'Hà Nội', 'thành phố', null, null, null),
  row('02', 'Hà Giang', 'tỉnh', null, '2025-06-30', '08'),
  row('04', 'Cao Bằng', 'tỉnh', null, null, null),
  row('06', 'Bắc Kạn', 'tỉnh', null, '2025-06-30', '19'),
  row('08', 'Tuyên Quang', 'tỉnh', null, '2025-06-30', '08'),
  row('10', 'Lào Cai', 'tỉnh', null, '2025-06-30', '15'),
  row('11', 'Điện Biên', 'tỉnh', null, null, null),
  row('12', 'Lai Châu', 'tỉnh', null, null, null),
  row('14', 'Sơn La', 'tỉnh', null, null, null),
  row('15', 'Yên Bái', 'tỉnh', null, '2025-06-30', '15'),
  row('17', 'Hòa Bình', 'tỉnh', null, '2025-06-30', '25'),
  row('19', 'Thái Nguyên', 'tỉnh', null, '2025-06-30', '19'),
  row('20', 'Lạng Sơn', 'tỉnh', null, null, null),
  row('22', 'Quảng Ninh', 'tỉnh', null, '2026-08-31', '22'),
  row('22', 'Quảng Ninh', 'thành phố', '2026-09-01', null, null),
  row('24', 'Bắc Giang', 'tỉnh', null, '2025-06-30', '24'),
  row('25', 'Phú Thọ', 'tỉnh', null, '2025-06-30', '25'),
  row('26', 'Vĩnh Phúc', 'tỉnh', null, '2025-06-30', '25'),
  row('27', 'Bắc Ninh', 'tỉnh', null, '2025-06-30', '24'),
  row('30', 'Hải Dương', 'tỉnh', null, '2025-06-30', '31'),
  row('31', 'Hải Phòng', 'thành phố', null, '2025-06-30', '31'),
  row('33', 'Hưng Yên', 'tỉnh', null, '2025-06-30', '33'),
  row('34', 'Thái Bình', 'tỉnh', null, '2025-06-30', '33'),
  row('35', 'Hà Nam', 'tỉnh', null, '2025-06-30', '37'),
  row('36', 'Nam Định', 'tỉnh', null, '2025-06-30', '37'),
  row('37', 'Ninh Bình', 'tỉnh', null, '2025-06-30', '37'),
  row('38', 'Thanh Hóa', 'tỉnh', null, null, null),
  row('40', 'Nghệ An', 'tỉnh', null, null, null),
  row('42', 'Hà Tĩnh', 'tỉnh', null, null, null),
  row('44', 'Quảng Bình', 'tỉnh', null, '2025-06-30', '44'),
  row('45', 'Quảng Trị', 'tỉnh', null, '2025-06-30', '44'),
  row('46', 'Thừa Thiên Huế', 'tỉnh', null, '2024-12-31', '46'),
  row('46', 'Huế', 'thành phố', '2025-01-01', null, null),
  row('48', 'Đà Nẵng', 'thành phố', null, '2025-06-30', '48'),
  row('49', 'Quảng Nam', 'tỉnh', null, '2025-06-30', '48'),
  row('51', 'Quảng Ngãi', 'tỉnh', null, '2025-06-30', '51'),
  row('52', 'Bình Định', 'tỉnh', null, '2025-06-30', '52'),
  row('54', 'Phú Yên', 'tỉnh', null, '2025-06-30', '66'),
  row('56', 'Khánh Hòa', 'tỉnh', null, '2025-06-30', '56'),
  row('58', 'Ninh Thuận', 'tỉnh', null, '2025-06-30', '56'),
  row('60', 'Bình Thuận', 'tỉnh', null, '2025-06-30', '68'),
  row('62', 'Kon Tum', 'tỉnh', null, '2025-06-30', '51'),
  row('64', 'Gia Lai', 'tỉnh', null, '2025-06-30', '52'),
  row('66', 'Đắk Lắk', 'tỉnh', null, '2025-06-30', '66'),
  row('67', 'Đắk Nông', 'tỉnh', null, '2025-06-30', '68'),
  row('68', 'Lâm Đồng', 'tỉnh', null, '2025-06-30', '68'),
  row('70', 'Bình Phước', 'tỉnh', null, '2025-06-30', '75'),
  row('72', 'Tây Ninh', 'tỉnh', null, '2025-06-30', '80'),
  row('74', 'Bình Dương', 'tỉnh', null, '2025-06-30', '79'),
  row('75', 'Đồng Nai', 'tỉnh', null, '2025-06-30', '75'),
  row('77', 'Bà Rịa - Vũng Tàu', 'tỉnh', null, '2025-06-30', '79'),
  row('79', 'Hồ Chí Minh', 'thành phố', null, '2025-06-30', '79'),
  row('80', 'Long An', 'tỉnh', null, '2025-06-30', '80'),
  row('82', 'Tiền Giang', 'tỉnh', null, '2025-06-30', '82'),
  row('83', 'Bến Tre', 'tỉnh', null, '2025-06-30', '86'),
  row('84', 'Trà Vinh', 'tỉnh', null, '2025-06-30', '86'),
  row('86', 'Vĩnh Long', 'tỉnh', null, '2025-06-30', '86'),
  row('87', 'Đồng Tháp', 'tỉnh', null, '2025-06-30', '82'),
  row('89', 'An Giang', 'tỉnh', null, '2025-06-30', '91'),
  row('91', 'Kiên Giang', 'tỉnh', null, '2025-06-30', '91'),
  row('92', 'Cần Thơ', 'thành phố', null, '2025-06-30', '92'),
  row('93', 'Hậu Giang', 'tỉnh', null, '2025-06-30', '92'),
  row('94', 'Sóc Trăng', 'tỉnh', null, '2025-06-30', '92'),
  row('95', 'Bạc Liêu', 'tỉnh', null, '2025-06-30', '96'),
  row('96', 'Cà Mau', 'tỉnh', null, '2025-06-30', '96'),
  row('28', 'Hà Tây', 'tỉnh', null, '2008-07-31', '01'),
  // From 1 July 2025 (resolution 202/2025/QH15), with the units that became cities in 2026.
  row('08', 'Tuyên Quang', 'tỉnh', '2025-07-01', null, null),
  row('15', 'Lào Cai', 'tỉnh', '2025-07-01', null, null),
  row('19', 'Thái Nguyên', 'tỉnh', '2025-07-01', null, null),
  row('24', 'Bắc Ninh', 'tỉnh', '2025-07-01', '2026-09-19', '24'),
  row('24', 'Bắc Ninh', 'thành phố', '2026-09-20', null, null),
  row('25', 'Phú Thọ', 'tỉnh', '2025-07-01', null, null),
  row('31', 'Hải Phòng', 'thành phố', '2025-07-01', null, null),
  row('33', 'Hưng Yên', 'tỉnh', '2025-07-01', null, null),
  row('37', 'Ninh Bình', 'tỉnh', '2025-07-01', null, null),
  row('44', 'Quảng Trị', 'tỉnh', '2025-07-01', null, null),
  row('48', 'Đà Nẵng', 'thành phố', '2025-07-01', null, null),
  row('51', 'Quảng Ngãi', 'tỉnh', '2025-07-01', null, null),
  row('52', 'Gia Lai', 'tỉnh', '2025-07-01', null, null),
  row('56', 'Khánh Hòa', 'tỉnh', '2025-07-01', null, null),
  row('66', 'Đắk Lắk', 'tỉnh', '2025-07-01', null, null),
  row('68', 'Lâm Đồng', 'tỉnh', '2025-07-01', null, null),
  row('75', 'Đồng Nai', 'tỉnh', '2025-07-01', '2026-04-29', '75'),
  row('75', 'Đồng Nai', 'thành phố', '2026-04-30', null, null),
  row('79', 'Hồ Chí Minh', 'thành phố', '2025-07-01', null, null),
  row('80', 'Tây Ninh', 'tỉnh', '2025-07-01', null, null),
  row('82', 'Đồng Tháp', 'tỉnh', '2025-07-01', null, null),
  row('86', 'Vĩnh Long', 'tỉnh', '2025-07-01', null, null),
  row('91', 'An Giang', 'tỉnh', '2025-07-01', null, null),
  row('92', 'Cần Thơ', 'thành phố', '2025-07-01', null, null),
  row('96', 'Cà Mau', 'tỉnh', '2025-07-01', null, null),
];

/** The provinces and cities that existed on a day. */
export function provincesOn(on: string): readonly Province[] {
  return PROVINCES.filter((province) => existedOn(province, on));
}
