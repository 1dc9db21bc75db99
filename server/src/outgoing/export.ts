// The list of outgoing documents as a table.
import type { Actor } from '../access/actor.ts';
import { dayOf } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { Locale } from '../http/locale.ts';
import { choosing, portionsOf, sheetOf, type Column } from '../sheets/column.ts';
import type { Download } from '../sheets/download.ts';
import * as lists from './list-queries.ts';
import { wantedBy, type Filter } from './list.ts';
import { summaries, type OutgoingSummary } from './present.ts';

const states: Readonly<Record<OutgoingSummary['status'], readonly [vi: string, en: string]>> = {
  draft: ['Dự thảo', 'Draft'],
  submitted: ['Đã trình', 'Submitted'],
  returned: ['Bị trả lại', 'Sent back'],
  signed: ['Đã ký', 'Signed'],
  numbered: ['Đã cấp số', 'Numbered'],
  issued: ['Đã phát hành', 'Issued'],
  recalled: ['Đã thu hồi', 'Recalled'],
};

export function outgoingColumns(locale: Locale): readonly Column<OutgoingSummary>[] {
  const pick = choosing(locale);
  const number = { width: 12, type: 'number' } as const;
  const followed = ({ replaced, corrected }: OutgoingSummary) =>
    [replaced ? pick('Đã bị thay thế', 'Replaced') : '', corrected ? pick('Đã đính chính', 'Corrected') : '']
      .filter(Boolean)
      .join('; ') || null;
  return [
    { key: 'no', name: pick('STT', 'No.'), ...number, width: 6, value: (_, index) => index + 1 },
    {
      key: 'number',
      name: pick('Số, ký hiệu', 'Number and symbol'),
      width: 22,
      value: (row) => row.fullNumber,
    },
    {
      key: 'issuedOn',
      name: pick('Ngày ban hành', 'Issued on'),
      width: 14,
      type: 'day',
      value: ({ issuedOn }) => issuedOn,
    },
    { key: 'type', name: pick('Loại văn bản', 'Type'), width: 18, value: ({ typeName }) => typeName },
    { key: 'title', name: pick('Trích yếu', 'Subject'), width: 60, value: ({ title }) => title },
    {
      key: 'status',
      name: pick('Tình trạng', 'State'),
      width: 16,
      value: ({ status }) => pick(...states[status]),
    },
    { key: 'followed', name: pick('Văn bản sau', 'Followed'), width: 18, value: followed },
    { key: 'owner', name: pick('Cơ quan ban hành', 'Issuer'), width: 40, value: ({ owner }) => owner.name },
    {
      key: 'drafter',
      name: pick('Đơn vị soạn thảo', 'Drafted by'),
      width: 34,
      value: ({ drafter }) => drafter?.name ?? null,
    },
    { key: 'author', name: pick('Người soạn', 'Author'), width: 24, value: ({ createdBy }) => createdBy },
    {
      key: 'receivers',
      name: pick('Nơi nhận', 'Receivers'),
      ...number,
      value: ({ receivers }) => receivers.total,
    },
    { key: 'sent', name: pick('Đã gửi', 'Sent'), ...number, value: ({ receivers }) => receivers.sent },
    {
      key: 'failed',
      name: pick('Gửi không được', 'Failed'),
      ...number,
      value: ({ receivers }) => receivers.failed,
    },
    {
      key: 'changedOn',
      name: pick('Cập nhật', 'Changed on'),
      width: 13,
      type: 'day',
      value: ({ changedAt }) => dayOf(new Date(changedAt)),
    },
  ];
}

const portion = 500;

/** The list as it was when it began. */
export async function outgoingDownload(
  { db }: Pick<Deps, 'db'>,
  { actor, locale }: { readonly actor: Actor; readonly locale: Locale },
  query: Filter,
): Promise<Download> {
  const ids = await lists.outgoingIds(db, wantedBy(actor, query), query.sort);
  const name = locale === 'vi' ? 'Văn bản đi' : 'Outgoing documents';
  const read = async (some: readonly number[]) => {
    const rows = new Map((await lists.outgoingAmong(db, some)).map((row) => [row.id, row]));
    return summaries(
      db,
      some.flatMap((id) => rows.get(id) ?? []),
    );
  };
  const columns = outgoingColumns(locale);
  return { name, sheets: [sheetOf({ title: name, columns, portions: portionsOf(ids, portion, read) })] };
}
