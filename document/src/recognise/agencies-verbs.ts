// Where an agency's name ends and what it must do begins. Administrative prose uses a small set of verbs and
// turns; they count in small letters only, because names capitalise theirs ("Ban Tổ chức", "Trung tâm Xúc tiến").
import type { Word } from './agencies-words.ts';
import { addPhrase, longestPhrase, phrases } from './agencies-words.ts';

/** Verbs and their adverbs: after an agency they make it the subject. */
const VERBS = `
chủ trì, chủ động, phối hợp, phối kết hợp, tham mưu, tham gia, tham vấn, tham dự, tham khảo, triển khai, thực hiện, thực thi, xây dựng,
hướng dẫn, đôn đốc, kiểm tra, kiểm soát, kiểm kê, kiểm định, kiểm nghiệm, thanh tra, giám sát, theo dõi, tổng hợp, tổng kết, sơ kết, báo cáo,
rà soát, đề xuất, đề nghị, kiến nghị, yêu cầu, bố trí, cân đối, thẩm định, thẩm tra, phê duyệt, trình, ban hành, chỉ đạo, lãnh đạo,
quán triệt, phổ biến, tuyên truyền, vận động, huy động, vận dụng, khai thác, quản lý, vận hành, duy trì, nâng cao, nâng cấp, mở rộng,
mở lớp, mở các, hỗ trợ, tạo điều kiện, tạo môi trường, lồng ghép, nắm bắt, nắm tình hình, nắm chắc, cập nhật, xử lý, giải quyết, tháo gỡ,
sửa đổi, bổ sung, lấy ý kiến, đăng ký, đăng tải, khảo sát, điều tra, thống kê, thống nhất, sử dụng, áp dụng, ứng dụng, phát triển,
phát huy, phát động, phát hành, phát sóng, phát hiện, đưa tin, đưa ra, đưa vào, đưa nội dung, làm việc, làm tốt, làm rõ, làm đầu mối,
ký kết, tiến hành, trao đổi, thông báo, thông tin về, thông tin kịp thời, thông tin cho, thông tin đến, thông tin tới, chuẩn bị, mời, đón tiếp,
kết hợp, kết nối, liên hệ, ưu tiên, dành thời lượng, dành kinh phí, cấp phát, cấp kinh phí, cấp phép, lựa chọn, niêm yết, biên soạn, in ấn,
thiết kế, đo kiểm, kiện toàn, củng cố, xác định, xác minh, xác nhận, xác lập, phản ánh, tiếp nhận, tiếp thu, tiếp xúc, đấu tranh, phòng ngừa,
ngăn chặn, tuần tra, giới thiệu, quảng bá, động viên, khuyến khích, khen thưởng, tăng cường, tăng, giảm, rút ngắn, gia tăng, siết chặt, làm chủ, mở chiến dịch, khởi công, khánh thành, chủ trương, thành lập mới, mở rộng diện, ủng hộ, quyên góp, đẩy mạnh, đẩy nhanh, tập trung, tiếp tục,
thường xuyên, kịp thời, khẩn trương, nghiêm túc, tích cực, định kỳ, định hướng, định dạng, nghiên cứu, đánh giá, bảo đảm, đảm bảo, bảo vệ,
hoàn thành, hoàn thiện, hoàn tất, cung cấp, cung ứng, công bố, công khai, giao, giao cho, phân công, phân bổ, phân loại, phân cấp, thành lập, gửi, lập,
cử, giúp, giao nhiệm vụ, chịu trách nhiệm, có trách nhiệm, có nhiệm vụ, có văn bản, có kế hoạch, có biện pháp, có giải pháp, có ý kiến, căn cứ, dựa trên,
là, là cơ quan, là đơn vị, là đầu mối, làm chủ đầu tư, đóng góp, đóng vai trò, chấp hành, tuân thủ, khắc phục, bám sát, cụ thể hóa, tự kiểm tra, tổ chức, lưu ý, chú trọng,
quan tâm, chăm lo, chăm sóc, ra quân, phòng chống, truy quét, điều phối, điều chỉnh, điều hành, đồng ý, đồng hành, đồng thời, cam kết,
xem xét, quyết định, quy định, thu thập, thu hút, thu hồi, thu hoạch, tiếp cận, tìm kiếm, tìm hiểu, mua sắm, trang bị, lắp đặt,
bàn giao, chuyển giao, chuyển đổi, rút kinh nghiệm, nhận thức, nêu cao, gắn, gắn kết, kêu gọi, xúc tiến đầu tư, xúc tiến các, trực tiếp, nhanh chóng,
sớm, quyết liệt, cần, phải, sẽ, đã, đang, được, không, chưa, nên, vẫn, cũng, đều, cùng nhau, thuê, chi trả, thanh toán, quyết toán, tính toán, đăng cai, bình chọn, tổ chức lại,
đào tạo, bồi dưỡng, tập huấn, truyền thông về, sản xuất các, sản xuất chương trình, sản xuất phim, sản xuất tin, viết bài, đăng phát, giảng dạy, phục vụ cho, hợp tác, trả lời, trao tặng, tặng, ra mắt, rà, soát xét, xin ý kiến, hành động, nhân rộng,
bố trí kinh phí, đối chiếu, cho phép, cho ý kiến, giải trình, giải thích, giải ngân, giải phóng mặt bằng, tham vấn ý kiến, tiếp, đề ra, đặt hàng, đấu thầu, đặt ra, chấn chỉnh, kiên quyết, tuyệt đối, kỷ luật, chuyên trách thực hiện, tổng rà soát, lan tỏa, hưởng ứng, ghi nhận, treo, dọn dẹp, vệ sinh, trồng, tự đánh giá, tự rà soát, đi đầu, gương mẫu, đổi mới, cải tiến, cải thiện, cải cách, thí điểm, số hóa, đồng bộ hóa, rà soát lại, liên thông, tích hợp, chia sẻ, khai trương, thử nghiệm, nghiệm thu, tiếp đón, đón, chuyển, nộp, kê khai, cài đặt, tải, truy cập, đăng nhập, bảo trì, bảo dưỡng, bảo mật, sao lưu, phục hồi, khôi phục, ứng phó, ứng cứu, cứu nạn, di dời, sơ tán, trực ban, túc trực, biên tập, sẵn sàng, cho vay, mỗi tháng, mỗi quý, mỗi năm, cắm biển, cảnh báo, dự báo, cảnh giới, tuyển dụng, tuyển chọn, tuyển sinh, điều động, luân chuyển, bổ nhiệm, sắp xếp, tinh giản, giữ vững, giữ gìn, giữ, tôn tạo, bảo tồn, trùng tu, sưu tầm, trưng bày, triển lãm, biểu diễn, gỡ bỏ, phủ sóng, kéo cáp, đấu nối, quay phim, trang trí, đề cử, bình xét, xét chọn, trao giải, trao thưởng, ghi hình, truyền hình trực tiếp, tiếp sóng, đưa đón, chụp ảnh, thu âm, viết, soạn thảo, tôn vinh, đảm nhiệm, phụ trách, tố giác, thu gom, vận chuyển, nạo vét, sửa chữa, tháo dỡ, cưỡng chế, cấp chứng thư, cấp giấy, cấp mã, cấp tài khoản, cấp quyền, cấp đổi, gửi mẫu, cài đặt, bốc thăm, xét duyệt, xét công nhận, xét tuyển, xét tặng, thẩm duyệt, phối hợp chặt chẽ, vào cuộc, đăng cai, tham mưu giúp, góp ý, cử cán bộ, chuyển tải, tìm nguồn, dàn dựng, sáng tác, quảng cáo, livestream, đăng, phát, biên dịch, phiên dịch, đọc, xem, nghe, nêu, nêu rõ, gặp gỡ, đối thoại, thăm hỏi, thăm, chúc mừng, tri ân`;

/** Turns that end a name but do not make it the subject. */
const TURNS = `
để, nhằm, khi, nếu, theo, về, về việc, tại, cho, từ, do, bằng, với, trong, trên, trước, sau, đến, tới, vào, qua, thông qua, đối với, hằng năm, hàng năm, hằng quý,
hàng quý, hằng tháng, hàng tháng, và các văn bản, trong việc, trong công tác, trên cơ sở, nhân dịp, giai đoạn, năm, như, mà, thì, nhưng, còn, cũng như, bao gồm, gồm, trong đó, nhất là, đặc biệt, kể cả, kèm theo,
việc, công tác, các nội dung, các nhiệm vụ, các hoạt động, các biện pháp, các giải pháp, các chương trình, các văn bản, nội dung, hoạt động, nhiệm vụ, kế hoạch, kết quả, kinh phí, tình hình, thông tin đối ngoại, đúng, tốt, có hiệu quả, hiệu quả, chặt chẽ, thời gian, hoàn toàn, nghiêm, mọi, ngay, đầy đủ, quá trình, phù hợp, bảo đảm cho`;

/** Nouns that begin like one of the above. */
const NOUNS = `
đầu tư xây dựng, việc làm, về nguồn, trên biển, cho thuê tài chính, đo lường, năm châu, phát thanh, giao thông, giao thông vận tải, giao dịch, báo cáo viên, tổ chức cán bộ, tổ chức chính trị,
tuyên truyền viên, cộng tác viên, đầu tư, sản xuất kinh doanh, cấp cứu, cấp nước, là phẳng, điều dưỡng, điều phối nông thôn mới, trực thuộc, trực tuyến, công tác xã hội, công tác đảng, hoạt động xã hội, quyết định số,
kiểm tra đảng, năm học, giao ban, khu vực, trước mắt, công tác mặt trận`;

/** What bodies are named after: a noun right behind "Trung tâm", "Ban", "Cục", a verb anywhere else. */
const WORKS = `
quản lý đô thị, quản lý thị trường, kiểm soát bệnh tật, bảo vệ thực vật, bảo vệ rừng, bảo vệ môi trường, phát triển quỹ đất, phát triển nông thôn, phát triển cụm công nghiệp, quản lý dự án, quản lý khu kinh tế, quản lý các khu công nghiệp,
quản lý các kcn, quản lý, hỗ trợ doanh nghiệp, hỗ trợ nông dân, phục hồi chức năng, đào tạo nghề, đào tạo, bồi dưỡng, bồi dưỡng nghiệp vụ, phục vụ hành chính công, dự báo khí tượng, giám sát, giám sát và công tác cử tri, điều hành đô thị thông minh, điều hành, chỉ đạo, tổ chức, tổ chức cán bộ, vận động, vận động hiến máu, xúc tiến,
xúc tiến đầu tư, kiểm tra, thanh tra, kiểm nghiệm, kiểm định, tuyên truyền, phổ biến giáo dục pháp luật, hướng dẫn, nghiên cứu, nghiên cứu phát triển, ứng dụng, ứng dụng khoa học công nghệ, phát hành, cung cấp dịch vụ, cung ứng dịch vụ công, thông tin, xây dựng, bảo tồn, bảo tồn di sản, phát triển, hợp tác, truyền thông, công tác, tiếp công dân, giải quyết việc làm`;

type Turn = 'verb' | 'turn' | 'noun';
const TREE = phrases<Turn>();
for (const verb of VERBS.split(',')) addPhrase(TREE, verb.trim(), 'verb');
for (const turn of TURNS.split(',')) addPhrase(TREE, turn.trim(), 'turn');
for (const noun of NOUNS.split(',')) addPhrase(TREE, noun.trim(), 'noun');
const WORK_NAMES = phrases<true>();
for (const work of WORKS.split(',')) addPhrase(WORK_NAMES, work.trim(), true);

const AFTER_NOUN = new Set(
  `, . ; : ) cá chính xã quốc đoàn hữu liên có khác đảng tôn hội phi kinh trên thuộc tín doanh quần nước nghề sự cơ đơn công trực của trong ở hành khoa`.split(
    ' ',
  ),
);
const BEFORE_NOUN = new Set(['các', 'những', 'mọi', 'quan', ',', 'và', ';', '/', 'một', 'là', 'ban', 'của']);

/** "các cơ quan, tổ chức, cá nhân": a noun; "các đơn vị tổ chức hội nghị": a verb. */
function organisationIsNoun(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.low;
  const after = words[at + 2]?.low;
  if (before === undefined || !BEFORE_NOUN.has(before)) return false;
  return (
    before === 'các' || after === undefined || AFTER_NOUN.has(after) || (after === 'và' && before !== ',')
  );
}

/** In a heading of capitals the verbs stand in capitals, too. */
const inCapitals = (words: readonly Word[], at: number): boolean =>
  words[at]!.initials &&
  words[at - 1]?.initials === true &&
  words[at - 2]?.initials === true &&
  words[at + 1]?.initials === true;

/** What begins at `at`: a predicate ("verb"), another end of a name ("turn"), or nothing of the kind. */
export function turnAt(words: readonly Word[], at: number): 'verb' | 'turn' | null {
  const word = words[at];
  if (word === undefined || !word.word || (word.capital && !inCapitals(words, at))) return null;
  const found = longestPhrase(TREE, words, at);
  if (found === null || (word.capital && found.value !== 'verb')) return null;
  if (word.low === 'tổ' && organisationIsNoun(words, at)) return null;
  if (word.low === 'có' && words[at + 1]?.low === 'liên') return null;
  return found.value === 'noun' ? null : found.value;
}

/** The end of a noun that begins like a verb ("đầu tư xây dựng", "việc làm") at `at`; `at` itself if there is none. */
export function nounEnd(words: readonly Word[], at: number): number {
  const found = longestPhrase(TREE, words, at);
  return found?.value === 'noun' ? found.end : at;
}

/** The end of what a body is named after ("quản lý dự án") at `at`, right behind its head; `at` itself if there is none. */
export const workNameEnd = (words: readonly Word[], at: number): number =>
  longestPhrase(WORK_NAMES, words, at, 'joined')?.end ?? at;

/** "… thành phố Xây dựng kế hoạch": the first word of a sentence that a lost line break ran into a name. */
export function opensVerb(words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (word?.capital !== true || word.initials || before?.word !== true || before.capital) return false;
  const found = next?.capital === false ? longestPhrase(TREE, words, at) : null;
  return found !== null && found.value === 'verb' && found.end > at + 1;
}

/** True if a verb of the lexicon begins at `at`, capital or not: how bullets begin. */
export function verbAt(words: readonly Word[], at: number): boolean {
  return longestPhrase(TREE, words, at)?.value === 'verb';
}
