// Why a document cannot be printed, and what its owner can do about it.
import type { Message } from '../messages.ts';

export const writeMessages = {
  'letters-without-font': {
    vi: 'Không có phông chữ cho các ký tự: {letters}. Hãy thay hoặc bỏ các ký tự này rồi xuất lại.',
    en: 'No font has these letters: {letters}. Replace or remove them and print again.',
  },
  'signature-not-a-picture': {
    vi: 'Hình chữ ký không phải tệp PNG đọc được, hoặc quá lớn (tối đa {pixels} điểm ảnh mỗi cạnh). Hãy tải lên hình PNG nền trong suốt.',
    en: 'The picture of the signature is no readable PNG, or too large (at most {pixels} pixels a side). Hand in a transparent PNG.',
  },
  'table-does-not-fit': {
    vi: 'Bảng “{table}” có hàng {row} nhiều ô hơn số cột ({columns}). Hãy sửa lại bảng rồi xuất lại.',
    en: 'Row {row} of the table “{table}” has more cells than the table has columns ({columns}). Mend the table and print again.',
  },
  'not-printed': {
    vi: 'Không xuất được văn bản ra PDF: {reason}.',
    en: 'The document could not be printed as PDF: {reason}.',
  },
  'printing-too-long': {
    vi: 'Xuất văn bản ra PDF quá {seconds} giây nên đã dừng. Hãy tách các phụ lục thành tệp riêng rồi xuất lại.',
    en: 'Printing took over {seconds} seconds and was stopped. Put the annexes into files of their own and print again.',
  },
} as const satisfies Record<string, Message>;
