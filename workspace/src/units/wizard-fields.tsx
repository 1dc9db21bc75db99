// The fields of a reorganisation: which units, which successors, what becomes of units below.
import type { UnitRef } from '@nhipcau/server/contract';
import { useState } from 'react';
import { UnitField } from '../duties/unit-field.tsx';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { kindNames, unitKinds, type UnitKind } from './kinds.ts';
import { emptyTarget, kindOf, type Form, type Target } from './wizard-form.ts';
import css from './units.module.css';

interface FormProps {
  readonly form: Form;
  readonly set: (change: Partial<Form>) => void;
}

/** One or several units, added one after the other. */
export function UnitsChosen({ form, set, single }: FormProps & { readonly single: boolean }) {
  const { say } = useWords();
  const [round, setRound] = useState(0);
  const add = (unit: UnitRef | null) => {
    if (!unit) return;
    const others = form.units.filter(({ id }) => id !== unit.id);
    set({ units: single ? [unit] : [...others, unit], duties: {}, children: {} });
    setRound(round + 1);
  };
  return (
    <fieldset className={css['group']}>
      <legend>{single ? say('Đơn vị được sắp xếp') : say('Các đơn vị được sắp xếp')}</legend>
      {form.units.length > 0 ? (
        <ul className={css['chips']}>
          {form.units.map((unit) => (
            <li key={unit.id}>
              <span lang="vi">{unit.name}</span>
              <Button
                small
                look="plain"
                aria-label={say('Bỏ {name}', { name: unit.name })}
                onClick={() =>
                  set({ units: form.units.filter(({ id }) => id !== unit.id), duties: {}, children: {} })
                }
              >
                ✕
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {single && form.units.length > 0 ? null : (
        <UnitField key={round} label={say('Thêm đơn vị')} value={null} onChange={add} />
      )}
    </fieldset>
  );
}

export function Targets({ form, set, several, onlyNew }: FormProps & { several: boolean; onlyNew: boolean }) {
  const { say } = useWords();
  const change = (key: number, next: Partial<Target>) =>
    set({ targets: form.targets.map((target) => (target.key === key ? { ...target, ...next } : target)) });
  const next = Math.max(0, ...form.targets.map(({ key }) => key)) + 1;
  const parent = form.targets[0]?.parent ?? null;
  const fewest = form.kind === 'split' && !form.goesOn ? 2 : 1;
  return (
    <>
      {form.targets.map((target, index) => (
        <fieldset key={target.key} className={css['group']}>
          <legend>
            {onlyNew
              ? say('Đơn vị mới {number}', { number: index + 1 })
              : several
                ? say('Đơn vị kế thừa {number}', { number: index + 1 })
                : say('Đơn vị sau sáp nhập')}
          </legend>
          <OneTarget
            target={target}
            kind={kindOf(target, form)}
            change={(each) => change(target.key, each)}
            onlyNew={onlyNew}
          />
          {several && form.targets.length > fewest ? (
            <Button
              small
              onClick={() =>
                set({
                  targets: form.targets.filter(({ key }) => key !== target.key),
                  duties: {},
                  children: {},
                })
              }
            >
              {say('Bỏ đơn vị này')}
            </Button>
          ) : null}
        </fieldset>
      ))}
      {several ? (
        <p>
          <Button small onClick={() => set({ targets: [...form.targets, emptyTarget(next, parent)] })}>
            {say('Thêm một đơn vị')}
          </Button>
        </p>
      ) : null}
    </>
  );
}

interface TargetProps {
  readonly target: Target;
  readonly kind: UnitKind;
  readonly change: (next: Partial<Target>) => void;
  readonly onlyNew: boolean;
}

function OneTarget({ target, kind: chosen, change, onlyNew }: TargetProps) {
  const { say } = useWords();
  return (
    <>
      {onlyNew ? null : (
        <p className={css['radios']}>
          {([true, false] as const).map((isNew) => (
            <label key={String(isNew)}>
              <input
                type="radio"
                name={`target-${target.key}`}
                checked={target.isNew === isNew}
                onChange={() => change({ isNew })}
              />
              {isNew ? say('Đơn vị thành lập mới') : say('Đơn vị đang hoạt động')}
            </label>
          ))}
        </p>
      )}
      {target.isNew ? (
        <div className={css['form']}>
          <Field
            label={say('Tên đơn vị')}
            value={target.name}
            maxLength={300}
            onChange={(e) => change({ name: e.target.value })}
          />
          <Choice
            label={say('Loại đơn vị')}
            value={chosen}
            onChange={(e) => change({ kind: e.target.value as UnitKind })}
          >
            {kindNames.map((kind) => (
              <option key={kind} value={kind}>
                {say(unitKinds[kind])}
              </option>
            ))}
          </Choice>
          <UnitField
            label={say('Cấp trên')}
            value={target.parent}
            onChange={(parent) => change({ parent })}
          />
          <Field
            label={say('Mã định danh')}
            value={target.code}
            maxLength={35}
            onChange={(e) => change({ code: e.target.value.toUpperCase() })}
          />
        </div>
      ) : (
        <UnitField
          label={say('Đơn vị đang hoạt động')}
          value={target.unit}
          onChange={(unit) => change({ unit })}
        />
      )}
    </>
  );
}

export function BelowChoice({ form, set }: FormProps) {
  const { say } = useWords();
  return (
    <Choice
      label={say('Các đơn vị trực thuộc')}
      value={form.below}
      onChange={(event) => set({ below: event.target.value as Form['below'] })}
    >
      <option value="move">{say('Chuyển sang đơn vị tiếp nhận')}</option>
      <option value="join">{say('Chuyển sang; đơn vị cùng tên thì gộp làm một')}</option>
      <option value="end">{say('Kết thúc cùng ngày')}</option>
    </Choice>
  );
}
