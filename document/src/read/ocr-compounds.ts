// Compounds of administrative Vietnamese whose letters, marks aside, can be read in one way only: "Kê hoạch" is "Kế hoạch".
import { foldDiacritics, foldTone } from './normalise.ts';

/** Only compounds without a twin: "tinh thần" is left out beside "tính thân", "đề nghị" beside "để nghỉ". */
const COMPOUNDS = `kế hoạch;đầu tư;tiến độ;thẩm quyền;tổng hợp;đẩy mạnh;thúc đẩy;kết quả;triển khai;quyết định;phối hợp;thẩm định;hướng dẫn;
nhiệm vụ;thực hiện;tổ chức;báo cáo;thông tin;truyền thông;tuyên truyền;đối ngoại;ngoại vụ;kinh tế;xã hội;văn hóa;thể thao;du lịch;
tài chính;nội vụ;giáo dục;đào tạo;khoa học;công nghệ;công thương;nông nghiệp;môi trường;xây dựng;giao thông;tư pháp;công an;quân sự;
biên phòng;ủy ban;nhân dân;hội đồng;chính phủ;thủ tướng;bộ trưởng;chủ tịch;giám đốc;trưởng phòng;văn phòng;thanh tra;trung tâm;
cơ quan;đơn vị;địa phương;tỉnh ủy;huyện ủy;thành ủy;đảng ủy;nghị quyết;nghị định;thông tư;chỉ thị;kết luận;chương trình;quy chế;
quy định;giải pháp;mục tiêu;mục đích;yêu cầu;nội dung;kinh phí;ngân sách;dự toán;thời gian;hoàn thành;chủ trì;tham mưu;
ban hành;kiểm tra;giám sát;đánh giá;sơ kết;tổng kết;khó khăn;vướng mắc;doanh nghiệp;hỗ trợ;phát triển;nâng cao;chất lượng;
hiệu quả;trách nhiệm;chức năng;quản lý;nhà nước;hành chính;cải cách;thủ tục;chuyển đổi;dữ liệu;điện tử;hệ thống;
tập huấn;bồi dưỡng;nghiệp vụ;cán bộ;công chức;viên chức;phóng viên;báo chí;phát thanh;truyền hình;quảng bá;hình ảnh;hợp tác;
quốc tế;nước ngoài;hội nhập;hằng năm;thường xuyên;kịp thời;đồng bộ;chủ động;tăng cường;tiếp tục;hạ tầng;viễn thông;hồ sơ;
giai đoạn;tình hình;chủ trương;chính sách;pháp luật;lãnh đạo;chỉ đạo;thành phố;khu vực;biên giới;thị trấn;nông thôn;việt nam;
nguồn lực;nhân lực;chủ nghĩa;cộng hòa;độc lập;hạnh phúc`;

const RIGHT: ReadonlyMap<string, readonly [string, string]> = unambiguous();

function unambiguous(): Map<string, readonly [string, string]> {
  const found = new Map<string, readonly [string, string]>();
  const twins = new Set<string>();
  for (const compound of COMPOUNDS.split(/[;\n]+/)) {
    const [first, second] = compound.normalize('NFC').split(' ') as [string, string];
    const folded = foldDiacritics(`${first} ${second}`);
    if (found.has(folded)) twins.add(folded);
    found.set(folded, [first, second]);
  }
  for (const twin of twins) found.delete(twin);
  return found;
}

const SYLLABLE = /^([^\p{L}]*)(\p{L}+)([^\p{L}]*)$/u;

/** The words with the marks that their compounds have; length and letters stay. */
export function correctCompounds(words: readonly string[]): readonly string[] {
  let corrected = words;
  for (let at = 0; at + 1 < words.length; at++) {
    const first = SYLLABLE.exec(corrected[at]!);
    const second = SYLLABLE.exec(corrected[at + 1]!);
    if (!first || !second || first[3] !== '' || second[1] !== '') continue;
    const right = RIGHT.get(foldDiacritics(`${first[2]} ${second[2]}`));
    if (!right) continue;
    corrected = corrected
      .with(at, first[1] + inCase(right[0], first[2]!))
      .with(at + 1, inCase(right[1], second[2]!) + second[3]);
  }
  return corrected;
}

/** A right syllable in the letters' case of the seen one; the seen one itself where only the tone's place differs. */
function inCase(right: string, seen: string): string {
  if (foldTone(seen).toLowerCase() === foldTone(right)) return seen;
  return Array.from(right, (letter, at) =>
    seen[at] === seen[at]?.toUpperCase() ? letter.toUpperCase() : letter,
  ).join('');
}
