// Chooses a unit as one types its name or abbreviation, with or without diacritics. Fields and filters use the same.
import type { UnitRef } from '@nhipcau/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useId, useState, type KeyboardEvent } from 'react';
import { unitList } from '../api.ts';
import { useWords } from '../language/words.ts';
import { today } from '../register/standing.ts';
import css from './unit-field.module.css';

interface Props {
  readonly label: string;
  readonly value: UnitRef | null;
  readonly onChange: (unit: UnitRef | null) => void;
  /** Who can be given something today: units that have ended are left out. */
  readonly living?: boolean;
}

export function UnitField({ label, value, onChange, living = false }: Props) {
  const { say } = useWords();
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const [asked] = useDebouncedValue((text ?? '').trim(), 160);
  const found = useQuery({
    queryKey: ['units', 'field', asked, living],
    queryFn: ({ signal }) => unitList({ q: asked, limit: 8, ...(living ? { on: today() } : {}) }, signal),
    placeholderData: keepPreviousData,
    enabled: text !== null && asked !== '',
  });
  const units = text !== null && asked !== '' ? (found.data?.rows ?? []) : [];
  const pick = (unit: UnitRef | undefined) => {
    if (!unit) return;
    onChange({ id: unit.id, name: unit.name });
    setText(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && units.length > 0) setAt((at + step + units.length) % units.length);
    else if (event.key === 'Enter' && units.length > 0) pick(units[at]);
    else if (event.key === 'Escape' && text !== null) setText(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className={css['field']}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={units.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={units[at] ? `${id}-${units[at].id}` : undefined}
        aria-autocomplete="list"
        placeholder={say('Tên hoặc chữ viết tắt, không cần dấu')}
        value={text ?? value?.name ?? ''}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          if (event.target.value === '') onChange(null);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setText(null)}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className={css['list']}
        hidden={units.length === 0}
      >
        {units.map((unit, index) => (
          // The field keeps the focus; its keys walk the list (ARIA's pattern of a combobox).
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={unit.id}
            id={`${id}-${unit.id}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(unit)}
          >
            <span lang="vi">{unit.name}</span>
            {unit.parentName ? <small lang="vi">{unit.parentName}</small> : null}
          </div>
        ))}
      </div>
      {text !== null && asked !== '' && found.data && units.length === 0 ? (
        <span role="status" className={css['none']}>
          {say('Không có đơn vị nào khớp')}
        </span>
      ) : null}
    </span>
  );
}
