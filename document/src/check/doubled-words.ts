// A phrase of two to five syllables written twice in a row ("nhà nước nhà nước"), or a function word ("các các").
// Vietnamese reduplicates ("ngày ngày", "luôn luôn") and often joins a noun and a verb of one form
// ("các tổ chức tổ chức thực hiện"): neither is an error.
import type { Diagnostic } from '../tree.ts';
import type { Rule } from './rule.ts';
import { found } from './rule.ts';

const LONGEST = 5;

/** Words that no grammar lets stand twice in a row. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'các những và của với tại để được theo nhằm trên dưới bởi thì mà nếu sẽ đã đang như gồm hoặc bị này kia'.split(
    ' ',
  ),
);

/** Both the name of a body or a paper and what it does. */
const NOUN_AND_VERB: ReadonlySet<string> = new Set([
  ...[
    'tổ chức',
    'chỉ đạo',
    'lãnh đạo',
    'hướng dẫn',
    'quy định',
    'báo cáo',
    'kiểm tra',
    'thanh tra',
    'giám sát',
    'tư vấn',
  ],
  ...[
    'quản lý',
    'phối hợp',
    'chủ trì',
    'điều hành',
    'thông tin',
    'đào tạo',
    'bảo vệ',
    'điều tra',
    'kiểm sát',
    'kiểm toán',
  ],
  ...[
    'đại diện',
    'yêu cầu',
    'đề nghị',
    'kiến nghị',
    'kế hoạch',
    'biên tập',
    'biên soạn',
    'sản xuất',
    'dịch vụ',
    'hỗ trợ',
  ],
  ...[
    'thực hiện',
    'đầu tư',
    'nghiên cứu',
    'đánh giá',
    'thẩm định',
    'thi đua',
    'xuất bản',
    'hợp tác',
    'cung cấp',
    'quyết định',
  ],
  ...[
    'thông báo',
    'đề xuất',
    'chương trình',
    'liên kết',
    'kinh doanh',
    'sử dụng',
    'tiếp nhận',
    'xây dựng',
    'vận động',
  ],
]);

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

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Runs of words with nothing but spaces between them; numbers and punctuation end a run. */
function* runs(text: string): Generator<Word[]> {
  let run: Word[] = [];
  let end = -1;
  for (const match of text.matchAll(/[\p{L}\p{M}\d]+/gu)) {
    const word = match[0].toLowerCase();
    const gap = text.slice(end, match.index);
    if (run.length > 0 && (!/^ +$/.test(gap) || /\d/.test(word))) {
      yield run;
      run = [];
    }
    end = match.index + match[0].length;
    if (!/\d/.test(word)) run.push({ word, start: match.index, end });
  }
  yield run;
}

function isError(words: readonly string[], next: string | undefined): boolean {
  const phrase = words.join(' ');
  if (words.length === 1) return FUNCTION_WORDS.has(phrase);
  if (new Set(words).size === 1) return false;
  // "phát triển xã hội xã hội chủ nghĩa": a socialist society.
  if (phrase === 'xã hội' && next === 'chủ') return false;
  return !NOUN_AND_VERB.has(phrase) && !SAID_TWICE.has(phrase);
}

/** For each length of phrase, counts how long the run has been repeating itself: one pass, whatever the text. */
function doubled(run: readonly Word[], text: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const repeats = new Array<number>(LONGEST + 1).fill(0);
  let reported = -1;
  for (let at = 0; at < run.length; at++)
    for (let length = 1; length <= LONGEST; length++) {
      repeats[length] = run[at]?.word === run[at - length]?.word ? (repeats[length] ?? 0) + 1 : 0;
      const first = at - 2 * length + 1;
      if (repeats[length] !== length || first <= reported) continue;
      const words = run.slice(at - length + 1, at + 1).map(({ word }) => word);
      if (!isError(words, run[at + 1]?.word)) continue;
      reported = at;
      const span = [run[first]?.start ?? 0, run[at]?.end ?? 0] as const;
      diagnostics.push(
        found('doubled-words', 'warning', {
          values: { words: text.slice(run[first + length]?.start, span[1]) },
          span,
        }),
      );
    }
  return diagnostics;
}

export const doubledWords: Rule = ({ parsed: { text } }) => {
  const diagnostics: Diagnostic[] = [];
  for (const run of runs(text)) if (run.length > 1) diagnostics.push(...doubled(run, text));
  return diagnostics;
};
