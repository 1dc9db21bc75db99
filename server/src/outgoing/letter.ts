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

export function letterOf({ row, receiver, owner, recalls, attachments }: Sending): Letter {
  const full = fullNumber(row.number ?? 0, row.symbol);
  const named = `${nameOfType(row.type)} số ${full} ngày ${shortDay(row.issuedOn ?? '')}`;
  const title = row.title.replaceAll(/\s+/g, ' ').trim();
  const lines = recalls
    ? [
        `${owner} thu hồi ${named}: ${title}.`,
        `Lý do: ${row.recallReason ?? ''}`,
        'Đề nghị cơ quan, đơn vị không sử dụng, hủy hoặc gửi lại văn bản đã nhận và thông báo cho cơ quan ban hành.',
      ]
    : [
        `${owner} gửi ${named}: ${title}.`,
        'Văn bản gửi kèm thư này. Đề nghị cơ quan, đơn vị xác nhận đã nhận.',
      ];
  const greeting = `Kính gửi ${receiver.name},`;
  const subject = `${recalls ? 'Thu hồi văn bản số' : 'Văn bản số'} ${full}: ${title}`;
  return {
    to: receiver.email ?? '',
    subject: subject.length > 180 ? `${subject.slice(0, 179).trimEnd()}…` : subject,
    messageId: `outgoing-${row.id}-${receiver.id}${recalls ? '-recall' : ''}`,
    text: [greeting, '', ...lines].join('\n'),
    html: `<!doctype html><html lang="vi"><body style="font-family:sans-serif;line-height:1.5;color:#1a2225">${[
      greeting,
      ...lines,
    ]
      .map((line) => `<p>${escaped(line)}</p>`)
      .join('')}</body></html>`,
    attachments,
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
