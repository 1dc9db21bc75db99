import type { Message } from '../language/words.ts';
import type { Saving } from './desk.ts';

export const savingWords: Readonly<Record<Saving, Message>> = {
  saved: 'Đã lưu',
  saving: 'Đang lưu…',
  waiting: 'Chưa gửi được lên máy chủ; giữ trên máy này và tự thử lại',
  held: 'Còn số chưa lưu: cần ghi lý do hoặc sửa lại',
  conflict: 'Có chỗ người khác cũng vừa sửa: chọn bản cần giữ',
  wrong: 'Còn {n, number} ô chưa lưu được',
};
