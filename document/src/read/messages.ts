// What can be wrong with a file: what it is, and what its owner can do about it.
import type { Message } from '../messages.ts';

export const readMessages = {
  'empty-file': {
    vi: 'Tệp “{file}” trống (0 byte). Hãy tải lại tệp gốc rồi thử lại.',
    en: '“{file}” is empty (0 bytes). Get the original file again and retry.',
  },
  'no-text': {
    vi: 'Tệp “{file}” không có nội dung chữ nào để đọc. Nếu là bản quét, hãy gửi bản PDF hoặc ảnh để nhận dạng chữ.',
    en: '“{file}” holds no text. If it is a scan, hand in the PDF or the picture so that its text can be recognised.',
  },
  'unknown-format': {
    vi: 'Không nhận ra định dạng của tệp “{file}”. Các định dạng đọc được: .docx, .doc, .rtf, .pdf, .html, .md, .txt và ảnh chụp trang (.png, .jpg, .tif, .webp, .bmp).',
    en: 'The format of “{file}” is unknown. Readable are .docx, .doc, .rtf, .pdf, .html, .md, .txt and pictures of pages (.png, .jpg, .tif, .webp, .bmp).',
  },
  'unsupported-format': {
    vi: 'Tệp “{file}” là {kind}, không phải văn bản đọc được. Hãy lưu lại thành .docx hoặc .pdf rồi gửi lại.',
    en: '“{file}” is {kind}, which cannot be read as a document. Save it as .docx or .pdf and hand it in again.',
  },
  'wrong-extension': {
    vi: 'Tệp “{file}” có đuôi .{extension} nhưng nội dung là {kind}; đã đọc theo nội dung.',
    en: '“{file}” ends in .{extension} but holds {kind}; it was read as what it holds.',
  },
  'too-large': {
    vi: 'Tệp “{file}” quá lớn ({size} MB, giới hạn {limit} MB). Hãy tách tệp hoặc giảm dung lượng ảnh rồi gửi lại.',
    en: '“{file}” is too large ({size} MB, the limit is {limit} MB). Split it or shrink its pictures and hand it in again.',
  },
  'password-protected': {
    vi: 'Tệp “{file}” được bảo vệ bằng mật khẩu nên không đọc được. Hãy gỡ mật khẩu, lưu lại rồi gửi lại.',
    en: '“{file}” is protected with a password and cannot be read. Remove the password, save it and hand it in again.',
  },
  'broken-file': {
    vi: 'Tệp “{file}” bị hỏng hoặc bị cắt cụt ({part}). Hãy tải lại tệp gốc, hoặc mở bằng phần mềm soạn thảo rồi lưu lại.',
    en: '“{file}” is damaged or cut short ({part}). Get the original again, or open it in a word processor and save it anew.',
  },
  'inflates-too-far': {
    vi: 'Tệp “{file}” bung ra quá lớn so với dung lượng của nó (trên {limit} MB hoặc hơn 200 lần), giống một “bom nén”; đã dừng đọc. Hãy kiểm tra nguồn gốc của tệp.',
    en: '“{file}” unpacks to far more than it should (over {limit} MB, or 200 times its size), as a “zip bomb” does; reading was stopped. Check where the file comes from.',
  },
  'forbidden-xml': {
    vi: 'Tệp “{file}” chứa khai báo DTD/thực thể XML ({part}), không được phép trong văn bản Word; đã từ chối vì lý do an toàn. Hãy lưu lại tệp bằng phần mềm soạn thảo.',
    en: '“{file}” contains an XML DTD or entity declaration ({part}), which Word documents must not; it was refused for safety. Save it anew in a word processor.',
  },
  'missing-part': {
    vi: 'Tệp “{file}” là gói Word nhưng thiếu phần {part}. Hãy mở bằng phần mềm soạn thảo rồi lưu lại.',
    en: '“{file}” is a Word package without its part {part}. Open it in a word processor and save it anew.',
  },
  'secret-mark': {
    vi: 'Tệp “{file}” mang dấu chỉ độ mật nên không được đưa vào hệ thống; không lưu lại nội dung nào. Hãy xử lý văn bản theo quy định về bảo vệ bí mật nhà nước.',
    en: '“{file}” bears a mark of secrecy and must not enter this system; nothing of it was kept. Handle it under the rules on protecting state secrets.',
  },
  unreadable: {
    vi: 'Không đọc được tệp “{file}” ({reason}). Hãy mở bằng phần mềm soạn thảo rồi lưu lại thành .docx hoặc .pdf.',
    en: '“{file}” could not be read ({reason}). Open it in a word processor and save it as .docx or .pdf.',
  },
  'notes-appended': {
    vi: 'Văn bản có {count} chú thích cuối trang; đã đưa xuống cuối phần đọc được.',
    en: 'The document has {count} footnotes; they stand at the end of what was read.',
  },
  'changes-tracked': {
    vi: 'Văn bản còn lưu vết sửa đổi ({count} chỗ xóa); đã đọc như khi chấp nhận mọi thay đổi.',
    en: 'The document holds tracked changes ({count} deletions); it was read as if all were accepted.',
  },
  'legacy-encoding': {
    vi: 'Tệp dùng bảng mã cũ {encoding}; đã chuyển sang Unicode, hãy soát lại các chữ có dấu.',
    en: 'The file uses the old encoding {encoding}; it was converted to Unicode: check the letters with diacritics.',
  },
  'kind-docx': { vi: 'Word (.docx)', en: 'Word (.docx)' },
  'kind-doc': { vi: 'Word 97–2003 (.doc)', en: 'Word 97–2003 (.doc)' },
  'kind-rtf': { vi: 'RTF (.rtf)', en: 'RTF (.rtf)' },
  'kind-pdf': { vi: 'PDF (.pdf)', en: 'PDF (.pdf)' },
  'kind-html': { vi: 'HTML (.html)', en: 'HTML (.html)' },
  'kind-mhtml': { vi: 'MHTML (.mht)', en: 'MHTML (.mht)' },
  'kind-md': { vi: 'Markdown (.md)', en: 'Markdown (.md)' },
  'kind-txt': { vi: 'văn bản thuần (.txt)', en: 'plain text (.txt)' },
  'kind-image': { vi: 'hình ảnh', en: 'a picture' },
  'kind-xlsx': { vi: 'bảng tính Excel (.xlsx)', en: 'an Excel sheet (.xlsx)' },
  'kind-xls': { vi: 'bảng tính Excel (.xls)', en: 'an Excel sheet (.xls)' },
  'kind-pptx': { vi: 'bản trình chiếu PowerPoint (.pptx)', en: 'a PowerPoint presentation (.pptx)' },
  'kind-ppt': { vi: 'bản trình chiếu PowerPoint (.ppt)', en: 'a PowerPoint presentation (.ppt)' },
  'kind-opendocument': {
    vi: 'tài liệu OpenDocument (.odt, .ods, .odp)',
    en: 'an OpenDocument file (.odt, .ods, .odp)',
  },
  'kind-epub': { vi: 'sách điện tử (.epub)', en: 'an electronic book (.epub)' },
  'kind-visio': { vi: 'bản vẽ Visio (.vsdx)', en: 'a Visio drawing (.vsdx)' },
  'kind-zip': { vi: 'tệp nén ZIP', en: 'a ZIP archive' },
  'kind-rar': { vi: 'tệp nén RAR', en: 'a RAR archive' },
  'kind-7z': { vi: 'tệp nén 7-Zip', en: 'a 7-Zip archive' },
  'kind-gzip': { vi: 'tệp nén GZIP', en: 'a GZIP archive' },
  'kind-gif': { vi: 'ảnh GIF', en: 'a GIF picture' },
  'kind-heic': { vi: 'ảnh HEIC/AVIF', en: 'a HEIC/AVIF picture' },
  'kind-program': { vi: 'chương trình máy tính', en: 'a computer program' },
  'kind-media': { vi: 'tệp âm thanh hoặc video', en: 'an audio or video file' },
  'kind-wordxml': { vi: 'tài liệu Word XML (.xml)', en: 'a Word XML document (.xml)' },
  'kind-word95': { vi: 'tài liệu Word 95 hoặc cũ hơn (.doc)', en: 'a document of Word 95 or older (.doc)' },
  'kind-msg': { vi: 'thư Outlook (.msg)', en: 'an Outlook message (.msg)' },
  'kind-ole': { vi: 'tệp OLE không chứa văn bản Word', en: 'an OLE file without a Word document' },
  'part-package': { vi: 'gói ZIP không đọc được trọn vẹn', en: 'its ZIP package cannot be read to the end' },
  'part-overlap': { vi: 'các phần trong gói chồng lên nhau', en: 'parts of its package overlap' },
  'reason-unknown': { vi: 'lỗi không rõ', en: 'an unknown fault' },
} satisfies Readonly<Record<string, Message>>;
