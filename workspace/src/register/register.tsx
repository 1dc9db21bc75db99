// The register of tasks: what is asked stands in the address, so a link shows another person the same.
import type { TaskList } from '@nhipcau/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { exportedTasks, taskFacets, taskList } from '../api.ts';
import { useMay } from '../access/me.ts';
import { useWords } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { Exports } from '../ui/exports.tsx';
import { Empty, Failure, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Pages } from '../ui/pages.tsx';
import { Cards } from './cards.tsx';
import { ColumnChoice } from './column-choice.tsx';
import { Filters } from './filter-bar.tsx';
import { filtersSet, serverQuery, type RegisterSearch } from './filters.ts';
import css from './register.module.css';
import lists from '../ui/list.module.css';
import { TaskTable } from './table.tsx';
import { Views } from './views.tsx';
import { useMediaQuery } from '@mantine/hooks';

const route = getRouteApi('/nhiem-vu');

export function RegisterScreen() {
  const { say } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = serverQuery(search);
  const tasks = useQuery({
    queryKey: ['tasks', query],
    queryFn: ({ signal }) => taskList(query, signal),
    placeholderData: keepPreviousData,
  });
  const { page: _page, sort: _sort, ...filter } = query;
  const facets = useQuery({
    queryKey: ['task-facets', filter],
    queryFn: ({ signal }) => taskFacets(filter, signal),
    placeholderData: keepPreviousData,
  });
  const go = (next: RegisterSearch) => void navigate({ search: next, replace: true, resetScroll: false });
  const empty = tasks.data?.total === 0 && filtersSet(search) === 0;
  return (
    <Page
      wide
      print="wide"
      title={say('Sổ nhiệm vụ')}
      actions={
        empty ? null : (
          <>
            <Views search={search} />
            <ColumnChoice search={search} onChange={go} />
            <Export search={search} />
          </>
        )
      }
    >
      {empty ? null : <Filters search={search} facets={facets.data} onChange={go} />}
      <Result search={search} onChange={go} tasks={tasks} empty={empty} />
    </Page>
  );
}

interface ResultProps {
  readonly search: RegisterSearch;
  readonly onChange: (search: RegisterSearch) => void;
  readonly tasks: {
    data: TaskList | undefined;
    isError: boolean;
    error: unknown;
    isPlaceholderData: boolean;
    refetch: () => unknown;
  };
  readonly empty: boolean;
}

function Result({ search, onChange, tasks, empty }: ResultProps) {
  const { say } = useWords();
  const narrow = useMediaQuery('(max-width: 56em)', false, { getInitialValueInEffect: false });
  if (tasks.isError && !tasks.data) return <Failure error={tasks.error} retry={() => void tasks.refetch()} />;
  if (!tasks.data) return <Waiting />;
  if (empty) return <Nothing />;
  const { rows, total, page, size } = tasks.data;
  return (
    <div aria-busy={tasks.isPlaceholderData} className={css['result']}>
      {tasks.isError ? <Failure error={tasks.error} retry={() => void tasks.refetch()} /> : null}
      <p className={lists['total']} role="status">
        {say('{n, number} nhiệm vụ', { n: total })}
      </p>
      {total === 0 ? (
        <Empty
          title={say('Không có nhiệm vụ nào khớp')}
          actions={
            <Link to="/nhiem-vu" className={buttonClass('action')}>
              {say('Bỏ hết bộ lọc')}
            </Link>
          }
        >
          {say('Thử bớt một điều kiện lọc.')}
        </Empty>
      ) : narrow ? (
        <Cards rows={rows} />
      ) : (
        <TaskTable rows={rows} search={search} onChange={onChange} />
      )}
      <Pages
        page={page}
        pages={Math.ceil(total / size)}
        onPage={(next) => onChange({ ...search, page: next })}
      />
    </div>
  );
}

function Nothing() {
  const { say } = useWords();
  const may = useMay();
  return (
    <Empty
      title={say('Sổ chưa có nhiệm vụ nào')}
      actions={
        <>
          {may('document.upload') ? (
            <Link to="/tai-len" className={buttonClass('action')}>
              {say('Tải văn bản lên')}
            </Link>
          ) : null}
          <Link to="/van-ban" search={{ status: ['review'] }} className={buttonClass()}>
            {say('Văn bản chờ rà soát')}
          </Link>
        </>
      }
    >
      {say('Tải lên một kế hoạch hoặc quyết định, rà soát những gì nhận ra được, rồi đưa vào sổ.')}
    </Empty>
  );
}

function Export({ search }: { search: RegisterSearch }) {
  const { say } = useWords();
  const { page: _page, ...query } = serverQuery(search);
  return (
    <Exports
      print
      href={(form) => exportedTasks(form, query)}
      calendar={exportedTasks('ics', query)}
      hint={say('Xuất đúng những nhiệm vụ đang lọc, theo thứ tự đang xếp.')}
    />
  );
}
