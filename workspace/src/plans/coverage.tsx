// Who owes a plan of their own under this one, who has issued it, and which tasks nobody below has taken up.
import type { Coverage } from '@nhipcau/server/contract';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMay } from '../access/me.ts';
import { day, figure } from '../language/dates.ts';
import { holds } from '../language/fold.ts';
import { useWords } from '../language/words.ts';
import { useRested } from '../register/rested.ts';
import { buttonClass } from '../ui/button.tsx';
import { Empty, FailureScreen, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import type { CoverageSearch } from './addresses.ts';
import { CoverageList } from './coverage-list.tsx';
import { CoverageMatrix } from './coverage-matrix.tsx';
import css from './coverage.module.css';
import { unitStates } from './coverage-states.ts';
import { coverageOf } from './requests.ts';
import { planName } from './states.ts';
import { UrgeLate } from './urge-late.tsx';

const route = getRouteApi('/ke-hoach/$id/bao-phu');

export function CoverageScreen() {
  const { say, language } = useWords();
  const may = useMay();
  const id = Number(route.useParams().id);
  const coverage = useQuery({
    queryKey: ['plan', id, 'coverage'],
    queryFn: ({ signal }) => coverageOf(id, signal),
  });
  const { data } = coverage;
  if (!data)
    return coverage.isError ? (
      <FailureScreen error={coverage.error} retry={() => void coverage.refetch()} />
    ) : (
      <Waiting />
    );
  return (
    <Page
      wide
      title={say('Bao phủ kế hoạch')}
      lead={
        <>
          <span lang="vi">{planName(data.plan, say)}</span>
          {data.dueOn
            ? `. ${say('Các đơn vị xây dựng kế hoạch riêng chậm nhất {date}.', { date: day(data.dueOn, language) })}`
            : null}
        </>
      }
      actions={
        <>
          {may('duty.urge') ? <UrgeLate coverage={data} /> : null}
          <Link to="/ke-hoach/$id" params={{ id: String(id) }} className={buttonClass()}>
            {say('Mở kế hoạch')}
          </Link>
        </>
      }
    >
      {data.units.length === 0 ? <NobodyAsked id={id} /> : <Covered data={data} />}
    </Page>
  );
}

function NobodyAsked({ id }: { id: number }) {
  const { say } = useWords();
  return (
    <Empty
      title={say('Kế hoạch này chưa yêu cầu đơn vị nào lập kế hoạch riêng')}
      actions={
        <Link to="/ke-hoach/$id" params={{ id: String(id) }} className={buttonClass('action')}>
          {say('Mở kế hoạch')}
        </Link>
      }
    >
      {say(
        'Đánh dấu một nhiệm vụ là “Yêu cầu đơn vị được giao xây dựng kế hoạch riêng” rồi ban hành để theo dõi ở đây.',
      )}
    </Empty>
  );
}

function Covered({ data }: { data: Coverage }) {
  const { say } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const narrow = useMediaQuery('(max-width: 44em)') ?? false;
  const show = search.show ?? (narrow ? 'list' : 'matrix');
  const set = (part: { readonly [K in keyof CoverageSearch]?: CoverageSearch[K] | undefined }) => {
    const next = Object.entries({ ...search, ...part }).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    void navigate({ search: Object.fromEntries(next) as CoverageSearch, replace: true });
  };
  const [text, setText] = useRested(search.q ?? '', (q) => set({ q }));
  const units = data.units.filter(
    ({ unit, state }) =>
      (!search.state || state === search.state) && (!search.q || holds(unit.name, search.q)),
  );
  const tasks = search.nobody
    ? data.tasks.filter(({ takenUp, handedTo }) => takenUp === 0 && handedTo > 0)
    : data.tasks;
  return (
    <>
      <Figures data={data} search={search} set={set} />
      <search className={css['filters']}>
        <input
          type="search"
          aria-label={say('Tìm đơn vị')}
          placeholder={say('Tên đơn vị, không cần dấu')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className={css['shows']} role="group" aria-label={say('Cách xem')}>
          <button type="button" aria-pressed={show === 'matrix'} onClick={() => set({ show: 'matrix' })}>
            {say('Bảng đơn vị × nhiệm vụ')}
          </button>
          <button type="button" aria-pressed={show === 'list'} onClick={() => set({ show: 'list' })}>
            {say('Danh sách')}
          </button>
        </div>
      </search>
      <p className={css['total']} role="status">
        {say('{units, number} đơn vị, {tasks, number} nhiệm vụ của cấp trên', {
          units: units.length,
          tasks: tasks.length,
        })}
      </p>
      {show === 'matrix' ? (
        <CoverageMatrix units={units} tasks={tasks} planId={data.plan.id} />
      ) : (
        <CoverageList units={units} tasks={tasks} planId={data.plan.id} />
      )}
    </>
  );
}

interface FiguresProps {
  readonly data: Coverage;
  readonly search: CoverageSearch;
  readonly set: (part: { readonly [K in keyof CoverageSearch]?: CoverageSearch[K] | undefined }) => void;
}

/** The figures, each of which shows what it counts. */
function Figures({ data: { counts }, search, set }: FiguresProps) {
  const { say, language } = useWords();
  return (
    <ul className={css['figures']} aria-label={say('Tình hình ban hành kế hoạch')}>
      {unitStates.map(({ state, count, words, tone }) => (
        <li key={state}>
          <button
            type="button"
            data-tone={tone}
            aria-pressed={search.state === state}
            onClick={() => set({ state: search.state === state ? undefined : state })}
          >
            <b className="figures">{figure(counts[count], language)}</b>
            {say(words)}
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          data-tone={counts.tasksNobody > 0 ? 'soon' : 'plain'}
          aria-pressed={search.nobody === 'true'}
          onClick={() => set({ nobody: search.nobody ? undefined : 'true' })}
        >
          <b className="figures">{figure(counts.tasksNobody, language)}</b>
          {say('Nhiệm vụ chưa đơn vị nào đưa vào kế hoạch')}
        </button>
      </li>
    </ul>
  );
}
