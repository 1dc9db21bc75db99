// States of outgoing documents, of what was sent, and the codes of QCVN 102:2016, in words.
import type { OutgoingReceiver, OutgoingStatus } from '@nhipcau/server/contract';
import type { Message } from '../language/words.ts';
import type { Tone } from '../ui/tag.tsx';

interface State {
  readonly words: Message;
  readonly tone: Tone;
}

export const states: Readonly<Record<OutgoingStatus, State>> = {
  draft: { words: 'Dự thảo', tone: 'plain' },
  submitted: { words: 'Đã trình', tone: 'river' },
  returned: { words: 'Bị trả lại', tone: 'soon' },
  signed: { words: 'Đã ký', tone: 'river' },
  numbered: { words: 'Đã cấp số', tone: 'river' },
  issued: { words: 'Đã phát hành', tone: 'done' },
  recalled: { words: 'Đã thu hồi', tone: 'late' },
};
export const statuses = Object.keys(states) as OutgoingStatus[];

/** What the document waits for. */
export const nextWords: Readonly<Partial<Record<OutgoingStatus, Message>>> = {
  draft: 'Soạn xong thì trình ký.',
  submitted: 'Chờ kiểm tra thể thức và ký.',
  returned: 'Sửa theo ý kiến rồi trình lại.',
  signed: 'Chờ văn thư cấp số.',
  numbered: 'Chờ phát hành.',
};

type Code = NonNullable<OutgoingReceiver['code']>;
export const codeStates: Readonly<Record<Code, State>> = {
  '01': { words: '01 Đã đến', tone: 'river' },
  '02': { words: '02 Từ chối tiếp nhận', tone: 'late' },
  '03': { words: '03 Đã tiếp nhận', tone: 'done' },
  '04': { words: '04 Đã phân công', tone: 'done' },
  '05': { words: '05 Đang xử lý', tone: 'done' },
  '06': { words: '06 Đã hoàn thành', tone: 'done' },
  '13': { words: '13 Yêu cầu lấy lại', tone: 'soon' },
  '15': { words: '15 Đồng ý trả lại', tone: 'done' },
  '16': { words: '16 Từ chối trả lại', tone: 'late' },
};

export const ways: Readonly<Record<OutgoingReceiver['way'], Message>> = {
  inside: 'trong hệ thống',
  email: 'thư điện tử',
  edxml: 'liên thông (edXML)',
  paper: 'bản giấy',
};

export const sendStates: Readonly<Record<OutgoingReceiver['state'], State>> = {
  waiting: { words: 'Đang gửi', tone: 'river' },
  sent: { words: 'Đã gửi', tone: 'done' },
  failed: { words: 'Gửi không được', tone: 'late' },
};
export const recallStates: Readonly<Record<OutgoingReceiver['state'], State>> = {
  waiting: { words: 'Đang báo thu hồi', tone: 'soon' },
  sent: { words: 'Đã báo thu hồi', tone: 'plain' },
  failed: { words: 'Báo thu hồi không được', tone: 'late' },
};
