import type { Words } from '../words-type.ts';

export const problems: Readonly<Record<string, Words>> = {
  'no-webhook': {
    title: ['Không có kết nối này', 'There is no such connection'],
    detail: ['Kết nối số {id} không có hoặc đã bị xóa.', 'Connection {id} does not exist or was removed.'],
  },
  'no-delivery': {
    title: ['Không có lần gửi này', 'There is no such delivery'],
    detail: [
      'Lần gửi số {id} không có hoặc đã được dọn.',
      'Delivery {id} does not exist or was cleared away.',
    ],
  },
};
