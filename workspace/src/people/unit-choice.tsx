// Finds a unit that the reader administers by what is typed of its name; arrows, Enter and Escape work as in any combobox.
import { useId, useState, type KeyboardEvent } from 'react';
import { useWords } from '../language/words.ts';
import { Field } from '../ui/field.tsx';
import { Failure } from '../ui/notice.tsx';
import { useAdministered } from './administered.ts';
import css from './people.module.css';

export interface ChosenUnit {
  readonly id: number;
  readonly name: string;
}

interface Props {
  readonly value: ChosenUnit | null;
  readonly onChange: (unit: ChosenUnit | null) => void;
}

export function UnitChoice({ value, onChange }: Props) {
  const { say } = useWords();
  const [typed, setTyped] = useState(value?.name ?? '');
  const [closed, setClosed] = useState(false);
  const [at, setAt] = useState(0);
  const list = useId();
  const open = !closed && typed.trim().length > 1 && typed !== value?.name;
  const { units, ready, error } = useAdministered(typed.trim(), open);
  const here = Math.min(at, Math.max(0, units.length - 1));
  const take = (unit: ChosenUnit | undefined) => {
    if (!unit) return;
    setTyped(unit.name);
    onChange({ id: unit.id, name: unit.name });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && closed) setClosed(false);
    else if (!open) return;
    else if (step !== undefined && units.length > 0) setAt((here + step + units.length) % units.length);
    else if (event.key === 'Enter') take(units[here]);
    else if (event.key === 'Escape') setClosed(true);
    else return;
    // Neither does Enter send the form nor Escape close the dialog around an open list.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div>
      <Field
        label={say('Đơn vị|một')}
        required
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={open && units[here] ? `${list}-${units[here].id}` : undefined}
        value={typed}
        placeholder={say('Gõ tên đơn vị')}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setClosed(false);
          onChange(null);
        }}
      />
      <div
        id={list}
        role="listbox"
        aria-label={say('Đơn vị|một')}
        className={css['units']}
        hidden={!open || units.length === 0}
      >
        {units.map((unit, index) => (
          // The field keeps the focus; its keys walk the list (ARIA's pattern of a combobox).
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={unit.id}
            id={`${list}-${unit.id}`}
            role="option"
            aria-selected={index === here}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(unit)}
          >
            <span lang="vi">{unit.name}</span>
            {unit.parentName ? (
              <span className={css['faint']} lang="vi">
                {unit.parentName}
              </span>
            ) : null}
          </div>
        ))}
      </div>
      {open && error ? <Failure error={error} /> : null}
      {open && ready && units.length === 0 ? (
        <p role="status" className={css['faint']}>
          {say('Không có đơn vị nào khớp.')}
        </p>
      ) : null}
    </div>
  );
}
