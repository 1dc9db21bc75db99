// The tree of units as it stood on a day.
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { unitList } from '../api.ts';
import { useMay, useMe } from '../access/me.ts';
import { day as dayWords } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { today as todayNow } from '../register/standing.ts';
import { buttonClass } from '../ui/button.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { Failure, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { readUnitsSearch, type UnitsSearch } from './addresses.ts';
import { DaySlider } from './day-slider.tsx';
import { kindNames, unitKinds } from './kinds.ts';
import { exportedUnits, unitTree } from './requests.ts';
import { TreeLevel, UnitLine } from './tree-rows.tsx';
import css from './units.module.css';

export function UnitsScreen() {
  const { say, language } = useWords();
  const may = useMay();
  const me = useMe();
  const navigate = useNavigate();
  const search = readUnitsSearch(useSearch({ strict: false }));
  const today = todayNow();
  const on = search.ngay ?? today;
  const home = me?.root ?? null;
  const top = search.goc ?? home?.id ?? 0;
  const change = (next: UnitsSearch) =>
    void navigate({ to: '/don-vi', search: { ...search, ...next }, replace: true });
  const tree = useQuery({
    queryKey: ['units', 'tree', on, top || null],
    queryFn: ({ signal }) => unitTree({ on, under: top || undefined }, signal),
    placeholderData: keepPreviousData,
    enabled: me !== undefined,
  });
  const [wanted] = useDebouncedValue(search.tim?.trim() ?? '', 200);
  return (
    <Page
      title={say('Đơn vị|nhiều')}
      wide
      lead={say('Cơ quan, đơn vị và cấp trên của từng đơn vị, như đã có vào ngày bạn chọn.')}
      actions={
        <>
          {top ? (
            <a className={buttonClass()} href={exportedUnits('xlsx', { under: top, on })} download>
              {say('Tải về Excel')}
            </a>
          ) : null}
          {may('unit.edit') ? (
            <Link className={buttonClass()} to="/don-vi/nhap">
              {say('Nhập từ tệp')}
            </Link>
          ) : null}
          {may('unit.reorganise') ? (
            <Link className={buttonClass('action')} to="/don-vi/sap-xep">
              {say('Sắp xếp đơn vị')}
            </Link>
          ) : null}
        </>
      }
    >
      <DaySlider
        value={on}
        today={today}
        days={tree.data?.days ?? []}
        onChange={(next) => navigateDay(change, next, today)}
      />
      <div className={css['filters']}>
        <Field
          label={say('Tìm đơn vị')}
          type="search"
          placeholder={say('Tên, tên cũ, chữ viết tắt hoặc mã; không cần dấu')}
          value={search.tim ?? ''}
          onChange={(event) => change({ tim: event.target.value || undefined } as UnitsSearch)}
        />
        <Choice
          label={say('Loại đơn vị')}
          value={search.loai ?? ''}
          onChange={(event) => change({ loai: event.target.value || undefined } as UnitsSearch)}
        >
          <option value="">{say('Mọi loại')}</option>
          {kindNames.map((kind) => (
            <option key={kind} value={kind}>
              {say(unitKinds[kind])}
            </option>
          ))}
        </Choice>
        <Choice
          label={say('Phạm vi')}
          value={String(top)}
          onChange={(event) => change({ goc: Number(event.target.value) })}
        >
          {home ? <option value={home.id}>{home.name}</option> : null}
          {top !== 0 && top !== home?.id ? <option value={top}>{say('Đơn vị đã chọn')}</option> : null}
          <option value="0">{say('Cả nước')}</option>
        </Choice>
      </div>
      {wanted ? (
        <Found q={wanted} on={on} kind={search.loai} under={top || undefined} />
      ) : tree.error ? (
        <Failure error={tree.error} retry={() => void tree.refetch()} />
      ) : tree.data ? (
        <section aria-label={say('Cây đơn vị')} className={css['tree']}>
          <p role="status" className={css['sum']}>
            {say('{count} đơn vị vào ngày {day}', {
              count: tree.data.total + (top ? 1 : 0),
              day: dayWords(on, language),
            })}
          </p>
          {top && home && top === home.id ? (
            <p className={css['topUnit']}>
              <Link to="/don-vi/$id" params={{ id: String(top) }} lang="vi">
                {home.name}
              </Link>
            </p>
          ) : null}
          <TreeLevel under={top || null} on={on} kind={search.loai} />
        </section>
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

function navigateDay(change: (next: UnitsSearch) => void, day: string, today: string) {
  change({ ngay: day === today ? undefined : day } as UnitsSearch);
}

interface Sought {
  readonly q: string;
  readonly on: string;
  readonly kind: string | undefined;
  readonly under: number | undefined;
}

function Found({ q, on, kind, under }: Sought) {
  const { say, language } = useWords();
  const found = useQuery({
    queryKey: ['units', 'found', q, on, kind, under],
    queryFn: ({ signal }) => unitList({ q, on, kind, under, limit: 100 }, signal),
    placeholderData: keepPreviousData,
  });
  if (found.error) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  const { rows, total } = found.data;
  return (
    <section aria-label={say('Kết quả tìm')} className={css['tree']}>
      <p role="status" className={css['sum']}>
        {total === 0
          ? say('Không có đơn vị nào khớp vào ngày {day}. Thử ngày khác hoặc bớt từ.', {
              day: dayWords(on, language),
            })
          : say('Tìm thấy {count} đơn vị', { count: total })}
      </p>
      <ul className={css['level']}>
        {rows.map((unit) => (
          <li key={unit.id}>
            <div className={css['row']}>
              <UnitLine unit={unit} />
              {unit.parentName ? (
                <span className={css['count']} lang="vi">
                  {unit.parentName}
                </span>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
