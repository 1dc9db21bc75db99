// Urges all who are late with their own plan, through the duties by which they owe it.
import type { Coverage, DutyRow } from '@nhipcau/server/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { dutyList } from '../duties/requests.ts';
import { UrgeDialog } from '../duties/urge-dialog.tsx';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { failureWords } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';

export function UrgeLate({ coverage }: { coverage: Coverage }) {
  const { say } = useWords();
  const [duties, setDuties] = useState<readonly DutyRow[] | null>(null);
  const late = coverage.units.filter(({ state }) => state === 'overdue').map(({ unit }) => unit.id);
  const find = useMutation({
    mutationFn: async () => {
      const { rows } = await dutyList({
        plan: String(coverage.plan.id),
        class: ['overdue'],
        role: 'lead',
        size: 500,
      });
      return rows.filter(({ asksPlan, unit }) => asksPlan && late.includes(unit.id));
    },
    onSuccess: setDuties,
    onError: (error) => toast(failureWords(error, say).title, { tone: 'problem' }),
  });
  if (late.length === 0) return null;
  return (
    <>
      <Button look="action" disabled={find.isPending} onClick={() => find.mutate()}>
        {say('Đôn đốc {n, number} đơn vị quá hạn', { n: late.length })}
      </Button>
      {duties ? <UrgeDialog duties={duties} onClose={() => setDuties(null)} /> : null}
    </>
  );
}
