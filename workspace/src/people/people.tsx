// The people of the units that the reader sees; administrators make accounts here.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { allRoles, roleWords, type Role } from '../access/role-words.ts';
import type { PeopleImport, PersonSummary } from '../api.ts';
import { useWords } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { Empty, Failure, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Pages } from '../ui/pages.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import type { PeopleSearch } from './addresses.ts';
import tables from '../ui/table.module.css';
import css from './people.module.css';
import { createPerson, exportedPeople, importPeople, personList } from './requests.ts';
import { UnitChoice, type ChosenUnit } from './unit-choice.tsx';

const here = getRouteApi('/quan-tri/nguoi-dung');
const size = 50;

export function PeopleScreen() {
  const { say } = useWords();
  const search = here.useSearch();
  const navigate = here.useNavigate();
  const [open, setOpen] = useState<'new' | 'import' | null>(null);
  const query = { ...search, size };
  const list = useQuery({
    queryKey: ['people', query],
    queryFn: ({ signal }) => personList(query, signal),
    placeholderData: keepPreviousData,
  });
  const may = list.data?.may ?? [];
  return (
    <Page
      title={say('Người dùng')}
      wide
      actions={
        <>
          {may.includes('export') ? (
            <a
              className={buttonClass('quiet')}
              href={exportedPeople('xlsx', { q: search.q, role: search.role, active: search.active })}
            >
              {say('Xuất Excel')}
            </a>
          ) : null}
          {may.includes('import') ? (
            <Button onClick={() => setOpen('import')}>{say('Nhập danh sách')}</Button>
          ) : null}
          {may.includes('create') ? (
            <Button look="action" onClick={() => setOpen('new')}>
              {say('Thêm người')}
            </Button>
          ) : null}
        </>
      }
    >
      <Filters search={search} />
      {list.error ? <Failure error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending ? <Waiting /> : null}
      {list.data?.rows.length === 0 ? <Empty title={say('Không có ai khớp với bộ lọc này')} /> : null}
      {list.data && list.data.rows.length > 0 ? (
        <>
          <p className={css['total']} role="status">
            {say('{n, number} người', { n: list.data.total })}
          </p>
          <People rows={list.data.rows} />
        </>
      ) : null}
      <Pages
        page={search.page ?? 1}
        pages={Math.ceil((list.data?.total ?? 0) / size)}
        onPage={(page) => void navigate({ search: { ...search, page } })}
      />
      {open === 'new' ? <NewPerson onClose={() => setOpen(null)} /> : null}
      {open === 'import' ? <ImportDialog onClose={() => setOpen(null)} /> : null}
    </Page>
  );
}

function Filters({ search }: { search: PeopleSearch }) {
  const { say } = useWords();
  const navigate = useNavigate({ from: '/quan-tri/nguoi-dung' });
  const set = (change: PeopleSearch) =>
    void navigate({
      search: (previous: PeopleSearch) => ({ ...previous, page: undefined, ...change }) as PeopleSearch,
      replace: true,
    });
  return (
    <div className={css['filters']}>
      <Field
        label={say('Tìm theo tên, chức vụ')}
        type="search"
        value={search.q ?? ''}
        onChange={(event) => set({ q: event.target.value })}
      />
      <Choice
        label={say('Vai trò')}
        value={search.role ?? ''}
        onChange={(event) => set({ role: event.target.value as Role })}
      >
        <option value="">{say('Mọi vai trò')}</option>
        {allRoles.map((role) => (
          <option key={role} value={role}>
            {say(roleWords[role])}
          </option>
        ))}
      </Choice>
      <Choice
        label={say('Tài khoản')}
        value={search.active ?? 'yes'}
        onChange={(event) => set({ active: event.target.value as 'yes' })}
      >
        <option value="yes">{say('Đang dùng')}</option>
        <option value="no">{say('Đã tắt')}</option>
        <option value="all">{say('Tất cả')}</option>
      </Choice>
    </div>
  );
}

function People({ rows }: { rows: readonly PersonSummary[] }) {
  const { say } = useWords();
  return (
    <div className={css['scroll']}>
      <table className={`${tables['table']} ${tables['stacked']}`}>
        <thead>
          <tr>
            <th>{say('Họ và tên')}</th>
            <th>{say('Vai trò')}</th>
            <th>{say('Tài khoản')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, post, roles, active, unused, idleDays }) => (
            <tr key={id}>
              <td>
                <Link to="/quan-tri/nguoi-dung/$id" params={{ id: String(id) }} lang="vi">
                  {name}
                </Link>
                <span className={css['faint']} lang="vi">
                  {post}
                </span>
              </td>
              <td>
                <ul className={css['plain']}>
                  {roles.map(({ role, unitId, unitName, deputy }) => (
                    <li key={`${role}-${unitId}-${deputy}`}>
                      {say(roleWords[role])}
                      {deputy ? ` (${say('làm thay')})` : ''} · <span lang="vi">{unitName}</span>
                    </li>
                  ))}
                </ul>
              </td>
              <td>
                {active ? null : <Tag>{say('Đã tắt')}</Tag>}
                {unused && active ? (
                  <Tag tone="soon">{say('{count} ngày chưa dùng', { count: idleDays ?? 0 })}</Tag>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NewPerson({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [input, setInput] = useState({ name: '', post: '', email: '', phone: '' });
  const [unit, setUnit] = useState<ChosenUnit | null>(null);
  const [role, setRole] = useState<Role>('officer');
  const make = useMutation({
    mutationFn: () =>
      createPerson({
        ...input,
        post: input.post || null,
        phone: input.phone || null,
        roles: [{ unitId: unit?.id ?? 0, role }],
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['people'] });
      await navigate({ to: '/quan-tri/nguoi-dung/$id', params: { id: String(id) } });
    },
  });
  const line = (key: keyof typeof input) => ({
    value: input[key],
    onChange: (event: { target: { value: string } }) => setInput({ ...input, [key]: event.target.value }),
  });
  return (
    <Dialog title={say('Thêm người')} onClose={onClose}>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (unit) make.mutate();
        }}
      >
        {make.error ? <Failure error={make.error} /> : null}
        <Field label={say('Họ và tên')} required {...line('name')} />
        <Field label={say('Chức vụ')} {...line('post')} />
        <Field label={say('E-mail')} type="email" required {...line('email')} />
        <Field label={say('Điện thoại')} type="tel" {...line('phone')} />
        <UnitChoice value={unit} onChange={setUnit} />
        <RoleChoice value={role} onChange={setRole} />
        <div className={css['row']}>
          <Button look="action" type="submit" disabled={make.isPending || unit === null}>
            {say('Tạo tài khoản')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

export function RoleChoice({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const { say } = useWords();
  return (
    <Choice label={say('Vai trò')} value={value} onChange={(event) => onChange(event.target.value as Role)}>
      {allRoles.map((role) => (
        <option key={role} value={role}>
          {say(roleWords[role])}
        </option>
      ))}
    </Choice>
  );
}

function ImportDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const send = useMutation({
    mutationFn: async (mode: 'try' | 'apply') => {
      const chosen = file.current?.files?.[0];
      return chosen ? importPeople(chosen, mode) : null;
    },
    onSuccess: async (result) => {
      if (!result?.applied) return;
      toast(
        say('Đã nhập: {made} người mới, {roles} dòng thêm vai trò.', {
          made: result.new,
          roles: result.roles,
        }),
      );
      await queries.invalidateQueries({ queryKey: ['people'] });
      onClose();
    },
  });
  const tried = send.data ?? null;
  return (
    <Dialog title={say('Nhập danh sách')} onClose={onClose} wide>
      <div className={css['form']}>
        <p>
          {say(
            'Tệp .xlsx hoặc .csv có các cột: Họ và tên, Chức vụ, E-mail, Điện thoại, Đơn vị (tên hoặc mã), Vai trò.',
          )}
        </p>
        <input
          ref={file}
          type="file"
          accept=".xlsx,.csv"
          aria-label={say('Chọn tệp danh sách')}
          onChange={() => send.mutate('try')}
        />
        {send.error ? <Failure error={send.error} /> : null}
        {tried ? <Tried result={tried} /> : null}
        <div className={css['row']}>
          <Button
            look="action"
            disabled={!tried || tried.wrong > 0 || tried.new + tried.roles === 0 || send.isPending}
            onClick={() => send.mutate('apply')}
          >
            {say('Nhập vào hệ thống')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Tried({ result }: { result: PeopleImport }) {
  const { say } = useWords();
  const wrong = result.rows.filter(({ does }) => does === 'wrong');
  return (
    <>
      <Notice tone={result.wrong > 0 ? 'soon' : 'done'} role="status">
        {say('{made} người mới, {roles} dòng thêm vai trò, {same} dòng không đổi, {wrong} dòng sai.', {
          made: result.new,
          roles: result.roles,
          same: result.nothing,
          wrong: result.wrong,
        })}{' '}
        {result.wrong > 0 ? say('Sửa các dòng sai rồi chọn lại tệp; chưa có gì được nhập.') : ''}
      </Notice>
      <ul className={css['plain']}>
        {wrong.slice(0, 100).map(({ line, name, problems }) => (
          <li key={line}>
            <strong>
              {say('Dòng {line}', { line })} {name}
            </strong>
            : {problems.join('; ')}
          </li>
        ))}
      </ul>
    </>
  );
}
