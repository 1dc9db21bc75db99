import type { Words } from '../words-type.ts';

const taking = ['Không cấp được số', 'The number cannot be given'] as const;
const scheme = ['Cách đánh số chưa đúng', 'The way of numbering is not right'] as const;

export const problems: Readonly<Record<string, Words>> = {
  'no-number': {
    title: ['Không có số này', 'There is no such number'],
    detail: ['Dòng {id} không có trong sổ văn bản đi.', 'Row {id} is not in the register of numbers.'],
  },
  'number-backdated': {
    title: taking,
    detail: [
      'Không cấp số lùi ngày: ngày {issuedOn} đã qua, hôm nay là {today}. Văn bản mang ngày được cấp số.',
      'Numbers are not backdated: {issuedOn} has passed, today is {today}. A document bears the day on which it is numbered.',
    ],
  },
  'number-ahead': {
    title: taking,
    detail: [
      'Ngày {issuedOn} chưa đến; hôm nay là {today}. Nếu cần trước, hãy giữ số rồi dùng đúng ngày ban hành.',
      '{issuedOn} is still to come; today is {today}. Reserve a number if you need one ahead, and use it on the day of issue.',
    ],
  },
  'number-until': {
    title: taking,
    detail: [
      'Hạn giữ số phải từ hôm nay ({today}) đến hết năm ({last}): số bắt đầu lại từ 01 vào ngày 01 tháng 01.',
      'A number is kept from today ({today}) to the end of the year at most ({last}): numbers begin anew on 1 January.',
    ],
  },
  'number-lapsed': {
    title: taking,
    detail: [
      'Số {number} chỉ được giữ đến hết ngày {until}. Hãy gia hạn giữ số trong năm, hoặc lấy số khác.',
      'Number {number} was kept until {until} only. Extend it within the year, or take another.',
    ],
  },
  'number-of-other-year': {
    title: taking,
    detail: [
      'Số {number} thuộc sổ năm {year}, không dùng được cho văn bản ban hành năm nay.',
      'Number {number} belongs to the register of {year} and cannot be borne by a document of this year.',
    ],
  },
  'number-not-reserved': {
    title: taking,
    detail: ['Số {number} đã dùng hoặc đã hủy.', 'Number {number} has been used or cancelled.'],
  },
  'number-other-series': {
    title: taking,
    detail: [
      'Số {number} thuộc sổ “{series}”, không dùng được cho loại văn bản này.',
      'Number {number} belongs to the series “{series}” and does not fit this type of document.',
    ],
  },
  'number-not-yours': {
    title: ['Không có quyền', 'Not allowed'],
    detail: [
      'Số này do {by} giữ; chỉ người giữ hoặc người quản lý sổ được dùng, gia hạn, hủy.',
      'This number is kept by {by}; only they or whoever manages the register may use, extend or cancel it.',
    ],
  },
  'number-bound': {
    title: ['Không hủy được số', 'The number cannot be cancelled'],
    detail: [
      'Số {number} đang gắn với một văn bản đi; hãy hủy số từ văn bản đó.',
      'Number {number} is borne by an outgoing document; cancel it from there.',
    ],
  },
  'number-of-plan': {
    title: ['Không hủy được số', 'The number cannot be cancelled'],
    detail: [
      'Số {number} là số của một kế hoạch đã ban hành.',
      'Number {number} is that of a plan that was issued.',
    ],
  },
  'number-unit-ended': {
    title: taking,
    detail: [
      '{unit} đã kết thúc hoạt động sau ngày {day}, sổ của đơn vị đã đóng. Văn bản do đơn vị kế thừa ({heir}) ban hành, đánh số theo sổ của đơn vị đó: hãy lập dự thảo mới từ văn bản này.',
      '{unit} ended after {day}, and its register is closed. Its heir ({heir}) issues the document, in its own register: copy it into a new draft.',
    ],
  },
  'number-day-passed': {
    title: taking,
    detail: [
      'Đã sang ngày mới trong khi chờ đến lượt cấp số (yêu cầu từ ngày {day}); chưa số nào được cấp. Hãy cấp lại để văn bản mang ngày hôm nay.',
      'Midnight passed while others were given numbers (it was asked on {day}); no number was given. Ask again: the document will bear today’s date.',
    ],
  },
  'number-taken-later': {
    title: taking,
    detail: [
      'Số {number} mới được giữ ngày {taken}, sau ngày ban hành {issuedOn}.',
      'Number {number} was reserved on {taken}, after the day of issue {issuedOn}.',
    ],
  },
  'number-standing': {
    title: ['Số đã có trong sổ', 'The number stands in the register'],
    detail: [
      'Số {number} năm {year} đã ghi trong sổ văn bản đi: {what}. Hãy kiểm tra lại số, hoặc lấy số tiếp theo.',
      'Number {number} of {year} stands in the register of outgoing documents: {what}. Check it, or take the next one.',
    ],
  },
  'number-other-day': {
    title: ['Ngày không khớp với sổ', 'The date differs from the register’s'],
    detail: [
      'Số {number} trong sổ mang ngày {day}; kế hoạch ghi ngày {issuedOn}.',
      'Number {number} bears the date {day} in the register; the plan says {issuedOn}.',
    ],
  },
  'number-cancelled': {
    title: ['Số đã hủy', 'The number was cancelled'],
    detail: [
      'Số {number} đã hủy, không sửa được nữa.',
      'Number {number} was cancelled and cannot be changed.',
    ],
  },
  'number-no-drafter': {
    title: taking,
    detail: [
      'Ký hiệu công văn cần chữ viết tắt của đơn vị soạn thảo (như “UBND-VX”). Hãy chọn đơn vị soạn thảo.',
      'The symbol of a letter needs the drafting unit’s abbreviation (as in “UBND-VX”). Choose the drafting unit.',
    ],
  },
  'number-no-type': {
    title: taking,
    detail: [
      '“{type}” không phải chữ viết tắt tên loại văn bản của Phụ lục III, Nghị định 30/2020/NĐ-CP.',
      '“{type}” is no abbreviation of a document type of Annex III, Decree 30/2020.',
    ],
  },
  'number-no-body': {
    title: taking,
    detail: [
      '“{body}” chưa có trong danh sách ban, hội đồng có sổ riêng của cơ quan.',
      '“{body}” is not among the advisory bodies with a register of their own.',
    ],
  },
  'number-symbol-taken': {
    title: taking,
    detail: [
      'Số và ký hiệu trùng với một văn bản khác trong năm. Hãy xem lại cách đặt ký hiệu của các sổ.',
      'Number and symbol are those of another document of the year. Look at how the series compose their symbols.',
    ],
  },
  'number-secret': {
    title: ['Không nhận văn bản mật', 'No secret documents'],
    detail: [
      'Nội dung mang dấu chỉ độ mật. Văn bản mật đăng ký ở sổ riêng trên giấy, không nhập vào hệ thống này; không có gì được lưu lại.',
      'The text bears a mark of secrecy. Secret documents have a register of their own on paper and never enter this system; nothing was kept.',
    ],
  },
  'scheme-in-use': {
    title: scheme,
    detail: [
      'Năm {year} đã cấp số, nên cách chia sổ giữ nguyên đến hết năm. Hãy đặt cách chia mới từ năm {next}.',
      'Numbers were given in {year}, so its series stay until the end of the year. Set the new ones from {next}.',
    ],
  },
  'scheme-past': {
    title: scheme,
    detail: [
      'Chỉ đặt cách đánh số cho năm nay ({year}) hoặc năm sau.',
      'The way of numbering is set for this year ({year}) or the next.',
    ],
  },
  'scheme-symbol': {
    title: scheme,
    detail: [
      'Ký hiệu văn bản có tên loại phải có {TYPE} và {AGENCY}; ký hiệu công văn phải có {AGENCY} và không có {TYPE}.',
      'The symbol of documents with a type must hold {TYPE} and {AGENCY}; that of letters {AGENCY} and not {TYPE}.',
    ],
  },
  'scheme-repeats': {
    title: scheme,
    detail: [
      'Chữ viết tắt “{abbreviation}” dùng cho hai ban, hội đồng hoặc trùng với cơ quan; số ký hiệu sẽ trùng nhau.',
      'The abbreviation “{abbreviation}” stands for two bodies, or for the agency itself: numbers would be the same.',
    ],
  },
  'series-begun': {
    title: ['Sổ đã có số', 'The series has begun'],
    detail: [
      'Sổ này đã cấp đến số {last}; chỉ đặt số bắt đầu khi chưa cấp số nào.',
      'This series has given numbers up to {last}; where it begins is set before the first one.',
    ],
  },
};
