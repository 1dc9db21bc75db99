// What goes wrong around accounts, in words.
import type { Words } from '../words-type.ts';

export const problems: Readonly<Record<string, Words>> = {
  'wrong-credentials': {
    title: ['Chưa đăng nhập được', 'Not signed in'],
    detail: [
      'E-mail hoặc mật khẩu không đúng. Sau 5 lần sai, tài khoản tạm nghỉ 15 phút.',
      'The e-mail or the password is not right. After 5 wrong tries the account rests for 15 minutes.',
    ],
  },
  'too-many-attempts': {
    title: ['Đã sai quá nhiều lần', 'Too many wrong tries'],
    detail: [
      'Hãy chờ {minutes} phút rồi thử lại, hoặc nhờ người quản trị của đơn vị đặt lại mật khẩu.',
      'Wait {minutes} minutes and try again, or ask your unit’s administrator to reset the password.',
    ],
  },
};
