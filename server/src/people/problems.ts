// What goes wrong around people and roles, in words.
import type { Words } from '../words-type.ts';

export const problems: Readonly<Record<string, Words>> = {
  'no-person': {
    title: ['Không có người này', 'No such person'],
    detail: [
      'Không tìm thấy người số {id}, hoặc bạn không được xem.',
      'There is no person {id}, or you may not see them.',
    ],
  },
  'no-unit': {
    title: ['Không có đơn vị này', 'No such unit'],
    detail: ['Không tìm thấy đơn vị số {id}.', 'There is no unit {id}.'],
  },
  'no-grant': {
    title: ['Không có vai trò này', 'No such role'],
    detail: ['Người này không có vai trò số {id}.', 'This person holds no role {id}.'],
  },
  'person-out-of-reach': {
    title: ['Ngoài phạm vi quản trị của bạn', 'Beyond your reach'],
    detail: [
      'Người này còn giữ vai trò ở đơn vị mà bạn không quản trị. Hãy nhờ người quản trị cấp trên.',
      'This person also holds a role at a unit that you do not administer. Ask the administrator above.',
    ],
  },
  'unit-out-of-reach': {
    title: ['Ngoài phạm vi quản trị của bạn', 'Beyond your reach'],
    detail: [
      'Bạn chỉ giao được vai trò ở đơn vị mình quản trị và các đơn vị cấp dưới.',
      'You can grant roles only at the unit that you administer and those below it.',
    ],
  },
  'role-reaches-further': {
    title: ['Vai trò vượt phạm vi của bạn', 'The role reaches further than you do'],
    detail: [
      'Cơ quan đầu mối điều phối mọi đơn vị của cấp trên. Chỉ người quản trị của cấp trên giao được vai trò này.',
      'A focal agency coordinates all units of its superior. Only the superior’s administrator can grant this role.',
    ],
  },
  'unit-over': {
    title: ['Đơn vị đã kết thúc', 'The unit has ended'],
    detail: [
      '“{unit}” không còn hoạt động. Hãy chọn đơn vị kế thừa.',
      '“{unit}” is no more. Choose the unit that took its work over.',
    ],
  },
  'days-reversed': {
    title: ['Ngày chưa đúng', 'The days are not right'],
    detail: [
      'Ngày cuối ({to}) trước ngày đầu ({from}).',
      'The last day ({to}) lies before the first ({from}).',
    ],
  },
  'day-passed': {
    title: ['Ngày đã qua', 'That day has passed'],
    detail: [
      'Ngày {day} đã qua. Hãy chọn hôm nay hoặc một ngày sau.',
      '{day} has passed. Choose today or a later day.',
    ],
  },
  'beyond-role': {
    title: ['Ngoài thời hạn của vai trò', 'Beyond the role’s own time'],
    detail: [
      'Vai trò này có hiệu lực từ {from} đến {to}; người làm thay chỉ giữ trong thời gian đó.',
      'The role holds from {from} to {to}; a deputy holds it within that time.',
    ],
  },
  'beyond-deputy': {
    title: ['Vượt thời gian làm thay', 'Beyond your time as a deputy'],
    detail: [
      'Quyền quản trị của bạn là làm thay, hoặc do người làm thay giao, đến hết ngày {to}; vai trò bạn giao phải kết thúc không muộn hơn ngày đó.',
      'You administer as a deputy, or by a deputy’s grant, until {to}; a role that you grant must end by that day.',
    ],
  },
  'ends-sooner': {
    title: ['Vai trò đã có ngày kết thúc sớm hơn', 'The role ends sooner already'],
    detail: [
      'Vai trò này có hiệu lực từ {from} đến {to}. Kết thúc không thể kéo dài thời hạn; muốn giữ lâu hơn cần giao lại vai trò.',
      'The role holds from {from} to {to}. Ending it cannot make it longer; that takes a new grant.',
    ],
  },
  'role-held': {
    title: ['Đã có vai trò này', 'The role is held already'],
    detail: [
      'Người này đã giữ vai trò đó ở “{unit}” trong thời gian ấy.',
      'This person holds that role at “{unit}” in that time.',
    ],
  },
  'role-over': {
    title: ['Vai trò đã kết thúc', 'The role has ended'],
    detail: ['Vai trò này đã kết thúc trước đó.', 'It ended before.'],
  },
  'own-deputy': {
    title: ['Chưa giao được', 'Not possible'],
    detail: ['Không ai làm thay chính mình.', 'Nobody can be their own deputy.'],
  },
  'deputy-already': {
    title: ['Đã giao làm thay', 'A deputy already'],
    detail: [
      '{name} đã được giao làm thay trong thời gian đó.',
      '{name} is the deputy in that time already.',
    ],
  },
  'person-off': {
    title: ['Tài khoản đang tắt', 'The account is off'],
    detail: ['Hãy bật tài khoản trước.', 'Switch the account on first.'],
  },
  'not-oneself': {
    title: ['Không tự tắt tài khoản của mình', 'Not your own account'],
    detail: ['Hãy nhờ một người quản trị khác.', 'Ask another administrator.'],
  },
  'last-administrator': {
    title: ['Phải còn người quản trị', 'An administrator must remain'],
    detail: [
      'Đây là người quản trị cuối cùng của đơn vị (kể cả cấp trên). Hãy giao vai trò quản trị cho người khác trước.',
      'This is the last administrator of the unit, those above it included. Grant the role to somebody else first.',
    ],
  },
  'email-taken': {
    title: ['E-mail đã được dùng', 'The e-mail is taken'],
    detail: ['{email} đã là tài khoản của một người khác.', '{email} is somebody else’s account.'],
  },
  'not-a-sheet': {
    title: ['Không đọc được bảng', 'The sheet cannot be read'],
    detail: [
      'Tệp phải là .xlsx hoặc .csv, dòng đầu có các cột: {columns}.',
      'It must be .xlsx or .csv, with these columns in the first line: {columns}.',
    ],
  },
  'too-many-rows': {
    title: ['Bảng quá dài', 'The sheet is too long'],
    detail: ['Mỗi lần nhập tối đa {limit} dòng.', 'At most {limit} lines at a time.'],
  },
  'no-person-called': {
    title: ['Không có người này', 'No such person'],
    detail: ['Không có tài khoản {email}.', 'There is no account {email}.'],
  },
  'no-unit-called': {
    title: ['Không có đơn vị này', 'No such unit'],
    detail: ['Không có đơn vị nào có mã hoặc tên “{name}”.', 'No unit has the code or name “{name}”.'],
  },
  'units-called': {
    title: ['Nhiều đơn vị cùng tên', 'Several units have this name'],
    detail: ['Nhiều đơn vị tên “{name}”: hãy dùng mã.', 'Several units are called “{name}”: use the code.'],
  },
  'token-over': {
    title: ['Mã đã bị thu hồi', 'The token was revoked'],
    detail: [
      'Mã này đã bị thu hồi, không dùng lại được. Hãy tạo mã mới.',
      'This token was revoked and cannot be used again. Make a new one.',
    ],
  },
  'no-token': {
    title: ['Không có mã này', 'No such token'],
    detail: ['Không tìm thấy mã truy cập số {id}.', 'There is no token {id}.'],
  },
};
