import type { OutgoingList } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { kept } from '../address.ts';
import { useWords, type Message } from '../language/words.ts';
import { useRested } from '../register/rested.ts';
import { buttonClass } from '../ui/button.tsx';
import lines from '../ui/lines.module.css';
import lists from '../ui/list.module.css';
import { scopes, sorts, type OutgoingSearch, type Scope } from './addresses.ts';
import { states, statuses } from './states.ts';

const scopeWords: Readonly<Record<Scope, Message>> = {
  waiting: 'Chờ tôi',
  mine: 'Tôi soạn',
  issued: 'Đã phát hành',
  received: 'Gửi đến đơn vị tôi',
};
const sortWords: Readonly<Record<(typeof sorts)[number], Message>> = {
  '-changed': 'Mới sửa trước',
  changed: 'Sửa lâu nhất trước',
  '-issued': 'Mới ban hành trước',
  issued: 'Ban hành cũ trước',
  title: 'Trích yếu A – Z',
};

interface Props {
  readonly search: OutgoingSearch;
  readonly types: OutgoingList['types'];
  readonly onChange: (search: OutgoingSearch) => void;
}

export function OutgoingFilters({ search, types, onChange }: Props) {
  const { say } = useWords();
  const { page: _page, ...rest } = search;
  const set = (part: { readonly [K in keyof OutgoingSearch]?: OutgoingSearch[K] | undefined }) =>
    onChange(kept<OutgoingSearch>({ ...rest, ...part }));
  const [text, setText] = useRested(search.q ?? '', (q) => set({ q }));
  const [now] = useState(() => new Date().getFullYear());
  const years = Array.from({ length: 10 }, (_one, at) => now - at);
  if (search.year !== undefined && !years.includes(search.year)) years.push(search.year);
  const filtered = Object.keys(rest).some((name) => name !== 'sort');
  return (
    <search className={`${lists['filters']} ${lines['filters']}`}>
      <input
        type="search"
        aria-label={say('Tìm văn bản đi')}
        placeholder={say('Số, trích yếu, nơi nhận; không cần gõ dấu')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={lines['scopes']} role="group" aria-label={say('Văn bản của ai')}>
        {scopes.map((scope) => (
          <button
            key={scope}
            type="button"
            aria-pressed={search.scope === scope}
            onClick={() => set({ scope: search.scope === scope ? undefined : scope })}
          >
            {say(scopeWords[scope])}
          </button>
        ))}
      </div>
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
        aria-label={say('Loại văn bản')}
        data-set={search.type !== undefined}
        value={search.type ?? ''}
        onChange={(event) => set({ type: event.target.value || undefined })}
      >
        <option value="">{say('Mọi loại văn bản')}</option>
        {types.map(({ type, name, count }) => (
          <option key={type} value={type}>
            {name} ({count})
          </option>
        ))}
        {search.type && !types.some(({ type }) => type === search.type) ? (
          <option value={search.type}>{search.type}</option>
        ) : null}
      </select>
      <select
        aria-label={say('Năm')}
        data-set={search.year !== undefined}
        value={search.year ?? ''}
        onChange={(event) => set({ year: event.target.value ? Number(event.target.value) : undefined })}
      >
        <option value="">{say('Mọi năm')}</option>
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
      <select
        aria-label={say('Thứ tự')}
        value={search.sort ?? '-changed'}
        onChange={(event) => {
          const sort = sorts.find((one) => one === event.target.value);
          set({ sort: sort === '-changed' ? undefined : sort });
        }}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {say(sortWords[sort])}
          </option>
        ))}
      </select>
      {filtered ? (
        <Link to="/van-ban-di" className={buttonClass('plain', true)}>
          {say('Bỏ lọc')}
        </Link>
      ) : null}
    </search>
  );
}
