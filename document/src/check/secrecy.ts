// A mark of secrecy. The door refuses such files; the check says it again for text that came another way.
import type { Rule } from './rule.ts';
import { found } from './rule.ts';

const CLAUSE = 'Luật Bảo vệ bí mật nhà nước số 117/2025/QH15';
/** The mark is a line of its own, in capitals; "bảo mật", "bí mật" in a sentence are not. */
const MARK =
  /^[ \t[(|*"“]{0,20}(?:(?:ĐỘ|Độ|MỨC ĐỘ|Mức độ)\s{1,3}(?:MẬT|mật)\s?:\s{0,3})?(TUYỆT\s{1,3}MẬT|TỐI\s{1,3}MẬT|MẬT)[ \t\])|*"”.]{0,20}$/gmu;

export const secrecy: Rule = ({ parsed }) =>
  [...parsed.text.matchAll(MARK)].map((match) => {
    const span = [match.index, match.index + match[0].length] as const;
    return found('secret-mark', 'error', {
      values: { file: parsed.file, mark: match[1] ?? '' },
      span,
      clause: CLAUSE,
    });
  });
