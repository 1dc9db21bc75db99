import { KeyList, type Keys } from '../ui/key-list.tsx';

const keys: Keys = [
  ['j / k', 'Việc sau / trước'],
  ['Enter', 'Mở việc đang đứng'],
  ['x', 'Chọn hoặc bỏ chọn'],
  ['t', 'Tiếp nhận'],
  ['p', 'Ghi tiến độ'],
  ['r', 'Báo cáo'],
  ['c', 'Xác nhận'],
  ['b', 'Trả lại'],
  ['d', 'Đôn đốc|làm'],
  ['u / Ctrl+Z', 'Hoàn tác'],
  ['Esc', 'Bỏ chọn'],
  ['?', 'Bảng phím tắt này'],
];

export const KeysDialog = ({ onClose }: { onClose: () => void }) => <KeyList keys={keys} onClose={onClose} />;
