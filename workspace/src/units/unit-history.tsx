// How a unit was called and to whom it belonged, and the reorganisations that it went through.
import type { Reorganisation, UnitDetail } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { day as dayWords } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { today } from '../register/standing.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { failureWords } from '../ui/notice.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import { eventKinds } from './kinds.ts';
import { lifeWords, UnitLink } from './lineage.tsx';
import { undoReorganisation } from './requests.ts';
import css from './units.module.css';

export function UnitHistory({ unit }: { unit: UnitDetail }) {
  const { say, language } = useWords();
  const { states, reorganisations } = unit;
  return (
    <section className={css['part']}>
      <h2>{say('Lịch sử')}</h2>
      {states.length > 1 ? (
        <table className={css['table']}>
          <caption>{say('Tên và cấp trên qua từng thời kỳ')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('Thời gian')}</th>
              <th scope="col">{say('Tên')}</th>
              <th scope="col">{say('Cấp trên')}</th>
              <th scope="col">{say('Mã định danh')}</th>
            </tr>
          </thead>
          <tbody>
            {states.map((state) => (
              <tr key={state.validFrom ?? ''}>
                <td>
                  {lifeWords(state, language, say)}
                  {(state.validFrom ?? '') > today() ? (
                    <small> · {say('đã quyết định, chưa có hiệu lực')}</small>
                  ) : null}
                </td>
                <td lang="vi">{state.name}</td>
                <td lang="vi">{state.parent?.name ?? '–'}</td>
                <td>{state.code ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {reorganisations.length === 0 ? (
        <p>{say('Chưa có lần sắp xếp nào.')}</p>
      ) : (
        <ul className={css['events']}>
          {reorganisations.map((event) => (
            <Event key={event.id} event={event} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Event({ event }: { event: Reorganisation }) {
  const { say, language } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const pathname = useLocation({ select: (location) => location.pathname });
  const [asked, setAsked] = useState(false);
  const undo = useMutation({
    mutationFn: () => undoReorganisation(event.id),
    onSuccess: async () => {
      // Units that began with it are no more: the page of one of them has nothing left to show.
      const begun = event.after.filter(
        ({ id, validFrom }) =>
          validFrom === event.effectiveOn && !event.before.some((before) => before.id === id),
      );
      if (begun.some(({ id }) => pathname === `/don-vi/${id}`)) await navigate({ to: '/don-vi' });
      setAsked(false);
      await client.invalidateQueries({ queryKey: ['units'] });
      toast(say('Đã hoàn tác lần sắp xếp'));
    },
    onError: (error) => toast(failureWords(error, say).detail, { tone: 'problem' }),
  });
  const list = (units: Reorganisation['before']) =>
    units.slice(0, 8).map((unit, index) => (
      <span key={unit.id}>
        {index > 0 ? ', ' : ''}
        <UnitLink unit={unit} />
      </span>
    ));
  const more = (units: Reorganisation['before']) =>
    units.length > 8 ? ` ${say('và {count} đơn vị khác', { count: units.length - 8 })}` : '';
  return (
    <li>
      <p>
        <strong>{dayWords(event.effectiveOn, language)}</strong> · {say(eventKinds[event.kind])}{' '}
        {event.planned ? <Tag tone="soon">{say('đã quyết định, chưa có hiệu lực')}</Tag> : null}
      </p>
      <p>
        {list(event.before)}
        {more(event.before)}
        {event.before.length > 0 && event.after.length > 0 ? ' → ' : ''}
        {list(event.after)}
        {more(event.after)}
      </p>
      {event.dutiesApart > 0 ? (
        <p className={css['basis']}>
          {say('{count} việc giao riêng cho đơn vị kế thừa khác', { count: event.dutiesApart })}
        </p>
      ) : null}
      <p className={css['basis']} lang="vi">
        {event.legalBasis}
      </p>
      {event.may.includes('undo') ? (
        <Button small disabled={undo.isPending} onClick={() => setAsked(true)}>
          {say('Hoàn tác')}…
        </Button>
      ) : null}
      {asked ? (
        <Dialog
          title={say('Hoàn tác lần sắp xếp này?')}
          onClose={() => setAsked(false)}
          actions={
            <>
              <Button onClick={() => setAsked(false)}>{say('Thôi')}</Button>
              <Button look="grave" disabled={undo.isPending} onClick={() => undo.mutate()}>
                {say('Hoàn tác')}
              </Button>
            </>
          }
        >
          <p>
            {say('Các đơn vị trở lại như trước ngày sắp xếp; đơn vị lập ra trong lần này không còn nữa.')}
          </p>
        </Dialog>
      ) : null}
    </li>
  );
}
