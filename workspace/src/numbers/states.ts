import type { NumberSeries, NumberStatus } from '@nhipcau/server/contract';
import type { Message, Say } from '../language/words.ts';
import type { Tone } from '../ui/tag.tsx';

export const states: Readonly<Record<NumberStatus, { readonly words: Message; readonly tone: Tone }>> = {
  reserved: { words: 'Đang giữ', tone: 'river' },
  lapsed: { words: 'Hết hạn giữ', tone: 'soon' },
  used: { words: 'Đã dùng', tone: 'done' },
  cancelled: { words: 'Đã hủy', tone: 'plain' },
};

/** "Sổ chung", "QĐ", "Ban Chỉ đạo: sổ chung". */
export function seriesName({ type, body }: Pick<NumberSeries, 'type' | 'body'>, say: Say): string {
  const own = type === '*' ? say('Dãy số chung') : say('Dãy số {type}', { type });
  return body ? `${body}: ${own}` : own;
}
