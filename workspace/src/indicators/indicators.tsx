// The catalogue of indicators: what is counted, how, in what unit; entered by people or derived from the registers.
import type { Indicator } from '@nhipcau/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Allowed } from '../access/allowed.tsx';
import { useMay } from '../access/me.ts';
import { useWords } from '../language/words.ts';
import { useRested } from '../register/rested.ts';
import { nameIn } from '../reports/cells.ts';
import css from '../reports/list.module.css';
import lists from '../ui/list.module.css';
import { buttonClass } from '../ui/button.tsx';
import { Exports } from '../ui/exports.tsx';
import { Empty, Failure, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import type { IndicatorSearch } from './addresses.ts';
import own from './indicators.module.css';
import { exportedIndicators, indicatorList } from './requests.ts';
import { ruleWords } from './source-words.ts';

const route = getRouteApi('/chi-tieu');

export function IndicatorsScreen() {
  return (
    <Allowed action="indicator.read">
      <Catalogue />
    </Allowed>
  );
}

function Catalogue() {
  const { say } = useWords();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery({
    queryKey: ['indicators', search],
    queryFn: ({ signal }) => indicatorList({ ...search }, signal),
    placeholderData: keepPreviousData,
  });
  const { data } = list;
  return (
    <Page
      wide
      print="wide"
      title={say('Danh mục chỉ tiêu')}
      lead={say(
        'Chỉ tiêu dùng trong các báo cáo. Danh mục có sẵn dùng được ngay; muốn sửa thì lập bản riêng của đơn vị.',
      )}
      actions={
        <>
          <Exports print href={(form) => exportedIndicators(form, { ...search })} />
          {may('indicator.manage') ? (
            <Link to="/chi-tieu/$id" params={{ id: 'moi' }} className={buttonClass('action')}>
              {say('Thêm chỉ tiêu')}
            </Link>
          ) : null}
          <Link to="/chi-tieu/phan-to" className={buttonClass('quiet')}>
            {say('Danh mục phân tổ')}
          </Link>
        </>
      }
    >
      <Filters
        search={search}
        groups={data?.rows.map(({ group }) => group) ?? []}
        onChange={(next) => void navigate({ search: next, replace: true })}
      />
      {list.isError ? <Failure error={list.error} retry={() => void list.refetch()} /> : null}
      {!data ? (
        list.isPending ? (
          <Waiting />
        ) : null
      ) : data.rows.length === 0 ? (
        <Empty title={say('Không có chỉ tiêu nào khớp')} />
      ) : (
        <Groups rows={data.rows} busy={list.isPlaceholderData} />
      )}
    </Page>
  );
}

interface FiltersProps {
  readonly search: IndicatorSearch;
  readonly groups: readonly string[];
  readonly onChange: (search: IndicatorSearch) => void;
}

function Filters({ search, groups, onChange }: FiltersProps) {
  const { say } = useWords();
  const set = (part: { [K in keyof IndicatorSearch]: IndicatorSearch[K] | undefined }) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...search, ...part }).filter(([, value]) => value),
      ) as IndicatorSearch,
    );
  const [text, setText] = useRested(search.q ?? '', (q) => set({ q: q || undefined }));
  const all = [...new Set([...groups, ...(search.group ? [search.group] : [])])].filter(Boolean);
  return (
    <search className={`${lists['filters']} ${css['filters']}`}>
      <input
        type="search"
        aria-label={say('Tìm chỉ tiêu')}
        placeholder={say('Tên hoặc mã, không cần dấu')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <select
        aria-label={say('Nhóm chỉ tiêu')}
        data-set={search.group !== undefined}
        value={search.group ?? ''}
        onChange={(event) => set({ group: event.target.value || undefined })}
      >
        <option value="">{say('Mọi nhóm')}</option>
        {all.map((group) => (
          <option key={group} value={group}>
            {group}
          </option>
        ))}
      </select>
      <select
        aria-label={say('Nguồn số liệu')}
        data-set={search.source !== undefined}
        value={search.source ?? ''}
        onChange={(event) => set({ source: (event.target.value || undefined) as IndicatorSearch['source'] })}
      >
        <option value="">{say('Mọi nguồn số liệu')}</option>
        <option value="derived">{say('Tính từ sổ theo dõi')}</option>
        <option value="entered">{say('Đơn vị ghi')}</option>
      </select>
      <label className={own['tick']}>
        <input
          type="checkbox"
          checked={search.ended === 'true'}
          onChange={(event) => set({ ended: event.target.checked ? 'true' : undefined })}
        />
        {say('Cả chỉ tiêu đã thôi dùng')}
      </label>
    </search>
  );
}

function Groups({ rows, busy }: { rows: readonly Indicator[]; busy: boolean }) {
  const { say, language } = useWords();
  const groups = [...new Set(rows.map(({ group }) => group))];
  return (
    <table className={`${css['table']} ${css['hideable']}`} aria-busy={busy}>
      <caption className="hidden-text">{say('Danh mục chỉ tiêu')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('Mã')}</th>
          <th scope="col">{say('Chỉ tiêu|báo cáo')}</th>
          <th scope="col">{say('Đơn vị tính')}</th>
          <th scope="col">{say('Nguồn số liệu')}</th>
          <th scope="col">{say('Tổng hợp')}</th>
        </tr>
      </thead>
      {groups.map((group) => {
        const inside = rows.filter((one) => one.group === group);
        const [first] = inside;
        return (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={5} className={own['group']}>
                {first && language === 'en' && first.groupEn ? first.groupEn : group || say('Chưa xếp nhóm')}
              </th>
            </tr>
            {inside.map((one) => (
              <Row key={one.id} indicator={one} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function Row({ indicator }: { indicator: Indicator }) {
  const { say, language } = useWords();
  return (
    <tr>
      <td className="figures">{indicator.code}</td>
      <th scope="row">
        <Link to="/chi-tieu/$id" params={{ id: String(indicator.id) }}>
          {nameIn(indicator, language)}
        </Link>
        {indicator.owner ? <small lang="vi">{indicator.owner.name}</small> : null}
        {indicator.endedOn ? <Tag>{say('đã thôi dùng')}</Tag> : null}
      </th>
      <td>{language === 'en' && indicator.unitEn ? indicator.unitEn : indicator.unit}</td>
      <td>{indicator.formulaWords ?? say('Đơn vị ghi')}</td>
      <td>{say(ruleWords[indicator.rule])}</td>
    </tr>
  );
}
