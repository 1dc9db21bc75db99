// A new document: first from what, each with what it brings; then the one source or the type.
import { DECREE_30_TYPES } from '@nhipcau/document';
import type { OutgoingCreate } from '@nhipcau/server/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Allowed } from '../access/allowed.tsx';
import { useMe } from '../access/me.ts';
import { documentList } from '../api.ts';
import beginning from '../desk/beginning.module.css';
import { day } from '../language/dates.ts';
import { useWords, type Language, type Message, type Say } from '../language/words.ts';
import { planList } from '../plans/requests.ts';
import { reportList } from '../reports/requests.ts';
import { Button } from '../ui/button.tsx';
import { Failure, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import type { NewSearch } from './addresses.ts';
import css from './new.module.css';
import { createOutgoing, outgoingList } from './requests.ts';

const route = getRouteApi('/van-ban-di/moi');
type From = NonNullable<NewSearch['from']>;

const ways: readonly (readonly [From, Message, Message])[] = [
  [
    'blank',
    'Từ mẫu trống',
    'Chọn loại văn bản; cơ quan, địa danh, người ký, nơi nhận được điền sẵn theo đơn vị.',
  ],
  [
    'plan',
    'Từ kế hoạch',
    'Kế hoạch thành văn bản, hoặc thành quyết định ban hành kèm kế hoạch và danh mục nhiệm vụ.',
  ],
  ['report', 'Từ báo cáo', 'Báo cáo đã tổng hợp thành văn bản, số liệu thành bảng và phụ lục.'],
  ['document', 'Từ văn bản đã nhập', 'Lấy nội dung của một văn bản đã tải lên để sửa lại thành văn bản mới.'],
  ['copy', 'Từ văn bản đi khác', 'Chép nội dung một văn bản đi cũ, ví dụ báo cáo hoặc công văn kỳ trước.'],
];
const usual = ['CV', 'QĐ', 'KH', 'BC', 'TTr', 'TB', 'GM'];

export function NewOutgoingScreen() {
  return (
    <Allowed action="outgoing.draft">
      <NewOutgoing />
    </Allowed>
  );
}

function NewOutgoing() {
  const { say } = useWords();
  const search = route.useSearch();
  return (
    <Page
      title={say('Soạn văn bản')}
      lead={say('Chọn nguồn. Mọi thứ mang theo đều sửa được trước khi trình.')}
    >
      <nav className={beginning['ways']} aria-label={say('Soạn văn bản từ đâu')}>
        {ways.map(([from, title, what]) => (
          <Link
            key={from}
            to="/van-ban-di/moi"
            search={{ from }}
            replace
            className={beginning['way']}
            aria-current={search.from === from ? 'step' : undefined}
          >
            <b>{say(title)}</b>
            <span>{say(what)}</span>
          </Link>
        ))}
      </nav>
      {search.from ? <Making key={search.from} from={search.from} search={search} /> : null}
    </Page>
  );
}

/** Units in whose name the reader may issue: their own, and the one whose coordinating body they work in. */
function useOwners() {
  const me = useMe();
  const owners = new Map((me?.drafts ?? []).map(({ id, name }) => [id, name]));
  for (const { unitId, unitName, role } of me?.roles ?? [])
    if (['officer', 'leader', 'coordinator'].includes(role)) owners.set(unitId, unitName);
  return [...owners].map(([id, name]) => ({ id, name }));
}

function Making({ from, search }: { from: From; search: NewSearch }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const owners = useOwners();
  const [unitId, setUnitId] = useState<number | null>(null);
  const [as, setAs] = useState<'plan' | 'decision'>('plan');
  const [title, setTitle] = useState('');
  const type = search.type ?? 'CV';
  const owner = unitId ?? owners[0]?.id ?? null;
  const create = useMutation({
    mutationFn: (wanted: OutgoingCreate) => createOutgoing(wanted),
    onSuccess: (made) => {
      queries.setQueryData(['outgoing', made.id], made);
      void queries.invalidateQueries({ queryKey: ['outgoings'] });
      void navigate({ to: '/van-ban-di/$id', params: { id: String(made.id) } });
    },
  });
  const { id } = search;
  const choose = (next: number) =>
    void navigate({ to: '/van-ban-di/moi', search: { ...search, id: next }, replace: true });
  const source: Readonly<Record<From, Partial<OutgoingCreate>>> = {
    blank: { type },
    plan: id === undefined ? {} : { planId: id, as },
    report: id === undefined ? {} : { reportId: id },
    document: id === undefined ? {} : { documentId: id },
    copy: id === undefined ? {} : { outgoingId: id },
  };
  return (
    <form
      className={beginning['making']}
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({
          ...(owner === null ? {} : { unitId: owner }),
          ...(title.trim() ? { title: title.trim() } : {}),
          ...source[from],
        });
      }}
    >
      {owners.length > 1 ? (
        <label className={beginning['field']}>
          {say('Cơ quan ban hành')}
          <select lang="vi" value={owner ?? ''} onChange={(event) => setUnitId(Number(event.target.value))}>
            {owners.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {from === 'blank' ? (
        <TypeChoice
          type={type}
          onChoose={(next) =>
            void navigate({ to: '/van-ban-di/moi', search: { from, type: next }, replace: true })
          }
        />
      ) : (
        <Sources from={from} owner={owner} chosen={id} onChoose={choose} />
      )}
      {from === 'plan' ? (
        <fieldset className={beginning['choice']}>
          <legend>{say('Ban hành thế nào')}</legend>
          <label>
            <input type="radio" name="as" checked={as === 'plan'} onChange={() => setAs('plan')} />
            <span>{say('Kế hoạch là văn bản')}</span>
          </label>
          <label>
            <input type="radio" name="as" checked={as === 'decision'} onChange={() => setAs('decision')} />
            <span>{say('Quyết định ban hành kèm theo kế hoạch')}</span>
          </label>
        </fieldset>
      ) : null}
      <label className={beginning['field']}>
        {say('Trích yếu (để trống: đặt theo nguồn, hoặc viết sau)')}
        <input
          type="text"
          lang="vi"
          maxLength={2000}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      {create.error ? <Failure error={create.error} /> : null}
      <Button
        look="action"
        type="submit"
        disabled={(from !== 'blank' && id === undefined) || create.isPending}
      >
        {create.isPending ? say('Đang lập…') : say('Lập dự thảo')}
      </Button>
    </form>
  );
}

function TypeChoice({ type, onChoose }: { type: string; onChoose: (type: string) => void }) {
  const { say } = useWords();
  const name = (one: string) => (one === 'CV' ? 'Công văn' : (DECREE_30_TYPES[one] ?? one));
  const rest = Object.keys(DECREE_30_TYPES).filter((one) => !usual.includes(one));
  return (
    <label className={beginning['field']}>
      {say('Loại văn bản')}
      <select lang="vi" value={type} onChange={(event) => onChoose(event.target.value)}>
        <optgroup label={say('Hay dùng')}>
          {usual.map((one) => (
            <option key={one} value={one}>
              {name(one)}
            </option>
          ))}
        </optgroup>
        <optgroup label={say('Các loại khác theo Phụ lục III')}>
          {rest.map((one) => (
            <option key={one} value={one}>
              {name(one)} ({one})
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}

interface Option {
  readonly id: number;
  readonly title: string;
  readonly about: string;
}
type Sourced = Exclude<From, 'blank'>;

/** What may be chosen, found by its words. */
async function optionsOf(
  from: Sourced,
  {
    q,
    owner,
    words: { say, language },
  }: { readonly q: string; readonly owner: number | null; readonly words: { say: Say; language: Language } },
  signal: AbortSignal,
): Promise<Option[]> {
  const asked = { size: 30, ...(q ? { q } : {}) };
  const own = { ...asked, ...(owner === null ? {} : { unit: owner }) };
  const about = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');
  if (from === 'plan')
    return (await planList(own, signal)).rows.map(({ id, title, number, owner }) => ({
      id,
      title,
      about: about(number, owner.name),
    }));
  if (from === 'document')
    return (await documentList({ ...asked, status: ['accepted', 'review'] }, signal)).rows.map((one) => ({
      id: one.id,
      title: one.title ?? one.fileName,
      about: about(one.number, one.issuer, one.issuedOn ? day(one.issuedOn, language) : null),
    }));
  if (from === 'copy')
    return (await outgoingList(asked, signal)).rows.map((one) => ({
      id: one.id,
      title: one.title || say('(chưa có trích yếu)'),
      about: about(one.typeName, one.fullNumber, one.owner.name),
    }));
  return (await reportList(own, signal)).rows.map(({ id, callName, unit, period }) => ({
    id,
    title: callName,
    about: about(unit.name, period),
  }));
}

interface SourcesProps {
  readonly from: Sourced;
  readonly owner: number | null;
  readonly chosen: number | undefined;
  readonly onChoose: (id: number) => void;
}

function Sources({ from, owner, chosen, onChoose }: SourcesProps) {
  const words = useWords();
  const { say } = words;
  const [q, setQ] = useState('');
  const found = useQuery({
    queryKey: ['outgoings', 'sources', from, owner, q],
    queryFn: ({ signal }) => optionsOf(from, { q, owner, words }, signal),
    placeholderData: (before) => before,
  });
  return (
    <fieldset className={beginning['choice']}>
      <legend>{say('Chọn nguồn')}</legend>
      <input
        type="search"
        className={css['search']}
        aria-label={say('Tìm nguồn')}
        placeholder={say('Tìm theo tên, số; không cần gõ dấu')}
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      {found.error ? <Failure error={found.error} /> : null}
      {found.isPending ? <Waiting /> : null}
      {found.data?.length === 0 ? <Notice>{say('Không có nguồn nào khớp.')}</Notice> : null}
      {found.data?.map(({ id, title, about }) => (
        <label key={id}>
          <input type="radio" name="source" checked={chosen === id} onChange={() => onChoose(id)} />
          <span lang="vi">
            {title}
            <small>{about}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
