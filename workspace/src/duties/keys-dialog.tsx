import { useWords, type Message } from '../language/words.ts';
import { useSingleKeys } from '../review/shortcuts.ts';
import { Dialog } from '../ui/dialog.tsx';
import css from './work.module.css';

const keys: readonly (readonly [string, Message])[] = [
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

export function KeysDialog({ onClose }: { onClose: () => void }) {
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
    </Dialog>
  );
}
