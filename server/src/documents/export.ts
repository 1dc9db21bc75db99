// The list of documents as a table.
import { typeName } from '@nhipcau/document';
import type { z } from '@hono/zod-openapi';
import { dayOf } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { Locale } from '../http/locale.ts';
import { choosing, portionsOf, sheetOf, type Column } from '../sheets/column.ts';
import type { Download } from '../sheets/download.ts';
import type { Reader } from './list.ts';
import { named, summary, type DocumentSummary } from './present.ts';
import * as queries from './queries.ts';
import { readableBy } from './rights.ts';
import type * as schema from './schema.ts';

const states: Readonly<Record<DocumentSummary['status'], readonly [vi: string, en: string]>> = {
  reading: ['Đang đọc', 'Being read'],
  review: ['Chờ rà soát', 'To review'],
  accepted: ['Đã đưa vào sổ', 'In the register'],
  superseded: ['Đã có bản thay thế', 'Superseded'],
  refused: ['Từ chối nhận', 'Refused'],
  failed: ['Không đọc được', 'Could not be read'],
};

export function documentColumns(locale: Locale): readonly Column<DocumentSummary>[] {
  const pick = choosing(locale);
  const number = { width: 12, type: 'number' } as const;
  return [
    { key: 'no', name: pick('STT', 'No.'), ...number, width: 6, value: (_, index) => index + 1 },
    {
      key: 'type',
      name: pick('Loại văn bản', 'Type'),
      width: 18,
      value: ({ type }) => (type === null ? null : (typeName(type) ?? type)),
    },
    { key: 'number', name: pick('Số, ký hiệu', 'Number and symbol'), width: 20, value: (row) => row.number },
    {
      key: 'issuedOn',
      name: pick('Ngày ban hành', 'Issued on'),
      width: 13,
      type: 'day',
      value: ({ issuedOn }) => issuedOn,
    },
    { key: 'issuer', name: pick('Cơ quan ban hành', 'Issuer'), width: 40, value: ({ issuer }) => issuer },
    { key: 'title', name: pick('Trích yếu', 'Title'), width: 60, value: ({ title }) => title },
    {
      key: 'status',
      name: pick('Tình trạng', 'State'),
      width: 20,
      value: ({ status }) => pick(...states[status]),
    },
    { key: 'tasks', name: pick('Số nhiệm vụ', 'Tasks'), ...number, value: ({ tasks }) => tasks },
    { key: 'warnings', name: pick('Cảnh báo', 'Warnings'), ...number, value: ({ warnings }) => warnings },
    { key: 'file', name: pick('Tệp', 'File'), width: 36, value: ({ fileName }) => fileName },
    {
      key: 'takenOn',
      name: pick('Ngày đưa vào', 'Taken in on'),
      width: 13,
      type: 'day',
      value: ({ createdAt }) => dayOf(new Date(createdAt)),
    },
    {
      key: 'acceptedOn',
      name: pick('Ngày đưa vào sổ', 'Accepted on'),
      width: 13,
      type: 'day',
      value: ({ acceptedAt }) => acceptedAt && dayOf(new Date(acceptedAt)),
    },
  ];
}

/** A row holds the draft as well. */
const portion = 100;

export type Filter = Omit<z.infer<typeof schema.documentListQuery>, 'page' | 'size'>;

/** The list as it was when it began. */
export async function documentsDownload(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  { actor, locale }: Reader,
  { q, type: kind, status: state, ...rest }: Filter,
): Promise<Download> {
  const wanted = {
    ...rest,
    q,
    type: kind,
    status: state,
    page: 1,
    size: portion,
    readable: readableBy(actor),
  };
  const ids = await queries.documentIds(db, wanted);
  const name = choosing(locale)('Văn bản', 'Documents');
  const portions = portionsOf(ids, portion, async (some) => {
    const rows = await queries.documentsAmong(db, some);
    return Promise.all(rows.map(async (row) => summary(await named(files, row), locale)));
  });
  return { name, sheets: [sheetOf({ title: name, columns: documentColumns(locale), portions })] };
}
