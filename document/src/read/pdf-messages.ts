// What can be wrong with a PDF or a picture of a page, and what its owner can do about it.
import type { Message } from '../messages.ts';

export const pdfMessages = {
  'no-pages': {
    vi: 'Tệp “{file}” không có trang nào. Hãy xuất lại tệp PDF từ văn bản gốc.',
    en: '“{file}” has no pages. Export the PDF again from its original.',
  },
  'needs-recognition': {
    vi: 'Tệp “{file}” có {count} trang là ảnh quét hoặc có lớp chữ không đọc được ({pages}), cần nhận dạng chữ (OCR) mới đọc được; phần cài đặt này chưa bật nhận dạng chữ.',
    en: '“{file}” has {count} pages that are scanned pictures or carry unreadable text ({pages}); they need optical recognition, which is not switched on here.',
  },
  'recognised-text': {
    vi: '{count} trang của “{file}” ({pages}) là ảnh quét, chữ do máy nhận dạng; hãy soát lại với bản gốc, nhất là số, ngày tháng và tên riêng.',
    en: '{count} pages of “{file}” are scanned pictures ({pages}) read by optical recognition: check them against the original, above all numbers, dates and names.',
  },
  'doubtful-text-layer': {
    vi: 'Lớp chữ sẵn có ở {count} trang của “{file}” ({pages}) có nhiều từ sai; hãy soát lại với bản gốc.',
    en: 'The text layer that {count} pages of “{file}” carry ({pages}) holds many broken words: check it against the original.',
  },
  'pages-unreadable': {
    vi: 'Không đọc được {count} trang của “{file}” ({pages}); phần còn lại vẫn được đọc. Hãy tải lại tệp gốc.',
    en: '{count} pages of “{file}” ({pages}) could not be read; the others were. Get the original file again.',
  },
  'file-cut-short': {
    vi: 'Tệp “{file}” dường như bị cắt cụt; đã đọc {pages} trang còn khôi phục được. Hãy tải lại tệp gốc.',
    en: '“{file}” seems to be cut short; the {pages} pages that could be recovered were read. Get the original file again.',
  },
  'too-many-pages': {
    vi: 'Tệp “{file}” có {pages} trang; chỉ {limit} trang đầu được đọc. Hãy tách tệp.',
    en: '“{file}” has {pages} pages; only the first {limit} were read. Split the file.',
  },
  'picture-unreadable': {
    vi: 'Không mở được ảnh “{file}”: tệp hỏng, hoặc định dạng ảnh không được hỗ trợ. Hãy lưu lại thành .png hoặc .jpg rồi gửi lại.',
    en: 'The picture “{file}” could not be opened: it is damaged, or of a kind that is not supported. Save it as .png or .jpg and hand it in again.',
  },
} satisfies Readonly<Record<string, Message>>;
