// What can go wrong with units, in words.
import type { Words } from '../words-type.ts';

export const problems: Readonly<Record<string, Words>> = {
  'not-your-unit': {
    title: ['Ngoài phạm vi quản trị', 'Outside what you administer'],
    detail: [
      'Bạn không quản trị đơn vị “{name}”, nên không thay đổi được. Không có gì được ghi.',
      'You do not administer “{name}”, so you cannot change it. Nothing was written.',
    ],
  },
  'unit-has-ended': {
    title: ['Đơn vị đã kết thúc', 'The unit has ended'],
    detail: [
      '“{name}” chỉ hoạt động đến hết ngày {day}. Hãy chọn đơn vị kế thừa.',
      '“{name}” existed until {day} only. Choose the unit that succeeded it.',
    ],
  },
  'unit-not-begun': {
    title: ['Đơn vị chưa hoạt động vào ngày đó', 'The unit was not there on that day'],
    detail: [
      '“{name}” bắt đầu từ ngày {from}, chưa có trước ngày {day}. Hãy chọn ngày muộn hơn.',
      '“{name}” began on {from}; it was not there before {day}. Choose a later day.',
    ],
  },
  'reorganised-later': {
    title: ['Đã có thay đổi muộn hơn', 'Something later is written already'],
    detail: [
      '“{name}” đã có một lần thay đổi từ ngày {day}. Hãy hoàn tác lần đó trước, hoặc chọn ngày sau đó.',
      'A change of “{name}” from {day} is in the register already. Undo that one first, or choose a day after it.',
    ],
  },
  'unit-circle': {
    title: ['Cấp trên nằm dưới chính đơn vị đó', 'The superior would stand below the unit itself'],
    detail: [
      'Không thể xếp đơn vị dưới “{name}”: như vậy đơn vị sẽ là cấp trên của chính mình.',
      'It cannot stand under “{name}”: it would be its own superior.',
    ],
  },
  'unit-needs-superior': {
    title: ['Thiếu cấp trên', 'No superior'],
    detail: [
      'Hãy chọn đơn vị cấp trên: đơn vị mới phải thuộc một đơn vị mà bạn quản trị.',
      'Choose the superior: a new unit stands below a unit that you administer.',
    ],
  },
  'older-than-superior': {
    title: ['Ngày bắt đầu sớm hơn cấp trên', 'It would be older than its superior'],
    detail: [
      '“{superior}” chỉ có từ ngày {day}; “{name}” không thể thuộc đơn vị này sớm hơn. Hãy ghi ngày bắt đầu.',
      '“{superior}” began on {day}; “{name}” cannot have stood below it before. Give the day it began.',
    ],
  },
  'merge-needs-two': {
    title: ['Chưa đủ đơn vị để sáp nhập', 'A merger needs two units'],
    detail: [
      'Hãy chọn ít nhất hai đơn vị, hoặc một đơn vị nhập vào một đơn vị khác đang hoạt động.',
      'Choose at least two units, or one that joins another that exists.',
    ],
  },
  'split-needs-two': {
    title: ['Chưa đủ đơn vị sau khi chia, tách', 'A split needs two successors'],
    detail: [
      'Hãy chọn ít nhất hai đơn vị kế thừa khác nhau và một đơn vị kế thừa chính trong số đó.',
      'Choose at least two different successors and, among them, the main one.',
    ],
  },
  'split-main-goes-on': {
    title: ['Đơn vị tiếp tục phải là đơn vị chính', 'The unit that goes on is the main one'],
    detail: [
      '“{name}” vẫn tiếp tục hoạt động, nên chính nó giữ những việc không nói riêng. Hãy chọn nó làm đơn vị chính.',
      '“{name}” goes on, so it keeps what nothing else is said about. Choose it as the main one.',
    ],
  },
  'named-twice': {
    title: ['Được nêu hai lần', 'Named twice'],
    detail: [
      'Số {id} được giao cho hai đơn vị kế thừa; hãy chọn một.',
      'Number {id} is given to two successors; choose one.',
    ],
  },
  'no-such-successor': {
    title: ['Không có đơn vị kế thừa này', 'There is no such successor'],
    detail: [
      'Danh sách kế thừa không có vị trí {index}.',
      'There is no place {index} in the list of successors.',
    ],
  },
  'not-below': {
    title: ['Không phải đơn vị trực thuộc', 'Not a unit below'],
    detail: [
      'Đơn vị số {id} không trực thuộc “{name}” vào ngày đó.',
      'Unit {id} did not stand directly below “{name}” on that day.',
    ],
  },
  'nothing-changes': {
    title: ['Không có gì thay đổi', 'Nothing changes'],
    detail: ['“{name}” đã đúng như vậy.', '“{name}” is so already.'],
  },
  'succeeds-itself': {
    title: ['Đơn vị kế thừa cũng bị giải thể', 'The successor ends as well'],
    detail: [
      'Hãy chọn đơn vị kế thừa nằm ngoài các đơn vị bị giải thể.',
      'Choose a successor that does not end itself.',
    ],
  },
  'no-successor': {
    title: ['Không còn ai nhận việc', 'Nobody would take over'],
    detail: [
      '“{name}” không có cấp trên. Hãy chọn đơn vị kế thừa, nếu không nhiệm vụ của đơn vị sẽ không còn ai chịu trách nhiệm.',
      '“{name}” has no superior. Choose a successor, or nobody would answer for its duties.',
    ],
  },
  'duty-not-theirs': {
    title: ['Không phải việc của đơn vị', 'Not a duty of this unit'],
    detail: ['Việc số {id} không thuộc “{name}”.', 'Duty {id} is not with “{name}”.'],
  },
  'duty-leaves': {
    title: ['Việc đã được quyết định chuyển', 'The duty is to leave already'],
    detail: [
      'Việc số {id} sẽ chuyển sang đơn vị khác từ ngày {day} theo lần sắp xếp đã quyết định. Hãy hoàn tác lần đó trước.',
      'Duty {id} goes to another unit on {day} by a reorganisation that is decided. Undo that one first.',
    ],
  },
  'duty-there-already': {
    title: ['Đơn vị nhận đã có việc này', 'The receiving unit has it already'],
    detail: [
      '“{name}” đã có việc cùng nhiệm vụ và kỳ với việc số {id}; không thể giao thêm lần nữa.',
      '“{name}” already has a duty of the same task and period as duty {id}.',
    ],
  },
  'duty-went-on': {
    title: ['Việc đã được chuyển tiếp', 'The duty has been passed on'],
    detail: [
      'Việc số {id} đã được chuyển tiếp sau lần sắp xếp này, nên không hoàn tác được.',
      'Duty {id} was passed on after this reorganisation, so it cannot be undone.',
    ],
  },
  'no-reorganisation': {
    title: ['Không có lần sắp xếp này', 'There is no such reorganisation'],
    detail: [
      'Lần sắp xếp số {id} không có, hoặc đã được hoàn tác.',
      'Reorganisation {id} does not exist, or was undone.',
    ],
  },
  'seeded-reorganisation': {
    title: ['Không hoàn tác được', 'It cannot be undone'],
    detail: [
      'Lần sắp xếp này thuộc danh mục dựng sẵn của cả nước.',
      'This reorganisation belongs to the ready set of the whole country.',
    ],
  },
  'reorganised-since': {
    title: ['Đã có lần sắp xếp sau đó', 'Reorganised again since'],
    detail: [
      '“{name}” đã thay đổi lần nữa sau lần sắp xếp này. Hãy hoàn tác lần sau trước.',
      '“{name}” has been changed again since. Undo the later reorganisation first.',
    ],
  },
  'unit-in-use': {
    title: ['Đơn vị đã có dữ liệu', 'The unit is in use'],
    detail: [
      '“{name}” đã có nhiệm vụ, kế hoạch, người dùng hoặc đơn vị trực thuộc, nên không xóa được. Không có gì thay đổi.',
      '“{name}” already has duties, plans, people or units below it, so it cannot be taken away. Nothing was changed.',
    ],
  },
  'unit-is-confirmed': {
    title: ['Đơn vị đã được xác nhận', 'The unit is confirmed'],
    detail: [
      '“{name}” đã được xác nhận là có thật. Nếu đơn vị thôi hoạt động, hãy ghi một lần giải thể.',
      '“{name}” has been confirmed to exist. If it is no more, record that it was abolished.',
    ],
  },
  'unit-name-taken': {
    title: ['Trùng tên', 'The name is taken'],
    detail: [
      'Cấp trên này đã có một đơn vị tên “{name}” (số {id}).',
      'There is a unit named “{name}” under this superior already (no. {id}).',
    ],
  },
  'import-unreadable': {
    title: ['Không đọc được tệp', 'The file could not be read'],
    detail: [
      'Tệp không phải CSV (UTF-8) hoặc XLSX, hoặc bị hỏng. Hãy tải mẫu về, điền rồi thử lại.',
      'The file is neither CSV (UTF-8) nor XLSX, or it is damaged. Download the template, fill it in and try again.',
    ],
  },
  'import-columns': {
    title: ['Thiếu cột', 'Columns are missing'],
    detail: [
      'Không tìm thấy dòng tiêu đề có các cột: {columns} (tìm trong 30 dòng đầu của mỗi trang tính).',
      'No line names the columns: {columns} (looked for in the first 30 lines of each sheet).',
    ],
  },
  'import-too-long': {
    title: ['Tệp quá dài', 'The file is too long'],
    detail: ['Mỗi lần nhập tối đa {limit} dòng.', 'At most {limit} rows can be imported at a time.'],
  },
  'import-has-errors': {
    title: ['Tệp còn lỗi', 'The file has errors'],
    detail: [
      'Có {count} lỗi nên chưa nhập gì. Hãy sửa theo danh sách rồi nhập lại.',
      'There are {count} errors, so nothing was imported. Mend them and import again.',
    ],
  },
};
