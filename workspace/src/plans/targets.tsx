// What the plan is to reach, in numbers: how much of what, by when.
import type { PlanTarget } from '@nhipcau/server/contract';
import { useState } from 'react';
import { day, figure } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { focusSoon } from '../desk/chooser.ts';
import { useChosen, useDesk, usePiece } from './desk-context.ts';
import * as steps from './draft.ts';
import { typedFigure } from './figures.ts';
import form from './form.module.css';
import css from './sheet.module.css';
import { Writing } from '../ui/writing.tsx';

export function Targets() {
  const { say } = useWords();
  const { keeper, readOnly, newId } = useDesk();
  const targets = usePiece(({ draft }) => draft.body.targets);
  const add = (after: string | null, texts: readonly string[] = ['']) => {
    let behind = after;
    keeper.edit((draft) =>
      texts.reduce((now, text) => {
        const target = { id: newId(), text, value: null, unit: null, by: null };
        const next = steps.addTarget(target, behind)(now);
        behind = target.id;
        return next;
      }, draft),
    );
    if (behind) focusSoon(`target-${behind}`);
  };
  return (
    <>
      <ol className={css['targets']}>
        {targets.map((target, at) => (
          <TargetLine key={target.id} target={target} at={at} add={(texts) => add(target.id, texts)} />
        ))}
      </ol>
      {readOnly ? null : (
        <Button look="plain" small className={css['add'] ?? ''} onClick={() => add(null)}>
          + {say('Thêm chỉ tiêu')}
        </Button>
      )}
    </>
  );
}

function TargetLine({
  target,
  at,
  add,
}: {
  target: PlanTarget;
  at: number;
  add: (texts?: readonly string[]) => void;
}) {
  const { say, language } = useWords();
  const { keeper, chooser, readOnly } = useDesk();
  const { id, text, value, unit, by } = target;
  const chosen = useChosen(id) && !readOnly;
  const remove = () => keeper.edit(steps.removeTarget(id));
  const said = [
    value === null ? null : [figure(value, language), unit].filter(Boolean).join(' '),
    by ? say('đến {date}', { date: day(by, language) }) : null,
  ].filter(Boolean);
  return (
    <li className={css['task']} data-chosen={chosen || undefined}>
      <div className={css['taskText']}>
        <span className={css['marker']}>{at + 1}.</span>
        <Writing
          id={`target-${id}`}
          label={say('Chỉ tiêu {n, number}', { n: at + 1 })}
          placeholder={say('Đạt được gì')}
          value={text}
          most={1000}
          readOnly={readOnly}
          invalid={text.trim() === ''}
          onFocus={() => chooser.choose(id)}
          onChange={(next) => keeper.edit(steps.editTarget(id, { text: next }), `target-${id}`)}
          onEnter={() => add()}
          onLines={add}
          onEmptied={remove}
          onStep={(step) => {
            keeper.edit(steps.stepTarget(id, step));
            focusSoon(`target-${id}`);
          }}
        />
      </div>
      {chosen ? (
        <TargetForm target={target} onRemove={remove} />
      ) : readOnly ? (
        <div className={css['facts']}>{said.join(', ')}</div>
      ) : (
        <button
          type="button"
          className={css['facts']}
          aria-expanded={false}
          onClick={() => focusSoon(`target-${id}`)}
        >
          <span className="hidden-text">{say('Sửa chỉ tiêu {n, number}', { n: at + 1 })}. </span>
          {said.length > 0 ? said.join(', ') : say('Chưa có số')}
        </button>
      )}
    </li>
  );
}

function TargetForm({
  target: { id, value, unit, by },
  onRemove,
}: {
  target: PlanTarget;
  onRemove: () => void;
}) {
  const { say, language } = useWords();
  const { keeper, chooser } = useDesk();
  const [typed, setTyped] = useState(value === null ? '' : figure(value, language));
  const wrong = typed.trim() !== '' && typedFigure(typed, language) === null;
  const change = (part: Partial<PlanTarget>, field: string) =>
    keeper.edit(steps.editTarget(id, part), `${id}:${field}`);
  return (
    <div className={form['form']}>
      <div className={form['inputs']}>
        <label className={form['field']}>
          {say('Số lượng')}
          <input
            inputMode="decimal"
            className={form['short']}
            aria-invalid={wrong}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              const next = typedFigure(event.target.value, language);
              if (next !== null || event.target.value.trim() === '') change({ value: next }, 'value');
            }}
          />
        </label>
        <label className={form['field']}>
          {say('Đơn vị tính')}
          <input
            lang="vi"
            className={form['short']}
            maxLength={100}
            value={unit ?? ''}
            onChange={(event) => change({ unit: event.target.value || null }, 'unit')}
          />
        </label>
        <DayField
          label={say('Đạt được đến ngày')}
          value={by ?? ''}
          onChange={(date) => change({ by: date || null }, 'by')}
        />
      </div>
      {wrong ? <small className={form['hint']}>{say('Đây không phải là số.')}</small> : null}
      <div className={form['tools']}>
        <Button small onClick={onRemove}>
          {say('Xóa chỉ tiêu')}
        </Button>
        <Button look="plain" small onClick={() => chooser.choose(null)}>
          {say('Xong')}
        </Button>
      </div>
    </div>
  );
}
