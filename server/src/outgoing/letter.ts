// The e-mail by which a document goes out, or is asked back.
import type { Letter } from '../mail/mailer.ts';
import { fullNumber } from '../numbers/symbol.ts';
import { shortDay } from './pieces.ts';
import { nameOfType } from './present.ts';
import type { OutgoingRow, ReceiverRow } from './queries.ts';

interface Sending {
  readonly row: OutgoingRow;
  readonly receiver: ReceiverRow;
  readonly owner: string;
  readonly recalls: boolean;
  readonly attachments: NonNullable<Letter['attachments']>;
}

/** In the receiver's language; the document's own title stays as it is. */
export function letterOf({ row, receiver, owner, recalls, attachments }: Sending): Letter {
  const full = fullNumber(row.number ?? 0, row.symbol);
  const title = row.title.replaceAll(/\s+/g, ' ').trim();
  const about = { row, owner, full, title };
  const { subject, greeting, lines } = (recalls ? recallWords : words)[receiver.language](
    about,
    receiver.name,
  );
  return {
    to: receiver.email ?? '',
    subject: subject.length > 180 ? `${subject.slice(0, 179).trimEnd()}…` : subject,
    messageId: `outgoing-${row.id}-${receiver.id}${recalls ? '-recall' : ''}`,
    text: [greeting, '', ...lines].join('\n'),
    html: `<!doctype html><html lang="${receiver.language}"><body style="font-family:sans-serif;line-height:1.5;color:#1a2225">${[
      greeting,
      ...lines,
    ]
      .map((line) => `<p>${escaped(line)}</p>`)
      .join('')}</body></html>`,
    attachments,
  };
}

interface About {
  readonly row: OutgoingRow;
  readonly owner: string;
  readonly full: string;
  readonly title: string;
}

interface Said {
  readonly subject: string;
  readonly greeting: string;
  readonly lines: readonly string[];
}

type Saying = Readonly<Record<ReceiverRow['language'], (about: About, name: string) => Said>>;

const named = ({ row, full }: About) =>
  `${nameOfType(row.type)} số ${full} ngày ${shortDay(row.issuedOn ?? '')}`;
const namedInEnglish = ({ row, full }: About) => `document No. ${full} of ${shortDay(row.issuedOn ?? '')}`;

const words: Saying = {
  vi: (about, name) => ({
    subject: `Văn bản số ${about.full}: ${about.title}`,
    greeting: `Kính gửi ${name},`,
    lines: [
      `${about.owner} gửi ${named(about)}: ${about.title}.`,
      'Văn bản gửi kèm thư này. Đề nghị cơ quan, đơn vị xác nhận đã nhận.',
    ],
  }),
  en: (about, name) => ({
    subject: `Document No. ${about.full}: ${about.title}`,
    greeting: `To ${name},`,
    lines: [
      `${about.owner} sends you ${namedInEnglish(about)}: ${about.title}.`,
      'The document is attached. Please confirm that you have received it.',
    ],
  }),
};

const recallWords: Saying = {
  vi: (about, name) => ({
    subject: `Thu hồi văn bản số ${about.full}: ${about.title}`,
    greeting: `Kính gửi ${name},`,
    lines: [
      `${about.owner} thu hồi ${named(about)}: ${about.title}.`,
      `Lý do: ${about.row.recallReason ?? ''}`,
      'Đề nghị cơ quan, đơn vị không sử dụng, hủy hoặc gửi lại văn bản đã nhận và thông báo cho cơ quan ban hành.',
    ],
  }),
  en: (about, name) => ({
    subject: `Recall of document No. ${about.full}: ${about.title}`,
    greeting: `To ${name},`,
    lines: [
      `${about.owner} recalls ${namedInEnglish(about)}: ${about.title}.`,
      `Reason: ${about.row.recallReason ?? ''}`,
      'Please do not use it any more, destroy or return what you received, and tell the agency that you have done so.',
    ],
  }),
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
