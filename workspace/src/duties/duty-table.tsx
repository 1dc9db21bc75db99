// A list of duties wherever one is needed: asks the server, sorts, pages, and (where wanted) lets several be chosen and acted upon.
import type { DutyRow, DutySort } from '@nhipcau/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useWords } from '../language/words.ts';
import { Failure, Waiting } from '../ui/notice.tsx';
import { filtersOf, type DutySearch } from './addresses.ts';
import { ClassCounts } from './class-counts.tsx';
import css from './duties.module.css';
import lists from '../ui/list.module.css';
import { DutyRows, type Choice, type DutyColumn } from './duty-rows.tsx';
import { dutyList } from './requests.ts';
import { Pages } from '../ui/pages.tsx';

interface Props {
  /** What is asked; its order and page begin the list, and live on in the address where `onChange` is given. */
  readonly query: DutySearch;
  readonly onChange?: (search: DutySearch) => void;
  readonly caption?: string;
  readonly hide?: readonly DutyColumn[];
  readonly size?: number;
  readonly choice?: Choice;
  readonly at?: number | null;
  /** The four classes above the rows. */
  readonly counts?: boolean;
  /** Shown instead of "none". */
  readonly empty?: ReactNode;
  /** Told which rows are shown. */
  readonly onRows?: (rows: readonly DutyRow[]) => void;
}

export function DutyTable({
  query,
  onChange,
  caption,
  hide,
  size = 50,
  choice,
  at,
  counts,
  empty,
  onRows,
}: Props) {
  const { say } = useWords();
  const [own, setOwn] = useState<Pick<DutySearch, 'sort' | 'page'>>({});
  const search: DutySearch = onChange ? query : { ...query, ...own };
  const asked = { ...search, size };
  const list = useQuery({
    queryKey: ['duties', asked],
    queryFn: ({ signal }) => dutyList(asked, signal),
    placeholderData: keepPreviousData,
  });
  const { data } = list;
  useEffect(() => {
    if (data) onRows?.(data.rows);
  }, [data, onRows]);
  if (!data) {
    return list.isError ? <Failure error={list.error} retry={() => void list.refetch()} /> : <Waiting />;
  }
  const turn = (part: Pick<DutySearch, 'sort' | 'page'>) => {
    const { page: _page, ...rest } = { ...search, ...part };
    const next: DutySearch = part.page && part.page > 1 ? { ...rest, page: part.page } : rest;
    if (onChange) onChange(next);
    else setOwn({ ...(next.sort ? { sort: next.sort } : {}), ...(next.page ? { page: next.page } : {}) });
  };
  const sort: DutySort = search.sort ?? 'due';
  return (
    <div className={css['result']} aria-busy={list.isPlaceholderData}>
      {list.isError ? <Failure error={list.error} retry={() => void list.refetch()} /> : null}
      {counts && data.total > 0 ? <ClassCounts counts={data.classes} link={filtersOf(search)} /> : null}
      <p className={lists['total']} role="status">
        {say('{n, number} việc', { n: data.total })}
      </p>
      {data.total === 0 ? (
        (empty ?? <p className={css['nothing']}>{say('Không có việc nào.')}</p>)
      ) : (
        <DutyRows
          rows={data.rows}
          caption={caption ?? say('Danh sách việc')}
          hide={hide}
          asOf={query.asOf}
          choice={choice}
          at={at}
          sort={sort}
          onSort={(next) => turn({ sort: next })}
        />
      )}
      {data.total > size ? (
        <Pages
          page={data.page}
          pages={Math.ceil(data.total / size)}
          onPage={(page) => turn({ sort, page })}
        />
      ) : null}
    </div>
  );
}
