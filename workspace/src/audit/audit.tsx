// Who did what, when, from where: the log of the units that the reader answers for.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { Allowed } from '../access/allowed.tsx';
import type { AuditRow } from '../api.ts';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Field } from '../ui/field.tsx';
import { Empty, Failure, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Pages } from '../ui/pages.tsx';
import { Scroller } from '../ui/scroller.tsx';
import { actionGroups, useActionWords } from './action-words.ts';
import type { AuditSearch } from './addresses.ts';
import tables from '../ui/table.module.css';
import css from './audit.module.css';
import { auditFile, auditList } from './requests.ts';

export function AuditScreen() {
  return (
    <Allowed action="audit.read">
      <Log />
    </Allowed>
  );
}

function Log() {
  const { say } = useWords();
  const search = useSearch({ from: '/quan-tri/nhat-ky' });
  const navigate = useNavigate({ from: '/quan-tri/nhat-ky' });
  const asked = useDeferredValue(search);
  const list = useQuery({
    queryKey: ['audit', asked],
    queryFn: ({ signal }) => auditList(asked, signal),
    placeholderData: (before) => before,
  });
  const set = (change: AuditSearch) =>
    void navigate({ search: { ...search, page: undefined, ...change } as AuditSearch, replace: true });
  const { rows = [], total = 0, page = 1, size = 50 } = list.data ?? {};
  return (
    <Page
      wide
      title={say('Nhật ký')}
      lead={say(
        'Ai đã làm gì, lúc nào, từ đâu. Không dòng nào sửa hay xóa được; mỗi dòng mang dấu của cả những dòng trước nó.',
      )}
      actions={
        <a className={buttonClass()} href={auditFile(search)} download>
          {say('Tải nhật ký (CSV)')}
        </a>
      }
    >
      <Filters search={search} set={set} />
      {list.isPending ? <Waiting /> : null}
      {list.error ? <Failure error={list.error} retry={() => void list.refetch()} /> : null}
      {list.data && rows.length === 0 ? <Empty title={say('Không có dòng nhật ký nào khớp')} /> : null}
      {rows.length > 0 ? <Rows rows={rows} /> : null}
      <Pages page={page} pages={Math.ceil(total / size)} onPage={(next) => set({ page: next })} />
    </Page>
  );
}

function Filters({ search, set }: { search: AuditSearch; set: (change: AuditSearch) => void }) {
  const { say } = useWords();
  const word = useActionWords();
  return (
    <div className={css['filters']} role="search">
      <Field
        label={say('Người thực hiện hoặc địa chỉ mạng')}
        value={search.q ?? ''}
        onChange={(event) => set({ q: event.target.value })}
      />
      <label className={css['choice']}>
        {say('Việc đã làm')}
        <select value={search.action ?? ''} onChange={(event) => set({ action: event.target.value })}>
          <option value="">{say('Mọi việc')}</option>
          {actionGroups.map((group) => (
            <option key={group} value={group}>
              {word(group)}
            </option>
          ))}
        </select>
      </label>
      <DayField label={say('Từ ngày')} value={search.from ?? ''} onChange={(from) => set({ from })} />
      <DayField label={say('Đến ngày')} value={search.to ?? ''} onChange={(to) => set({ to })} />
    </div>
  );
}

function Rows({ rows }: { rows: readonly AuditRow[] }) {
  const { say } = useWords();
  return (
    <Scroller className={css['scroll']} aria-label={say('Nhật ký')}>
      <table className={`${tables['table']} ${tables['stacked']} ${css['log']}`}>
        <thead>
          <tr>
            <th scope="col">{say('Thời điểm')}</th>
            <th scope="col">{say('Người thực hiện')}</th>
            <th scope="col">{say('Việc đã làm')}</th>
            <th scope="col">{say('Đơn vị')}</th>
            <th scope="col">{say('Nội dung ghi lại')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.seq} row={row} />
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

function Line({ row }: { row: AuditRow }) {
  const { language } = useWords();
  const word = useActionWords();
  const { at, who, address, action, subject, subjectId, unit, detail } = row;
  const facts = Object.entries(detail).filter(([, value]) => value !== null);
  return (
    <tr>
      <td className={css['time']}>
        <time dateTime={at}>{moment(at, language)}</time>
        <span className={css['faint']}>#{row.seq}</span>
      </td>
      <td>
        {who}
        {address ? <span className={css['faint']}>{address}</span> : null}
      </td>
      <td>
        {word(action)}
        {subject ? <span className={css['faint']}>{`${word(subject)} ${subjectId ?? ''}`}</span> : null}
      </td>
      <td>{unit?.name}</td>
      <td className={css['detail']}>
        {facts.map(([name, value]) => (
          <span key={name}>
            <code>{name}</code> {typeof value === 'string' ? value : JSON.stringify(value)}
          </span>
        ))}
      </td>
    </tr>
  );
}
