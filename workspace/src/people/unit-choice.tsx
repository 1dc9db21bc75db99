// Finds a unit by what is typed of its name.
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { unitList } from '../api.ts';
import { useWords } from '../language/words.ts';
import { Field } from '../ui/field.tsx';
import css from './people.module.css';

export interface ChosenUnit {
  readonly id: number;
  readonly name: string;
}

export function UnitChoice({
  value,
  onChange,
}: {
  value: ChosenUnit | null;
  onChange: (unit: ChosenUnit | null) => void;
}) {
  const { say } = useWords();
  const [typed, setTyped] = useState(value?.name ?? '');
  const list = useId();
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const open = typed.length > 1 && typed !== value?.name;
  const found = useQuery({
    queryKey: ['units', 'choice', typed],
    queryFn: ({ signal }) => unitList({ q: typed, on: today, limit: 8 }, signal),
    enabled: open,
    placeholderData: (previous) => previous,
  });
  return (
    <div className={css['unit']}>
      <Field
        label={say('Đơn vị|một')}
        required
        autoComplete="off"
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        value={typed}
        placeholder={say('Gõ tên đơn vị')}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(null);
        }}
      />
      {open ? (
        <ul id={list} className={css['units']}>
          {(found.data?.rows ?? []).map(({ id, name, parentName }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => {
                  setTyped(name);
                  onChange({ id, name });
                }}
              >
                <span lang="vi">{name}</span>
                {parentName ? (
                  <span className={css['faint']} lang="vi">
                    {parentName}
                  </span>
                ) : null}
              </button>
            </li>
          ))}
          {found.data?.rows.length === 0 ? (
            <li className={css['faint']}>{say('Không có đơn vị nào khớp.')}</li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}
