// The agencies of a task: as the document names them, the unit each was matched with, and why.
import type { DraftAgency, DraftTask } from '@nhipcau/server/contract';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useWords, type Say } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import css from './agencies.module.css';
import { useDesk } from './desk-context.ts';
import { Linked, Why } from './linked.tsx';
import { reasonWords } from './reasons.ts';
import { useHeldShortcuts } from '../ui/shortcuts.ts';

const loadPicker = () => import('./unit-picker.tsx');
const UnitPicker = lazy(() => loadPicker().then((module) => ({ default: module.UnitPicker })));
const Match = lazy(() => import('./match.tsx').then((module) => ({ default: module.Match })));

type Role = 'lead' | 'coordinating';

export function Agencies({ task, duty: role }: { task: DraftTask; duty: Role }) {
  const { say } = useWords();
  const { readOnly, change } = useDesk();
  const [adding, setAdding] = useState(false);
  const agencies = task[role];
  useHeldShortcuts(adding);
  useEffect(() => {
    // Were it fetched only when asked for, the first letters typed would be taken for shortcuts.
    if (!readOnly) void loadPicker();
  }, [readOnly]);
  const label = roleWords(role, say);
  const set = (wanted: readonly { name: string; unitId?: number | null }[]) =>
    change({ op: 'setAgencies', taskId: task.id, role, agencies: [...wanted] });
  return (
    <div className={css['agencies']} role="group" aria-label={label}>
      {agencies.length === 0 && !adding ? (
        <span className={css['none']}>{say('Chưa nêu cơ quan')}</span>
      ) : null}
      <ul>
        {agencies.map((agency, index) => (
          <AgencyLine
            key={`${agency.name}:${index}`}
            agency={agency}
            mark={agency.span ? `${role}:${task.id}:${index}` : null}
            role={label}
            onRemove={() => set(agencies.toSpliced(index, 1).map(asInput))}
            onMatch={(unitId) =>
              set(agencies.map((one, at) => (at === index ? { name: one.name, unitId } : asInput(one))))
            }
          />
        ))}
      </ul>
      {readOnly ? null : adding ? (
        <Suspense fallback={null}>
          <UnitPicker
            label={say('Thêm {role}', { role: label.toLowerCase() })}
            onClose={() => setAdding(false)}
            onPick={(picked) => {
              set([...agencies.map(asInput), picked]);
              setAdding(false);
            }}
          />
        </Suspense>
      ) : (
        <Button
          look="plain"
          small
          aria-label={say('Thêm {role}', { role: label.toLowerCase() })}
          onClick={() => setAdding(true)}
        >
          {say('+ Thêm')}
        </Button>
      )}
    </div>
  );
}

/** As the server wants it back: the earlier match of a name is kept unless a person chose otherwise. */
const asInput = ({ name, unitId, matched }: DraftAgency) =>
  matched === 'person' ? { name, unitId } : { name };

export function roleWords(role: Role, say: Say): string {
  return role === 'lead' ? say('Cơ quan chủ trì') : say('Cơ quan phối hợp');
}

function AgencyLine({
  agency,
  mark,
  role,
  onRemove,
  onMatch,
}: {
  agency: DraftAgency;
  mark: string | null;
  role: string;
  onRemove: () => void;
  onMatch: (unitId: number | null) => void;
}) {
  const { say } = useWords();
  const { readOnly } = useDesk();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <Linked mark={mark} className={css['agency']}>
        <span className={css['name']}>{agency.name}</span>
        {readOnly ? null : (
          <Button
            look="plain"
            small
            aria-label={say('Bỏ {name} khỏi {role}', { name: agency.name, role: role.toLowerCase() })}
            onClick={onRemove}
          >
            ✕
          </Button>
        )}
        <span className={css['under']}>
          <button type="button" className={css['match']} aria-expanded={open} onClick={() => setOpen(!open)}>
            {matchWords(agency, say)}
          </button>
          {agency.reason ? <Why mark={mark}>{reasonWords(agency.reason, say)}</Why> : null}
        </span>
      </Linked>
      {open ? (
        <Suspense fallback={null}>
          <Match agency={agency} onMatch={onMatch} />
        </Suspense>
      ) : null}
    </li>
  );
}

/** One line: what the name stands for in the register of units. */
function matchWords(agency: DraftAgency, say: Say): string {
  if (agency.members !== null) return say('gồm {n, number} đơn vị', { n: agency.members });
  if (agency.unitName === null) return say('chưa khớp với đơn vị nào');
  return agency.unitName === agency.name
    ? say('khớp danh bạ đơn vị')
    : say('là {unit}', { unit: agency.unitName });
}
