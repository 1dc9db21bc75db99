// Going on after a register kept elsewhere before: its last number, and which register that was.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/notice.tsx';
import { SeriesFields, TextField, TypeField } from './form.tsx';
import css from './numbers.module.css';
import { beginSeries, numberScheme } from './requests.ts';
import { useWriting } from './use-writing.ts';

export function BeginDialog({ unit, year, onClose }: { unit: number; year: number; onClose: () => void }) {
  const { say } = useWords();
  const [type, setType] = useState('CV');
  const [series, setSeries] = useState({ body: '', drafter: '' });
  const [after, setAfter] = useState('');
  const [reason, setReason] = useState('');
  const scheme = useQuery({
    queryKey: ['numbers', 'scheme', unit],
    queryFn: ({ signal }) => numberScheme({ unit }, signal),
  });
  const writing = useWriting(
    () =>
      beginSeries({
        unitId: unit,
        type,
        ...(series.body ? { body: series.body } : {}),
        after: Number(after),
        reason: reason.trim(),
      }),
    { done: 'Đã nối tiếp sổ trước', onClose },
  );
  return (
    <Dialog
      title={say('Nối tiếp sổ giấy năm {year}', { year: String(year) })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look="action"
            disabled={!/^\d{1,7}$/.test(after.trim()) || reason.trim() === '' || writing.isPending}
            onClick={() => writing.mutate(undefined)}
          >
            {say('Nối tiếp')}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        {writing.error ? <Failure error={writing.error} /> : null}
        <p>
          {say(
            'Nếu năm nay đã cấp số trong sổ khác, số ở đây đi tiếp từ số cuối của sổ đó. Chỉ làm được khi dãy số chưa có số nào.',
          )}
        </p>
        <TypeField value={type} onChange={setType} />
        <SeriesFields
          scheme={scheme.data && { ...scheme.data, letterSymbol: '', symbol: '' }}
          type={type}
          value={series}
          onChange={setSeries}
        />
        <TextField
          label={say('Số cuối cùng đã cấp trong sổ trước')}
          most={7}
          value={after}
          onChange={setAfter}
        />
        <TextField
          label={say('Sổ nào, vì sao')}
          most={1000}
          rows={2}
          hint={say('Ví dụ: sổ giấy từ 01/01 đến 30/6')}
          value={reason}
          onChange={setReason}
        />
      </div>
    </Dialog>
  );
}
