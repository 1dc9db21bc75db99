// What goes wrong around accounts, in words.
import type { Words } from '../words-type.ts';

export const problems: Readonly<Record<string, Words>> = {
  'wrong-credentials': {
    title: ['Chưa đăng nhập được', 'Not signed in'],
    detail: [
      'E-mail hoặc mật khẩu không đúng. Còn {left} lần thử; hết lượt, tài khoản bị khóa {minutes} phút.',
      'The e-mail or the password is not right. Tries left: {left}; after the last, the account is locked for {minutes} minutes.',
    ],
  },
  'too-many-attempts': {
    title: ['Đã sai quá nhiều lần', 'Too many wrong tries'],
    detail: [
      'Đang bị khóa để không ai dò được mật khẩu. Hãy chờ {minutes} phút rồi thử lại, hoặc nhờ người quản trị của đơn vị đặt lại mật khẩu.',
      'It is locked so that nobody can guess a password. Wait {minutes} minutes and try again, or ask your unit’s administrator to reset the password.',
    ],
  },
  'code-needed': {
    title: ['Cần mã xác thực', 'A code is needed'],
    detail: [
      'Nhập mã 6 số trong ứng dụng xác thực, hoặc một mã khôi phục.',
      'Type the 6 digits of your authenticator application, or a recovery code.',
    ],
  },
  'wrong-code': {
    title: ['Mã chưa đúng', 'The code is not right'],
    detail: [
      'Mã đã hết hạn, đã dùng hoặc gõ sai. Hãy chờ mã mới; kiểm tra giờ trên điện thoại. Còn {left} lần thử; hết lượt, tài khoản bị khóa {minutes} phút.',
      'The code has expired, was used before or was mistyped. Wait for the next one; check your phone’s clock. Tries left: {left}; after the last, the account is locked for {minutes} minutes.',
    ],
  },
  'unconfirmed-code': {
    title: ['Mã chưa đúng', 'The code is not right'],
    detail: [
      'Mã đã hết hạn, đã dùng hoặc gõ sai. Hãy chờ mã mới; kiểm tra giờ trên điện thoại.',
      'The code has expired, was used before or was mistyped. Wait for the next one; check your phone’s clock.',
    ],
  },
  'wrong-password': {
    title: ['Mật khẩu chưa đúng', 'The password is not right'],
    detail: [
      'Hãy nhập mật khẩu đang dùng của bạn. Còn {left} lần thử; hết lượt, phải chờ {minutes} phút.',
      'Type the password that you use now. Tries left: {left}; after the last you wait {minutes} minutes.',
    ],
  },
  'session-over': {
    title: ['Phiên làm việc đã kết thúc', 'The session has ended'],
    detail: ['Hãy đăng nhập lại.', 'Sign in again.'],
  },
  'no-session': {
    title: ['Không có phiên này', 'No such session'],
    detail: ['Phiên này đã kết thúc.', 'This session has ended already.'],
  },
  'password-short-alone': {
    title: ['Mật khẩu quá ngắn', 'The password is too short'],
    detail: [
      'Cần ít nhất {least} ký tự (hoặc 8 khi đã bật xác thực hai bước). Vài từ liền nhau dễ nhớ hơn nhiều ký hiệu.',
      'At least {least} characters are needed (or 8 once two-step verification is on). A few words are easier to remember than many signs.',
    ],
  },
  'password-short': {
    title: ['Mật khẩu quá ngắn', 'The password is too short'],
    detail: ['Cần ít nhất {least} ký tự.', 'At least {least} characters are needed.'],
  },
  'password-own': {
    title: ['Mật khẩu dễ đoán', 'The password is easy to guess'],
    detail: ['Không dùng tên hoặc e-mail của mình.', 'Do not use your own name or e-mail.'],
  },
  'password-common': {
    title: ['Mật khẩu dễ đoán', 'The password is easy to guess'],
    detail: [
      'Nhiều người dùng mật khẩu như vậy, hoặc nó lặp lại, theo dãy. Hãy chọn vài từ không liên quan với nhau.',
      'Many people use it, or it repeats itself or follows a row of keys. Choose a few words that have nothing to do with each other.',
    ],
  },
  'password-too-short-alone': {
    title: ['Chưa tắt được xác thực hai bước', 'Two-step verification stays on'],
    detail: [
      'Mật khẩu hiện nay ngắn hơn {least} ký tự. Hãy đổi mật khẩu dài hơn trước.',
      'Your password has fewer than {least} characters. Choose a longer one first.',
    ],
  },
  'totp-there': {
    title: ['Xác thực hai bước đã bật', 'Two-step verification is on already'],
    detail: [
      'Muốn đổi điện thoại, hãy tắt rồi bật lại.',
      'To change telephones, switch it off and on again.',
    ],
  },
  'totp-not-begun': {
    title: ['Chưa bật xác thực hai bước', 'Two-step verification is not on'],
    detail: ['Hãy bắt đầu bật xác thực hai bước trước.', 'Begin with switching it on.'],
  },
  'demo-account': {
    title: ['Tài khoản minh họa', 'An account of the illustration'],
    detail: [
      'Mọi người dùng chung tài khoản này, nên không đổi được mật khẩu, e-mail hay xác thực hai bước của nó.',
      'Everybody shares this account: its password, e-mail and second factor cannot be changed.',
    ],
  },
  'no-invitation': {
    title: ['Liên kết không dùng được', 'The link does not work'],
    detail: [
      'Liên kết đã dùng, đã hết hạn hoặc đã được thay bằng liên kết mới. Hãy xin người quản trị một liên kết khác.',
      'It was used, has expired or was replaced by a newer one. Ask your administrator for another.',
    ],
  },
  'no-sso': {
    title: ['Chưa có đăng nhập một lần', 'No single sign-on'],
    detail: [
      'Hệ thống này chưa nối với nơi đăng nhập một lần.',
      'This installation has no provider of single sign-on.',
    ],
  },
  'sso-unreachable': {
    title: ['Không tới được nơi đăng nhập một lần', 'The provider cannot be reached'],
    detail: [
      '{provider} không trả lời. Hãy thử lại sau, hoặc đăng nhập bằng mật khẩu.',
      '{provider} does not answer. Try again later, or sign in with your password.',
    ],
  },
  'sso-expired': {
    title: ['Lần đăng nhập đã hết hạn', 'The sign-in has expired'],
    detail: ['Hãy bắt đầu đăng nhập lại từ trang này.', 'Begin again from this page.'],
  },
  'sso-refused': {
    title: ['Chưa đăng nhập được', 'Not signed in'],
    detail: [
      'Câu trả lời của {provider} không hợp lệ hoặc bạn đã từ chối.',
      'The answer of {provider} is not valid, or you declined.',
    ],
  },
  'sso-unverified': {
    title: ['E-mail chưa được xác minh', 'The e-mail is not verified'],
    detail: [
      '{provider} chưa xác minh e-mail của bạn. Hãy xác minh ở đó trước.',
      '{provider} has not verified your e-mail. Verify it there first.',
    ],
  },
  'sso-unknown': {
    title: ['Chưa có tài khoản', 'No account'],
    detail: [
      '{email} chưa có tài khoản đang dùng ở đây. Hãy hỏi người quản trị của đơn vị.',
      '{email} has no active account here. Ask your unit’s administrator.',
    ],
  },
  'set-up-already': {
    title: ['Đã thiết lập xong', 'Set up already'],
    detail: ['Đã có người quản trị. Hãy đăng nhập.', 'There is an administrator. Sign in.'],
  },
  'wrong-setup-code': {
    title: ['Mã thiết lập chưa đúng', 'The code is not right'],
    detail: [
      'Mã được in ở nơi khởi động máy chủ và dùng được trong 24 giờ; khởi động lại để có mã mới.',
      'The code is printed where the server was started and works for 24 hours; start the server again for a new one.',
    ],
  },
};
