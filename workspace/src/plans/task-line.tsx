// One task of the plan: its words, who does it by when, and all of that open to change where it is chosen.
import type { PlanTask } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { memo, useState } from 'react';
import { day } from '../language/dates.ts';
import { useWords, type Say, type Language } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { focusSoon } from '../desk/chooser.ts';
import { useChosen, useDesk, usePiece } from './desk-context.ts';
import * as steps from './draft.ts';
import { emptyTask } from './draft.ts';
import { Handle } from './handle.tsx';
import { lacksOfTask } from './missing.ts';
import css from './sheet.module.css';
import { dueWords } from '../register/due.ts';
import { TaskForm } from './task-form.tsx';
import { Writing } from '../ui/writing.tsx';

interface Props {
  readonly id: string;
  readonly groupId: string | null;
  readonly marker: string;
  readonly before: string | null;
  readonly next: string | null;
}

export const TaskLine = memo(function TaskLine({ id, groupId, marker, before, next }: Props) {
  const { say } = useWords();
  const { keeper, chooser, readOnly, newId, dragging, announce } = useDesk();
  const task = usePiece(({ draft }) => taskIn(draft.body.tasks, id));
  const chosen = useChosen(id) && !readOnly;
  const [over, setOver] = useState<'before' | 'after' | null>(null);
  if (!task) return null;
  const addAfter = (texts: readonly string[]) => {
    const tasks = texts.map((text) => emptyTask(newId(), groupId, text));
    keeper.edit(steps.addTasks(tasks, id));
    const last = tasks.at(-1);
    if (last) focusSoon(`task-${last.id}`);
  };
  const step = (by: -1 | 1, focus: string) => {
    keeper.edit(steps.stepTask(id, by));
    announce(say('Đã chuyển đến {marker}', { marker: keeper.now().layout.markers.get(id) ?? '' }));
    focusSoon(focus);
  };
  const remove = () => {
    keeper.edit(steps.removeTask(id));
    const neighbour = before ?? next;
    if (neighbour) focusSoon(`task-${neighbour}`);
  };
  return (
    // Dragging is for the pointer; the handle's arrow keys do the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={css['task']}
      data-chosen={chosen || undefined}
      data-over={over ?? undefined}
      onDragOver={(event) => {
        if (dragging.now()?.kind !== 'task') return;
        event.preventDefault();
        const { top, height } = event.currentTarget.getBoundingClientRect();
        setOver(event.clientY < top + height / 2 ? 'before' : 'after');
      }}
      onDragLeave={() => setOver(null)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(null);
        const current = dragging.now();
        if (current?.kind === 'task')
          keeper.edit(steps.moveTask(current.id, { groupId, before: over === 'before' ? id : next }));
      }}
    >
      {readOnly ? null : (
        <Handle
          id={`handle-${id}`}
          label={say('Chuyển chỗ nhiệm vụ {marker}: phím mũi tên lên, xuống hoặc kéo', { marker })}
          onStep={(by) => step(by, `handle-${id}`)}
          onDrag={() => dragging.set({ kind: 'task', id })}
          onEnd={() => dragging.set(null)}
        />
      )}
      <div className={css['taskText']}>
        <span className={css['marker']}>{marker}</span>
        <Writing
          id={`task-${id}`}
          label={say('Nhiệm vụ {marker}', { marker })}
          placeholder={say('Việc phải làm')}
          value={task.text}
          readOnly={readOnly}
          invalid={task.text.trim() === ''}
          onFocus={() => chooser.choose(id)}
          onChange={(text) => keeper.edit(steps.editTask(id, { text }), `task-${id}`)}
          onEnter={() => addAfter([''])}
          onLines={addAfter}
          onEmptied={remove}
          onStep={(by) => step(by, `task-${id}`)}
        />
      </div>
      {task.items.length > 0 && !chosen ? (
        <ul className={css['items']} lang="vi">
          {task.items.map((item, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>{item}</li>
          ))}
        </ul>
      ) : null}
      {task.proposal && !readOnly ? <Proposal id={id} onRemove={remove} /> : null}
      {chosen ? (
        <TaskForm task={task} marker={marker} onRemove={remove} onStep={(by) => step(by, `task-${id}`)} />
      ) : (
        <Facts task={task} marker={marker} />
      )}
    </li>
  );
});

/** Taken over from last period: kept or struck out. */
function Proposal({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { say } = useWords();
  const { keeper } = useDesk();
  return (
    <p className={css['proposal']}>
      {say('Việc của kỳ trước, đề xuất làm tiếp.')}
      <Button small onClick={() => keeper.edit(steps.editTask(id, { proposal: false }))}>
        {say('Giữ|đề xuất')}
      </Button>
      <Button small onClick={onRemove}>
        {say('Bỏ')}
      </Button>
    </p>
  );
}

/** The tasks of a body by id, made once for each body. */
const indexes = new WeakMap<readonly PlanTask[], ReadonlyMap<string, PlanTask>>();

function taskIn(tasks: readonly PlanTask[], id: string): PlanTask | undefined {
  const known = indexes.get(tasks) ?? new Map(tasks.map((task) => [task.id, task]));
  indexes.set(tasks, known);
  return known.get(id);
}

function Facts({ task, marker }: { task: PlanTask; marker: string }) {
  const { say, language } = useWords();
  const { chooser, readOnly } = useDesk();
  const period = usePiece(({ draft }) => draft.periodFrom + draft.periodTo);
  const facts = factsOf(task, say, language);
  const lacks = readOnly
    ? []
    : lacksOfTask(task, { periodFrom: period.slice(0, 10), periodTo: period.slice(10) }).filter(
        ({ words }) =>
          words !== 'Nhiệm vụ chưa có nội dung' && words !== 'Đề xuất từ kỳ trước, chưa quyết định',
      );
  const words = (
    <>
      {facts.map(([name, value]) => (
        <span key={name} className={css['fact']}>
          <i>{name}:</i> <span lang="vi">{value}</span>
        </span>
      ))}
      {lacks.map(({ words: lack, grave }) => (
        <span key={lack} className={css['lack']} data-grave={grave || undefined}>
          {say(lack)}
        </span>
      ))}
    </>
  );
  if (readOnly)
    return (
      <div className={css['facts']}>
        {words}
        {task.taskId ? (
          <Link to="/nhiem-vu/$id" params={{ id: String(task.taskId) }} className={css['fact']}>
            {say('Theo dõi nhiệm vụ {marker}', { marker })}
          </Link>
        ) : null}
      </div>
    );
  return (
    <button
      type="button"
      data-print
      className={css['facts']}
      aria-expanded={false}
      onClick={() => {
        chooser.choose(task.id);
        focusSoon(`task-${task.id}`);
      }}
    >
      <span className="hidden-text">{say('Sửa chi tiết nhiệm vụ {marker}', { marker })}. </span>
      {words}
    </button>
  );
}

function factsOf(task: PlanTask, say: Say, language: Language): [string, string][] {
  const { lead, coordinating, due, onCall, outputs, milestones, budget, asksPlan } = task;
  const named = coordinating.map(({ name, part }) => (part ? `${name} (${part})` : name));
  const all: [string, string][] = [
    [say('Chủ trì'), lead.map(({ name }) => name).join('; ')],
    [say('Phối hợp'), named.join('; ')],
    [
      say('Thời hạn'),
      onCall ? say('khi có yêu cầu') : due.kind === 'unspecified' ? '' : dueWords(due, say, language),
    ],
    [say('Sản phẩm'), outputs.join('; ')],
    [say('Mốc'), milestones.map(({ text, date }) => `${text}: ${day(date, language)}`).join('; ')],
    [say('Kinh phí'), budget ?? ''],
    [say('Yêu cầu'), asksPlan ? say('mỗi đơn vị xây dựng kế hoạch riêng') : ''],
  ];
  return all.filter(([, value]) => value !== '');
}
