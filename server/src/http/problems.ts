// What the plumbing says when it cannot let a request pass.
import type { Words } from '../words-type.ts';

export const problems: Readonly<Record<string, Words>> = {
  'bad-idempotency-key': {
    title: ['Khóa của yêu cầu chưa đúng', 'The request’s key is not right'],
    detail: [
      'Idempotency-Key gồm 1 đến 200 ký tự ASCII nhìn thấy được, không có dấu cách.',
      'An Idempotency-Key is 1 to 200 visible ASCII characters without spaces.',
    ],
  },
  'idempotency-key-reused': {
    title: ['Khóa đã dùng cho yêu cầu khác', 'The key was used for another request'],
    detail: [
      'Idempotency-Key này đã đi cùng một yêu cầu khác trong 24 giờ qua. Mỗi yêu cầu mới cần khóa mới.',
      'This Idempotency-Key came with another request within the last 24 hours. A new request needs a new key.',
    ],
  },
  'request-repeated': {
    title: ['Yêu cầu đã được ghi nhận', 'The request was taken already'],
    detail: [
      'Yêu cầu mang khóa này đã được thực hiện hoặc đang thực hiện, và chưa có câu trả lời để gửi lại. Hãy thử lại sau giây lát; nếu vẫn như vậy, hãy xem lại hồ sơ: việc đã được làm một lần.',
      'A request with this key was carried out or is under way, and its answer is not there to be repeated. Try again in a moment; if this stays so, look at the record: it was done once.',
    ],
  },
  'no-such-version': {
    title: ['Phiên bản không đúng', 'That is no version'],
    detail: [
      'If-Match phải là ETag của chính hồ sơ này, như lần đọc trước đã trả về.',
      'If-Match must be the ETag of this very record, as an earlier reading gave it.',
    ],
  },
  'two-versions': {
    title: ['Hai phiên bản khác nhau', 'Two different versions'],
    detail: [
      'If-Match và trường “version” nói về hai phiên bản khác nhau; không có gì bị thay đổi.',
      'If-Match and the field “version” name two different versions; nothing was changed.',
    ],
  },
  'too-often': {
    title: ['Gửi yêu cầu quá dày', 'Too many requests'],
    detail: ['Hãy thử lại sau {seconds} giây.', 'Try again in {seconds} seconds.'],
  },
};
