// Outgoing documents: those that wait for the reader, their own drafts, what was issued, what was sent to their unit.
import type { OutgoingList, OutgoingSummary } from '@nhipcau/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMay } from '../access/me.ts';
import { day, moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { Exports } from '../ui/exports.tsx';
import lines from '../ui/lines.module.css';
import { Empty, Failure, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Pages } from '../ui/pages.tsx';
import { Tag } from '../ui/tag.tsx';
import { asked, type OutgoingSearch } from './addresses.ts';
import { OutgoingFilters } from './list-filters.tsx';
import css from './list.module.css';
import { exportedOutgoing, outgoingList } from './requests.ts';
import { states } from './states.ts';

const route = getRouteApi('/van-ban-di');

export function OutgoingScreen() {
  const { say } = useWords();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const documents = useQuery({
    queryKey: ['outgoings', 'list', search],
    queryFn: ({ signal }) => outgoingList(asked(search), signal),
    placeholderData: keepPreviousData,
  });
  const { data } = documents;
  const { page: _page, ...filter } = search;
  const fresh = data?.total === 0 && Object.keys(search).length === 0;
  return (
    <Page
      wide
      title={say('Văn bản đi')}
      actions={
        <>
          {data && data.total > 0 ? (
            <Exports print href={(form) => exportedOutgoing(form, asked(filter))} />
          ) : null}
          {may('number.read') ? (
            <Link to="/so-van-ban" className={buttonClass()}>
              {say('Sổ đăng ký văn bản đi')}
            </Link>
          ) : null}
          {may('outgoing.draft') && !fresh ? (
            <Link to="/van-ban-di/moi" className={buttonClass('action')}>
              {say('Soạn văn bản')}
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
      ) : fresh ? (
        <Nothing mayDraft={may('outgoing.draft')} />
      ) : (
        <>
          <OutgoingFilters
            search={search}
            types={data.types}
            onChange={(next) => void navigate({ search: next, replace: true })}
          />
          <Documents data={data} search={search} busy={documents.isPlaceholderData} />
        </>
      )}
    </Page>
  );
}

function Nothing({ mayDraft }: { mayDraft: boolean }) {
  const { say } = useWords();
  return (
    <Empty
      title={say('Chưa có văn bản đi nào')}
      actions={
        mayDraft ? (
          <Link to="/van-ban-di/moi" className={buttonClass('action')}>
            {say('Soạn văn bản')}
          </Link>
        ) : null
      }
    >
      {mayDraft
        ? say(
            'Soạn văn bản đầu tiên từ kế hoạch, báo cáo, văn bản đã nhập hoặc từ mẫu trống của từng loại. Hệ thống kiểm tra thể thức theo Nghị định 30/2020/NĐ-CP, cấp số và gửi đi.',
          )
        : say('Văn bản gửi đến đơn vị bạn sẽ hiện ở đây khi được phát hành.')}
    </Empty>
  );
}

function Documents({ data, search, busy }: { data: OutgoingList; search: OutgoingSearch; busy: boolean }) {
  const { say } = useWords();
  const navigate = route.useNavigate();
  const { rows, total, size, page } = data;
  return (
    <div aria-busy={busy}>
      <p className={lines['total']} role="status">
        {total === 0 && search.scope === 'waiting'
          ? say('Không có văn bản nào chờ bạn.')
          : say('{n, number} văn bản đi', { n: total })}
      </p>
      <ul className={lines['list']}>
        {rows.map((one) => (
          <DocumentLine key={one.id} one={one} />
        ))}
      </ul>
      <Pages
        page={page}
        pages={Math.ceil(total / size)}
        onPage={(next) => void navigate({ search: { ...search, page: next } })}
      />
    </div>
  );
}

function DocumentLine({ one }: { one: OutgoingSummary }) {
  const { say, language } = useWords();
  const state = states[one.status];
  const { total, sent, failed } = one.receivers;
  return (
    <li className={lines['line']}>
      <div>
        <p className={css['kind']}>
          <span lang="vi">{one.typeName}</span>
          {one.fullNumber ? (
            <>
              {' '}
              <b className="figures">{one.fullNumber}</b>
            </>
          ) : null}
          {one.issuedOn ? <span className={lines['faint']}> {day(one.issuedOn, language)}</span> : null}
        </p>
        <Link to="/van-ban-di/$id" params={{ id: String(one.id) }} className={lines['name']} lang="vi">
          {one.title || say('(chưa có trích yếu)')}
        </Link>
        <p className={lines['about']} lang="vi">
          {[one.owner.name, one.drafter ? `${say('soạn thảo:')} ${one.drafter.name}` : null]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className={lines['standing']}>
        <Tag tone={state.tone}>{say(state.words)}</Tag>
        {one.replaced ? <Tag tone="soon">{say('Đã bị thay thế')}</Tag> : null}
        {one.corrected ? <Tag tone="soon">{say('Đã đính chính')}</Tag> : null}
        {one.demo ? <Tag>{say('dữ liệu minh họa')}</Tag> : null}
        {total > 0 ? <p>{say('Đã gửi {sent, number}/{total, number} nơi', { sent, total })}</p> : null}
        {failed > 0 ? <Tag tone="late">{say('{n, number} nơi gửi không được', { n: failed })}</Tag> : null}
        <p className={`${lines['faint']} ${css['changed']}`}>
          {one.createdBy ? `${one.createdBy} · ` : ''}
          {moment(one.changedAt, language)}
        </p>
      </div>
    </li>
  );
}
