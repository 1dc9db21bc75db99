// Groups of tasks; groups and tasks change places by keyboard and by dragging.
import { memo, useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { focusSoon } from '../desk/chooser.ts';
import { useDesk, usePiece } from './desk-context.ts';
import * as steps from './draft.ts';
import { emptyTask } from './draft.ts';
import { Handle } from './handle.tsx';
import type { Layout } from './numbering.ts';
import css from './sheet.module.css';
import { TaskLine } from './task-line.tsx';
import { Writing } from '../ui/writing.tsx';

export function Groups() {
  const { say } = useWords();
  const { keeper, readOnly, newId } = useDesk();
  const layout = usePiece((desk) => desk.layout);
  const addGroup = () => {
    const id = newId();
    keeper.edit(steps.addGroup({ id, title: '' }));
    focusSoon(`group-${id}`);
  };
  return (
    <>
      {layout.rows.map((row) => (
        <Row key={row.groupId ?? ''} row={row} markers={layout.markers} />
      ))}
      {readOnly ? null : (
        <Button look="plain" small className={css['add'] ?? ''} onClick={addGroup}>
          + {say('Thêm nhóm nhiệm vụ')}
        </Button>
      )}
    </>
  );
}

interface RowProps {
  readonly row: Layout['rows'][number];
  readonly markers: Layout['markers'];
}

const Row = memo(function Row({ row: { groupId, taskIds }, markers }: RowProps) {
  return (
    <div className={css['row']}>
      {groupId === null ? null : <GroupHead id={groupId} marker={markers.get(groupId) ?? ''} />}
      <ol className={css['tasks']} data-grouped={groupId === null ? undefined : true}>
        {taskIds.map((id, at) => (
          <TaskLine
            key={id}
            id={id}
            groupId={groupId}
            marker={markers.get(id) ?? ''}
            next={taskIds[at + 1] ?? null}
            before={taskIds[at - 1] ?? null}
          />
        ))}
      </ol>
      <AddTask groupId={groupId} />
    </div>
  );
});

/** Also where a task is dropped to stand at the end of the group. */
function AddTask({ groupId }: { groupId: string | null }) {
  const { say } = useWords();
  const { keeper, readOnly, newId, dragging } = useDesk();
  const [over, setOver] = useState(false);
  if (readOnly) return null;
  const add = () => {
    const id = newId();
    keeper.edit(steps.addTasks([emptyTask(id, groupId)], null));
    focusSoon(`task-${id}`);
  };
  return (
    <div
      className={css['end']}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (dragging.now()?.kind !== 'task') return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const current = dragging.now();
        if (current?.kind === 'task') keeper.edit(steps.moveTask(current.id, { groupId, before: null }));
      }}
    >
      <Button look="plain" small className={css['add'] ?? ''} onClick={add}>
        + {say('Thêm nhiệm vụ|trong kế hoạch')}
      </Button>
    </div>
  );
}

function GroupHead({ id, marker }: { id: string; marker: string }) {
  const { say } = useWords();
  const { keeper, readOnly, newId, dragging } = useDesk();
  const title = usePiece(({ draft }) => draft.body.groups.find((group) => group.id === id)?.title ?? '');
  const [over, setOver] = useState(false);
  const addFirst = (texts: readonly string[]) => {
    const tasks = texts.map((text) => emptyTask(newId(), id, text));
    const first = keeper.now().layout.rows.find(({ groupId }) => groupId === id)?.taskIds[0];
    const [one] = tasks;
    keeper.edit((draft) =>
      tasks.reduce(
        (now, task) =>
          steps.moveTask(task.id, { groupId: id, before: first ?? null })(steps.addTasks([task], null)(now)),
        draft,
      ),
    );
    if (one) focusSoon(`task-${one.id}`);
  };
  const step = (by: -1 | 1) => {
    keeper.edit(steps.stepGroup(id, by));
    focusSoon(`group-${id}`);
  };
  return (
    <div
      className={css['groupHead']}
      data-over={over ? 'before' : undefined}
      onDragOver={(event) => {
        if (!dragging.now()) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const current = dragging.now();
        if (current?.kind === 'group') keeper.edit(steps.moveGroup(current.id, id));
        if (current?.kind === 'task') {
          const first = keeper.now().layout.rows.find(({ groupId }) => groupId === id)?.taskIds[0] ?? null;
          keeper.edit(steps.moveTask(current.id, { groupId: id, before: first }));
        }
      }}
    >
      {readOnly ? null : (
        <Handle
          id={`group-handle-${id}`}
          label={say('Chuyển chỗ nhóm {group}: phím mũi tên lên, xuống hoặc kéo', { group: title || marker })}
          onStep={(by) => {
            keeper.edit(steps.stepGroup(id, by));
            focusSoon(`group-handle-${id}`);
          }}
          onDrag={() => dragging.set({ kind: 'group', id })}
          onEnd={() => dragging.set(null)}
        />
      )}
      <h3>
        <span className={css['marker']}>{marker}</span>
        <Writing
          id={`group-${id}`}
          label={say('Tên nhóm {marker}', { marker })}
          placeholder={say('Tên nhóm nhiệm vụ')}
          value={title}
          most={2000}
          readOnly={readOnly}
          invalid={title.trim() === ''}
          onChange={(text) => keeper.edit(steps.editGroup(id, text.replaceAll('\n', ' ')), `group-${id}`)}
          onEnter={() => addFirst([''])}
          onLines={addFirst}
          onStep={step}
          onEmptied={() => keeper.edit(steps.removeGroup(id))}
        />
      </h3>
      {readOnly ? null : (
        <Button
          look="plain"
          small
          className={css['remove'] ?? ''}
          aria-label={say('Xóa nhóm {group}, giữ các nhiệm vụ', { group: title || marker })}
          onClick={() => keeper.edit(steps.removeGroup(id))}
        >
          ✕
        </Button>
      )}
    </div>
  );
}
