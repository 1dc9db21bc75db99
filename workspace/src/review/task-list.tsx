import type { Draft, Warning } from '@nhipcau/server/contract';
import { Fragment, useMemo } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { useDesk } from './desk-context.ts';
import { madeTasks } from './made.ts';
import css from './review.module.css';
import { TaskCard } from './task-card.tsx';

interface Props {
  readonly draft: Draft;
  readonly warnings: readonly Warning[];
  readonly chosen: string | null;
  readonly editAt: number;
}

const none: readonly Warning[] = [];

/** All tasks in the order of the document, under their group headings. */
export function TaskList({ draft, warnings, chosen, editAt }: Props) {
  const { say } = useWords();
  const { readOnly, change, choose } = useDesk();
  const byTask = useMemo(() => warningsByTask(warnings), [warnings]);
  const made = useMemo(() => madeTasks(draft.tasks), [draft.tasks]);
  const add = () => {
    change({ op: 'addTask', after: draft.tasks.at(-1)?.id ?? null, task: { text: say('Nhiệm vụ mới') } });
    choose(`t${draft.next}`);
  };
  return (
    <>
      {draft.tasks.length === 0 ? (
        <p className={css['note']}>
          {say('Không nhận ra nhiệm vụ nào. Bôi đen một đoạn trong văn bản rồi chọn “Thêm thành nhiệm vụ”.')}
        </p>
      ) : null}
      {draft.tasks.map((task, index) => (
        <Fragment key={task.id}>
          {task.group !== (draft.tasks[index - 1]?.group ?? null) && task.group ? (
            <h2 className={css['group']}>{task.group}</h2>
          ) : null}
          <TaskCard
            task={task}
            number={index + 1}
            made={made.get(task.id)}
            chosen={chosen === task.id}
            warnings={byTask.get(task.id) ?? none}
            editAt={chosen === task.id ? editAt : 0}
          />
        </Fragment>
      ))}
      {readOnly ? null : (
        <div className={css['add']}>
          <Button onClick={add}>{say('+ Thêm nhiệm vụ')}</Button>
        </div>
      )}
    </>
  );
}

function warningsByTask(warnings: readonly Warning[]): ReadonlyMap<string, readonly Warning[]> {
  const found = new Map<string, Warning[]>();
  for (const warning of warnings) {
    // A missing lead or deadline shows in the card itself.
    if (warning.dismissed || warning.severity === 'note') continue;
    for (const id of warning.taskIds) found.set(id, [...(found.get(id) ?? []), warning]);
  }
  return found;
}
