// Why something was not sent, or not really, in the words of who sends documents.
import { answerWords, type CameOf } from '../exchange/answer-words.ts';
import type { Locale } from '../http/locale.ts';

const own: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  demo: [
    'Dữ liệu minh họa: chỉ ghi nhận, không có gì thực sự được gửi đi.',
    'Illustration: it is recorded only; nothing really leaves.',
  ],
  interrupted: [
    'Máy chủ dừng đúng lúc đang gửi, không rõ thư đã đến chưa. Hãy hỏi nơi nhận; chỉ bấm “Gửi lại” nếu chưa nhận được.',
    'The server stopped while it was being sent: it may have arrived. Ask the receiver, and send again only if it has not.',
  ],
  recalled: ['Đã thu hồi trước khi gửi.', 'It was recalled before it was sent.'],
};

/** Null: nothing stood in the way. */
export function troubleWords(cameOf: CameOf, locale: Locale): string | null {
  const { problem } = cameOf;
  const known = problem !== null && Object.hasOwn(own, problem) ? own[problem] : undefined;
  return known ? known[locale === 'vi' ? 0 : 1] : answerWords(cameOf, locale);
}
