// One person: their roles over time, deputies, and what an administrator does with the account.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { InvitationLink, Person } from '../api.ts';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Copyable } from '../ui/copyable.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Failure, FailureScreen, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import css from './people.module.css';
import { Grants } from './grants.tsx';
import * as ask from './requests.ts';

const here = getRouteApi('/quan-tri/nguoi-dung/$id');

export function PersonScreen() {
  const { say } = useWords();
  const id = Number(here.useParams().id);
  const [on, setOn] = useState('');
  const person = useQuery({
    queryKey: ['people', 'one', id, on],
    queryFn: ({ signal }) => ask.personById(id, on || undefined, signal),
    placeholderData: (previous) => previous,
  });
  if (person.isPending) return <Waiting />;
  if (!person.data) return <FailureScreen error={person.error} retry={() => void person.refetch()} />;
  const { name, post, active, offBecause, demo } = person.data;
  return (
    <Page
      title={name}
      lead={
        <>
          {post}{' '}
          {active ? null : (
            <Tag>{offBecause === 'unused' ? say('Đã tắt vì lâu không dùng') : say('Đã tắt')}</Tag>
          )}
          {demo ? <Tag>{say('dữ liệu minh họa')}</Tag> : null}
        </>
      }
      actions={
        <Link to="/quan-tri/nguoi-dung" className={buttonClass('plain')}>
          {say('← Danh sách người dùng')}
        </Link>
      }
    >
      <Account person={person.data} />
      <Grants person={person.data} on={on} onDay={setOn} />
    </Page>
  );
}

function Account({ person }: { person: Person }) {
  const { say, language } = useWords();
  const queries = useQueryClient();
  const [link, setLink] = useState<InvitationLink | null>(null);
  const [editing, setEditing] = useState(false);
  const { id, may, account, active } = person;
  const renew = () => queries.invalidateQueries({ queryKey: ['people'] });
  const open = useMutation({ mutationFn: () => ask.personPrivate(id) });
  const act = useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onSuccess: renew });
  const invite = useMutation({
    mutationFn: () => ask.invitePerson(id),
    onSuccess: async (made) => {
      setLink(made);
      await renew();
    },
  });
  const can = (what: Person['may'][number]) => may.includes(what);
  const error = act.error ?? invite.error ?? open.error;
  return (
    <div className={css['form']}>
      {error ? <Failure error={error} /> : null}
      {account ? (
        <p className={css['faint']}>
          {account.lastSeenAt
            ? say('hoạt động lần cuối {time}', { time: moment(account.lastSeenAt, language) })
            : say('chưa đăng nhập lần nào')}{' '}
          · {account.hasPassword ? say('đã đặt mật khẩu') : say('chưa đặt mật khẩu')} ·{' '}
          {account.totp ? say('đã bật xác thực hai bước') : say('chưa bật xác thực hai bước')} ·{' '}
          {say('{count} phiên đang mở', { count: account.sessions })}
        </p>
      ) : null}
      {open.data ? (
        <p>
          {say('E-mail')}: {open.data.email} · {say('Điện thoại')}: {open.data.phone ?? '—'}
        </p>
      ) : null}
      {link ? <IssuedLink link={link} /> : null}
      <div className={css['row']}>
        {can('private') && !open.data ? (
          <Button onClick={() => open.mutate()}>{say('Xem e-mail, điện thoại')}</Button>
        ) : null}
        {can('edit') ? <Button onClick={() => setEditing(true)}>{say('Sửa')}</Button> : null}
        {can('invite') ? (
          <Button onClick={() => invite.mutate()}>
            {account?.hasPassword ? say('Liên kết đặt lại mật khẩu') : say('Liên kết mời')}
          </Button>
        ) : null}
        {can('totp') ? (
          <Button onClick={() => act.mutate(() => ask.removeFactor(id))}>
            {say('Gỡ xác thực hai bước')}
          </Button>
        ) : null}
        {can('sessions') && (account?.sessions ?? 0) > 0 ? (
          <Button onClick={() => act.mutate(() => ask.endSessions(id))}>{say('Đăng xuất mọi nơi')}</Button>
        ) : null}
        {can('switch') ? (
          <Button onClick={() => act.mutate(() => ask.switchPerson(id, !active))}>
            {active ? say('Tắt tài khoản') : say('Bật tài khoản')}
          </Button>
        ) : null}
      </div>
      {editing ? <Edit person={person} onClose={() => setEditing(false)} /> : null}
    </div>
  );
}

function IssuedLink({ link }: { link: InvitationLink }) {
  const { say } = useWords();
  if (link.path === null) return <Notice tone="done">{say('Đã gửi liên kết qua e-mail.')}</Notice>;
  return (
    <Notice tone="soon" title={say('Liên kết này chỉ hiện ra lần này, dùng được một lần. Hãy đưa tận tay.')}>
      <Copyable label={say('Liên kết')} value={`${location.origin}${link.path}`} />
    </Notice>
  );
}

function Edit({ person, onClose }: { person: Person; onClose: () => void }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [input, setInput] = useState({ name: person.name, post: person.post ?? '', email: '', phone: '' });
  const save = useMutation({
    mutationFn: () =>
      ask.changePerson(person.id, {
        version: person.version,
        name: input.name,
        post: input.post || null,
        ...(input.email ? { email: input.email } : {}),
        ...(input.phone ? { phone: input.phone } : {}),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['people'] });
      onClose();
    },
  });
  const line = (key: keyof typeof input) => ({
    value: input[key],
    onChange: (event: { target: { value: string } }) => setInput({ ...input, [key]: event.target.value }),
  });
  return (
    <Dialog title={say('Sửa')} onClose={onClose}>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {save.error ? <Failure error={save.error} /> : null}
        <Field label={say('Họ và tên')} required {...line('name')} />
        <Field label={say('Chức vụ')} {...line('post')} />
        {person.demo ? null : (
          <>
            <Field
              label={say('E-mail')}
              type="email"
              hint={say('Để trống nếu không đổi. Đổi e-mail thì mọi phiên đăng xuất.')}
              {...line('email')}
            />
            <Field
              label={say('Điện thoại')}
              type="tel"
              hint={say('Để trống nếu không đổi.')}
              {...line('phone')}
            />
          </>
        )}
        <div className={css['row']}>
          <Button look="action" type="submit" disabled={save.isPending}>
            {say('Lưu')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
