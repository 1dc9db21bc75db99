// What can stand in the way of a regime or a call, in words.
import type { Words } from '../words-type.ts';

export const problems: Readonly<Record<string, Words>> = {
  'no-regime': {
    title: ['Không có chế độ báo cáo này', 'There is no such regime'],
    detail: [
      'Chế độ báo cáo số {id} không có, hoặc đã bị xóa.',
      'Regime {id} does not exist, or was removed.',
    ],
  },
  'regime-called': {
    title: ['Chế độ đã có đợt báo cáo', 'Reports were called by it'],
    detail: [
      'Đã có đợt báo cáo theo “{name}”, không xóa được. Có thể cho chế độ này hết hiệu lực.',
      'Reports were called by “{name}”; it cannot be removed. It can be ended.',
    ],
  },
  'regime-ended': {
    title: ['Chế độ báo cáo đã hết hiệu lực', 'The regime has ended'],
    detail: [
      '“{name}” đã hết hiệu lực, không mở đợt mới được.',
      '“{name}” has ended; no reports are called by it.',
    ],
  },
  'regime-id-twice': {
    title: ['Mã bị lặp', 'The same id twice'],
    detail: [
      'Hai cấp hoặc hai mục đề cương cùng có mã “{id}”.',
      'Two tiers or two sections have the id “{id}”.',
    ],
  },
  'regime-indicator-twice': {
    title: ['Chỉ tiêu bị lặp', 'An indicator twice'],
    detail: ['Chỉ tiêu {code} được hỏi ở hai mục.', 'Indicator {code} is asked for in two places.'],
  },
  'regime-window': {
    title: ['Kỳ chốt số liệu chưa đúng', 'The data window is not right'],
    detail: ['Kỳ chốt số liệu kết thúc trước khi bắt đầu.', 'The data window ends before it begins.'],
  },
  'unit-out-of-reach': {
    title: ['Đơn vị ngoài phạm vi', 'The unit is out of reach'],
    detail: [
      'Đơn vị số {id} không thuộc phạm vi được yêu cầu báo cáo.',
      'Unit {id} is not among those that may be asked to report here.',
    ],
  },
  'no-day-off': {
    title: ['Không có ngày nghỉ này', 'There is no such day off'],
    detail: ['Ngày nghỉ số {id} không có trong danh sách.', 'Day off {id} is not in the list.'],
  },
  'days-off-there': {
    title: ['Ngày đã có trong danh sách', 'The day is in the list already'],
    detail: [
      'Một trong các ngày này đã có trong danh sách: “{name}”.',
      'One of these days is in the list already: “{name}”.',
    ],
  },
  'days-off-long': {
    title: ['Đợt nghỉ quá dài', 'Too many days'],
    detail: ['Mỗi lần thêm nhiều nhất 31 ngày liền nhau.', 'At most 31 days in a row can be added at once.'],
  },
  'days-off-yearly': {
    title: ['Chưa lặp lại hằng năm được', 'It cannot return every year'],
    detail: [
      'Chỉ một ngày nghỉ theo dương lịch mới lặp lại hằng năm được; đợt nghỉ nhiều ngày và ngày làm bù ghi theo từng năm.',
      'A single day off returns every year; several days and days worked in exchange are entered year by year.',
    ],
  },
  'days-off-works': {
    title: ['Không phải ngày nghỉ hằng tuần', 'Not a weekend day'],
    detail: [
      'Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.',
      'A day worked in exchange is a Saturday or a Sunday.',
    ],
  },
  'no-call': {
    title: ['Không có đợt báo cáo này', 'There is no such call'],
    detail: ['Đợt báo cáo số {id} không có.', 'Call {id} does not exist.'],
  },
  'call-no-period': {
    title: ['Không có kỳ báo cáo này', 'There is no such period'],
    detail: [
      'Chế độ báo cáo không có kỳ “{period}”, hoặc mọi kỳ gần đây đã được mở.',
      'The regime has no period “{period}”, or all near periods are called already.',
    ],
  },
  'call-window': {
    title: ['Kỳ số liệu chưa đúng', 'The days are not right'],
    detail: ['Ngày đầu ({from}) sau ngày cuối ({to}).', 'The first day ({from}) is after the last ({to}).'],
  },
  'call-whom': {
    title: ['Chưa chọn đơn vị phải báo cáo', 'Nobody is named'],
    detail: [
      'Hãy chọn loại đơn vị hoặc nêu tên đơn vị phải báo cáo.',
      'Choose a kind of units, or name those that are to report.',
    ],
  },
  'call-no-units': {
    title: ['Không có đơn vị nào phải báo cáo', 'No unit is to report'],
    detail: [
      'Quy tắc chọn đơn vị không tìm thấy đơn vị nào tồn tại trong kỳ.',
      'The rule finds no unit that existed in the window.',
    ],
  },
  'call-twice': {
    title: ['Kỳ này đã được mở', 'Called already'],
    detail: ['Đã có đợt báo cáo “{name}” cho kỳ {period}.', 'There is a call “{name}” for {period}.'],
  },
  'call-asked-already': {
    title: ['Các đơn vị này đã có báo cáo', 'These units were asked already'],
    detail: ['Mọi đơn vị được chọn đã có trong đợt báo cáo.', 'All units chosen are in the call already.'],
  },
  'call-not-open': {
    title: ['Đợt báo cáo đã đóng', 'The call is closed'],
    detail: [
      'Đợt báo cáo đã đóng hoặc đã hủy; cần mở lại trước khi sửa hay gửi báo cáo.',
      'The call is closed or cancelled; it must be opened again before reports are changed or sent.',
    ],
  },
  'call-wrong-state': {
    title: ['Chưa làm được việc này', 'This cannot be done now'],
    detail: ['Đợt báo cáo đang ở trạng thái “{status}”.', 'The call is “{status}”.'],
  },
  'call-reason': {
    title: ['Cần nêu lý do', 'A reason is needed'],
    detail: ['Hãy ghi lý do để các đơn vị biết.', 'Say why, so that the units know.'],
  },
};
