// What the command line says, in both languages. Placeholders stand in braces.
import type { Language } from './language.ts';

const words = {
  usage: {
    vi: `Cách dùng: nhipcau LỆNH [TÙY CHỌN] TỆP…

  parse TỆP…    đọc văn bản, in ra nhiệm vụ và các trường đã nhận dạng
  check TỆP…    kiểm tra thể thức và nội dung; các tệp nêu cùng nhau được đối chiếu với nhau
  import TỆP…   đưa văn bản vào cơ sở dữ liệu, chờ rà soát
  audit VIỆC    nhật ký: verify (kiểm chứng toàn bộ), head (in dấu cuối)
  person VIỆC   tài khoản: add, password (cấp liên kết đặt mật khẩu), list
  serve         chạy máy chủ (như npm start)

Tùy chọn chung:
  --lang vi|en  ngôn ngữ của thông báo (mặc định theo LC_ALL, LANG)
  --help        hướng dẫn này, hoặc hướng dẫn của một lệnh: nhipcau parse --help

Mã thoát: 0 xong, không có gì phải sửa · 1 có tệp không đọc được hoặc có cảnh báo · 2 gọi lệnh sai`,
    en: `Usage: nhipcau COMMAND [OPTIONS] FILE…

  parse FILE…   read documents, print the tasks and fields recognised
  check FILE…   check form and content; files named together are checked against each other
  import FILE…  put documents into the database, to be reviewed
  audit WHAT    the audit log: verify (all of it), head (print its last mark)
  person WHAT   accounts: add, password (makes a link for a password), list
  serve         run the server (as npm start does)

Options of all commands:
  --lang vi|en  language of messages (default from LC_ALL, LANG)
  --help        this help, or a command's: nhipcau parse --help

Exit codes: 0 done, nothing to mend · 1 some file could not be read or has warnings · 2 wrong call`,
  },
  personHelp: {
    vi: `Cách dùng: nhipcau person add --name TÊN --email E-MAIL --unit MÃ-HOẶC-TÊN [--role VAI-TRÒ]
           nhipcau person password --email E-MAIL
           nhipcau person list

add, password in ra một liên kết dùng một lần để đặt mật khẩu. Vai trò mặc định: administrator.`,
    en: `Usage: nhipcau person add --name NAME --email E-MAIL --unit CODE-OR-NAME [--role ROLE]
       nhipcau person password --email E-MAIL
       nhipcau person list

add and password print a one-time link for choosing a password. Role unless said otherwise: administrator.`,
  },
  personLink: {
    vi: 'Mở liên kết này trên địa chỉ của hệ thống (dùng một lần, đến {until}): {path}',
    en: 'Open this link at the installation’s address (works once, until {until}): {path}',
  },
  parseHelp: {
    vi: `Cách dùng: nhipcau parse [--json] [--no-ocr] TỆP…

Đọc .docx, .doc, .pdf (kể cả bản quét), .html, .md, .txt và ảnh chụp trang.
  --json     mỗi tệp một đối tượng JSON trên một dòng, kể cả tệp không đọc được (trường "problem")
  --no-ocr   không nhận dạng chữ trong bản quét`,
    en: `Usage: nhipcau parse [--json] [--no-ocr] FILE…

Reads .docx, .doc, .pdf (scans as well), .html, .md, .txt and photographs of a page.
  --json     one JSON object per file and line, also for a file that cannot be read (field "problem")
  --no-ocr   do not recognise the text of scans`,
  },
  checkHelp: {
    vi: `Cách dùng: nhipcau check [--json] [--notes] TỆP…

Kiểm tra thể thức (Nghị định 30/2020/NĐ-CP) và nội dung; các tệp nêu cùng nhau được đối chiếu với nhau.
  --json     mỗi tệp một đối tượng JSON trên một dòng: {"file", "warnings"}
  --notes    in cả những điều chỉ cần lưu ý`,
    en: `Usage: nhipcau check [--json] [--notes] FILE…

Checks form (Decree 30/2020/NĐ-CP) and content; files named together are checked against each other.
  --json     one JSON object per file and line: {"file", "warnings"}
  --notes    print what only deserves a note as well`,
  },
  importHelp: {
    vi: `Cách dùng: nhipcau import [--dry-run | --accept] [--unit ĐƠN-VỊ] TỆP…

Đưa văn bản vào cơ sở dữ liệu (DATABASE_URL, hoặc cơ sở dữ liệu riêng trong ./data), chờ người rà soát.
  --dry-run  chỉ cho biết sẽ đưa vào những gì, không ghi gì
  --accept   đưa ngay vào sổ nhiệm vụ, coi như người chạy lệnh đã rà soát
  --unit     đơn vị tiếp nhận: mã định danh (H56.01), tên đầy đủ hoặc số của đơn vị trong danh mục`,
    en: `Usage: nhipcau import [--dry-run | --accept] [--unit UNIT] FILE…

Puts documents into the database (DATABASE_URL, or its own in ./data), for a person to review.
  --dry-run  only tell what would go in, write nothing
  --accept   into the register at once: whoever runs this vouches for it
  --unit     in whose name: agency code (H56.01), whole name, or the unit's number in the register`,
  },
  auditHelp: {
    vi: `Cách dùng: nhipcau audit verify [--head SỐ:DẤU] [--json]
           nhipcau audit head [--json]

  verify     tính lại toàn bộ nhật ký và nêu dòng đầu tiên không còn như khi ghi
  head       in số và dấu của dòng cuối, để chép giữ ở nơi khác
  --head     dấu đã chép trước đây: nhật ký phải còn chứa đúng dòng đó
  --json     kết quả dạng JSON

Mã thoát: 0 nguyên vẹn · 1 có dòng bị sửa, thêm, xóa hoặc cắt · 2 gọi lệnh sai`,
    en: `Usage: nhipcau audit verify [--head NUMBER:MARK] [--json]
       nhipcau audit head [--json]

  verify     recompute the whole log and name the first row that is not as it was written
  head       print number and mark of the last row, to be noted elsewhere
  --head     a mark noted earlier: the log must still hold that very row
  --json     the result as JSON

Exit codes: 0 sound · 1 rows were changed, added, removed or cut off · 2 wrong call`,
  },
  auditBadHead: {
    vi: 'Dấu phải có dạng SỐ:DẤU như lệnh "nhipcau audit head" in ra.',
    en: 'A head looks as "nhipcau audit head" prints it: NUMBER:MARK.',
  },
  auditSound: {
    vi: 'Nhật ký nguyên vẹn: {rows} dòng. Dấu cuối: {head}',
    en: 'The audit log is sound: {rows} rows. Head: {head}',
  },
  'audit-changed': {
    vi: 'Dòng {seq} không còn như khi ghi, hoặc không do máy chủ này ghi; {rows} dòng trước đó nguyên vẹn.',
    en: 'Row {seq} is not as it was written, or was not written by this server; the {rows} rows before it are sound.',
  },
  'audit-removed': {
    vi: 'Thiếu dòng {seq}; {rows} dòng trước đó nguyên vẹn.',
    en: 'Row {seq} is missing; the {rows} rows before it are sound.',
  },
  'audit-inserted': {
    vi: 'Có dòng bị chèn thêm ở số {seq}; {rows} dòng trước đó nguyên vẹn.',
    en: 'A row was inserted at number {seq}; the {rows} rows before it are sound.',
  },
  'audit-truncated': {
    vi: 'Nhật ký bị cắt sau dòng {seq}: dấu đã giữ cho biết từng có ít nhất {kept} dòng.',
    en: 'The log was cut off after row {seq}: the head that was kept knows of at least {kept} rows.',
  },
  'audit-other-head': {
    vi: 'Dòng {seq} không phải dòng đã có ở đó khi dấu được giữ lại: nhật ký đã bị ghi lại từ một dòng trước đó.',
    en: 'Row {seq} is not the one that stood there when the head was kept: the log was written anew from some earlier row.',
  },
  'audit-waiting-changed': {
    vi: 'Dòng đang chờ vào sổ (mã {id}) không còn như khi ghi, là bản chép lại, hoặc không do máy chủ này ghi; {rows} dòng trong sổ nguyên vẹn.',
    en: 'A row that waits for its place (id {id}) is not as it was written, is a copy, or was not written by this server; the {rows} rows of the log are sound.',
  },
  'audit-lost': {
    vi: 'Có dòng bị lấy đi trước khi vào sổ, như dòng {seq} ghi lại; {rows} dòng trong sổ nguyên vẹn.',
    en: 'Rows were taken away before they had a place, as row {seq} tells; the {rows} rows of the log are sound.',
  },
  auditWaited: {
    vi: '{waited} dòng đã chờ vào sổ hơn một phút: máy chủ không chạy, hoặc có người ngăn việc ghi sổ.',
    en: '{waited} rows had waited for their place longer than a minute: the server was not running, or somebody kept it from sealing them.',
  },
  'audit-head-forged': {
    vi: 'Tệp audit.head không mang dấu của máy chủ này; {rows} dòng trong cơ sở dữ liệu nối nhau đúng, nhưng không biết có bị cắt ở cuối không.',
    en: 'The file audit.head does not bear the seal of this server; the {rows} rows of the database hold together, but whether the end was cut off is unknown.',
  },
  'audit-head-gone': {
    vi: 'Không có tệp audit.head trong thư mục dữ liệu; {rows} dòng trong cơ sở dữ liệu nối nhau đúng, nhưng không biết có bị cắt ở cuối không.',
    en: 'There is no file audit.head in the data folder; the {rows} rows of the database hold together, but whether the end was cut off is unknown.',
  },
  unknownCommand: { vi: 'Không có lệnh "{name}".', en: 'There is no command "{name}".' },
  noSuchUnit: {
    vi: 'Không có đơn vị nào đang hoạt động, hoặc có nhiều đơn vị, mang mã hay tên "{unit}". Không tệp nào được đưa vào.',
    en: 'No living unit, or more than one, has the code or name "{unit}". No file was imported.',
  },
  noFiles: { vi: 'Chưa nêu tệp nào.', en: 'No file named.' },
  notFound: { vi: '{file}: không có tệp này.', en: '{file}: no such file.' },
  isFolder: {
    vi: '{file}: đây là thư mục; hãy nêu từng tệp, ví dụ {file}/*.docx.',
    en: '{file}: this is a folder; name the files, for instance {file}/*.docx.',
  },
  unreadable: {
    vi: '{file}: không mở được ({reason}).',
    en: '{file}: cannot be opened ({reason}).',
  },
  tooLarge: {
    vi: '{file}: tệp nặng {size} MB, quá giới hạn {limit} MB; hãy tách thành nhiều tệp.',
    en: '{file}: the file has {size} MB, over the limit of {limit} MB; split it into several files.',
  },
  progress: { vi: '[{done}/{total}] {file}', en: '[{done}/{total}] {file}' },
  recognising: {
    vi: '{file}: đang nhận dạng chữ, trang {page}/{pages}',
    en: '{file}: recognising text, page {page} of {pages}',
  },
  type: { vi: 'Loại', en: 'Type' },
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  issuedOn: { vi: 'Ngày ban hành', en: 'Issued on' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
  title: { vi: 'Trích yếu', en: 'Title' },
  signers: { vi: 'Người ký', en: 'Signed by' },
  recipients: { vi: 'Nơi nhận', en: 'Recipients' },
  citations: { vi: 'Văn bản viện dẫn', en: 'Documents cited' },
  tasks: { vi: 'Nhiệm vụ', en: 'Tasks' },
  targets: { vi: 'Chỉ tiêu', en: 'Targets' },
  figures: { vi: 'Số liệu', en: 'Figures' },
  warnings: { vi: 'Cảnh báo', en: 'Warnings' },
  noTasks: { vi: 'Không nhận ra nhiệm vụ nào.', en: 'No task recognised.' },
  lead: { vi: 'Chủ trì', en: 'Lead' },
  coordinating: { vi: 'Phối hợp', en: 'Coordinating' },
  due: { vi: 'Thời hạn', en: 'Due' },
  work: { vi: 'Nội dung', en: 'Task' },
  none: { vi: '—', en: '—' },
  clean: { vi: '{file}: không có gì phải sửa.', en: '{file}: nothing to mend.' },
  line: { vi: 'dòng', en: 'line' },
  by: { vi: 'trước {date}', en: 'by {date}' },
  during: { vi: '{from} – {to}', en: '{from} – {to}' },
  recurring: { vi: 'định kỳ', en: 'recurring' },
  year: { vi: 'hằng năm', en: 'every year' },
  'half-year': { vi: '6 tháng một lần', en: 'every half-year' },
  quarter: { vi: 'hằng quý', en: 'every quarter' },
  month: { vi: 'hằng tháng', en: 'every month' },
  week: { vi: 'hằng tuần', en: 'every week' },
  day: { vi: 'hằng ngày', en: 'every day' },
  imported: {
    vi: '{file}: đã đưa vào, chờ rà soát ({tasks} nhiệm vụ).',
    en: '{file}: imported, to be reviewed ({tasks} tasks).',
  },
  wouldImport: {
    vi: '{file}: sẽ đưa vào {tasks} nhiệm vụ, {warnings} cảnh báo.',
    en: '{file}: {tasks} tasks would go in, {warnings} warnings.',
  },
  accepted: {
    vi: '{file}: đã đưa vào sổ ({tasks} nhiệm vụ).',
    en: '{file}: entered into the register ({tasks} tasks).',
  },
} satisfies Record<string, Record<Language, string>>;

export type Word = keyof typeof words;

export function word(
  key: Word,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return words[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
