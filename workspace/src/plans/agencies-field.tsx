// Who leads or coordinates: units of the register, collective names, or names as written; a coordinating one with its part.
import type { PlanAgency } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import css from './agencies.module.css';
import { AgencyPicker } from './agency-picker.tsx';
import { resolveName } from './requests.ts';

interface Props {
  readonly kind: 'lead' | 'coordinating';
  readonly agencies: readonly PlanAgency[];
  readonly onChange: (agencies: PlanAgency[], field?: string) => void;
}

export function AgenciesField({ kind, agencies, onChange }: Props) {
  const { say } = useWords();
  const [picking, setPicking] = useState(false);
  const label = kind === 'lead' ? say('Cơ quan chủ trì') : say('Cơ quan phối hợp');
  const set = (at: number, change: Partial<PlanAgency>, field?: string) =>
    onChange(
      agencies.map((one, index) => (index === at ? { ...one, ...change } : one)),
      field,
    );
  return (
    <div className={css['field']} role="group" aria-label={label}>
      <span className={css['label']}>{label}</span>
      <ul>
        {agencies.map((agency, at) => (
          <li key={`${agency.unitId ?? ''}${agency.name}`}>
            <span className={css['name']} lang="vi">
              {agency.name}
              {agency.unitId === null ? <Meaning name={agency.name} /> : null}
            </span>
            {kind === 'coordinating' ? (
              <input
                type="text"
                aria-label={say('Phần việc của {agency}', { agency: agency.name })}
                placeholder={say('Phần việc (nếu có)')}
                maxLength={2000}
                value={agency.part ?? ''}
                onChange={(event) => set(at, { part: event.target.value || null }, `part-${at}`)}
              />
            ) : null}
            <Button
              look="plain"
              small
              aria-label={say('Bỏ {name} khỏi {role}', { name: agency.name, role: label })}
              onClick={() => onChange(agencies.filter((_one, index) => index !== at))}
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
      {picking ? (
        <AgencyPicker
          label={label}
          onClose={() => setPicking(false)}
          onPick={({ name, unitId }) => {
            const there = agencies.some((one) =>
              unitId === null ? one.name === name : one.unitId === unitId,
            );
            if (name && !there) onChange([...agencies, { name, unitId, part: null }]);
          }}
        />
      ) : (
        <Button look="plain" small onClick={() => setPicking(true)}>
          + {kind === 'lead' ? say('Thêm cơ quan chủ trì') : say('Thêm cơ quan phối hợp')}
        </Button>
      )}
    </div>
  );
}

/** What a name means today that is no single unit. */
function Meaning({ name }: { name: string }) {
  const { say } = useWords();
  const found = useQuery({
    queryKey: ['units', 'resolved', name],
    queryFn: ({ signal }) => resolveName(name, signal),
    staleTime: 300_000,
    retry: false,
  });
  if (!found.data) return null;
  const { unit, members } = found.data;
  const count = members?.length ?? 0;
  return (
    <span className={css['note']} data-doubt={!unit && count === 0 ? true : undefined}>
      {unit
        ? unit.name
        : count > 0
          ? say('hôm nay là {n, number} đơn vị', { n: count })
          : say('chưa khớp với đơn vị nào')}
    </span>
  );
}
