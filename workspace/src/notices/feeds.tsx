// Calendars under a secret address.
import type { NewFeed } from '@nhipcau/server/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../access/me.ts';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import css from './notices.module.css';
import { feedList, makeFeed, revokeFeed } from './requests.ts';

export function Feeds() {
  const { say, language } = useWords();
  const queries = useQueryClient();
  const [made, setMade] = useState<NewFeed | null>(null);
  const [unit, setUnit] = useState('');
  const { roles = [] } = useMe() ?? {};
  const units = [...new Map(roles.map(({ unitId, unitName }) => [unitId, unitName]))];
  const found = useQuery({ queryKey: ['feeds'], queryFn: ({ signal }) => feedList(signal) });
  const refresh = () => queries.invalidateQueries({ queryKey: ['feeds'] });
  const make = useMutation({
    mutationFn: () => makeFeed(unit === '' ? null : Number(unit)),
    onSuccess: (feed) => {
      setMade(feed);
      return refresh();
    },
  });
  const revoke = useMutation({ mutationFn: revokeFeed, onSuccess: refresh });
  return (
    <section aria-labelledby="lich-thoi-han" className={css['feeds']}>
      <h2 id="lich-thoi-han">{say('Lịch thời hạn trên máy của bạn')}</h2>
      <p className={css['hint']}>
        {say(
          'Dán địa chỉ vào phần mềm lịch (Google, Apple, Outlook): thời hạn tự cập nhật. Ai có địa chỉ này đều xem được lịch; hãy giữ kín, và hủy khi không dùng.',
        )}
      </p>
      {make.error || revoke.error ? <Failure error={make.error ?? revoke.error} /> : null}
      <div className={css['make']}>
        <label>
          {say('Lịch của')}{' '}
          <select value={unit} onChange={(event) => setUnit(event.target.value)}>
            <option value="">{say('mọi đơn vị của tôi')}</option>
            {units.map(([id, name]) => (
              <option key={id} value={id} lang="vi">
                {name}
              </option>
            ))}
          </select>
        </label>
        <Button small disabled={make.isPending} onClick={() => make.mutate()}>
          {say('Tạo địa chỉ lịch')}
        </Button>
      </div>
      {made ? (
        <Notice tone="river" role="status" title={say('Địa chỉ chỉ hiện một lần này; hãy chép lại ngay.')}>
          <input
            className={css['address']}
            readOnly
            aria-label={say('Địa chỉ lịch')}
            value={`${location.origin}${made.path}`}
            onFocus={(event) => event.target.select()}
          />
        </Notice>
      ) : null}
      <ul className={css['list']}>
        {(found.data?.rows ?? []).map((feed) => (
          <li key={feed.id}>
            <span lang={feed.unitName ? 'vi' : undefined}>{feed.unitName ?? say('mọi đơn vị của tôi')}</span>
            <span className={css['when']}>
              {say('tạo lúc {at}', { at: moment(feed.createdAt, language) })}{' '}
              <Button look="plain" small onClick={() => revoke.mutate(feed.id)}>
                {say('Hủy')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
