// Measured quantities in a sentence: "trên 46.200 tấn", "10 - 13%/năm", "tối thiểu 40 Mbit/s".

export interface Quantity {
  readonly value: number;
  /** Upper end of a range. */
  readonly most: number | null;
  readonly unit: string;
  /** "trên", "khoảng" … in front of it. */
  readonly about: string | null;
  readonly start: number;
  readonly end: number;
}

const UNITS = String.raw`%(?:\s?\/\s?năm)?|‰|điểm\s?%|(?:nghìn|triệu|tỷ|tỉ|ngàn)\s(?:USD|đồng|đô la|lượt|tấn|người|m3|kWh)(?:\s?\/\s?(?:người|ha|năm))*|(?:nghìn tỷ|triệu|tỷ|tỉ)(?:\sđồng)?|USD|đồng|(?:nghìn\s)?lượt(?:\s(?:khách|người))?|tấn(?:\s?\/\s?(?:ha|năm))?|tạ\/ha|ha|km2?|m2|m3|m²|Mbit\/s|Mbps|Gbps|MW|kWh|giường(?: bệnh)?|bác sĩ|người|hộ|học sinh|học viên|sinh viên|đại biểu|cán bộ|lao động|doanh nghiệp|hợp tác xã|HTX|sản phẩm|xã|phường|huyện|thôn|bản|trường|cơ sở|dự án|mô hình|thuê bao|điểm|trạm|tiêu chí|lớp|cuộc|đoàn|hội nghị|hội thảo|sự kiện|triển lãm|phóng sự|chuyên mục|chuyên trang|tin,? bài|tin|bài|văn bản|ấn phẩm|cuốn|bản tin|chương trình|buổi|đợt|vụ|trường hợp|bậc|trung tâm|giải|thỏa thuận|hợp đồng|đề án|di tích|di sản|lễ hội|tuyến|nghệ nhân|câu lạc bộ|nước|đối tác|kênh|phim|đề tài|giống|nhà|công trình|khu|vùng|ha rừng|ngôn ngữ|thứ tiếng|nhiệm vụ|hồ sơ|dịch vụ công|thủ tục|sáng kiến|giải thưởng|tài liệu|video|clip|cụm|phương tiện|ngày|giờ|tuổi|tháng|lần|cặp|quốc gia|địa phương|đơn vị|thành viên|nhà báo|phóng viên|tác phẩm`;

const NUMBER = String.raw`(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?`;
/** The first end of a range may bear its unit, too. */
const ENDED = String.raw`(?:\s?(?:%|triệu|tỷ|nghìn|tấn|ha|km|lượt|người|USD|bậc|điểm))?`;
const PATTERN = new RegExp(
  String.raw`(?:(trên|hơn|tối thiểu|ít nhất|không dưới|khoảng|gần|dưới|không quá|từ)\s+)?(?<![\d.,/\p{L}-])${NUMBER}(?:${ENDED}\s?(?:-|–|đến)\s?${NUMBER})?\s?((?:${UNITS})(?:\s?\/\s?năm)?)(?![\p{L}\d])(?!\slệ|\strọng)`,
  'giu',
);

const numberOf = (whole: string, decimals: string | undefined): number =>
  Number(`${whole.replaceAll('.', '')}${decimals === undefined ? '' : `.${decimals}`}`);

/** The quantities of a sentence, in order; those in brackets explain and are left out. Linear. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  if (!/\d/.test(text)) return found;
  const brackets = bracketDepth(text);
  PATTERN.lastIndex = 0;
  for (let match = PATTERN.exec(text); match !== null; match = PATTERN.exec(text)) {
    if (brackets[match.index]! > 0) continue;
    found.push({
      value: numberOf(match[2]!, match[3]),
      most: match[4] === undefined ? null : numberOf(match[4], match[5]),
      unit: match[6]!.replaceAll(/\s+/gu, ' '),
      about: match[1]?.toLowerCase() ?? null,
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return found;
}

function bracketDepth(text: string): Uint8Array {
  const depth = new Uint8Array(text.length);
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x28) open = Math.min(open + 1, 9);
    depth[at] = open;
    if (code === 0x29 && open > 0) open--;
  }
  return depth;
}
