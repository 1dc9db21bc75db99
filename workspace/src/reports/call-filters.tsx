import type { ReportCall } from '@nhipcau/server/contract';
import { useWords } from '../language/words.ts';
import { useRested } from '../register/rested.ts';
import lists from '../ui/list.module.css';
import type { CallSearch } from './addresses.ts';
import css from './list.module.css';
import { classes, classWords, statuses, statusWords } from './words.ts';

interface Props {
  readonly call: ReportCall;
  readonly search: CallSearch;
  readonly onChange: (search: { [K in keyof CallSearch]: CallSearch[K] | undefined }) => void;
}

export function CallFilters({ call, search, onChange }: Props) {
  const { say } = useWords();
  const { page: _page, ...rest } = search;
  const [text, setText] = useRested(search.q ?? '', (q) => onChange({ ...rest, q: q || undefined }));
  return (
    <search className={`${lists['filters']} ${css['filters']}`}>
      <input
        type="search"
        aria-label={say('Tìm đơn vị')}
        placeholder={say('Tên đơn vị, không cần gõ dấu')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <select
        aria-label={say('Gửi đúng hạn hay không')}
        data-set={search.class !== undefined}
        value={search.class ?? ''}
        onChange={(event) => onChange({ ...rest, class: classes.find((one) => one === event.target.value) })}
      >
        <option value="">{say('Mọi tình hình gửi')}</option>
        {classes.map((one) => (
          <option key={one} value={one}>
            {say(classWords[one].words)}
          </option>
        ))}
      </select>
      <select
        aria-label={say('Tình trạng')}
        data-set={search.status !== undefined}
        value={search.status ?? ''}
        onChange={(event) =>
          onChange({ ...rest, status: statuses.find((one) => one === event.target.value) })
        }
      >
        <option value="">{say('Mọi tình trạng')}</option>
        {statuses.map((one) => (
          <option key={one} value={one}>
            {say(statusWords[one].words)}
          </option>
        ))}
      </select>
      {call.form.tiers.length > 1 ? (
        <select
          aria-label={say('Cấp báo cáo')}
          data-set={search.tier !== undefined}
          value={search.tier ?? ''}
          onChange={(event) => onChange({ ...rest, tier: event.target.value || undefined })}
        >
          <option value="">{say('Mọi cấp')}</option>
          {call.form.tiers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
    </search>
  );
}
