// What a section is about, by the first words of its heading: work to be done, its organisation, its money, or none of it.
import type { Mode } from './context.ts';

const NONE =
  /^(?:(?:những|các|một số|về|công tác)\s+)*(?:mục đích|yêu cầu(?=\s*(?:$|[:.,;–-]|về|đối với|chung|cụ thể|khi|của|và))|quan điểm|căn cứ|cơ sở (?:pháp lý|thực tiễn|lý luận|xây dựng)|nguyên tắc|phạm vi|đối tượng|kết quả|đánh giá(?:\s*$|:| chung| kết quả| tình hình| thực trạng| những)|thực trạng|tình hình|đặc điểm tình hình|tồn tại|hạn chế|nguyên nhân|bài học|khó khăn|thuận lợi|sự cần thiết|giải thích từ ngữ|tầm nhìn|định hướng|ưu điểm|bối cảnh|dự báo|ý nghĩa|thời gian(?:,| và| thực hiện)?|địa điểm|thành phần|hiệu lực|nơi nhận|những (?:kết quả|tồn tại|hạn chế|khó khăn)|quá trình (?:xây dựng|soạn thảo|chuẩn bị)|nội dung (?:kiểm tra|giám sát|thi|cuộc thi|tập huấn|báo cáo|thẩm định)(?=\s*(?:$|[:.,]|và))|cơ cấu giải|khen thưởng|kỷ luật|khẩu hiệu|hiệu quả (?:của|kinh tế|xã hội)|khái niệm|vai trò|giải thích|thể lệ|tiêu chí|tiêu chuẩn|điều kiện|hồ sơ|quy trình|trình tự|hình thức(?: khen| xử)|số liệu|thông tin chung|khái quát|cơ cấu|tên gọi|cơ quan thường trực)(?![\p{L}])/iu;
const TARGETS =
  /^(?:(?:những|các|một số|về|hệ thống|nhóm|phấn đấu|đạt|thực hiện|hoàn thành|phương hướng|định hướng|quan điểm|tầm nhìn|mục đích|yêu cầu|nội dung|kế hoạch|và)[\s,]+){0,6}(?:mục tiêu|chỉ tiêu)(?!\p{L})/iu;
const MONEY =
  /^(?:nguồn |dự toán |về |cơ chế )?(?:kinh phí|dự toán|ngân sách|nguồn vốn|nguồn lực tài chính|nguồn lực|tài chính|vốn)(?!\p{L})/iu;
const WORK =
  /nhiệm vụ|giải pháp|nội dung|tổ chức thực hiện|phân công|trách nhiệm|phương hướng|triển khai|hoạt động|biện pháp|công việc|chương trình công tác|chế độ (?:thông tin )?báo cáo|tiến độ/iu;

export type Section = 'none' | 'targets' | 'money' | 'work' | 'other';

/** What a heading announces. */
export function sectionOf(heading: string): Section {
  const start = heading.trimStart().slice(0, 160);
  if (TARGETS.test(start))
    return /nhiệm vụ|giải pháp|nội dung/iu.test(start) && !/^mục tiêu[^,]*$/iu.test(start)
      ? 'work'
      : 'targets';
  if (NONE.test(start) || /^(?:kiến nghị|đề xuất)(?:,|\s*$| và)/iu.test(start)) return 'none';
  if (MONEY.test(start)) return 'money';
  return WORK.test(start) ? 'work' : 'other';
}

const AHEAD =
  /phương hướng|nhiệm vụ|giải pháp|kế hoạch|chương trình công tác|tổ chức thực hiện|thời gian tới/iu;
const BEHIND = /kết quả|tình hình|đánh giá|đã đạt|tồn tại|hạn chế|công tác chỉ đạo/iu;

/** The mode below a heading, given the mode it stands in; `fallback` where the heading does not tell. */
export function modeBelow(heading: string, above: Mode, fallback: Mode): Mode {
  const section = sectionOf(heading);
  if (above === 'none' || above === 'targets') return above;
  if (section === 'none' || section === 'targets') return section;
  if (above === 'report') return AHEAD.test(heading) && !BEHIND.test(heading) ? 'list' : 'none';
  if (section === 'money') return 'money';
  return section === 'work' || above === 'list' ? 'list' : fallback;
}
