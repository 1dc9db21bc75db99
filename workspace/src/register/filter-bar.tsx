import type { TaskFacets } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { day } from '../language/dates.ts';
import { useWords, type Message, type Say } from '../language/words.ts';
import { DayField } from '../ui/day-field.tsx';
import { Drop } from '../ui/drop.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Facet } from './facet.tsx';
import { filtersSet, type ListFilter, type RegisterSearch } from './filters.ts';
import css from './register.module.css';
import lists from '../ui/list.module.css';
import { useRested } from './rested.ts';
import { classWords } from './standing.ts';

type Facets = TaskFacets;
interface Props {
  readonly search: RegisterSearch;
  readonly facets: Facets | undefined;
  readonly onChange: (search: RegisterSearch) => void;
}

const names: readonly (readonly [keyof Facets & ListFilter, Message])[] = [
  ['status', 'Tình trạng'],
  ['lead', 'Chủ trì'],
  ['coordinating', 'Phối hợp'],
  ['group', 'Nhóm'],
  ['plan', 'Kế hoạch'],
  ['document', 'Văn bản'],
];

export function Filters({ search, facets, onChange }: Props) {
  const { say } = useWords();
  // A changed filter begins again on the first page.
  const { page: _page, ...rest } = search;
  const set = (part: RegisterSearch) => onChange(without({ ...rest, ...part }));
  const [text, setText] = useRested(search.q ?? '', (q) => set({ q }));
  return (
    <search className={lists['filters']}>
      <input
        type="search"
        aria-label={say('Tìm trong nhiệm vụ')}
        placeholder={say('Tìm, không cần gõ dấu')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {names.map(([name, label]) => (
        <Drop key={name} label={labelOf(say(label), search[name])} set={search[name] !== undefined}>
          <Facet
            label={say(label)}
            options={(facets?.[name] ?? []).map((option) => ({
              ...option,
              label: optionWords(name, option, say),
            }))}
            chosen={search[name] ?? []}
            onChange={(values) => set({ [name]: values })}
          />
          {name === 'lead' ? (
            <label className={css['only']}>
              <input
                type="checkbox"
                checked={search.noLead === 'true'}
                onChange={(event) =>
                  onChange(event.target.checked ? { ...rest, noLead: 'true' } : drop(rest, 'noLead'))
                }
              />
              {say('Chưa có cơ quan chủ trì')}
            </label>
          ) : null}
        </Drop>
      ))}
      <DueFilter search={search} facets={facets} set={set} />
      {filtersSet(search) > 0 ? (
        <Link
          to="/nhiem-vu"
          search={search.columns ? { columns: search.columns } : {}}
          className={buttonClass('plain', true)}
        >
          {say('Bỏ lọc')}
        </Link>
      ) : null}
    </search>
  );
}

const labelOf = (label: string, chosen: readonly string[] | undefined) =>
  chosen ? `${label} · ${chosen.length}` : label;

function drop<K extends keyof RegisterSearch>(search: RegisterSearch, key: K): RegisterSearch {
  const { [key]: _dropped, ...rest } = search;
  return rest;
}

/** Empty values do not stand in the address. */
function without(search: RegisterSearch): RegisterSearch {
  const kept = Object.entries(search).filter(
    ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as RegisterSearch;
}

const dueKinds: Readonly<Record<string, Message>> = {
  by: 'Có ngày hạn cụ thể',
  during: 'Trong một khoảng',
  recurring: 'Lặp lại',
  unspecified: 'Chưa nêu',
};

function optionWords(name: string, option: { key: string; label: string }, say: Say): string {
  if (name === 'status' && Object.hasOwn(classWords, option.key))
    return say(classWords[option.key as keyof typeof classWords].words);
  const dueKind = name === 'dueKind' ? dueKinds[option.key] : undefined;
  return dueKind ? say(dueKind) : option.label || say('(không có)');
}

function DueFilter({
  search,
  facets,
  set,
}: {
  search: RegisterSearch;
  facets: Facets | undefined;
  set: (part: RegisterSearch) => void;
}) {
  const { say, language } = useWords();
  const { dueFrom, dueTo } = search;
  const isSet = Boolean(dueFrom || dueTo || search.dueKind);
  const range =
    dueFrom || dueTo
      ? ` · ${dueFrom ? day(dueFrom, language) : '…'} – ${dueTo ? day(dueTo, language) : '…'}`
      : '';
  return (
    <Drop label={`${say('Thời hạn')}${range}`} set={isSet}>
      <div className={css['range']}>
        <DayField
          label={say('Từ ngày')}
          value={dueFrom ?? ''}
          onChange={(value) => set({ dueFrom: value })}
        />
        <DayField label={say('Đến ngày')} value={dueTo ?? ''} onChange={(value) => set({ dueTo: value })} />
      </div>
      <Facet
        label={say('Loại thời hạn')}
        options={(facets?.dueKind ?? []).map((option) => ({
          ...option,
          label: optionWords('dueKind', option, say),
        }))}
        chosen={search.dueKind ?? []}
        onChange={(dueKind) => set({ dueKind })}
      />
    </Drop>
  );
}
