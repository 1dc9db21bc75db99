// The tree itself: each level is fetched when it is opened.
import type { TreeUnit } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { Failure, Waiting } from '../ui/notice.tsx';
import { kindWord } from './kinds.ts';
import { unitTree } from './requests.ts';
import css from './units.module.css';

interface LevelProps {
  readonly under: number | null;
  readonly on: string;
  readonly kind: string | undefined;
  /** Opened from the beginning. */
  readonly open?: boolean;
}

export function TreeLevel({ under, on, kind }: LevelProps) {
  const { say } = useWords();
  const found = useQuery({
    queryKey: ['units', 'tree', on, under],
    queryFn: ({ signal }) => unitTree({ on, under: under ?? undefined }, signal),
    placeholderData: (before) => before,
  });
  if (found.error) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  // A unit of another kind stays where something stands below it.
  const rows = found.data.units.filter((unit) => !kind || unit.kind === kind || unit.below > 0);
  if (rows.length === 0)
    return <p className={css['none']}>{say('Không có đơn vị trực thuộc vào ngày này.')}</p>;
  return (
    <ul className={css['level']}>
      {rows.map((unit) => (
        <Branch key={unit.id} unit={unit} on={on} kind={kind} />
      ))}
    </ul>
  );
}

function Branch({ unit, on, kind }: { unit: TreeUnit; on: string; kind: string | undefined }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <div className={css['row']}>
        {unit.below > 0 ? (
          <button
            type="button"
            className={css['twist']}
            aria-expanded={open}
            aria-label={say(open ? 'Thu gọn {name}' : 'Mở {name}', { name: unit.name })}
            onClick={() => setOpen(!open)}
          >
            <span aria-hidden="true">{open ? '▾' : '▸'}</span>
          </button>
        ) : (
          <span className={css['leaf']} aria-hidden="true" />
        )}
        <UnitLine unit={unit} />
        {unit.below > 0 ? (
          <span className={css['count']}>{say('{count} đơn vị bên dưới', { count: unit.below })}</span>
        ) : null}
      </div>
      {open ? <TreeLevel under={unit.id} on={on} kind={kind} /> : null}
    </li>
  );
}

interface Line {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly code?: string | null;
  readonly areaCode?: string | null;
  readonly assumed?: boolean;
}

export function UnitLine({ unit }: { unit: Line }) {
  const { say } = useWords();
  const codes = [unit.code, unit.areaCode].filter(Boolean).join(' · ');
  return (
    <span className={css['line']}>
      <Link to="/don-vi/$id" params={{ id: String(unit.id) }} lang="vi">
        {unit.name}
      </Link>
      <small>
        {say(kindWord(unit.kind))}
        {codes ? ` · ${codes}` : ''}
        {unit.assumed ? ` · ${say('chưa xác nhận')}` : ''}
      </small>
    </span>
  );
}
