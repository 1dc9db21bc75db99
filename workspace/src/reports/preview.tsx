// Who would be asked, for what days, by when: shown before anything is sent to anybody.
import type { CallPreview } from '@nhipcau/server/contract';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Scroller } from '../ui/scroller.tsx';
import css from './list.module.css';
import { periodWords, windowWords } from './words.ts';

export function Preview({ preview }: { preview: CallPreview }) {
  const { say, language } = useWords();
  const date = (iso: string) => day(iso, language);
  return (
    <>
      <p role="status">
        <strong>{say('{n, number} đơn vị phải báo cáo', { n: preview.units })}</strong>
        {preview.period ? ` · ${periodWords(preview.period, say)}` : ''} ·{' '}
        {windowWords(preview, say, language)}
      </p>
      <ul className={css['tiers']}>
        {preview.tiers.map((tier) => (
          <li key={tier.id}>
            {say('{tier}: {n, number} đơn vị, hạn {date}', {
              tier: tier.name,
              n: tier.units,
              date: date(tier.dueOn),
            })}
          </li>
        ))}
        {preview.ownDueOn ? (
          <li>{say('Báo cáo tổng hợp: hạn {date}', { date: date(preview.ownDueOn) })}</li>
        ) : null}
        {preview.opensOn ? (
          <li>{say('Tự động gửi yêu cầu ngày {date}', { date: date(preview.opensOn) })}</li>
        ) : null}
      </ul>
      {preview.advice.length > 0 ? (
        <ul className={css['advice']}>
          {preview.advice.map((one) => (
            <li key={`${one.code} ${one.text}`}>{one.text}</li>
          ))}
        </ul>
      ) : null}
      {preview.rows.length > 0 ? (
        <Scroller aria-label={say('Đơn vị phải báo cáo')}>
          <table className={`${css['table']} ${css['hideable']}`}>
            <thead>
              <tr>
                <th scope="col">{say('Đơn vị|một')}</th>
                <th scope="col">{say('Gửi đến')}</th>
                <th scope="col" data-number>
                  {say('Hạn gửi')}
                </th>
              </tr>
            </thead>
            <tbody>
              {preview.rows.map((row) => (
                <tr key={row.unit.id}>
                  <th scope="row" lang="vi">
                    {row.unit.name}
                    {row.covers.length > 1 ? (
                      <small>
                        {say('tính cho cả {units}', {
                          units: row.covers
                            .filter(({ id }) => id !== row.unit.id)
                            .map(({ name }) => name)
                            .join(', '),
                        })}
                      </small>
                    ) : null}
                  </th>
                  <td lang="vi">{row.to.name}</td>
                  <td data-number>{date(row.dueOn)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      ) : null}
      {preview.units > preview.rows.length ? (
        <p className={css['none']}>
          {say('và {n, number} đơn vị nữa', { n: preview.units - preview.rows.length })}
        </p>
      ) : null}
    </>
  );
}
