import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { kept } from '../address.ts';
import { useMe } from '../access/me.ts';
import { unitById } from '../duties/requests.ts';
import { UnitField } from '../duties/unit-field.tsx';
import { useWords, type Message } from '../language/words.ts';
import { useRested } from '../register/rested.ts';
import { buttonClass } from '../ui/button.tsx';
import { Drop } from '../ui/drop.tsx';
import { scopes, sorts, type PlanSearch, type Scope } from './addresses.ts';
import lines from '../ui/lines.module.css';
import lists from '../ui/list.module.css';
import { planStates, statuses } from './states.ts';

const scopeWords: Readonly<Record<Scope, Message>> = {
  own: 'Của đơn vị tôi',
  below: 'Của đơn vị cấp dưới',
  above: 'Của cấp trên',
};
const sortWords: Readonly<Record<(typeof sorts)[number], Message>> = {
  '-period': 'Thời kỳ mới trước',
  period: 'Thời kỳ cũ trước',
  title: 'Tên A – Z',
  '-title': 'Tên Z – A',
  '-issued': 'Mới ban hành trước',
  issued: 'Ban hành cũ trước',
};

interface Props {
  readonly search: PlanSearch;
  readonly onChange: (search: PlanSearch) => void;
}

export function PlanFilters({ search, onChange }: Props) {
  const { say } = useWords();
  const { page: _page, ...rest } = search;
  const set = (part: { readonly [K in keyof PlanSearch]?: PlanSearch[K] | undefined }) =>
    onChange(kept<PlanSearch>({ ...rest, ...part }));
  const [text, setText] = useRested(search.q ?? '', (q) => set({ q }));
  const filtered = Object.keys(rest).some((name) => name !== 'sort');
  return (
    <search className={`${lists['filters']} ${lines['filters']}`}>
      <input
        type="search"
        aria-label={say('Tìm kế hoạch')}
        placeholder={say('Tên, số, nội dung; không cần gõ dấu')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Scopes chosen={search.scope} onChoose={(scope) => set({ scope })} />
      <select
        aria-label={say('Tình trạng')}
        value={search.status ?? ''}
        onChange={(event) => set({ status: statuses.find((one) => one === event.target.value) })}
      >
        <option value="">{say('Mọi tình trạng')}</option>
        {statuses.map((status) => (
          <option key={status} value={status}>
            {say(planStates[status].words)}
          </option>
        ))}
      </select>
      <Year value={search.year} onChange={(year) => set({ year })} />
      <UnitFilter unit={search.unit} onChange={(unit) => set({ unit })} />
      <select
        aria-label={say('Thứ tự')}
        value={search.sort ?? '-period'}
        onChange={(event) => {
          const sort = sorts.find((one) => one === event.target.value);
          set({ sort: sort === '-period' ? undefined : sort });
        }}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {say(sortWords[sort])}
          </option>
        ))}
      </select>
      {filtered ? (
        <Link to="/ke-hoach" className={buttonClass('plain', true)}>
          {say('Bỏ lọc')}
        </Link>
      ) : null}
    </search>
  );
}

function Scopes({
  chosen,
  onChoose,
}: {
  chosen: Scope | undefined;
  onChoose: (scope: Scope | undefined) => void;
}) {
  const { say } = useWords();
  const signedIn = useMe()?.person;
  if (!signedIn) return null;
  return (
    <div className={lines['scopes']} role="group" aria-label={say('Kế hoạch của ai')}>
      {scopes.map((scope) => (
        <button
          key={scope}
          type="button"
          aria-pressed={chosen === scope}
          onClick={() => onChoose(chosen === scope ? undefined : scope)}
        >
          {say(scopeWords[scope])}
        </button>
      ))}
    </div>
  );
}

function Year({
  value,
  onChange,
}: {
  value: number | undefined;
  onChange: (year: number | undefined) => void;
}) {
  const { say } = useWords();
  const [now] = useState(() => new Date().getFullYear());
  const years = Array.from({ length: 12 }, (_, at) => now + 1 - at);
  if (value !== undefined && !years.includes(value)) years.push(value);
  return (
    <select
      aria-label={say('Năm')}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value ? Number(event.target.value) : undefined)}
    >
      <option value="">{say('Mọi năm')}</option>
      {years.map((year) => (
        <option key={year} value={year}>
          {year}
        </option>
      ))}
    </select>
  );
}

function UnitFilter({
  unit,
  onChange,
}: {
  unit: number | undefined;
  onChange: (unit: number | undefined) => void;
}) {
  const { say } = useWords();
  const found = useQuery({
    queryKey: ['unit', 'name', unit],
    queryFn: ({ signal }) => unitById(unit ?? 0, signal),
    enabled: unit !== undefined,
    retry: false,
  });
  const name = found.data?.name ?? (unit === undefined ? '' : say('Đơn vị {id}', { id: unit }));
  const label = unit === undefined ? say('Đơn vị|bộ lọc') : name;
  return (
    <Drop label={label} set={unit !== undefined}>
      <UnitField
        label={say('Đơn vị lập kế hoạch')}
        value={unit === undefined ? null : { id: unit, name }}
        onChange={(chosen) => onChange(chosen?.id)}
      />
    </Drop>
  );
}
