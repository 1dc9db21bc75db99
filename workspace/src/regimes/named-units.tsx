// Units named one by one, known here by their ids alone until their names have come.
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { unitById } from '../units/requests.ts';
import { Button } from '../ui/button.tsx';
import { UnitsField } from './units-field.tsx';
import css from './regimes.module.css';

interface Props {
  readonly label: string;
  readonly ids: readonly number[];
  readonly onChange: (ids: readonly number[]) => void;
}

export function NamedUnits({ label, ids, onChange }: Props) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const units = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['unit', id],
      queryFn: () => unitById(id),
      staleTime: 300_000,
    })),
  });
  const named = ids.map((id, at) => ({ id, name: units[at]?.data?.name ?? say('đơn vị số {id}', { id }) }));
  if (ids.length === 0 && !open)
    return (
      <Button small look="plain" className={css['addNamed'] ?? ''} onClick={() => setOpen(true)}>
        + {label}
      </Button>
    );
  return <UnitsField label={label} value={named} onChange={(next) => onChange(next.map(({ id }) => id))} />;
}
