// Calendars under a secret address.
import type { NewFeed, UnitRef } from '@nhipcau/server/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../access/me.ts';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Copyable } from '../ui/copyable.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Choice } from '../ui/field.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import css from './notices.module.css';
import { feedList, makeFeed, revokeFeed } from './requests.ts';

/** On the page of one's wishes. */
export function Feeds() {
  const { say } = useWords();
  return (
    <section aria-labelledby="lich-thoi-han" className={css['feeds']}>
      <h2 id="lich-thoi-han">{say('Lịch thời hạn trên máy của bạn')}</h2>
      <FeedMaker />
    </section>
  );
}

/** The same where the duties are looked at: beside the calendar, on a unit's page. */
export function FeedButton({ unit }: { unit?: UnitRef }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {say('Đưa vào lịch trên máy…')}
      </Button>
      {open ? (
        <Dialog title={say('Lịch thời hạn trên máy của bạn')} onClose={() => setOpen(false)}>
          {unit ? <FeedMaker unit={unit} /> : <FeedMaker />}
        </Dialog>
      ) : null}
    </>
  );
}

function FeedMaker({ unit: given }: { unit?: UnitRef }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [made, setMade] = useState<NewFeed | null>(null);
  const [unit, setUnit] = useState(given ? String(given.id) : '');
  const { roles = [] } = useMe() ?? {};
  const units = [
    ...new Map([
      ...roles.map(({ unitId, unitName }) => [unitId, unitName] as const),
      ...(given ? [[given.id, given.name] as const] : []),
    ]),
  ];
  const make = useMutation({
    mutationFn: () => makeFeed(unit === '' ? null : Number(unit)),
    onSuccess: (feed) => {
      setMade(feed);
      return queries.invalidateQueries({ queryKey: ['feeds'] });
    },
  });
  return (
    <>
      <p className={css['hint']}>
        {say(
          'Dán địa chỉ vào phần mềm lịch (Google, Apple, Outlook): thời hạn tự cập nhật. Ai có địa chỉ này đều xem được lịch; hãy giữ kín, và hủy khi không dùng.',
        )}
      </p>
      {make.error ? <Failure error={make.error} /> : null}
      <div className={css['make']}>
        <Choice label={say('Lịch của')} value={unit} onChange={(event) => setUnit(event.target.value)}>
          <option value="">{say('mọi đơn vị của tôi')}</option>
          {units.map(([id, name]) => (
            <option key={id} value={id} lang="vi">
              {name}
            </option>
          ))}
        </Choice>
        <Button disabled={make.isPending} onClick={() => make.mutate()}>
          {say('Tạo địa chỉ lịch')}
        </Button>
      </div>
      {made ? (
        <Notice tone="river" role="status" title={say('Địa chỉ chỉ hiện một lần này; hãy chép lại ngay.')}>
          <Copyable label={say('Địa chỉ lịch')} value={`${location.origin}${made.path}`} />
        </Notice>
      ) : null}
      <FeedList />
    </>
  );
}

/** Those that are in use, each with the way to end it. */
function FeedList() {
  const { say, language } = useWords();
  const queries = useQueryClient();
  const found = useQuery({ queryKey: ['feeds'], queryFn: ({ signal }) => feedList(signal) });
  const revoke = useMutation({
    mutationFn: revokeFeed,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['feeds'] }),
  });
  const error = found.error ?? revoke.error;
  const rows = found.data?.rows ?? [];
  return (
    <>
      {error ? <Failure error={error} /> : null}
      {rows.length > 0 ? (
        <ul className={css['list']}>
          {rows.map((feed) => (
            <li key={feed.id}>
              <span lang={feed.unitName ? 'vi' : undefined}>
                {feed.unitName ?? say('mọi đơn vị của tôi')}
              </span>
              <span className={css['when']}>
                {say('tạo lúc {at}', { at: moment(feed.createdAt, language) })}{' '}
                <Button look="plain" small onClick={() => revoke.mutate(feed.id)}>
                  {say('Hủy')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
