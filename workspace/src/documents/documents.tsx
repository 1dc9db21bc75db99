// The documents of the house: what stands where, what waits for review, what could not be read.
import type { DocumentList, DocumentSummary } from '@nhipcau/server/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { deleteDocument, documentList, exportedDocuments } from '../api.ts';
import { day, figure } from '../language/dates.ts';
import { useMay } from '../access/me.ts';
import { useWords, type Message } from '../language/words.ts';
import { useRested } from '../register/rested.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Exports } from '../ui/exports.tsx';
import { Empty, Failure, failureWords, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Pages } from '../ui/pages.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import { progressWords } from '../upload/progress.ts';
import type { ListSearch } from './addresses.ts';
import css from './documents.module.css';
import { documentName, kindWords, statusWords } from './kinds.ts';

const route = getRouteApi('/van-ban');

export function DocumentsScreen() {
  const { say } = useWords();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const documents = useQuery({
    queryKey: ['documents', 'list', search],
    queryFn: ({ signal }) => documentList({ ...search, size: 50 }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: (query) =>
      query.state.data?.rows.some((row) => row.status === 'reading') ? 1500 : false,
  });
  const go = (next: ListSearch) => void navigate({ search: next, replace: true });
  const { data } = documents;
  const empty = data?.total === 0 && Object.keys(search).length === 0;
  return (
    <Page
      wide
      title={say('Văn bản|nhiều')}
      actions={
        <>
          {data && data.total > 0 ? (
            <Exports print href={(form) => exportedDocuments(form, { ...search, page: undefined })} />
          ) : null}
          <Link to="/van-ban/so-do" className={buttonClass()}>
            {say('Sơ đồ viện dẫn')}
          </Link>
          {may('document.remove') ? (
            <Link to="/van-ban/lien-thong-den" className={buttonClass()}>
              {say('Liên thông đến')}
            </Link>
          ) : null}
          {may('document.upload') ? (
            <Link to="/tai-len" className={buttonClass('action')}>
              {say('Tải văn bản lên')}
            </Link>
          ) : null}
        </>
      }
    >
      {documents.isError ? <Failure error={documents.error} retry={() => void documents.refetch()} /> : null}
      {!data ? (
        documents.isPending ? (
          <Waiting />
        ) : null
      ) : empty ? (
        <Nothing />
      ) : (
        <List data={data} search={search} onChange={go} />
      )}
    </Page>
  );
}

function Nothing() {
  const { say } = useWords();
  const may = useMay();
  return (
    <Empty
      title={say('Chưa có văn bản nào')}
      actions={
        may('document.upload') ? (
          <Link to="/tai-len" className={buttonClass('action')}>
            {say('Tải văn bản lên')}
          </Link>
        ) : null
      }
    >
      {say('Bắt đầu bằng một kế hoạch hoặc quyết định giao nhiệm vụ, đúng như tệp đã ban hành.')}
    </Empty>
  );
}

function List({
  data,
  search,
  onChange,
}: {
  data: DocumentList;
  search: ListSearch;
  onChange: (search: ListSearch) => void;
}) {
  const { say } = useWords();
  const { page: _page, q: _q, ...rest } = search;
  const [text, setText] = useRested(search.q ?? '', (q) => onChange(q ? { ...rest, q } : rest));
  const { rows, total, size, page } = data;
  return (
    <>
      <search className={css['filters']}>
        <input
          type="search"
          aria-label={say('Tìm văn bản')}
          placeholder={say('Số, ký hiệu, trích yếu, cơ quan')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <StatusFilter data={data} search={search} onChange={onChange} />
        <Order search={search} onChange={onChange} />
      </search>
      <p className={css['total']} role="status">
        {say('{n, number} văn bản', { n: total })}
      </p>
      <ul className={css['list']}>
        {rows.map((row) => (
          <DocumentLine key={row.id} row={row} />
        ))}
      </ul>
      <Pages
        page={page}
        pages={Math.ceil(total / size)}
        onPage={(next) => onChange({ ...search, page: next })}
      />
    </>
  );
}

const orders: readonly (readonly [NonNullable<ListSearch['sort']>, Message])[] = [
  ['-createdAt', 'Mới tải lên trước'],
  ['-issuedOn', 'Mới ban hành trước'],
  ['number', 'Theo số, ký hiệu'],
  ['issuer', 'Theo cơ quan ban hành'],
  ['title', 'Theo trích yếu'],
];

function Order({ search, onChange }: { search: ListSearch; onChange: (search: ListSearch) => void }) {
  const { say } = useWords();
  const { sort = '-createdAt', page: _page, ...rest } = search;
  return (
    <select
      className={css['order']}
      aria-label={say('Thứ tự')}
      value={sort}
      onChange={(event) => {
        const next = orders.find(([order]) => order === event.target.value)?.[0];
        onChange(next && next !== '-createdAt' ? { ...rest, sort: next } : rest);
      }}
    >
      {orders.map(([order, words]) => (
        <option key={order} value={order}>
          {say(words)}
        </option>
      ))}
    </select>
  );
}

function StatusFilter({
  data,
  search,
  onChange,
}: {
  data: DocumentList;
  search: ListSearch;
  onChange: (search: ListSearch) => void;
}) {
  const { say, language } = useWords();
  const chosen = search.status ?? [];
  const { status: _status, page: _page, ...rest } = search;
  return (
    <div className={css['statuses']} role="group" aria-label={say('Tình trạng')}>
      {data.facets.status
        .filter((facet) => facet.count > 0 || chosen.includes(facet.key))
        .map((facet) => {
          const on = chosen.includes(facet.key);
          const next = on ? chosen.filter((one) => one !== facet.key) : [...chosen, facet.key];
          return (
            <button
              key={facet.key}
              type="button"
              aria-pressed={on}
              className={css['status']}
              onClick={() => onChange(next.length > 0 ? { ...rest, status: next } : rest)}
            >
              {say(statusWords[facet.key].words)} <span>{figure(facet.count, language)}</span>
            </button>
          );
        })}
    </div>
  );
}

function DocumentLine({ row }: { row: DocumentSummary }) {
  const { say, language } = useWords();
  const status = statusWords[row.status];
  const name =
    row.number || row.title
      ? documentName(
          { type: row.type, number: row.number, title: null, fileName: kindWords(row.type, say) },
          say,
        )
      : row.fileName || say('Tệp bị từ chối');
  const about = [row.issuer, row.issuedOn ? day(row.issuedOn, language) : null].filter(Boolean).join(', ');
  return (
    <li className={css['line']}>
      <div className={css['main']}>
        <Link to="/van-ban/$id" params={{ id: String(row.id) }} className={css['name']}>
          {name}
        </Link>
        {row.title ? <p lang="vi">{row.title}</p> : null}
        <p className={css['about']}>
          {[about, row.number || row.title ? row.fileName : null, row.demo ? say('minh họa') : null]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {row.problem ? (
          <p className={css['problem']}>
            <strong>{row.problem.title}</strong> {row.problem.detail}
          </p>
        ) : null}
      </div>
      <div className={css['standing']}>
        <Tag tone={status.tone}>{say(status.words)}</Tag>
        <p>{row.status === 'reading' ? progressWords(row.progress, say) : <Counts row={row} />}</p>
        {row.status === 'failed' || row.status === 'refused' ? <Remove row={row} /> : null}
      </div>
    </li>
  );
}

function Counts({ row }: { row: DocumentSummary }) {
  const { say } = useWords();
  if (row.status === 'failed' || row.status === 'refused') return null;
  return [
    say('{n, number} nhiệm vụ', { n: row.tasks }),
    row.warnings > 0 ? say('{n, number} cảnh báo', { n: row.warnings }) : null,
  ]
    .filter(Boolean)
    .join(', ');
}

function Remove({ row }: { row: DocumentSummary }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => deleteDocument(row.id),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['documents'] }),
    onError: (error) => toast(failureWords(error, say).title, { tone: 'problem' }),
  });
  return (
    <Button
      look="plain"
      small
      disabled={remove.isPending}
      aria-label={say('Xóa khỏi danh sách: {file}', { file: row.fileName || String(row.id) })}
      onClick={() => remove.mutate()}
    >
      {say('Xóa khỏi danh sách')}
    </Button>
  );
}
