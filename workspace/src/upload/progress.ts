// Where the reading of a file stands, in words.
import type { Progress } from '@nhipcau/server/contract';
import type { Say } from '../language/words.ts';

export function progressWords(progress: Progress | null, say: Say): string {
  switch (progress?.stage) {
    case 'recognising-pages':
      return progress.page > 0
        ? say('Nhận dạng chữ trang {page, number}/{pages, number}', {
            page: progress.page,
            pages: progress.pages,
          })
        : say('Nhận dạng chữ trên ảnh quét');
    case 'understanding':
      return say('Tìm nhiệm vụ, cơ quan và thời hạn');
    case 'reading':
      return say('Đọc nội dung tệp');
    default:
      return say('Đang chờ đến lượt');
  }
}

/** From 0 to 1, as far as it can be told. Recognising pages takes nearly all of the time. */
export function progressShare(progress: Progress | null): number {
  if (progress?.stage === 'recognising-pages')
    return 0.1 + 0.8 * (progress.page / Math.max(progress.pages, 1));
  if (progress?.stage === 'understanding') return 0.95;
  return progress?.stage === 'reading' ? 0.1 : 0.02;
}
