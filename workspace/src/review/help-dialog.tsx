import { useWords } from '../language/words.ts';
import { KeyList, type Keys } from '../ui/key-list.tsx';
import css from './dialogs.module.css';

const keys: Keys = [
  ['j / k', 'Nhiệm vụ sau / trước'],
  ['e', 'Sửa nội dung nhiệm vụ đang chọn'],
  ['Enter', 'Xem nhiệm vụ đang chọn trong văn bản'],
  ['x', 'Gạch bỏ hoặc khôi phục'],
  ['s', 'Tách nhiệm vụ'],
  ['m', 'Gộp nhiệm vụ'],
  ['n', 'Thêm nhiệm vụ sau nhiệm vụ đang chọn'],
  ['w', 'Cảnh báo tiếp theo'],
  ['u / Ctrl+Z', 'Hoàn tác'],
  ['r / Ctrl+Y', 'Làm lại'],
  ['a', 'Đưa vào sổ'],
  ['?', 'Bảng phím tắt này'],
];

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  return (
    <KeyList keys={keys} onClose={onClose}>
      <p className={css['small']}>
        {say('Bôi đen một đoạn trong văn bản để thêm thành nhiệm vụ, hoặc điền vào nhiệm vụ đang chọn.')}
      </p>
    </KeyList>
  );
}
