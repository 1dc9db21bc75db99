// Names with capitals of their own, and the words that names follow.
import { DEPARTMENTS } from '../gazetteer/departments.ts';
import { LOCAL_BODIES } from '../gazetteer/local-bodies.ts';
import { MINISTRIES } from '../gazetteer/ministries.ts';
import { PROVINCES } from '../gazetteer/provinces.ts';
import { foldTone } from '../read/normalise.ts';

/** Names as they are written, by what they look like without case; the longest is tried first. */
export const NAMES: ReadonlyMap<string, readonly Name[]> = namesByFirstWord();

export interface Name {
  readonly text: string;
  readonly folded: string;
  readonly words: number;
  /** Its second word, which rules most names out. */
  readonly second: string;
}

function namesByFirstWord(): Map<string, Name[]> {
  const names = new Set<string>();
  for (const agency of [...MINISTRIES, ...DEPARTMENTS, ...LOCAL_BODIES]) names.add(agency.name);
  for (const province of PROVINCES) names.add(province.name);
  for (const name of [
    'Bộ trưởng',
    'Thứ trưởng',
    'Cục trưởng',
    'Vụ trưởng',
    'Chi cục trưởng',
    'Tổng cục trưởng',
    'Trưởng ban',
    'Trưởng phòng',
    'Viện trưởng',
    'Hiệu trưởng',
    'Giám đốc',
    'Phó Giám đốc',
    'Chủ tịch',
    'Phó Chủ tịch',
    'Chánh Văn phòng',
    'Tỉnh đoàn',
    'Thành đoàn',
    'TNCS',
    'đồng bằng sông Cửu Long',
    'đồng bằng sông Hồng',
    'Tây Nguyên',
    'Mặt trận Tổ quốc Việt Nam',
    'Mặt trận Tổ quốc',
    'Bắc Bộ',
    'Nam Bộ',
    'Trung Bộ',
    'Cộng hòa Dân chủ Nhân dân Lào',
    'Liên hiệp các tổ chức hữu nghị',
    'Bộ đội Biên phòng',
    'Việt Nam',
    'Nhân dân',
    'Nhà nước',
    'Đảng',
    'Trung ương',
    'Quốc hội',
    'Chính phủ',
    'Thủ tướng Chính phủ',
    'Tỉnh ủy',
    'Thành ủy',
    'Hồ Chí Minh',
    'Biển Đông',
    'Hoàng Sa',
    'Trường Sa',
    'ASEAN',
    'UBND',
    'HĐND',
    'MTTQ',
    'COVID-19',
    'OCOP',
    'GRDP',
    'FDI',
    'ODA',
    'Lào',
    'Campuchia',
    'Trung Quốc',
    'Nhật Bản',
    'Hàn Quốc',
    'Tết Nguyên đán',
    'Nguyên đán',
    'Internet',
    'Hà Nội',

    'Nghị quyết',
    'Nghị định',
    'Quyết định',
    'Chỉ thị',
    'Kết luận',
    'Kế hoạch',
    'Chương trình',
    'Đề án',
    'Chiến lược',
    'Quy chế',
    'Thông tư',
    'Công điện',
    'Ủy ban nhân dân',
    'Hội đồng nhân dân',
    'Văn phòng Chính phủ',
    'Ban Bí thư',
    'Bộ Chính trị',
    'Ban Chấp hành Trung ương',
  ])
    names.add(name);
  const byWord = new Map<string, Name[]>();
  for (const text of names) {
    const folded = key(text);
    const [word, second = '', ...rest] = folded.split(' ');
    const words = second === '' ? 1 : rest.length + 2;
    byWord.set(word!, [...(byWord.get(word!) ?? []), { text, folded, words, second }]);
  }
  for (const list of byWord.values()) list.sort((a, b) => b.folded.length - a.folded.length);
  return byWord;
}

export function key(text: string): string {
  return foldTone(text.toLowerCase());
}

export const PLACE_KINDS = new Set([
  'tỉnh',
  'huyện',
  'xã',
  'phường',
  'quận',
  'thị xã',
  'thị trấn',
  'thành phố',
  'đặc khu',
  'thôn',
  'bản',
]);
/** Heads of agencies whose next word is capital though no gazetteer knows the name. */
export const HEADS = new Set([
  'sở',
  'bộ',
  'cục',
  'vụ',
  'ban',
  'phòng',
  'viện',
  'hội',
  'đoàn',
  'trường',
  'quỹ',
  'báo',
  'đài',
  'chi cục',
  'tổng cục',
  'trung tâm',
  'liên đoàn',
  'hiệp hội',
  'tập đoàn',
  'tổng công ty',
  'công ty',
  'văn phòng',
  'thanh tra',
  'ban quản lý',
  'ban chỉ đạo',
]);
