// Tries a formula on the records of a unit before anybody reports by it.
import type { Formula, UnitRef } from '@nhipcau/server/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { UnitField } from '../duties/unit-field.tsx';
import { useWords } from '../language/words.ts';
import css from '../regimes/regimes.module.css';
import list from '../reports/list.module.css';
import { shownNumber } from '../reports/numbers.ts';
import { useOwners } from '../reports/owners.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Failure } from '../ui/notice.tsx';
import own from './indicators.module.css';
import { tryFormula } from './requests.ts';

export function FormulaTrial({ formula }: { formula: Formula }) {
  const { say, language } = useWords();
  const [first] = useOwners();
  const [year] = useState(() => new Date().getFullYear());
  const [chosen, setChosen] = useState<UnitRef | null>(null);
  const [from, setFrom] = useState(`${year - 1}-12-15`);
  const [to, setTo] = useState(`${year}-12-14`);
  const unit = chosen ?? first ?? null;
  const run = useMutation({
    mutationFn: () => tryFormula({ formula, unitId: unit?.id ?? 0, from, to, below: true }),
  });
  return (
    <section className={`${list['preview']} ${css['aside']} ${own['trial']}`}>
      <h2>{say('Tính thử')}</h2>
      <UnitField label={say('Đơn vị và cấp dưới của')} value={unit} onChange={setChosen} />
      <DayField label={say('Số liệu từ ngày')} value={from} onChange={setFrom} />
      <DayField label={say('đến ngày')} value={to} onChange={setTo} />
      <Button disabled={!unit || !from || !to || run.isPending} onClick={() => run.mutate()}>
        {say('Tính thử')}
      </Button>
      {run.error ? <Failure error={run.error} /> : null}
      {run.data ? (
        <div role="status">
          <p className={own['result']}>
            {run.data.value === null ? '–' : shownNumber(run.data.value, language)}
          </p>
          <p className={css['hint']}>{run.data.words}</p>
        </div>
      ) : null}
    </section>
  );
}
