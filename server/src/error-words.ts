// What problems are called, in both languages. What the library finds wrong with a file has its words there (`say`).
import { messages, say } from '@nhipcau/document';
import { problems as accounts } from './accounts/problems.ts';
import { problems as people } from './people/problems.ts';
import { problems as duties } from './duties/problems.ts';
import type { Values } from './errors.ts';
import type { Locale } from './http/locale.ts';
import { problems as plumbing } from './http/problems.ts';
import { problems as numbers } from './numbers/problems.ts';
import { problems as outgoing } from './outgoing/problems.ts';
import { problems as plans } from './plans/problems.ts';
import { problems as units } from './units/problems.ts';
import { problems as notices } from './notices/problems.ts';
import { problems as webhooks } from './webhooks/problems.ts';
import { problems as indicators } from './indicators/problems.ts';
import { problems as regimes } from './regimes/problems.ts';
import { problems as reports } from './reports/problems.ts';
import { problems as exchange } from './exchange/problems.ts';
import type { Words } from './words-type.ts';

const words: Readonly<Record<string, Words>> = {
  ...plumbing,
  ...accounts,
  ...people,
  ...notices,
  ...webhooks,
  ...exchange,
  ...numbers,
  ...outgoing,
  ...duties,
  ...plans,
  ...units,
  ...indicators,
  ...regimes,
  ...reports,
  'bad-request': {
    title: ['Yêu cầu chưa đúng', 'The request is not right'],
    detail: ['Xem lại: {fields}.', 'Please check: {fields}.'],
  },
  'not-signed-in': {
    title: ['Chưa đăng nhập', 'Not signed in'],
    detail: [
      'Phiên làm việc đã hết hoặc chưa đăng nhập. Hãy đăng nhập rồi làm lại.',
      'You are not signed in, or your session has ended. Sign in and try again.',
    ],
  },
  'not-allowed': {
    title: ['Không có quyền', 'Not allowed'],
    detail: [
      'Vai trò của bạn không được làm việc này. Nếu cần, hãy hỏi người quản trị của đơn vị.',
      'Your role does not allow this. If you need it, ask your unit’s administrator.',
    ],
  },
  'not-json': {
    title: ['Yêu cầu chưa đúng', 'The request is not right'],
    detail: ['Nội dung gửi lên không phải là JSON.', 'What was sent is not JSON.'],
  },
  'too-deep': {
    title: ['Yêu cầu chưa đúng', 'The request is not right'],
    detail: [
      'Nội dung gửi lên lồng nhau quá nhiều lớp; không có gì bị thay đổi.',
      'It is nested more deeply than anything can be; nothing was changed.',
    ],
  },
  'bad-data': {
    title: ['Yêu cầu chưa đúng', 'The request is not right'],
    detail: [
      'Nội dung có ký tự, ngày hoặc số không lưu được; không có gì bị thay đổi.',
      'It holds a character, a day or a number that cannot be stored; nothing was changed.',
    ],
  },
  'not-multipart': {
    title: ['Yêu cầu chưa đúng', 'The request is not right'],
    detail: [
      'Tệp phải được gửi dưới dạng biểu mẫu (multipart/form-data), trường “files”.',
      'Files must be sent as a form (multipart/form-data), in the field “files”.',
    ],
  },
  'no-files': {
    title: ['Chưa có tệp nào', 'No file was sent'],
    detail: ['Hãy chọn ít nhất một tệp.', 'Choose at least one file.'],
  },
  'too-many-files': {
    title: ['Quá nhiều tệp', 'Too many files'],
    detail: [
      'Mỗi lần chỉ tải lên tối đa {limit} tệp; “{file}” chưa được nhận. Hãy tải lên ở lần sau.',
      'At most {limit} files at a time; “{file}” was not taken. Upload it next.',
    ],
  },
  'upload-cut-short': {
    title: ['Tải lên bị ngắt', 'The upload was cut short'],
    detail: [
      'Kết nối bị ngắt trước khi nhận đủ “{file}”; không lưu lại gì. Hãy tải lại.',
      'The connection broke before all of “{file}” had come; nothing was kept. Send it again.',
    ],
  },
  'disk-full': {
    title: ['Máy chủ hết chỗ trên đĩa', 'The server’s disk is full'],
    detail: [
      'Đĩa của máy chủ không còn đủ chỗ cho “{file}”; không lưu lại gì. Hãy báo người quản trị giải phóng đĩa rồi tải lên lần nữa.',
      'The server’s disk has no room for “{file}”; nothing was kept. Ask the administrator to free space, then upload it again.',
    ],
  },
  'no-space': {
    title: ['Máy chủ hết chỗ trên đĩa', 'The server’s disk is full'],
    detail: [
      'Không có gì bị thay đổi. Hãy báo người quản trị giải phóng đĩa rồi thử lại.',
      'Nothing was changed. Ask the administrator to free space, then try again.',
    ],
  },
  'not-taken': {
    title: ['Chưa nhận được tệp', 'The file was not taken'],
    detail: [
      'Máy chủ gặp lỗi khi nhận “{file}”; không lưu lại gì. Hãy tải lên lần nữa; nếu vẫn lỗi, báo người quản trị mã {reference}.',
      'The server failed while taking “{file}”; nothing was kept. Upload it again; if it fails again, give the administrator the code {reference}.',
    ],
  },
  'too-large': {
    title: ['Tệp quá lớn', 'The file is too large'],
    detail: [
      'Tệp “{file}” lớn hơn {limit} MB. Hãy tách tệp hoặc giảm dung lượng ảnh rồi gửi lại.',
      '“{file}” has more than {limit} MB. Split it or shrink its pictures and send it again.',
    ],
  },
  'body-too-large': {
    title: ['Yêu cầu quá lớn', 'The request is too large'],
    detail: ['Nội dung gửi lên vượt quá {limit} MB.', 'What was sent has more than {limit} MB.'],
  },
  'duplicate-file': {
    title: ['Tệp này đã có', 'This file is here already'],
    detail: [
      '“{file}” giống hệt một tệp đã tải lên trước đó, nên không tải lại.',
      '“{file}” is exactly a file that was uploaded before, so it was not taken again.',
    ],
  },
  'too-long': {
    title: ['Văn bản quá dài', 'The document is too long'],
    detail: [
      'Tệp “{file}” có {characters} ký tự, vượt quá giới hạn {limit}. Hãy tách thành nhiều tệp.',
      '“{file}” has {characters} characters, over the limit of {limit}. Split it into several files.',
    ],
  },
  'took-too-long': {
    title: ['Đọc tệp quá lâu', 'Reading took too long'],
    detail: [
      'Đã dừng đọc “{file}” vì quá {seconds} giây không xong. Hãy mở bằng phần mềm soạn thảo, lưu lại rồi tải lên lần nữa.',
      'Reading “{file}” was stopped: it made no headway in {seconds} seconds. Open it in a word processor, save it anew and upload it again.',
    ],
  },
  'took-too-much': {
    title: ['Đọc tệp tốn quá nhiều bộ nhớ', 'Reading took too much memory'],
    detail: [
      'Đã dừng đọc “{file}” vì cần hơn {limit} MB bộ nhớ. Hãy tách tệp hoặc giảm dung lượng ảnh rồi tải lên lần nữa.',
      'Reading “{file}” was stopped: it needed more than {limit} MB of memory. Split it or shrink its pictures and upload it again.',
    ],
  },
  'reader-broke': {
    title: ['Không đọc được tệp', 'The file could not be read'],
    detail: [
      'Chương trình gặp lỗi khi đọc “{file}”; không lưu lại nội dung. Hãy mở bằng phần mềm soạn thảo, lưu lại rồi tải lên lần nữa.',
      'Reading “{file}” failed inside the program; its content was not kept. Open it in a word processor, save it anew and upload it again.',
    ],
  },
  'file-lost': {
    title: ['Không còn tệp', 'The file is gone'],
    detail: [
      'Tệp “{file}” không còn trên đĩa trước khi được đọc. Hãy tải lên lần nữa.',
      '“{file}” was gone from the disk before it was read. Upload it again.',
    ],
  },
  'not-found': {
    title: ['Không tìm thấy', 'Not found'],
    detail: ['Không có địa chỉ này.', 'There is nothing at this address.'],
  },
  'no-document': {
    title: ['Không có văn bản này', 'There is no such document'],
    detail: ['Văn bản số {id} không có, hoặc đã bị xóa.', 'Document {id} does not exist, or was removed.'],
  },
  'no-file': {
    title: ['Không có tệp gốc', 'There is no original file'],
    detail: ['Văn bản số {id} không còn tệp gốc.', 'Document {id} has no original file.'],
  },
  'no-task': {
    title: ['Không có nhiệm vụ này', 'There is no such task'],
    detail: ['Nhiệm vụ số {id} không có trong sổ.', 'Task {id} is not in the register.'],
  },
  'no-view': {
    title: ['Không có khung nhìn này', 'There is no such view'],
    detail: ['Khung nhìn số {id} không có, hoặc đã bị xóa.', 'View {id} does not exist, or was removed.'],
  },
  'name-taken': {
    title: ['Tên đã dùng', 'The name is taken'],
    detail: [
      'Đã có khung nhìn tên “{name}”. Hãy chọn tên khác.',
      'There is a view named “{name}”. Choose another name.',
    ],
  },
  'stale-version': {
    title: ['Đã có thay đổi khác', 'Somebody else changed it'],
    detail: [
      'Nội dung đã thay đổi từ khi bạn mở; thay đổi của bạn chưa được lưu. Hãy xem cả hai bản rồi chọn.',
      'It has changed since you opened it; your change was not saved. Look at both and choose.',
    ],
  },
  'not-in-review': {
    title: ['Văn bản không ở bước rà soát', 'The document is not in review'],
    detail: [
      'Chỉ làm được việc này khi văn bản đang rà soát; hiện trạng thái là “{status}”.',
      'This can only be done while a document is in review; it is “{status}”.',
    ],
  },
  'not-accepted': {
    title: ['Văn bản chưa vào sổ', 'The document is not in the register'],
    detail: ['Chỉ rút được văn bản đã vào sổ.', 'Only a document in the register can be withdrawn.'],
  },
  'has-revision': {
    title: ['Đã có bản thay thế', 'A revision has taken its place'],
    detail: [
      'Văn bản này đã được thay bằng bản sửa đổi (số {id}). Hãy rút bản đó trước.',
      'A revision (document {id}) has taken its place. Withdraw that one first.',
    ],
  },
  'still-reading': {
    title: ['Đang đọc tệp', 'The file is being read'],
    detail: ['Hãy đợi đọc xong.', 'Wait until it has been read.'],
  },
  'in-register': {
    title: ['Văn bản đã vào sổ', 'The document is in the register'],
    detail: [
      'Văn bản đã vào sổ thì không xóa được; hãy rút khỏi sổ trước.',
      'A document in the register cannot be removed; withdraw it first.',
    ],
  },
  'nothing-to-undo': {
    title: ['Không còn gì để hoàn tác', 'Nothing to undo'],
    detail: ['Đây là bản như vừa nhận dạng.', 'This is the draft as it was recognised.'],
  },
  'nothing-to-redo': {
    title: ['Không còn gì để làm lại', 'Nothing to redo'],
    detail: ['Không có bước nào đã hoàn tác.', 'No step has been undone.'],
  },
  'does-not-fit': {
    title: ['Không thực hiện được', 'This cannot be done'],
    detail: [
      'Thao tác “{operation}” nhắc đến “{what}”, không có trong bản nháp.',
      'The operation “{operation}” names “{what}”, which is not in the draft.',
    ],
  },
  'not-a-day': {
    title: ['Không phải ngày', 'Not a day'],
    detail: [
      '“{value}” không phải là một ngày có trong lịch (năm-tháng-ngày).',
      '“{value}” is not a day of the calendar (year-month-day).',
    ],
  },
  'not-of-period': {
    title: ['Kỳ lặp lại không có ngày này', 'The period has no such day'],
    detail: [
      'Ngày trong kỳ phải hợp với khoảng lặp lại: hằng năm thì tháng và ngày, hằng quý và 6 tháng thì tháng thứ mấy của kỳ và ngày, hằng tháng thì ngày, hằng tuần thì thứ.',
      'The day must fit the interval: month and day for a year, which month of it and day for a quarter or half-year, day for a month, weekday for a week.',
    ],
  },
  'ends-before-it-begins': {
    title: ['Khoảng thời gian không hợp lý', 'The period makes no sense'],
    detail: [
      'Ngày kết thúc {to} ở trước ngày bắt đầu {from}. Hãy xem lại hai ngày này.',
      'The last day {to} is before the first day {from}. Please check both.',
    ],
  },
  'not-in-text': {
    title: ['Vị trí nằm ngoài văn bản', 'A place outside the document'],
    detail: [
      'Vị trí {start}–{end} không có trong văn bản dài {length} ký tự.',
      'There is no place {start}–{end} in a document of {length} characters.',
    ],
  },
  'no-unit': {
    title: ['Không có đơn vị này', 'There is no such unit'],
    detail: ['Đơn vị số {id} không có trong danh mục.', 'Unit {id} is not in the register.'],
  },
  'revises-itself': {
    title: ['Không thể sửa đổi chính nó', 'It cannot revise itself'],
    detail: [
      'Một văn bản không thể là bản sửa đổi của chính nó, hay của bản đang sửa đổi nó.',
      'A document cannot revise itself, nor one that revises it.',
    ],
  },
  'done-in-future': {
    title: ['Ngày không hợp lý', 'The date makes no sense'],
    detail: ['Ngày hoàn thành {doneOn} còn ở tương lai.', 'The day of completion {doneOn} is still to come.'],
  },
  'foreign-origin': {
    title: ['Yêu cầu từ trang khác', 'A request from another site'],
    detail: [
      'Thay đổi chỉ được gửi từ chính ứng dụng này.',
      'Changes may only be sent from this application itself.',
    ],
  },
  'foreign-host': {
    title: ['Tên máy chủ lạ', 'An unknown host name'],
    detail: [
      'Máy chủ này không phục vụ tên “{host}”. Nếu đúng là tên của máy chủ, hãy thêm vào NHIPCAU_HOSTS.',
      'This server does not answer to “{host}”. If that is its name, add it to NHIPCAU_HOSTS.',
    ],
  },
  'wrong-type': {
    title: ['Kiểu nội dung không đúng', 'The wrong type of content'],
    detail: ['Hãy gửi nội dung kiểu application/json.', 'Send content of the type application/json.'],
  },
  internal: {
    title: ['Máy chủ gặp lỗi', 'The server failed'],
    detail: [
      'Không có gì bị thay đổi. Hãy thử lại; nếu vẫn lỗi, báo người quản trị mã {reference}.',
      'Nothing was changed. Try again; if it fails again, give the administrator the code {reference}.',
    ],
  },
  unavailable: {
    title: ['Cơ sở dữ liệu không trả lời', 'The database does not answer'],
    detail: ['Hãy thử lại sau ít phút.', 'Try again in a few minutes.'],
  },
};

export interface Said {
  readonly title: string;
  readonly detail: string;
}

/** People read days as dd/mm/yyyy, in either language. */
const spoken = (value: string | number): string =>
  String(value).replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : spoken(value);
  });
}

const unread = ['Không đọc được tệp', 'The file could not be read'] as const;
const refused = ['Tệp bị từ chối', 'The file was refused'] as const;

/** Title and detail of a code; what the library finds wrong with a file speaks for itself. */
export function wordsOf(code: string, values: Values, locale: Locale): Said {
  const pick = (pair: readonly [string, string]) => pair[locale === 'vi' ? 0 : 1];
  const known = Object.hasOwn(words, code) ? words[code] : undefined;
  if (known) return { title: pick(known.title), detail: fill(pick(known.detail), values) };
  if (Object.hasOwn(messages, code)) {
    return { title: pick(code === 'secret-mark' ? refused : unread), detail: say(code, values, locale) };
  }
  return wordsOf('internal', { reference: code }, locale);
}
