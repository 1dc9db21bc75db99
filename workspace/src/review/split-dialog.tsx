import type { DraftTask } from '@nhipcau/server/contract';
import { useRef, useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useDesk } from './desk-context.ts';
import css from './dialogs.module.css';
import { cutAt, cutByItems, cutBySentences, join, type Part } from './split.ts';

export function SplitDialog({ task, onClose }: { task: DraftTask; onClose: () => void }) {
  const { say } = useWords();
  const { change } = useDesk();
  const [parts, setParts] = useState<readonly Part[]>([{ text: task.text, items: task.items }]);
  const cursor = useRef({ part: 0, at: 0 });
  const whole: Part = { text: task.text, items: task.items };
  const ready = parts.length > 1 && parts.every((part) => part.text.trim() !== '');
  const cut = () => {
    const { part, at } = cursor.current;
    const halves = parts[part] ? cutAt(parts[part], at) : null;
    if (halves) setParts(parts.toSpliced(part, 1, ...halves));
  };
  return (
    <Dialog
      wide
      title={say('Tách nhiệm vụ')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look="action"
            disabled={!ready}
            onClick={() => {
              change({
                op: 'splitTask',
                taskId: task.id,
                parts: parts.map((part) => ({ text: part.text.trim(), items: [...part.items] })),
              });
              onClose();
            }}
          >
            {ready ? say('Tách thành {n, number} nhiệm vụ', { n: parts.length }) : say('Tách')}
          </Button>
        </>
      }
    >
      <p className={css['lead']}>
        {say(
          'Đặt con trỏ vào chỗ muốn tách rồi bấm “Tách tại con trỏ”. Các phần giữ nguyên cơ quan, thời hạn và nhóm.',
        )}
      </p>
      <div className={css['tools']}>
        <Button small onMouseDown={(event) => event.preventDefault()} onClick={cut}>
          {say('Tách tại con trỏ')}
        </Button>
        <Button small onClick={() => setParts(cutBySentences(whole))}>
          {say('Tách theo câu')}
        </Button>
        {task.items.length > 1 ? (
          <Button small onClick={() => setParts(cutByItems(whole))}>
            {say('Mỗi nội dung chi tiết một nhiệm vụ')}
          </Button>
        ) : null}
        {parts.length > 1 ? (
          <Button look="plain" small onClick={() => setParts([whole])}>
            {say('Làm lại từ đầu')}
          </Button>
        ) : null}
      </div>
      <ol className={css['parts']}>
        {parts.map((part, index) => (
          <li key={index}>
            <textarea
              aria-label={say('Phần {number}', { number: index + 1 })}
              value={part.text}
              onSelect={(event) => (cursor.current = { part: index, at: event.currentTarget.selectionStart })}
              onChange={(event) => setParts(parts.with(index, { ...part, text: event.target.value }))}
            />
            {part.items.length > 0 ? (
              <p className={css['small']}>
                {say('kèm {n, number} nội dung chi tiết', { n: part.items.length })}
              </p>
            ) : null}
            {index > 0 ? (
              <Button
                look="plain"
                small
                onClick={() => setParts(parts.toSpliced(index - 1, 2, join(parts[index - 1] ?? part, part)))}
              >
                {say('Nối lại với phần trên')}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
