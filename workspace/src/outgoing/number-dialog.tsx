// Giving the number: the next of its series, or one that was reserved for it.
import type { OutgoingDetail } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { nextNumber, numberList, numberScheme } from '../numbers/requests.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/notice.tsx';
import css from './forms.module.css';
import { numberOutgoing } from './requests.ts';
import { useTaking } from './use-taking.ts';

export function NumberDialog({ detail, onClose }: { detail: OutgoingDetail; onClose: () => void }) {
  const { say, language } = useWords();
  const { owner, type, body, drafter: unit } = detail;
  const scheme = useQuery({
    queryKey: ['numbers', 'scheme', owner.id],
    queryFn: ({ signal }) => numberScheme({ unit: owner.id }, signal),
  });
  const drafters = scheme.data?.drafters ?? [];
  const asksDrafter =
    (type === 'CV' ? scheme.data?.letterSymbol : scheme.data?.symbol)?.includes('{UNIT}') ?? false;
  const known = drafters.find(({ name }) => name === unit?.name)?.abbreviation ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const drafter = (typed ?? known).trim();
  const [reserved, setReserved] = useState<number | null>(null);
  const next = useQuery({
    queryKey: ['numbers', 'next', owner.id, type, body, drafter],
    queryFn: ({ signal }) =>
      nextNumber(
        { unit: owner.id, type, ...(body ? { body } : {}), ...(drafter ? { drafter } : {}) },
        signal,
      ),
    enabled: scheme.data !== undefined,
  });
  const kept = useQuery({
    queryKey: ['numbers', 'reserved', owner.id, type],
    queryFn: ({ signal }) =>
      numberList({ unit: owner.id, type, status: 'reserved', sort: 'number', size: 50 }, signal),
  });
  const options = (kept.data?.rows ?? []).filter(
    (row) => row.may.includes('use') && (row.body ?? null) === body,
  );
  const give = useTaking<void>({ detail, done: 'Đã cấp số', onClose }, (version) =>
    numberOutgoing(detail.id, {
      version,
      ...(reserved === null ? {} : { numberId: reserved }),
      ...(drafter && asksDrafter ? { drafter } : {}),
    }),
  );
  return (
    <Dialog
      title={say('Cấp số')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look="action"
            disabled={give.isPending || (asksDrafter && drafter === '')}
            onClick={() => give.mutate()}
          >
            {say('Cấp số')}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        {give.error ? <Failure error={give.error} /> : null}
        {scheme.error ? <Failure error={scheme.error} /> : null}
        <p>{say('Số lấy từ sổ đăng ký văn bản đi; ngày văn bản là hôm nay.')}</p>
        {asksDrafter ? (
          <label>
            {say('Chữ viết tắt đơn vị soạn thảo (trong ký hiệu)')}
            <input
              list="drafters"
              maxLength={30}
              value={typed ?? known}
              onChange={(event) => setTyped(event.target.value)}
            />
            <datalist id="drafters">
              {drafters.map(({ name, abbreviation }) => (
                <option key={abbreviation} value={abbreviation}>
                  {name}
                </option>
              ))}
            </datalist>
          </label>
        ) : null}
        <fieldset className={css['choice']}>
          <legend>{say('Số nào')}</legend>
          <label className={css['check']}>
            <input
              type="radio"
              name="number"
              checked={reserved === null}
              onChange={() => setReserved(null)}
            />
            <span>
              {say('Số tiếp theo')} <span className={css['next']}>{next.data?.fullNumber ?? '…'}</span>
              <small>{say('Nếu có người lấy số cùng lúc, văn bản nhận số kế tiếp.')}</small>
            </span>
          </label>
          {options.map((row) => (
            <label key={row.id} className={css['check']}>
              <input
                type="radio"
                name="number"
                checked={reserved === row.id}
                onChange={() => setReserved(row.id)}
              />
              <span>
                {say('Số đã giữ')} <span className={css['next']}>{row.fullNumber}</span>
                <small lang="vi">
                  {[
                    row.taken.purpose,
                    row.until ? say('giữ đến {date}', { date: day(row.until, language) }) : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
      </div>
    </Dialog>
  );
}
