// Components that Decree 30/2020 requires, where the document lacks them. A copy from a web page often has no letterhead
// at all: that is said once, as a note.
import type { Diagnostic, Span } from '../tree.ts';
import type { CheckInput, Rule } from './rule.ts';
import { found } from './rule.ts';

const CLAUSE = 'NĐ 30/2020/NĐ-CP, Điều 8 (thể thức văn bản)';
const NATIONAL_TITLE =
  /CỘNG\s{1,3}HÒA\s{1,3}XÃ\s{1,3}HỘI|CỘNG\s{1,3}HOÀ\s{1,3}XÃ\s{1,3}HỘI|Độc lập\s{1,3}[-–]\s{1,3}Tự do/;
const PARTY_TITLE = /ĐẢNG\s{1,3}CỘNG\s{1,3}SẢN\s{1,3}VIỆT\s{1,3}NAM/;
/** "Số:      /KH-UBND": a draft, whose number and date come with the signature. */
const EMPTY_NUMBER = /Số\s*:?[\s.…_]{0,40}\/[\p{Lu}\d]/u;
const HEAD_LENGTH = 3000;

function letterhead({ parsed: { text, document } }: CheckInput): 'none' | 'draft' | 'full' {
  const head = text.slice(0, HEAD_LENGTH);
  if (!NATIONAL_TITLE.test(head) && !PARTY_TITLE.test(head)) return 'none';
  return document.number === null && EMPTY_NUMBER.test(head) ? 'draft' : 'full';
}

function missing(code: string, absent: boolean, sure: boolean): Diagnostic[] {
  return absent ? [found(code, sure ? 'warning' : 'note', { clause: CLAUSE })] : [];
}

function tail(text: string): Span | undefined {
  const end = text.trimEnd().length;
  return end > 0 ? [text.lastIndexOf('\n', end - 1) + 1, end] : undefined;
}

export const missingComponents: Rule = (input) => {
  const { document, recipients, text } = input.parsed;
  const head = letterhead(input);
  const atEnd = (diagnostics: Diagnostic[]) => {
    const span = tail(text);
    return span ? diagnostics.map((diagnostic) => ({ ...diagnostic, span })) : diagnostics;
  };
  const foot = [
    ...atEnd(missing('missing-signer', document.signers.length === 0, false)),
    ...atEnd(missing('missing-recipients', recipients.length === 0, false)),
  ];
  if (head === 'none') {
    const complete = document.number !== null && document.issuedOn !== null;
    return [...(complete ? [] : [found('missing-letterhead', 'note', { clause: CLAUSE })]), ...foot];
  }
  return [
    ...missing('missing-number', document.number === null, head === 'full' && document.issuedOn !== null),
    ...missing('missing-date', document.issuedOn === null, head === 'full' && document.number !== null),
    ...missing('missing-issuer', document.issuer === null, head === 'full'),
    ...missing('missing-title', document.title === null && document.type !== 'CV', false),
    ...foot,
  ];
};
