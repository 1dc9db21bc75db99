// Abbreviations of document types that may stand in a number. They differ by case or diacritics alone (CT/CTr, QĐ/QyĐ,
// HĐ/HD, TT/TTr): always compared exactly, never folded.

/** The 27 types of Decree 30/2020, Annex III, and copies; name as printed. */
export const DECREE_30_TYPES: Readonly<Record<string, string>> = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  QC: 'Quy chế',
  QyĐ: 'Quy định',
  TC: 'Thông cáo',
  TB: 'Thông báo',
  HD: 'Hướng dẫn',
  CTr: 'Chương trình',
  KH: 'Kế hoạch',
  PA: 'Phương án',
  ĐA: 'Đề án',
  DA: 'Dự án',
  BC: 'Báo cáo',
  BB: 'Biên bản',
  TTr: 'Tờ trình',
  HĐ: 'Hợp đồng',
  CĐ: 'Công điện',
  BGN: 'Bản ghi nhớ',
  BTT: 'Bản thỏa thuận',
  GUQ: 'Giấy ủy quyền',
  GM: 'Giấy mời',
  GGT: 'Giấy giới thiệu',
  GNP: 'Giấy nghỉ phép',
  PG: 'Phiếu gửi',
  PC: 'Phiếu chuyển',
  PB: 'Phiếu báo',
};

/** Types of legal normative documents, of the Party, and others met in numbers. */
export const OTHER_TYPES: Readonly<Record<string, string>> = {
  L: 'Luật',
  PL: 'Pháp lệnh',
  NĐ: 'Nghị định',
  TT: 'Thông tư',
  TTLT: 'Thông tư liên tịch',
  NQLT: 'Nghị quyết liên tịch',
  LCT: 'Lệnh',
  VBHN: 'Văn bản hợp nhất',
  KL: 'Kết luận',
  SY: 'Sao y',
  TrS: 'Trích sao',
  SL: 'Sao lục',
  CV: 'Công văn',
};

const NAMES: Readonly<Record<string, string>> = { ...DECREE_30_TYPES, ...OTHER_TYPES };

/** The type's name ("Kế hoạch" for "KH"); undefined if the abbreviation is not known, exactly as written. */
export function typeName(abbreviation: string): string | undefined {
  return Object.hasOwn(NAMES, abbreviation) ? NAMES[abbreviation] : undefined;
}
