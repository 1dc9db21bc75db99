// The page behind a letter's "stop" link, for people who are not signed in.
import type { Locale } from '../http/locale.ts';

const words = {
  ask: {
    vi: [
      'Thôi nhận thư này?',
      'Loại thư này sẽ không được gửi đến địa chỉ của bạn nữa. Tin báo trong phần mềm vẫn còn.',
    ],
    en: [
      'Stop these e-mails?',
      'E-mails of this kind will no longer be sent to you. Notices inside the application stay.',
    ],
  },
  done: {
    vi: ['Đã thôi gửi', 'Bạn có thể bật lại trong phần Tài khoản, mục Thông báo.'],
    en: ['Stopped', 'You can turn them on again under Account, Notices.'],
  },
} as const;

export function stopPage(locale: Locale, state: keyof typeof words): string {
  const [title, text] = words[state][locale];
  const button = locale === 'vi' ? 'Thôi gửi' : 'Stop';
  const form = state === 'ask' ? `<form method="post"><button type="submit">${button}</button></form>` : '';
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} – Nhịp Cầu</title><body style="max-width:32rem;margin:3rem auto;padding:0 1rem;font:1rem/1.6 sans-serif">
<h1 style="font-size:1.4rem">${title}</h1><p>${text}</p>${form}</body></html>`;
}
