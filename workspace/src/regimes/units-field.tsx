// Several units, chosen one after the other.
import type { UnitRef } from '@nhipcau/server/contract';
import { UnitField } from '../duties/unit-field.tsx';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import css from './regimes.module.css';

interface Props {
  readonly label: string;
  readonly value: readonly UnitRef[];
  readonly onChange: (units: readonly UnitRef[]) => void;
}

export function UnitsField({ label, value, onChange }: Props) {
  const { say } = useWords();
  return (
    <div className={css['units']}>
      <UnitField
        living
        key={value.length}
        label={label}
        value={null}
        onChange={(unit) => unit && !value.some(({ id }) => id === unit.id) && onChange([...value, unit])}
      />
      {value.length > 0 ? (
        <ul>
          {value.map((unit) => (
            <li key={unit.id}>
              <span lang="vi">{unit.name}</span>
              <Button
                small
                look="plain"
                aria-label={say('Bỏ {what}', { what: unit.name })}
                onClick={() => onChange(value.filter(({ id }) => id !== unit.id))}
              >
                ✕
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
