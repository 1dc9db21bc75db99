// What can be done with words selected in the document: make a task of them, or fill the chosen task's fields.
import type { Span } from '@nhipcau/document';
import type { Draft } from '@nhipcau/server/contract';
import { useEffect, useState, type MouseEvent, type RefObject } from 'react';
import { useWords } from '../language/words.ts';
import { selectedSpan } from '../paper/selection.ts';
import { Button } from '../ui/button.tsx';
import { useDesk } from './desk-context.ts';
import css from './review.module.css';

interface Props {
  readonly sheet: RefObject<HTMLDivElement | null>;
  readonly text: string;
  readonly draft: Draft;
  readonly chosen: string | null;
}

export function SelectionBar({ sheet, text, draft, chosen }: Props) {
  const { say } = useWords();
  const { change, choose } = useDesk();
  const span = useSelectedSpan(sheet, text);
  if (!span) return null;
  const words = text.slice(...span).replace(/\s+/g, ' ');
  const task = draft.tasks.find((one) => one.id === chosen && !one.struck);
  const number = task ? draft.tasks.indexOf(task) + 1 : 0;
  const done = (act: () => void) => () => {
    act();
    getSelection()?.removeAllRanges();
  };
  const name = (role: 'lead' | 'coordinating') => () =>
    task &&
    change({
      op: 'setAgencies',
      taskId: task.id,
      role,
      agencies: [...task[role].map(({ name: one }) => ({ name: one })), { name: words }],
    });
  return (
    <div className={css['selection']} role="group" aria-label={say('Với đoạn đã bôi đen')}>
      <span className={css['selected']}>“{words.length > 60 ? `${words.slice(0, 60)}…` : words}”</span>
      <Button
        {...keeping}
        look="action"
        small
        onClick={done(() => {
          const before = taskBefore(draft, span);
          change({
            op: 'addTask',
            after: before?.id ?? null,
            // Most likely it stands below the same heading; the group can be changed on its card.
            task: { text: withoutMarker(words), span, group: before?.group ?? null },
          });
          choose(`t${draft.next}`);
        })}
      >
        {say('Thêm thành nhiệm vụ')}
      </Button>
      {task ? (
        <>
          <span className={css['selectionFor']}>{say('Nhiệm vụ {number}:', { number })}</span>
          <Button {...keeping} small onClick={done(name('lead'))}>
            {say('Chủ trì')}
          </Button>
          <Button {...keeping} small onClick={done(name('coordinating'))}>
            {say('Phối hợp')}
          </Button>
          <Button
            {...keeping}
            small
            onClick={done(() =>
              change({ op: 'editTask', taskId: task.id, changes: { text: withoutMarker(words) } }),
            )}
          >
            {say('Nội dung')}
          </Button>
          <Button
            {...keeping}
            small
            onClick={done(() =>
              change({
                op: 'editTask',
                taskId: task.id,
                changes: { items: [...task.items, withoutMarker(words)] },
              }),
            )}
          >
            {say('Chi tiết')}
          </Button>
        </>
      ) : null}
    </div>
  );
}

/** Pressing a button must not take the selection away before it is used. */
const keeping = { onMouseDown: (event: MouseEvent) => event.preventDefault() };

/** "a) Tổ chức …" is the task "Tổ chức …". */
export function withoutMarker(words: string): string {
  return words.replace(/^(?:[-–+•]|\d+(?:\.\d+)*[.)]|[a-zđ]\))\s+/u, '');
}

/** A new task stands where it stands in the document: after the last one that begins before it. */
export function taskBefore(draft: Draft, span: Span): Draft['tasks'][number] | null {
  return draft.tasks.findLast((task) => task.span !== null && task.span[0] <= span[0]) ?? null;
}

function useSelectedSpan(sheet: RefObject<HTMLDivElement | null>, text: string): Span | null {
  const [span, setSpan] = useState<Span | null>(null);
  useEffect(() => {
    let timer = 0;
    const look = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => setSpan(sheet.current ? selectedSpan(sheet.current, text) : null), 150);
    };
    document.addEventListener('selectionchange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', look);
    };
  }, [sheet, text]);
  return span;
}
