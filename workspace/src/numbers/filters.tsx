import type { NumberSeries } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { kept } from '../address.ts';
import { useWords, type Message } from '../language/words.ts';
import { useRested } from '../register/rested.ts';
import { buttonClass } from '../ui/button.tsx';
import lists from '../ui/list.module.css';
import { sorts, statuses, type NumberSearch } from './addresses.ts';
import css from './numbers.module.css';
import { seriesName, states } from './states.ts';

const sortWords: Readonly<Record<(typeof sorts)[number], Message>> = {
  '-number': 'Số lớn trước',
  number: 'Số nhỏ trước',
  '-date': 'Ngày mới trước',
  date: 'Ngày cũ trước',
};

interface Props {
  readonly search: NumberSearch;
  readonly units: readonly { readonly id: number; readonly name: string }[];
  readonly chosen: { readonly unit: number; readonly year: number; readonly thisYear: number };
  readonly series: readonly NumberSeries[];
  readonly onChange: (search: NumberSearch) => void;
}

export function NumberFilters({ search, units, chosen, series, onChange }: Props) {
  const { say } = useWords();
  const { page: _page, ...rest } = search;
  const set = (part: { readonly [K in keyof NumberSearch]?: NumberSearch[K] | undefined }) =>
    onChange(kept<NumberSearch>({ ...rest, ...part }));
  const [text, setText] = useRested(search.q ?? '', (q) => set({ q }));
  const years = Array.from({ length: 8 }, (_one, at) => chosen.thisYear - at);
  if (!years.includes(chosen.year)) years.push(chosen.year);
  return (
    <search className={`${lists['filters']} ${css['filters']}`}>
      {units.length > 1 || !units.some(({ id }) => id === chosen.unit) ? (
        <select
          aria-label={say('Sổ của đơn vị')}
          lang="vi"
          value={chosen.unit}
          onChange={(event) =>
            onChange(kept<NumberSearch>({ unit: Number(event.target.value), year: search.year }))
          }
        >
          {units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {units.some(({ id }) => id === chosen.unit) ? null : (
            <option value={chosen.unit}>{say('Đơn vị {id}', { id: chosen.unit })}</option>
          )}
        </select>
      ) : null}
      <select
        aria-label={say('Năm')}
        value={chosen.year}
        onChange={(event) => set({ year: Number(event.target.value), series: undefined })}
      >
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
      <input
        type="search"
        aria-label={say('Tìm trong sổ')}
        placeholder={say('Số, trích yếu, người ký, nơi nhận; không cần gõ dấu')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {series.length > 1 ? (
        <select
          aria-label={say('Dãy số')}
          data-set={search.series !== undefined}
          value={search.series ?? ''}
          onChange={(event) => set({ series: event.target.value || undefined })}
        >
          <option value="">{say('Mọi dãy số')}</option>
          {series.map((one) => (
            <option key={one.code} value={one.code}>
              {seriesName(one, say)}
            </option>
          ))}
        </select>
      ) : null}
      <select
        aria-label={say('Tình trạng')}
        data-set={search.status !== undefined}
        value={search.status ?? ''}
        onChange={(event) => set({ status: statuses.find((one) => one === event.target.value) })}
      >
        <option value="">{say('Mọi tình trạng')}</option>
        {statuses.map((status) => (
          <option key={status} value={status}>
            {say(states[status].words)}
          </option>
        ))}
      </select>
      <select
        aria-label={say('Thứ tự')}
        value={search.sort ?? '-number'}
        onChange={(event) => {
          const sort = sorts.find((one) => one === event.target.value);
          set({ sort: sort === '-number' ? undefined : sort });
        }}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {say(sortWords[sort])}
          </option>
        ))}
      </select>
      {(search.q ?? search.status ?? search.series) ? (
        <Link
          to="/so-van-ban"
          search={kept<NumberSearch>({ unit: search.unit, year: search.year })}
          className={buttonClass('plain', true)}
        >
          {say('Bỏ lọc')}
        </Link>
      ) : null}
    </search>
  );
}
