// Names of the types of documents of Decree 30/2020, by abbreviation.
import type { DocumentStatus } from '@nhipcau/server/contract';
import type { Message, Say } from '../language/words.ts';
import type { Tone } from '../ui/tag.tsx';

const kinds: Readonly<Record<string, Message>> = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  QC: 'Quy chế',
  QyĐ: 'Quy định',
  TC: 'Thông cáo',
  TB: 'Thông báo',
  HD: 'Hướng dẫn',
  CTr: 'Chương trình',
  KH: 'Kế hoạch',
  PA: 'Phương án',
  ĐA: 'Đề án',
  DA: 'Dự án',
  BC: 'Báo cáo',
  BB: 'Biên bản',
  TTr: 'Tờ trình',
  HĐ: 'Hợp đồng',
  CĐ: 'Công điện',
  CV: 'Công văn',
  TT: 'Thông tư',
  NĐ: 'Nghị định',
  L: 'Luật',
};

/** "Kế hoạch" for "KH"; an abbreviation that the decree does not know stays as it is. */
export function kindWords(type: string | null, say: Say): string {
  if (!type) return say('Văn bản');
  const known = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  return known ? say(known) : type;
}

export const kindAbbreviations: readonly string[] = Object.keys(kinds);

/** "Kế hoạch 58/KH-UBND", or the file's name where the document bears no number. */
export function documentName(
  document: { type?: string | null; number: string | null; title: string | null; fileName?: string },
  say: Say,
): string {
  if (document.number)
    return [document.type === undefined ? null : kindWords(document.type, say), document.number]
      .filter(Boolean)
      .join(' ');
  return document.title ?? document.fileName ?? say('Văn bản không số');
}

export const statusWords: Readonly<Record<DocumentStatus, { readonly words: Message; readonly tone: Tone }>> =
  {
    reading: { words: 'Đang đọc', tone: 'plain' },
    review: { words: 'Chờ rà soát', tone: 'soon' },
    accepted: { words: 'Đã đưa vào sổ', tone: 'done' },
    superseded: { words: 'Đã có bản thay thế', tone: 'plain' },
    refused: { words: 'Từ chối nhận', tone: 'soon' },
    failed: { words: 'Không đọc được', tone: 'soon' },
  };
