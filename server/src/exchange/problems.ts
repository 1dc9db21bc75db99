import type { Words } from '../words-type.ts';

const title = ['Gói edXML không đọc được', 'The edXML package cannot be read'] as const;

export const problems: Readonly<Record<string, Words>> = {
  'edxml-broken': {
    title,
    detail: [
      'Gói không phải là XML đúng chuẩn hoặc bị cắt cụt; không có gì được nhận. Hãy gửi lại.',
      'The package is not well-formed XML or was cut short; nothing was taken. Send it again.',
    ],
  },
  'edxml-dtd': {
    title,
    detail: [
      'Gói có khai báo DTD, không được nhận vì lý do an toàn.',
      'The package declares a DTD, which is refused for safety.',
    ],
  },
  'edxml-not-edxml': {
    title,
    detail: [
      'Đây không phải là gói edXML theo QCVN 102:2016 (phần tử gốc phải là edXML).',
      'This is no edXML package of QCVN 102:2016 (its root must be edXML).',
    ],
  },
  'edxml-no-sender': {
    title,
    detail: [
      'Gói thiếu mã định danh cơ quan gửi (From/OrganId) hoặc mã văn bản (DocumentId).',
      'The package lacks the sender’s identifier (From/OrganId) or the document’s (DocumentId).',
    ],
  },
  'edxml-bad-attachment': {
    title,
    detail: [
      'Một tệp kèm theo trống hoặc không phải là base64; không có gì được nhận.',
      'An attached file is empty or not base64; nothing was taken.',
    ],
  },
  'edxml-too-much': {
    title,
    detail: [
      'Gói có quá 30 tệp hoặc quá 100 MB; hãy chia ra nhiều gói.',
      'The package holds more than 30 files or 100 MB; send it in parts.',
    ],
  },
  'edxml-unknown': {
    title: ['Không có văn bản để thu hồi', 'There is nothing to recall'],
    detail: [
      'Đơn vị chưa nhận văn bản “{id}” từ cơ quan này, nên không có gì để lấy lại.',
      'The unit has received no document “{id}” from this agency: there is nothing to give back.',
    ],
  },
  'edxml-foreign': {
    title: ['Mã văn bản của cơ quan khác', 'The document of another agency'],
    detail: [
      'Mã văn bản “{id}” là của {sender}. Chỉ cơ quan đã gửi được cập nhật, thu hồi hoặc thay thế; không có gì được nhận.',
      'The document “{id}” came from {sender}. Only the agency that sent it may update, recall or replace it; nothing was taken.',
    ],
  },
  'recall-not-asked': {
    title: ['Không có yêu cầu lấy lại', 'It is not asked back'],
    detail: [
      'Gói văn bản này không có yêu cầu lấy lại đang chờ trả lời.',
      'Nobody waits for an answer whether this package is given back.',
    ],
  },
  'recall-reason': {
    title: ['Thiếu lý do', 'A reason is missing'],
    detail: ['Hãy ghi lý do từ chối trả lại.', 'Say why it is not given back.'],
  },
  'recall-in-register': {
    title: ['Văn bản còn trong sổ', 'The document stands in the register'],
    detail: [
      '“{name}” đã được chấp nhận vào hệ thống. Hãy rút văn bản khỏi sổ trước khi đồng ý trả lại, hoặc từ chối và nêu lý do.',
      '“{name}” was accepted into the register. Withdraw it before you agree, or refuse with a reason.',
    ],
  },
  'no-message': {
    title: ['Không có gói văn bản này', 'There is no such package'],
    detail: ['Gói số {id} không có.', 'Package {id} does not exist.'],
  },
  'no-peer': {
    title: ['Không có hệ thống này', 'There is no such system'],
    detail: ['Hệ thống liên thông số {id} không có.', 'Document system {id} does not exist.'],
  },
  'peer-exists': {
    title: ['Đã có hệ thống này', 'The system is there already'],
    detail: [
      'Đơn vị đã khai báo hệ thống có mã định danh {code}.',
      'The unit has a document system with the identifier {code} already.',
    ],
  },
  'peer-off': {
    title: ['Hệ thống liên thông đang tắt', 'The system is turned off'],
    detail: [
      '“{name}” đang tắt; hãy bật lại trước khi gửi thử.',
      '“{name}” is turned off; turn it on before you try it.',
    ],
  },
  'no-package': {
    title: ['Không có gói văn bản này', 'There is no such package'],
    detail: ['Hệ thống chưa được gửi văn bản “{id}”.', 'This system was not sent “{id}”.'],
  },
  'exchange-key': {
    title: ['Khóa không đúng', 'The key is wrong'],
    detail: [
      'Khóa liên thông thiếu, sai hoặc đã đổi. Hãy hỏi cơ quan gửi văn bản.',
      'The exchange key is missing, wrong or was renewed. Ask the agency that sent the document.',
    ],
  },
  'exchange-state': {
    title: ['Trạng thái chưa đúng', 'The state is not right'],
    detail: [
      'Xem lại các trường: {fields}. Mã trạng thái là 01–06, 13, 15 hoặc 16.',
      'Check the fields: {fields}. Codes are 01–06, 13, 15 and 16.',
    ],
  },
};
