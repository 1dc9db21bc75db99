// The letter that carries a one-time link.
import { randomUUID } from 'node:crypto';
import type { Deps } from '../deps.ts';

interface Addressee {
  readonly name: string;
  readonly email: string;
  readonly locale: 'vi' | 'en';
}

interface Link {
  readonly kind: 'invite' | 'reset';
  readonly path: string;
}

const subjects = {
  invite: { vi: 'Tài khoản Nhịp Cầu của bạn', en: 'Your Nhịp Cầu account' },
  reset: { vi: 'Đặt lại mật khẩu Nhịp Cầu', en: 'A new password for Nhịp Cầu' },
} as const;

const sentences = {
  invite: {
    vi: (name: string) =>
      `Kính gửi ${name},\n\nBạn vừa được cấp tài khoản Nhịp Cầu. Mở liên kết sau trong 7 ngày để đặt mật khẩu:`,
    en: (name: string) =>
      `Dear ${name},\n\nAn account was made for you in Nhịp Cầu. Open this link within 7 days to choose a password:`,
  },
  reset: {
    vi: (name: string) =>
      `Kính gửi ${name},\n\nNgười quản trị gửi bạn liên kết để đặt lại mật khẩu, dùng được trong 24 giờ:`,
    en: (name: string) =>
      `Dear ${name},\n\nYour administrator sends you a link for a new password; it works for 24 hours:`,
  },
} as const;

const ends = {
  vi: 'Liên kết chỉ dùng được một lần. Nếu không phải bạn, hãy báo người quản trị của đơn vị.',
  en: 'The link works once. If this is not for you, tell your unit’s administrator.',
};

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** False where no e-mail is set up, or the letter was not taken: the link is then handed over by hand. */
export async function sendLink(
  { mailer }: Deps,
  { name, email, locale }: Addressee,
  { kind, path }: Link,
): Promise<boolean> {
  if (mailer === null) return false;
  const link = `${mailer.address}${path}`;
  const beginning = sentences[kind][locale](name);
  const text = `${beginning}\n\n${link}\n\n${ends[locale]}\n`;
  const html = `<p>${escaped(beginning).replaceAll('\n\n', '</p><p>')}</p><p><a href="${escaped(link)}">${escaped(link)}</a></p><p>${escaped(ends[locale])}</p>`;
  const sent = await mailer.send({
    to: email,
    subject: subjects[kind][locale],
    text,
    html,
    messageId: randomUUID(),
  });
  return sent === 'sent';
}
