// "Việc của tôi": the reader's duties in parts by what is to be done next. A part opened alone shows all its pages.
import type { DutyRow } from '@nhipcau/server/contract';
import { keepPreviousData, useQueries, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useMay, useMe } from '../access/me.ts';
import { useWords } from '../language/words.ts';
import { useWaitingPlans, WaitingPlans } from '../plans/waiting.tsx';
import { today } from '../register/standing.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Empty, Failure, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { narrowed, type DutySearch } from './addresses.ts';
import { BulkBar, type BulkAsk } from './bulk-bar.tsx';
import { takeBackAll } from './bulk.ts';
import css from './work.module.css';
import { DutyFilters } from './duty-filters.tsx';
import { DutyRows } from './duty-rows.tsx';
import { DutyTable } from './duty-table.tsx';
import { Export } from './export.tsx';
import { askedOf, groups, parts, type Part, type WorkSearch } from './groups.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { dutyList } from './requests.ts';
import { useSelection } from './selection.ts';
import { useWorkKeys } from './work-keys.ts';

const route = getRouteApi('/viec-cua-toi');
const firstRows = 10;

export function WorkListScreen() {
  const { say } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const may = useMay();
  const selection = useSelection();
  const [asked, ask] = useState<BulkAsk>(null);
  const [help, setHelp] = useState(false);
  const single = useUnits().length < 2;
  const [alone, setAlone] = useState<readonly DutyRow[]>([]);
  const shown = parts.filter((part) => may(groups[part].action));
  const sections = useSections(search, search.part ? [] : shown);
  const rows = search.part ? alone : sections.rows;
  const at = useWorkKeys({
    rows,
    selection,
    ask,
    may,
    undo: () => void takeBackAll({ queries, say }),
    help: () => setHelp(true),
  });
  const go = useCallback(
    (next: WorkSearch) => void navigate({ search: next, replace: true, resetScroll: false }),
    [navigate],
  );
  const { part, ...filters } = search;
  return (
    <Page
      wide
      title={say('Việc của tôi')}
      lead={<Whose />}
      actions={
        <>
          <Export query={part ? askedOf(part, search, today()) : { ...filters, view: 'mine' }} />
          <Button small className={css['keysButton'] ?? ''} onClick={() => setHelp(true)}>
            {say('Phím tắt')} <kbd>?</kbd>
          </Button>
        </>
      }
    >
      {Object.keys(search).length === 0 ? <WaitingPlans /> : null}
      <DutyFilters
        search={filters}
        hide={single && !may('duty.confirm') ? ['class', 'unit'] : ['class']}
        onChange={(next) => go(narrowed<WorkSearch>(part ? { part } : {}, { ...pickWork(next) }))}
      />
      {part ? (
        <section className={css['part']} aria-label={say(groups[part].title)}>
          <div className={css['partHead']}>
            <h2>{say(groups[part].title)}</h2>
            <Link to="/viec-cua-toi" search={withoutPart(search)} className={buttonClass('plain', true)}>
              {say('← Mọi phần việc')}
            </Link>
          </div>
          <p className={css['hint']}>{say(groups[part].hint)}</p>
          <DutyTable
            query={askedOf(part, search, today())}
            hide={single && ownWork(part) ? ['unit'] : []}
            onChange={({ page, sort }) =>
              go({ ...filters, part, ...(page ? { page } : {}), ...(sort ? { sort } : {}) })
            }
            choice={selection}
            at={at}
            onRows={setAlone}
          />
        </section>
      ) : (
        <Sections sections={sections} search={search} selection={selection} at={at} />
      )}
      <BulkBar selection={selection} asked={asked} ask={ask} />
      {help ? <KeysDialog onClose={() => setHelp(false)} /> : null}
    </Page>
  );
}

/** Of a general question only what the work list knows. */
function pickWork({ q, unit, plan, role, year, sort }: DutySearch): WorkSearch {
  return {
    ...(q ? { q } : {}),
    ...(unit ? { unit } : {}),
    ...(plan ? { plan } : {}),
    ...(role ? { role } : {}),
    ...(year ? { year } : {}),
    ...(sort ? { sort } : {}),
  };
}

const withoutPart = ({ part: _part, page: _page, ...rest }: WorkSearch): WorkSearch => rest;

/** In whose name one works: the units at which the reader holds a role. */
function Whose() {
  const { say } = useWords();
  const units = useUnits();
  if (units.length === 0) return null;
  const [first = '', ...more] = units;
  return (
    <span lang="vi">
      {more.length === 0 ? first : say('{unit} và {n, number} đơn vị khác', { unit: first, n: more.length })}
    </span>
  );
}

function useUnits(): readonly string[] {
  const { roles = [] } = useMe() ?? {};
  return [...new Set(roles.map(({ unitName }) => unitName))];
}

/** Parts that hold the reader's own unit's duties, not those of units that they confirm. */
const ownWork = (part: Part) => groups[part].action !== 'duty.confirm';

interface Section {
  readonly part: Part;
  readonly rows: readonly DutyRow[];
  readonly total: number;
}

interface SectionsState {
  readonly sections: readonly Section[];
  readonly rows: readonly DutyRow[];
  readonly waiting: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

function useSections(search: WorkSearch, shown: readonly Part[]): SectionsState {
  const day = today();
  const results = useQueries({
    queries: shown.map((part) => {
      const asked = { ...askedOf(part, withoutPart(search), day), size: firstRows };
      return {
        queryKey: ['duties', asked],
        queryFn: ({ signal }: { signal: AbortSignal }) => dutyList(asked, signal),
        placeholderData: keepPreviousData,
      };
    }),
  });
  const stamp = results.map(({ dataUpdatedAt }) => dataUpdatedAt).join();
  const sections = useMemo(
    () =>
      results.flatMap(({ data }, at) => {
        const part = shown[at];
        return data && part ? [{ part, rows: data.rows, total: data.total }] : [];
      }),
    // The results are new objects each time; their stamps tell when they hold something new.
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies
    [stamp, shown.join()],
  );
  return {
    sections,
    rows: sections.flatMap(({ rows }) => rows),
    waiting: results.some(({ isPending }) => isPending),
    error: results.find(({ isError, data }) => isError && !data)?.error ?? null,
    retry: () => {
      for (const result of results) if (result.isError) void result.refetch();
    },
  };
}

interface SectionsProps {
  readonly sections: SectionsState;
  readonly search: WorkSearch;
  readonly selection: ReturnType<typeof useSelection>;
  readonly at: number | null;
}

function Sections({ sections, search, selection, at }: SectionsProps) {
  const { say } = useWords();
  const single = useUnits().length < 2;
  const filled = sections.sections.filter(({ total }) => total > 0);
  if (sections.error) return <Failure error={sections.error} retry={sections.retry} />;
  if (sections.waiting && filled.length === 0) return <Waiting />;
  if (filled.length === 0) return <Nothing search={search} />;
  return (
    <>
      <nav className={css['jump']} aria-label={say('Các phần việc')}>
        {filled.map(({ part, total }) => (
          <a key={part} href={`#viec-${part}`} data-part={part}>
            <strong className="figures">{say('{n, number}', { n: total })}</strong> {say(groups[part].title)}
          </a>
        ))}
      </nav>
      {filled.map(({ part, rows, total }) => (
        <section key={part} id={`viec-${part}`} className={css['part']}>
          <div className={css['partHead']}>
            <h2 data-part={part}>
              {say(groups[part].title)} <span className="figures">{say('{n, number}', { n: total })}</span>
            </h2>
            {total > rows.length ? (
              <Link
                to="/viec-cua-toi"
                search={{ ...withoutPart(search), part }}
                className={buttonClass('plain', true)}
              >
                {say('Xem cả {n, number} việc', { n: total })}
              </Link>
            ) : null}
          </div>
          <p className={css['hint']}>{say(groups[part].hint)}</p>
          <DutyRows
            rows={rows}
            caption={say(groups[part].title)}
            hide={single && ownWork(part) ? ['unit'] : []}
            choice={selection}
            at={at}
          />
        </section>
      ))}
    </>
  );
}

function Nothing({ search }: { search: WorkSearch }) {
  const { say } = useWords();
  const may = useMay();
  const plans = useWaitingPlans();
  if (Object.keys(withoutPart(search)).length > 0) {
    return (
      <Empty
        title={say('Không có việc nào khớp')}
        actions={
          <Link to="/viec-cua-toi" className={buttonClass('action')}>
            {say('Bỏ hết bộ lọc')}
          </Link>
        }
      >
        {say('Thử bớt một điều kiện lọc.')}
      </Empty>
    );
  }
  if (plans.pending) return <Waiting />;
  if (plans.approve.length + plans.returned.length > 0) return null;
  return (
    <Empty
      title={say('Hiện không có việc nào chờ bạn')}
      actions={
        may('plan.draft') ? (
          <Link to="/ke-hoach" className={buttonClass('action')}>
            {say('Mở các kế hoạch')}
          </Link>
        ) : (
          <Link to="/viec" className={buttonClass('action')}>
            {say('Xem mọi việc đã giao')}
          </Link>
        )
      }
    >
      {say(
        'Khi một kế hoạch được ban hành, việc giao cho đơn vị của bạn hiện ở đây, việc gấp nhất đứng đầu.',
      )}
    </Empty>
  );
}
