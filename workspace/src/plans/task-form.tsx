// All of a task besides its words, open below it while it is chosen.
import type { PlanTask } from '@nhipcau/server/contract';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { AgenciesField } from './agencies-field.tsx';
import { useDesk, usePiece } from './desk-context.ts';
import * as steps from './draft.ts';
import { DueField } from './due-field.tsx';
import { LinesField } from './lines-field.tsx';
import { MilestonesField } from './milestones-field.tsx';
import css from './form.module.css';
import { SuperiorTask } from './superior-task.tsx';

interface Props {
  readonly task: PlanTask;
  readonly marker: string;
  readonly onRemove: () => void;
  readonly onStep: (by: -1 | 1) => void;
}

export function TaskForm({ task, marker, onRemove, onStep }: Props) {
  const { say } = useWords();
  const { keeper } = useDesk();
  const { id } = task;
  const change = (part: Partial<PlanTask>, field?: string) =>
    keeper.edit(steps.editTask(id, part), field ? `${id}:${field}` : undefined);
  return (
    <div className={css['form']} role="group" aria-label={say('Chi tiết nhiệm vụ {marker}', { marker })}>
      <LinesField
        id={`items-${id}`}
        label={say('Nội dung chi tiết')}
        hint={say('Mỗi dòng một nội dung')}
        lines={task.items}
        most={{ letters: 20_000, lines: 500 }}
        onChange={(items) => change({ items }, 'items')}
      />
      <AgenciesField kind="lead" agencies={task.lead} onChange={(lead) => change({ lead })} />
      <AgenciesField
        kind="coordinating"
        agencies={task.coordinating}
        onChange={(coordinating, field) => change({ coordinating }, field)}
      />
      <DueField due={task.due} onCall={task.onCall} onChange={change} />
      <LinesField
        id={`outputs-${id}`}
        label={say('Sản phẩm, kết quả')}
        hint={say('Mỗi dòng một sản phẩm')}
        lines={task.outputs}
        onChange={(outputs) => change({ outputs }, 'outputs')}
      />
      <MilestonesField
        milestones={task.milestones}
        onChange={(milestones, field) => change({ milestones }, field)}
      />
      <div className={css['field']}>
        <label htmlFor={`budget-${id}`}>{say('Kinh phí')}</label>
        <input
          id={`budget-${id}`}
          type="text"
          maxLength={500}
          placeholder={say('Nguồn, dự toán')}
          value={task.budget ?? ''}
          onChange={(event) => change({ budget: event.target.value || null }, 'budget')}
        />
      </div>
      <SuperiorTask
        value={task.superiorTaskId}
        id={id}
        onChange={(superiorTaskId) => change({ superiorTaskId })}
      />
      <label className={css['check']}>
        <input
          type="checkbox"
          checked={task.asksPlan}
          onChange={(event) => change({ asksPlan: event.target.checked })}
        />
        <span>
          {say('Yêu cầu đơn vị được giao xây dựng kế hoạch riêng')}
          <small>
            {say('Nhiệm vụ hoàn thành khi đơn vị ban hành kế hoạch của mình; theo dõi ở màn hình bao phủ.')}
          </small>
        </span>
      </label>
      <Tools task={task} onRemove={onRemove} onStep={onStep} />
    </div>
  );
}

function Tools({ task, onRemove, onStep }: Omit<Props, 'marker'>) {
  const { say } = useWords();
  const { keeper, chooser } = useDesk();
  const groups = usePiece(({ draft }) => draft.body.groups);
  return (
    <div className={css['tools']}>
      {groups.length > 0 ? (
        <select
          aria-label={say('Chuyển sang nhóm')}
          value={task.groupId ?? ''}
          onChange={(event) =>
            keeper.edit(steps.moveTask(task.id, { groupId: event.target.value || null, before: null }))
          }
        >
          <option value="">{say('Không thuộc nhóm nào')}</option>
          {groups.map(({ id, title }) => (
            <option key={id} value={id}>
              {title || say('(chưa có tên)')}
            </option>
          ))}
        </select>
      ) : null}
      <Button small onClick={() => onStep(-1)} title="Alt+↑">
        ↑ {say('Lên')}
      </Button>
      <Button small onClick={() => onStep(1)} title="Alt+↓">
        ↓ {say('Xuống')}
      </Button>
      <Button small onClick={onRemove}>
        {say('Xóa nhiệm vụ')}
      </Button>
      <Button look="plain" small onClick={() => chooser.choose(null)}>
        {say('Xong')}
      </Button>
    </div>
  );
}
