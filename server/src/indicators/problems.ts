// What can stand in the way of an indicator, in words.
import type { Words } from '../words-type.ts';

export const problems: Readonly<Record<string, Words>> = {
  'no-indicator': {
    title: ['Không có chỉ tiêu này', 'There is no such indicator'],
    detail: ['Chỉ tiêu số {id} không có, hoặc đã bị xóa.', 'Indicator {id} does not exist, or was removed.'],
  },
  'indicator-ready': {
    title: ['Chỉ tiêu của danh mục có sẵn', 'An indicator of the ready catalogue'],
    detail: [
      'Danh mục có sẵn dùng chung cho mọi đơn vị. Hãy lập bản riêng của đơn vị rồi sửa bản ấy.',
      'The ready catalogue is everybody’s. Make a copy for your unit and change that.',
    ],
  },
  'indicator-code-taken': {
    title: ['Mã đã có', 'The code is taken'],
    detail: ['Đơn vị đã có chỉ tiêu mang mã {code}.', 'The unit has an indicator {code} already.'],
  },
  'indicator-used': {
    title: ['Chỉ tiêu đã có số liệu', 'The indicator has figures'],
    detail: [
      'Chỉ tiêu {code} đã được hỏi trong một đợt báo cáo, không xóa được. Có thể cho chỉ tiêu này hết hiệu lực.',
      'Indicator {code} was asked for in a call; it cannot be removed. It can be ended.',
    ],
  },
  'indicator-distinct': {
    title: ['Quy tắc và công thức không khớp', 'Rule and formula do not fit'],
    detail: [
      'Chỉ tiêu đếm tên không trùng chỉ dùng công thức “đếm giá trị khác nhau”, và ngược lại.',
      'An indicator that counts different names takes the formula “distinct” alone, and the other way round.',
    ],
  },
  'indicator-weight': {
    title: ['Không dùng quyền số', 'No weight here'],
    detail: ['Chỉ chỉ tiêu lấy bình quân mới có quyền số.', 'Only an average has a weight.'],
  },
  'indicator-bounds': {
    title: ['Mức nhắc chưa đúng', 'The bounds are not right'],
    detail: ['Mức thấp nhất lớn hơn mức cao nhất.', 'The minimum is greater than the maximum.'],
  },
  'indicator-breakdown-twice': {
    title: ['Phân tổ bị lặp', 'The same breakdown twice'],
    detail: [
      'Hai phân tổ giống nhau, hoặc một tiêu thức phân tổ đứng hai lần.',
      'Two breakdowns are the same, or a dimension stands twice.',
    ],
  },
  'no-dimension': {
    title: ['Không có phân tổ này', 'There is no such dimension'],
    detail: ['Không có phân tổ mang mã “{key}”.', 'There is no dimension “{key}”.'],
  },
  'no-dimension-item': {
    title: ['Không có giá trị phân tổ này', 'There is no such item'],
    detail: ['Không có giá trị “{item}” trong danh mục phân tổ.', 'No dimension has the item “{item}”.'],
  },
  'dimension-item-twice': {
    title: ['Mã giá trị bị lặp', 'The same key twice'],
    detail: ['Mã “{key}” đứng hai lần trong phân tổ.', 'The key “{key}” stands twice in the dimension.'],
  },
  'dimension-item-used': {
    title: ['Giá trị phân tổ đã có số liệu', 'The item has figures'],
    detail: [
      'Đã có số liệu hoặc mục tiêu theo giá trị “{name}”, không xóa được. Hãy ghi ngày thôi dùng.',
      'Figures or targets name “{name}”; it cannot be removed. Give it an end date.',
    ],
  },
  'dimension-used': {
    title: ['Phân tổ đã được dùng', 'The dimension is in use'],
    detail: [
      'Đã có chỉ tiêu phân tổ theo “{name}”, không xóa được. Hãy ghi ngày thôi dùng cho các giá trị.',
      'Indicators are, or were, broken down by “{name}”; it cannot be removed. Give its items an end date.',
    ],
  },
  'dimension-ready': {
    title: ['Phân tổ dùng chung', 'A ready dimension'],
    detail: [
      'Phân tổ có sẵn dùng chung cho mọi đơn vị, không xóa được.',
      'The ready dimensions are everybody’s and cannot be removed.',
    ],
  },
  'target-no-cell': {
    title: ['Chỉ tiêu không có phân tổ này', 'The indicator is not broken down so'],
    detail: [
      'Chỉ tiêu “{name}” không phân tổ theo “{cell}”.',
      'The indicator “{name}” is not broken down by “{cell}”.',
    ],
  },
  'dimension-taken': {
    title: ['Mã đã được dùng', 'The key is taken'],
    detail: [
      'Mã “{key}” đã được đơn vị khác dùng. Hãy chọn mã khác.',
      'The key “{key}” is used by others. Choose another.',
    ],
  },
  'formula-no-register': {
    title: ['Không có sổ theo dõi này', 'There is no such register'],
    detail: [
      'Công thức nhắc tới sổ “{register}” không có.',
      'The formula names a register “{register}” that is not there.',
    ],
  },
  'formula-no-field': {
    title: ['Không có trường này', 'There is no such field'],
    detail: [
      'Sổ “{register}” không có trường “{field}”.',
      'The register “{register}” has no field “{field}”.',
    ],
  },
  'formula-bad-filter': {
    title: ['Điều kiện lọc chưa đúng', 'The filter is not right'],
    detail: [
      'Điều kiện “{is}” với trường “{field}” không dùng được hoặc có giá trị không hợp lệ.',
      'The filter “{is}” does not fit the field “{field}” or its values.',
    ],
  },
  'formula-not-number': {
    title: ['Không cộng được', 'It cannot be added up'],
    detail: ['Trường “{field}” không phải là số.', 'The field “{field}” is no number.'],
  },
  'formula-too-large': {
    title: ['Công thức quá lớn', 'The formula is too large'],
    detail: ['Hãy tách công thức thành nhiều chỉ tiêu.', 'Divide the formula into several indicators.'],
  },
  'formula-no-indicator': {
    title: ['Không có chỉ tiêu được nhắc tới', 'An indicator that is named is not there'],
    detail: [
      'Công thức nhắc tới chỉ tiêu {code} không có trong danh mục.',
      'The formula names {code}, which the catalogue does not have.',
    ],
  },
  'formula-circle': {
    title: ['Công thức vòng tròn', 'The formula goes round in a circle'],
    detail: ['Chỉ tiêu được tính từ chính nó: {path}.', 'The indicator is computed from itself: {path}.'],
  },
};
