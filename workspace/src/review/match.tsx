// What a name was matched with, why, what else it could be, and which units a collective name stands for.
import type { DraftAgency } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { resolveUnit } from '../api.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Failure, Waiting } from '../ui/notice.tsx';
import css from './agencies.module.css';
import { Scroller } from '../ui/scroller.tsx';
import { useDesk } from './desk-context.ts';
import { UnitPicker } from './unit-picker.tsx';

export function Match({
  agency,
  onMatch,
}: {
  agency: DraftAgency;
  onMatch: (unitId: number | null) => void;
}) {
  const { say } = useWords();
  const { documentId, readOnly } = useDesk();
  const [searching, setSearching] = useState(false);
  const found = useQuery({
    queryKey: ['resolve', documentId, agency.name],
    queryFn: ({ signal }) => resolveUnit(agency.name, documentId, signal),
  });
  if (found.isPending) return <Waiting />;
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const { members, alternatives } = found.data;
  const others = alternatives.filter((unit) => unit.id !== agency.unitId);
  return (
    <div className={css['panel']}>
      <p>
        {agency.why ??
          found.data.why ??
          say('Không có đơn vị nào trong danh bạ mang tên này vào ngày ban hành văn bản.')}
      </p>
      {members && members.length > 0 ? (
        <>
          <h4>{say('Các đơn vị vào ngày ban hành văn bản')}</h4>
          <Scroller className={css['members']} aria-label={say('Các đơn vị vào ngày ban hành văn bản')}>
            <ul>
              {members.map((unit) => (
                <li key={unit.id}>{unit.name}</li>
              ))}
            </ul>
          </Scroller>
        </>
      ) : null}
      {readOnly ? null : (
        <>
          {others.length > 0 ? <h4>{say('Có thể là')}</h4> : null}
          <div className={css['choices']}>
            {others.map((unit) => (
              <Button key={unit.id} small onClick={() => onMatch(unit.id)}>
                {unit.name}
              </Button>
            ))}
            <Button look="plain" small onClick={() => setSearching(!searching)}>
              {say('Chọn đơn vị khác')}
            </Button>
            {agency.unitId !== null ? (
              <Button look="plain" small onClick={() => onMatch(null)}>
                {say('Không ghép với đơn vị nào')}
              </Button>
            ) : null}
          </div>
          {searching ? (
            <UnitPicker
              label={say('Chọn đơn vị khác')}
              onlyUnits
              onClose={() => setSearching(false)}
              onPick={(picked) => {
                onMatch(picked.unitId ?? null);
                setSearching(false);
              }}
            />
          ) : null}
        </>
      )}
    </div>
  );
}
