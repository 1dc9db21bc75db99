// The register as a table to print and file: the columns of Decree 30/2020, Annex IV, part II (sổ đăng ký văn bản đi), and beside each
// number that no document bears, why.
import type { Locale } from '../http/locale.ts';
import { choosing, type Column } from '../sheets/column.ts';
import type { NumberEntry } from './present.ts';

export function numberColumns(locale: Locale): readonly Column<NumberEntry>[] {
  const pick = choosing(locale);
  return [
    {
      key: 'number',
      name: pick('Số, ký hiệu văn bản', 'Number and symbol'),
      width: 22,
      value: (row) => row.fullNumber,
    },
    {
      key: 'date',
      name: pick('Ngày tháng văn bản', 'Date'),
      width: 14,
      type: 'day',
      value: ({ issuedOn }) => issuedOn,
    },
    {
      key: 'subject',
      name: pick('Tên loại và trích yếu nội dung văn bản', 'Type and subject'),
      width: 60,
      value: ({ typeName, title }) => (title === null ? typeName : `${typeName}: ${title}`),
    },
    { key: 'signer', name: pick('Người ký', 'Signer'), width: 24, value: ({ signer }) => signer },
    {
      key: 'recipients',
      name: pick('Nơi nhận văn bản', 'Recipients'),
      width: 40,
      value: ({ recipients }) => recipients.join('; '),
    },
    {
      key: 'archive',
      name: pick('Đơn vị, người nhận bản lưu', 'Keeper of the file copy'),
      width: 26,
      value: ({ archive }) => archive,
    },
    {
      key: 'copies',
      name: pick('Số lượng bản', 'Copies'),
      width: 10,
      type: 'number',
      value: ({ copies }) => copies,
    },
    {
      key: 'sentOn',
      name: pick('Ngày chuyển', 'Sent'),
      width: 14,
      type: 'day',
      value: ({ sentOn }) => sentOn,
    },
    {
      key: 'receivedBy',
      name: pick('Ký nhận', 'Received by'),
      width: 24,
      value: ({ receivedBy }) => receivedBy,
    },
    { key: 'remarks', name: pick('Ghi chú', 'Remarks'), width: 50, value: (row) => remark(row, pick) },
    {
      key: 'series',
      name: pick('Sổ', 'Series'),
      width: 12,
      value: ({ series }) => (series === '*' ? pick('Chung', 'Common') : series),
    },
  ];
}

const day = (iso: string | null): string => (iso ?? '').split('-').toReversed().join('/');

/** Why no document bears the number stands first. */
function remark(
  { status, taken, until, cancelled, note }: NumberEntry,
  pick: (vi: string, en: string) => string,
): string {
  const why = taken.purpose ? `: ${taken.purpose}` : '';
  const explained = {
    used: '',
    reserved: pick(
      `Số giữ, ${taken.by}, đến ${day(until)}${why}`,
      `Kept by ${taken.by} until ${day(until)}${why}`,
    ),
    lapsed: pick(
      `Số giữ đã hết hạn ${day(until)}, không dùng; ${taken.by}${why}`,
      `Kept until ${day(until)} and not used; ${taken.by}${why}`,
    ),
    cancelled: pick(
      `Số hủy, ${cancelled?.by ?? ''}: ${cancelled?.reason ?? ''}`,
      `Cancelled by ${cancelled?.by ?? ''}: ${cancelled?.reason ?? ''}`,
    ),
  }[status];
  return [explained, note].filter(Boolean).join('; ');
}
