import type { DraftTask } from '@nhipcau/server/contract';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useDesk } from './desk-context.ts';
import css from './dialogs.module.css';

const neighbours = 8;

export function MergeDialog({
  task,
  tasks,
  onClose,
}: {
  task: DraftTask;
  tasks: readonly DraftTask[];
  onClose: () => void;
}) {
  const { say } = useWords();
  const { change, choose } = useDesk();
  const at = tasks.indexOf(task);
  const near = tasks.slice(Math.max(0, at - 3), at + neighbours).filter((one) => one !== task && !one.struck);
  const [picked, setPicked] = useState<readonly string[]>(() => {
    const next = tasks.slice(at + 1).find((one) => !one.struck);
    // Below another heading begins other work: only a person can tell that it belongs together.
    return next && next.group === task.group ? [next.id] : [];
  });
  const [text, setText] = useState(task.text);
  const merge = () => {
    const order = tasks.filter((one) => one === task || picked.includes(one.id)).map((one) => one.id);
    const ids = [task.id, ...order.filter((id) => id !== task.id)];
    change({ op: 'mergeTasks', taskIds: ids, text: text.trim() || task.text });
    choose(task.id);
    onClose();
  };
  return (
    <Dialog
      wide
      title={say('Gộp nhiệm vụ')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button look="action" disabled={picked.length === 0} onClick={merge}>
            {picked.length > 0 ? say('Gộp {n, number} nhiệm vụ', { n: picked.length + 1 }) : say('Gộp')}
          </Button>
        </>
      }
    >
      <label className={css['label']}>
        {say('Nội dung chung')}
        <textarea value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <fieldset className={css['choices']}>
        <legend>{say('Những nhiệm vụ thành nội dung chi tiết của nó')}</legend>
        {near.length === 0 ? <p className={css['small']}>{say('Không có nhiệm vụ nào bên cạnh.')}</p> : null}
        {near.map((one) => (
          <label key={one.id}>
            <input
              type="checkbox"
              checked={picked.includes(one.id)}
              onChange={(event) =>
                setPicked(event.target.checked ? [...picked, one.id] : picked.filter((id) => id !== one.id))
              }
            />
            <span>
              <b className="figures">{tasks.indexOf(one) + 1}.</b> {one.text}
              {one.group !== task.group && one.group ? (
                <span className={css['otherGroup']}>{say('Nhóm: {group}', { group: one.group })}</span>
              ) : null}
            </span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
