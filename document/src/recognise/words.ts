// Words that open the standing parts of a document: authorities, positions, legal bases, reference lines.

/** "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "T/M BAN THƯỜNG VỤ", "TL. BỘ TRƯỞNG". */
export const AUTHORITY = /^(TM|KT|TL|TUQ|Q|T\/M|K\/T|T\/L|TUN|TƯQ)(?:\s?\.\s?|\s+)(?=\p{Lu})/u;

const POSTS =
  'CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|VỤ TRƯỞNG|CHI CỤC TRƯỞNG|TRƯỞNG BAN|TRƯỞNG TIỂU BAN|TRƯỞNG PHÒNG|TRƯỞNG ĐOÀN|TRƯỞNG CÔNG AN|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|CHỦ NHIỆM|HIỆU TRƯỞNG|VIỆN TRƯỞNG|TỔNG BÍ THƯ|THỦ TƯỚNG|THỐNG ĐỐC|TỔNG THANH TRA|CHÁNH ÁN|CHỈ HUY TRƯỞNG|TƯ LỆNH|CHÍNH ỦY|CHÍNH UỶ|ĐỒN TRƯỞNG|CHÍNH TRỊ VIÊN|TỔNG BIÊN TẬP|TỔ TRƯỞNG|ỦY VIÊN|UỶ VIÊN|THƯỜNG TRỰC|TỔNG THƯ KÝ|HỘI TRƯỞNG|ĐỘI TRƯỞNG|TRƯỞNG TRẠM|KẾ TOÁN TRƯỞNG|TỔNG KIỂM TOÁN';

/** A post in capitals, alone or with its body: "PHÓ CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ", "PHÓ CHỦ TỊCH THƯỜNG TRỰC". */
export const POSITION = new RegExp(`^(?:QUYỀN |Q\\. ?|PHÓ |P\\. ?)?(?:${POSTS})(?![\\p{L}])`, 'u');

/** Agency and post on one line: "SỞ NGOẠI VỤ GIÁM ĐỐC". */
export const AGENCY_POST = new RegExp(
  `^(?:SỞ|UBND|ỦY BAN|BAN|CỤC|CHI CỤC|PHÒNG|VĂN PHÒNG|CÔNG AN|TRUNG TÂM|HỘI|ĐOÀN|BỘ)\\s\\P{Ll}{2,80}?\\s(?=(?:PHÓ )?(?:${POSTS})$)`,
  'u',
);

/** "Nơi nhận:" in any letters. */
export const RECIPIENTS = /^\*?\s?(?:Nơi nhận|NƠI NHẬN|Nơi gửi|Nơi nhân)\s*(?:[:;.]|$)/;

export const BASIS =
  /^(?:Căn cứ|Xét đề nghị|Xét [Tt]ờ trình|Xét [Bb]áo cáo|Xét thấy|Theo đề nghị|Theo [Tt]ờ trình|Theo [Cc]ông văn|Trên cơ sở|Xét (?=\p{Lu}))/u;
/** A legal basis, also behind the dash that older documents put before it. */
export function opensBasis(text: string): boolean {
  return BASIS.test(text.replace(/^[-–+*•]\s*/, ''));
}

/** Openings that carry out another document; a basis where no sentence of order follows. */
export const PURSUANT =
  /^(?:Thực hiện|Triển khai|Tiếp tục thực hiện|Tiếp theo|Theo|Nhằm|Để|Phúc đáp|Ngày \d|Căn cứ|Trên cơ sở)(?=\s)/;

export const ATTACHED_LINE = /^[([]\s?(?:Ban hành|BAN HÀNH|Kèm|KÈM|Phụ lục|Đính kèm|Trích)/i;

export const MOTTO = /CỘNG\s?H[OÒ][AÀ]\s?X[AÃ]\s?HỘI|^CHỦ NGHĨA VIỆT NAM$|Độc\s?lập\s?[-–—.]\s?Tự\s?do/i;
/** What stands at the right in documents of the Party and of the youth union. */
export const PARTY_MOTTO = /^(?:ĐẢNG CỘNG SẢN VIỆT NAM|ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH)$/;

/** The first line of a signature: an authority or a post in capitals. */
export function isSignature(text: string): boolean {
  if (text.length > 200) return false;
  return (
    (AUTHORITY.test(text) || POSITION.test(text) || AGENCY_POST.test(text)) && /^[^\p{Ll}]{4,}/u.test(text)
  );
}
