// A phrase of two to five syllables written twice in a row ("nhà nước nhà nước"), or a function word ("các các").
// Vietnamese reduplicates ("ngày ngày", "luôn luôn") and often joins a noun and a verb of one form
// ("các tổ chức tổ chức thực hiện"): neither is an error.
import type { Diagnostic, Span } from '../tree.ts';
import type { Rule } from './rule.ts';
import { found } from './rule.ts';
import type { Run } from './word-runs.ts';
import { eachRun } from './word-runs.ts';

const CLAUSE = 'NĐ 30/2020/NĐ-CP, Điều 11 (kiểm tra văn bản trước khi ký ban hành)';
const LONGEST = 5;

/** Words that no grammar lets stand twice in a row. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'các những và của với tại để được theo nhằm trên dưới bởi thì mà nếu sẽ đã đang như gồm hoặc bị này kia'.split(
    ' ',
  ),
);

/** Both the name of a body or a paper and what it does. */
const NOUN_AND_VERB: ReadonlySet<string> = new Set(
  (
    'tổ chức|chỉ đạo|lãnh đạo|hướng dẫn|quy định|báo cáo|kiểm tra|thanh tra|giám sát|tư vấn|quản lý|phối hợp|chủ trì|' +
    'tham mưu|điều hành|thông tin|truyền thông|tuyên truyền|đào tạo|bồi dưỡng|bảo vệ|điều tra|kiểm sát|kiểm toán|' +
    'đại diện|yêu cầu|đề nghị|kiến nghị|đề xuất|biên tập|biên soạn|sản xuất|kinh doanh|đầu tư|nghiên cứu|đánh giá|' +
    'thẩm định|giám định|xuất bản|phát hành|cung cấp|quyết định|thông báo|tiếp nhận|xây dựng|thống kê|tổng hợp|' +
    'vận hành|vận chuyển|khai thác|theo dõi|xử lý|giải quyết|kê khai|cấp phép|thanh toán|hòa giải|hoà giải'
  ).split('|'),
);

/** "từng bước từng bước", "ngày một ngày một": said twice on purpose. */
const SAID_TWICE: ReadonlySet<string> = new Set([
  'từng bước',
  'từng ngày',
  'ngày càng',
  'mỗi ngày',
  'dần dần',
  'lâu dài',
  'ngày một',
  'hằng ngày',
  'hàng ngày',
]);

function isError(words: readonly string[], next: string | undefined): boolean {
  const phrase = words.join(' ');
  if (words.length === 1) return FUNCTION_WORDS.has(phrase);
  if (new Set(words).size === 1) return false;
  // "phát triển xã hội xã hội chủ nghĩa": a socialist society.
  if (phrase === 'xã hội' && next === 'chủ') return false;
  return !NOUN_AND_VERB.has(phrase) && !SAID_TWICE.has(phrase);
}

/** Words `from` to `to` of a run, in lower case. */
function wordsOf({ starts, ends }: Run, text: string, from: number, to: number): string[] {
  return starts.slice(from, to).map((start, at) => text.slice(start, ends[from + at]).toLowerCase());
}

function inCapitals(text: string, { starts, ends }: Run, from: number, to: number): boolean {
  const written = text.slice(starts[from], ends[to - 1]);
  return written === written.toUpperCase();
}

/** For each length of phrase, counts how long the run has been repeating itself: one pass, whatever the text. */
function doubled(run: Run, text: string, add: (first: number, second: number, last: number) => void): void {
  const { words } = run;
  const repeats = [0, 0, 0, 0, 0, 0];
  let reported = -1;
  for (let at = 1; at < run.length; at++)
    for (let length = 1; length <= LONGEST && length <= at; length++) {
      const count = words[at] === words[at - length] ? repeats[length]! + 1 : 0;
      repeats[length] = count;
      const second = at - length + 1;
      const first = second - length;
      if (count !== length || first <= reported) continue;
      const phrase = wordsOf(run, text, second, at + 1);
      if (phrase.join(' ') !== wordsOf(run, text, first, second).join(' ')) continue;
      const next = at + 1 < run.length ? wordsOf(run, text, at + 1, at + 2)[0] : undefined;
      if (!isError(phrase, next)) continue;
      // "TỈNH SÔNG THAO Sông Thao, ngày …": two cells of a letterhead that a page's layout ran together.
      if (inCapitals(text, run, first, second) !== inCapitals(text, run, second, at + 1)) continue;
      reported = at;
      add(first, second, at);
    }
}

export const doubledWords: Rule = ({ parsed: { text } }) => {
  const diagnostics: Diagnostic[] = [];
  eachRun(text, (run) =>
    doubled(run, text, (first, second, last) => {
      const span: Span = [run.starts[first] ?? 0, run.ends[last] ?? 0];
      const words = text.slice(run.starts[second], span[1]);
      diagnostics.push(found('doubled-words', 'warning', { values: { words }, span, clause: CLAUSE }));
    }),
  );
  return diagnostics;
};
