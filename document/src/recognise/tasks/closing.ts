// Paragraphs that look like duties and are none: closing formulas, entry into force, who must comply, remarks.

const CLOSING: readonly RegExp[] = [
  /^\*?\s*(?:trên đây là|trong quá trình|quá trình (?:tổ chức |triển khai|thực hiện)|nếu có (?:khó khăn|vướng mắc|phát sinh)|trong trường hợp|trân trọng|xin trân trọng|kính đề nghị|rất mong|nhận được (?:kế hoạch|công văn|văn bản|chỉ thị|thông báo)|(?:văn phòng|ubnd|ủy ban)[^.]{0,60}(?:trân trọng )?thông báo[^.]{0,60}(?:biết|\.\/\.))/iu,
  /^\*?\s*(?:lưu ý|ghi chú|chi tiết|có (?:phụ lục|danh mục|biểu)|phụ lục|nơi nhận|kính gửi)(?!\p{L})/iu,
  /^\(.*\)[.;]?$/u,
  /^(?:quyết định|kế hoạch|chỉ thị|quy chế|quy định|chương trình|thông báo|công văn|nghị quyết|hướng dẫn|đề án|văn bản|phương án) này(?! và)[^.]{0,40}(?:có hiệu lực|thay thế|được|áp dụng|gồm|là|quy định|sẽ)/iu,
  /(?:chịu trách nhiệm|có trách nhiệm|căn cứ (?:quyết định|nghị quyết)[^.]{0,20}|trách nhiệm)\s*(?:tổ chức )?(?:thi hành|triển khai thi hành|thi hành, thực hiện)(?:[^.]{0,30}(?:quyết định|nghị quyết|quy định|quy chế|chỉ thị) này)?\s*[.\/]*\s*$/iu,
  /(?:chịu|có) trách nhiệm (?:tổ chức |triển khai )*thi hành[^.;]{0,40}(?:quyết định|nghị quyết|quy định|quy chế|chỉ thị) này/iu,
  /^(?:khó khăn|vướng mắc|nếu có)[^.]{0,80}(?:phản ánh|báo cáo)/iu,
  /^[^.;:]{0,100}(?:báo cáo|phản ánh)[^.;:]{0,20}(?:khó khăn|vướng mắc)/iu,
  /(?:hoạt động|làm việc) theo (?:chế độ|nguyên tắc)|chế độ kiêm nhiệm/iu,
  /^[^.;:]{0,300}(?:ban hành|xây dựng)[^.;:]{0,30}(?:kế hoạch|chương trình|đề án|phương án|hướng dẫn)[^:;]{0,400}(?:như sau|nội dung sau|sau đây|cụ thể sau|với các nội dung)[^:;.]{0,20}[:.;]*$/iu,
];

// "Yêu cầu (đề nghị) … nghiêm túc triển khai thực hiện Kế hoạch này": asks for the plan as a whole, not for a piece of work.
const WHOLE = /^(?:ủy ban nhân dân|ubnd|chủ tịch|căn cứ|theo đó|vì vậy|do đó)?[^.:]{0,120}?(?:yêu cầu|đề nghị)[^.:]{0,400}(?:triển khai|thực hiện|chấp hành|tổ chức)(?:[^.:;]{0,160}(?:này|kế hoạch|chỉ thị|nội dung trên|kết quả)|,? (?:tổ chức )?(?:triển khai )?thực hiện)\s*(?:;? ?trong quá trình[^.]*)?(?:đạt (?:kết quả|hiệu quả)[^.]{0,40})?[.\/]*\s*$/iu;

const FAREWELL = /(?:rất mong|kính (?:đề nghị|trình|báo cáo|mong)|trân trọng|xin báo cáo|báo cáo (?:kết quả|tình hình)[^.]{0,200}(?:theo quy định|biết))/iu;

/** True if a paragraph closes or frames the document. `marked`: it bears a number, letter or dash. */
export function closes(paragraph: string, marked: boolean): boolean {
  const start = paragraph.length > 900 ? paragraph.slice(0, 900) : paragraph;
  if (CLOSING.some((pattern) => pattern.test(start))) return true;
  if (!marked && FAREWELL.test(paragraph.slice(-400)) && /\.\/\.?$/u.test(paragraph)) return true;
  return !marked && WHOLE.test(start) && !/\d{1,2}[/.]\d{1,2}|ngày \d/u.test(start);
}

/** "vướng mắc … báo cáo về …", whoever the subject is. */
const DIFFICULTIES = /^[^.;:]{0,160}(?:nếu có|có|phát sinh|gặp)[^.;:]{0,40}(?:khó khăn|vướng mắc)[^.;]{0,200}(?:báo cáo|phản ánh|liên hệ|thông tin|gửi|trao đổi)/iu;

export const reportsDifficulties = (paragraph: string): boolean => DIFFICULTIES.test(paragraph.slice(0, 600));
