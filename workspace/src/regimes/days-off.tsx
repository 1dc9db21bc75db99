// Public holidays of a year: those that the law fixes, and what is announced each year. Deadlines in working days go by them.
import type { DayOff, DayOffInput, DaysOff } from '@nhipcau/server/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Allowed } from '../access/allowed.tsx';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { nameIn } from '../reports/cells.ts';
import list from '../reports/list.module.css';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Failure, FailureScreen, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import table from '../ui/table.module.css';
import { Tag } from '../ui/tag.tsx';
import css from './regimes.module.css';
import { addDayOff, daysOff, removeDayOff } from './requests.ts';

const route = getRouteApi('/quan-tri/ngay-nghi');

export function DaysOffScreen() {
  return (
    <Allowed action="regime.read">
      <Year />
    </Allowed>
  );
}

function Year() {
  const { say } = useWords();
  const navigate = route.useNavigate();
  const [thisYear] = useState(() => new Date().getFullYear());
  const { year = thisYear } = route.useSearch();
  const found = useQuery({
    queryKey: ['days-off', year],
    queryFn: ({ signal }) => daysOff(year, signal),
  });
  if (found.isError) return <FailureScreen error={found.error} retry={() => void found.refetch()} />;
  return (
    <Page
      title={say('Ngày nghỉ năm {year}', { year: String(year) })}
      lead={say(
        'Hạn gửi báo cáo tính theo ngày làm việc bỏ qua thứ Bảy, Chủ nhật và các ngày nghỉ dưới đây. Hạn đã giao không thay đổi.',
      )}
      actions={
        <>
          {[year - 1, year + 1].map((other) => (
            <Button key={other} onClick={() => void navigate({ search: { year: other } })}>
              {say('Năm {year}', { year: String(other) })}
            </Button>
          ))}
        </>
      }
    >
      {found.data ? <Days found={found.data} /> : <Waiting />}
    </Page>
  );
}

function Days({ found }: { found: DaysOff }) {
  const { say } = useWords();
  return (
    <>
      <table className={`${table['table']} ${table['stacked']}`}>
        <caption className="hidden-text">{say('Danh sách ngày nghỉ')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('Ngày')}</th>
            <th scope="col">{say('Tên')}</th>
            <th scope="col">{say('Loại')}</th>
            <th scope="col">
              <span className="hidden-text">{say('Việc khác')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {found.rows.map((row) => (
            <Row key={row.id} row={row} year={found.year} />
          ))}
        </tbody>
      </table>
      <InLieu found={found} />
      {found.may.includes('add') ? <Add key={found.rows.length} year={found.year} /> : null}
    </>
  );
}

function Row({ row, year }: { row: DayOff; year: number }) {
  const { say, language } = useWords();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeDayOff(row.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['days-off'] }),
  });
  const on = row.yearly ? `${year}${row.firstOn.slice(4)}` : row.firstOn;
  return (
    <tr>
      <td className="figures">
        {row.firstOn === row.lastOn
          ? day(on, language)
          : say('{from} đến {to}', { from: day(row.firstOn, language), to: day(row.lastOn, language) })}
      </td>
      <th scope="row">{nameIn(row, language)}</th>
      <td>
        {row.works ? (
          <Tag tone="soon">{say('làm bù')}</Tag>
        ) : (
          <Tag tone={row.own ? 'plain' : 'river'}>
            {row.own
              ? row.yearly
                ? say('nghỉ hằng năm')
                : say('nghỉ theo thông báo năm')
              : say('Điều 112 Bộ luật Lao động')}
          </Tag>
        )}
      </td>
      <td>
        {remove.error ? <Failure error={remove.error} /> : null}
        {row.may.includes('remove') ? (
          <Button small look="plain" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {say('Xóa')}
            <span className="hidden-text">: {nameIn(row, language)}</span>
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

/** Made up for by law: nobody enters these. */
function InLieu({ found }: { found: DaysOff }) {
  const { say, language } = useWords();
  const made = found.days.flatMap(({ day: on, inLieuOf }) => (inLieuOf === null ? [] : [{ on, inLieuOf }]));
  if (made.length === 0) return null;
  return (
    <section className={list['group']}>
      <h2>{say('Nghỉ bù')}</h2>
      <ul className={list['list']}>
        {made.map(({ on, inLieuOf }) => (
          <li key={on} className={list['line']}>
            <span className="figures">{day(on, language)}</span>
            <span className={list['standing']}>
              {say('thay cho ngày {date}, là ngày nghỉ hằng tuần (khoản 3 Điều 111 Bộ luật Lao động)', {
                date: day(inLieuOf, language),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Kind = 'off' | 'yearly' | 'works';

function Add({ year }: { year: number }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [kind, setKind] = useState<Kind>('off');
  const [firstOn, setFirstOn] = useState('');
  const [lastOn, setLastOn] = useState('');
  const [name, setName] = useState('');
  const [nameEn, setNameEn] = useState('');
  const add = useMutation({
    mutationFn: (input: DayOffInput) => addDayOff(input),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['days-off'] }),
  });
  const single = kind === 'yearly';
  return (
    <section className={list['group']}>
      <form
        className={css['fields']}
        onSubmit={(event) => {
          event.preventDefault();
          const last = single || !lastOn ? firstOn : lastOn;
          add.mutate({
            firstOn,
            lastOn: last,
            yearly: single,
            works: kind === 'works',
            name: name.trim(),
            nameEn: nameEn.trim(),
          });
        }}
      >
        <h2>{say('Thêm ngày nghỉ')}</h2>
        <p className={css['hint']}>
          {say(
            'Tết Âm lịch, Giỗ Tổ Hùng Vương, ngày liền kề 02/9 và ngày hoán đổi ghi theo thông báo năm {year}: cả đợt nghỉ, kể cả ngày nghỉ hằng tuần và nghỉ bù đã thông báo.',
            { year: String(year) },
          )}
        </p>
        {add.error ? <Failure error={add.error} /> : null}
        <div className={css['row']}>
          <label className={css['field']}>
            {say('Loại')}
            <select value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
              <option value="off">{say('Nghỉ theo thông báo năm')}</option>
              <option value="yearly">{say('Nghỉ hằng năm, cùng ngày dương lịch')}</option>
              <option value="works">{say('Làm bù vào ngày nghỉ hằng tuần')}</option>
            </select>
          </label>
          <label className={css['field']}>
            {say('Tên')}
            <input
              type="text"
              lang="vi"
              required
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <label className={css['field']}>
            {say('Tên tiếng Anh')}
            <input
              type="text"
              lang="en"
              maxLength={200}
              value={nameEn}
              onChange={(event) => setNameEn(event.target.value)}
            />
          </label>
        </div>
        <div className={css['row']}>
          <DayField
            label={single ? say('Ngày') : say('Từ ngày')}
            value={firstOn}
            onChange={setFirstOn}
            required
          />
          {single ? null : (
            <DayField label={say('Đến hết ngày (để trống: một ngày)')} value={lastOn} onChange={setLastOn} />
          )}
        </div>
        <div>
          <Button
            look="action"
            type="submit"
            disabled={add.isPending || firstOn === '' || name.trim() === ''}
          >
            {say('Thêm')}
          </Button>
        </div>
      </form>
    </section>
  );
}
