// Paragraphs that look like duties and are none: closing formulas, entry into force, who must comply, remarks.
import { inSmallLetters } from '../lower.ts';

// Those that begin with "^" and a word fail at once; the others are only tried where their own word stands.
const OPENINGS: readonly RegExp[] = [
  /^\*?\s*(?:trên đây là|trong quá trình|quá trình (?:tổ chức |triển khai|thực hiện)|nếu có (?:khó khăn|vướng mắc|phát sinh)|trong trường hợp|trân trọng|xin trân trọng|kính đề nghị|rất mong|nhận được (?:kế hoạch|công văn|văn bản|chỉ thị|thông báo)|(?:văn phòng|ubnd|ủy ban)[^.]{0,60}(?:trân trọng )?thông báo[^.]{0,60}(?:biết|\.\/\.))/u,
  /^\*?\s*(?:lưu ý|ghi chú|chi tiết|có (?:phụ lục|danh mục|biểu)|phụ lục|nơi nhận|kính gửi)(?!\p{L})/u,
  /^\(.*\)[.;]?$/u,
  /^(?:căn cứ|theo đề nghị của|xét đề nghị)[^.;]{0,200}(?:số \d|luật )[^.;]*[;.,]$/u,
  /^(?:mọi )?(?:thông tin|chi tiết|đầu mối)[^.]{0,60}liên hệ/u,
  /^(?:quyết định|kế hoạch|chỉ thị|quy chế|quy định|chương trình|thông báo|công văn|nghị quyết|hướng dẫn|đề án|văn bản|phương án) này(?! và)[^.]{0,40}(?:có hiệu lực|thay thế|được|áp dụng|gồm|là|quy định|sẽ)/u,
  /^(?:khó khăn|vướng mắc|nếu có)[^.]{0,80}(?:phản ánh|báo cáo)/u,
];

/** First words of the openings; hardly a paragraph begins with one. */
const OPENING_WORDS = new Set(
  (
    'trên trong quá nếu trân xin kính rất nhận văn ubnd ủy lưu ghi chi có phụ nơi căn theo xét mọi thông đầu quyết kế chỉ quy ' +
    'chương công nghị hướng đề phương khó vướng'
  ).split(' '),
);

function mayOpen(start: string): boolean {
  const end = start.indexOf(' ');
  return OPENING_WORDS.has(end < 0 ? start : start.slice(0, end)) || !/^\p{L}+(?: |$)/u.test(start);
}

const WITHIN: readonly (readonly [word: string, pattern: RegExp])[] = [
  [
    'thi hành',
    /(?:chịu trách nhiệm|có trách nhiệm|căn cứ (?:quyết định|nghị quyết)[^.]{0,20}|trách nhiệm)\s*(?:tổ chức )?(?:thi hành|triển khai thi hành|thi hành, thực hiện)(?:[^.]{0,30}(?:quyết định|nghị quyết|nghị định|thông tư|quy định|quy chế|chỉ thị) này)?\s*[./]*\s*$/u,
  ],
  [
    'thi hành',
    /(?:chịu|có) trách nhiệm (?:tổ chức |triển khai )*thi hành[^.;]{0,40}(?:quyết định|nghị quyết|nghị định|thông tư|quy định|quy chế|chỉ thị) này/u,
  ],
  [
    'yêu cầu',
    /yêu cầu [^.;:]{0,300}(?:thực hiện|triển khai|chấp hành)[^.;:]{0,60}(?:chỉ thị|quyết định|nghị quyết) này\s*[./]*\s*$/u,
  ],
  [
    'là nhiệm vụ',
    /^(?![^.;:]*(?:xác định|coi |nhận thức))[^.;:]{0,300} là nhiệm vụ (?:cấp bách|hết sức|rất|quan trọng|chính trị|trọng tâm)[^.;:]*\.?$/u,
  ],
  ['trả lời', /trả lời[^.;:]{0,200}(?:được rõ|được biết|biết|rõ)\s*[./]*\s*$/u],
  ['thành phần', /(?:^|:\s)thành phần[^.;:]{0,80}(?:gồm|là)(?!\p{L})/u],
  ['khó khăn', /^[^.;:]{0,100}(?:báo cáo|phản ánh)[^.;:]{0,20}khó khăn/u],
  ['vướng mắc', /^[^.;:]{0,100}(?:báo cáo|phản ánh)[^.;:]{0,20}vướng mắc/u],
  ['theo chế độ', /(?:hoạt động|làm việc) theo chế độ/u],
  ['theo nguyên tắc', /(?:hoạt động|làm việc) theo nguyên tắc/u],
  ['kiêm nhiệm', /chế độ kiêm nhiệm/u],
];

// "… ban hành Kế hoạch … với các nội dung sau:"
const PREAMBLE =
  /^[^.;:]{0,300}(?:ban hành|xây dựng)[^.;:]{0,30}(?:kế hoạch|chương trình|đề án|phương án|hướng dẫn)[^:;]{0,400}(?:như sau|nội dung sau|sau đây|cụ thể sau|với các nội dung)[^:;.]{0,20}[:.;]*$/u;

// "Yêu cầu (đề nghị) … nghiêm túc triển khai thực hiện Kế hoạch này": asks for the plan as a whole, not for a piece of work.
const WHOLE =
  /^(?:ủy ban nhân dân|ubnd|chủ tịch|căn cứ|theo đó|vì vậy|do đó)?[^.:]{0,120}?(?:yêu cầu|đề nghị)[^.:]{0,400}(?:triển khai|thực hiện|chấp hành|tổ chức)(?:[^.:;]{0,160}(?:này|kế hoạch|chỉ thị|nội dung trên|kết quả)|,? (?:tổ chức )?(?:triển khai )?thực hiện)\s*(?:;? ?trong quá trình[^.]*)?(?:đạt (?:kết quả|hiệu quả)[^.]{0,40})?[./]*\s*$/u;

const FAREWELL =
  /(?:rất mong|kính (?:đề nghị|trình|báo cáo|mong)|trân trọng|xin báo cáo|báo cáo (?:kết quả|tình hình)[^.]{0,200}(?:theo quy định|biết))/u;

/** True if a paragraph closes or frames the document. `marked`: it bears a number, letter or dash. */
export function closes(paragraph: string, marked: boolean): boolean {
  if (!marked && ORDER.test(paragraph)) return false;
  const start = inSmallLetters(paragraph).slice(0, LONGEST);
  if (mayOpen(start) && OPENINGS.some((pattern) => pattern.test(start))) return true;
  if (WITHIN.some(([word, pattern]) => start.includes(word) && pattern.test(start))) return true;
  if (start.includes('sau') && start.length < 760 && PREAMBLE.test(start)) return true;
  if (marked) return false;
  if (paragraph.endsWith('./.') && FAREWELL.test(paragraph.slice(-400).toLowerCase())) return true;
  return ASKS.test(start) && WHOLE.test(start) && !/\d{1,2}[/.]\d{1,2}|ngày \d/u.test(start);
}

/** "Trên đây là Kế hoạch …; giao Sở X theo dõi": the order at the end stands. */
const ORDER = /^Trên đây là [^;]{0,300}; giao \p{Lu}/u;

const LONGEST = 900;
const ASKS = /yêu cầu|đề nghị/u;

/** "vướng mắc … báo cáo về …", whoever the subject is. */
const DIFFICULTIES =
  /^[^.;:]{0,160}(?:nếu có|có|phát sinh|gặp)[^.;:]{0,40}(?:khó khăn|vướng mắc)[^.;]{0,200}(?:báo cáo|phản ánh|liên hệ|thông tin|gửi|trao đổi)/u;

export function reportsDifficulties(paragraph: string): boolean {
  const start = inSmallLetters(paragraph).slice(0, 600);
  return (start.includes('khó khăn') || start.includes('vướng mắc')) && DIFFICULTIES.test(start);
}
