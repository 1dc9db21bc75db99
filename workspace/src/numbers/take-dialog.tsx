// Keeping a number for later (giữ số), or giving one to a document on paper at once.
import type { NumberTake } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import {
  asksDrafter,
  emptyPaper,
  fitsSymbol,
  PaperFields,
  paperOf,
  SeriesFields,
  TextField,
  TypeField,
  wholePaper,
} from './form.tsx';
import css from './numbers.module.css';
import { nextNumber, numberScheme, takeNumber } from './requests.ts';
import { useWriting } from './use-writing.ts';

interface Props {
  readonly unit: number;
  readonly year: number;
  readonly kind: 'reserve' | 'paper';
  readonly onClose: () => void;
}

export function TakeDialog({ unit, kind, onClose }: Props) {
  const { say } = useWords();
  const [type, setType] = useState('CV');
  const [series, setSeries] = useState({ body: '', drafter: '' });
  const [purpose, setPurpose] = useState('');
  const [until, setUntil] = useState('');
  const [paper, setPaper] = useState(emptyPaper);
  const scheme = useQuery({
    queryKey: ['numbers', 'scheme', unit],
    queryFn: ({ signal }) => numberScheme({ unit }, signal),
  });
  const needs = asksDrafter(scheme.data, type);
  const given = {
    ...(series.body ? { body: series.body } : {}),
    ...(needs && series.drafter ? { drafter: series.drafter.trim() } : {}),
  };
  const fits = !needs || fitsSymbol(series.drafter);
  const next = useQuery({
    queryKey: ['numbers', 'next', unit, type, given],
    queryFn: ({ signal }) => nextNumber({ unit, type, ...given }, signal),
    enabled: fits,
  });
  const take = useWriting((wanted: NumberTake) => takeNumber(wanted), {
    done: kind === 'paper' ? 'Đã cấp số' : 'Đã giữ số',
    onClose,
    onDone: (entry) => toast(entry.fullNumber),
  });
  const ready =
    kind === 'paper' ? wholePaper(paper) && (!needs || series.drafter !== '') : purpose.trim() !== '';
  const submit = () =>
    take.mutate({
      unitId: unit,
      type,
      ...given,
      purpose: kind === 'paper' ? paper.title.trim().slice(0, 1000) : purpose.trim(),
      ...(kind === 'reserve' && until ? { until } : {}),
      ...(kind === 'paper' ? { paper: paperOf(paper) } : {}),
    });
  return (
    <Dialog
      title={kind === 'paper' ? say('Cấp số cho văn bản giấy') : say('Giữ số')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button look="action" disabled={!ready || !fits || take.isPending} onClick={submit}>
            {kind === 'paper' ? say('Cấp số') : say('Giữ số')}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        {take.error ? <Failure error={take.error} /> : null}
        <p>
          {kind === 'paper'
            ? say('Văn bản ký trên giấy lấy số trong cùng sổ, ngày văn bản là hôm nay.')
            : say('Số được giữ cho một văn bản sắp ký. Hết hạn mà chưa dùng thì số để trống, không cấp lại.')}
        </p>
        <TypeField value={type} onChange={setType} />
        <SeriesFields scheme={scheme.data} type={type} value={series} onChange={setSeries} />
        {kind === 'paper' ? (
          <PaperFields value={paper} onChange={setPaper} />
        ) : (
          <>
            <TextField
              label={say('Giữ số để làm gì')}
              most={1000}
              rows={2}
              hint={say('Văn bản nào, ai sẽ ký')}
              value={purpose}
              onChange={setPurpose}
            />
            <DayField
              label={say('Giữ đến hết ngày')}
              hint={say('Để trống: 30 ngày, không quá 31/12')}
              value={until}
              onChange={setUntil}
            />
          </>
        )}
        <p role="status">
          {next.data ? (
            <>
              {say('Số tiếp theo')} <span className={css['next']}>{next.data.fullNumber}</span>
            </>
          ) : null}
        </p>
      </div>
    </Dialog>
  );
}
