import type { Words } from '../words-type.ts';

export const problems: Readonly<Record<string, Words>> = {
  'people-only': {
    title: ['Chỉ dành cho người dùng', 'For people only'],
    detail: [
      'Mã truy cập của phần mềm khác không có thông báo và lịch riêng; hãy đăng nhập bằng tài khoản người dùng.',
      'A program’s token has no notices or calendars of its own; sign in as a person.',
    ],
  },
  'no-notice-kind': {
    title: ['Không có loại thông báo này', 'There is no such notice'],
    detail: ['“{kind}” không phải là một loại thông báo.', '“{kind}” is not a kind of notice.'],
  },
  'bad-stop-link': {
    title: ['Liên kết không đúng', 'The link is not right'],
    detail: [
      'Liên kết thôi nhận thư bị thiếu hoặc bị sửa. Hãy mở lại từ bức thư, hoặc chọn trong phần Tài khoản, mục Thông báo.',
      'The link was cut short or changed. Open it again from the letter, or choose under Account, Notices.',
    ],
  },
  'no-feed': {
    title: ['Không có lịch này', 'There is no such calendar'],
    detail: [
      'Địa chỉ lịch không đúng hoặc đã bị hủy. Hãy tạo địa chỉ mới trong phần Tài khoản, mục Thông báo.',
      'The calendar’s address is wrong or was ended. Make a new one under Account, Notices.',
    ],
  },
};
