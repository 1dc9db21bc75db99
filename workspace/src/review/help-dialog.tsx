import { useWords, type Message } from '../language/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import css from './dialogs.module.css';
import { useSingleKeys } from './shortcuts.ts';

const keys: readonly (readonly [string, Message])[] = [
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
  const [on, setOn] = useSingleKeys();
  return (
    <Dialog title={say('Phím tắt')} onClose={onClose}>
      <dl className={css['keys']}>
        {keys.map(([key, words]) => (
          <div key={key}>
            <dt>
              {key.split(' / ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{say(words)}</dd>
          </div>
        ))}
      </dl>
      <label className={css['check']}>
        <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
        {say('Dùng phím tắt một chữ')}
      </label>
      <p className={css['small']}>
        {say('Bôi đen một đoạn trong văn bản để thêm thành nhiệm vụ, hoặc điền vào nhiệm vụ đang chọn.')}
      </p>
    </Dialog>
  );
}
