// The log as CSV: with a byte order mark, since Excel takes UTF-8 for something else without it.
import type { Locale } from '../http/locale.ts';
import { csvLine } from '../text/csv.ts';
import type { AuditRow } from './list.ts';

const names = {
  vi: [
    'Số',
    'Thời điểm',
    'Người thực hiện',
    'Địa chỉ',
    'Việc',
    'Hồ sơ',
    'Số hồ sơ',
    'Đơn vị',
    'Chi tiết',
    'Dấu',
  ],
  en: ['Number', 'At', 'Who', 'Address', 'Action', 'Record', 'Record’s id', 'Unit', 'Detail', 'Mark'],
} as const;

export async function* csvOf(
  portions: AsyncIterable<readonly AuditRow[]>,
  locale: Locale,
): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder();
  yield bytes.encode(`\ufeff${csvLine(names[locale])}`);
  for await (const rows of portions) yield bytes.encode(rows.map(lineOf).join(''));
}

const lineOf = ({
  seq,
  at,
  who,
  address,
  action,
  subject,
  subjectId,
  unit,
  detail,
  hash,
}: AuditRow): string =>
  csvLine([
    seq,
    at,
    who,
    address,
    action,
    subject,
    subjectId,
    unit?.name ?? null,
    JSON.stringify(detail),
    hash,
  ]);
