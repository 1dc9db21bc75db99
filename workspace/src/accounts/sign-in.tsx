// The page for signing in; where the illustration is on, its invented people are one click away.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { roleWords } from '../access/role-words.ts';
import type { Entrance, SignIn } from '../api.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Failure } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import css from './accounts.module.css';
import { entrance, signIn } from './requests.ts';

const here = getRouteApi('/dang-nhap');

export function SignInScreen() {
  const { say, language } = useWords();
  const ways = useQuery({
    queryKey: ['entrance', language],
    queryFn: ({ signal }) => entrance(signal),
    staleTime: 60_000,
  });
  const enter = useEnter();
  const { sso = null, demo = [], demoPassword = null } = ways.data ?? {};
  return (
    <Page title={say('Đăng nhập')} wide={demo.length > 0}>
      <div className={demo.length > 0 ? css['beside'] : css['alone']}>
        <SignInForm pending={enter.isPending} error={enter.error} onEnter={enter.mutate} sso={sso} />
        {demo.length > 0 && demoPassword !== null ? (
          <DemoAccounts
            accounts={demo}
            pending={enter.isPending}
            onEnter={(email) => enter.mutate({ email, password: demoPassword })}
          />
        ) : null}
      </div>
    </Page>
  );
}

/** Signs in, forgets what the last reader saw, and goes on to where they wanted. */
function useEnter() {
  const queries = useQueryClient();
  const router = useRouter();
  const { tiep } = here.useSearch();
  return useMutation({
    mutationFn: signIn,
    onSuccess: () => {
      queries.clear();
      router.history.push(tiep ?? '/');
    },
  });
}

interface FormProps {
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onEnter: (input: SignIn) => void;
  readonly sso: string | null;
}

function SignInForm({ pending, error, onEnter }: FormProps) {
  const { say } = useWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  return (
    <form
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        onEnter({ email, password });
      }}
    >
      {error ? <Failure error={error} /> : null}
      <Field
        label={say('E-mail')}
        type="email"
        name="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Field
        label={say('Mật khẩu')}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button look="action" type="submit" disabled={pending}>
        {pending ? say('Đang đăng nhập…') : say('Đăng nhập')}
      </Button>
      <p className={css['hint']}>
        {say('Quên mật khẩu? Người quản trị của đơn vị gửi cho bạn một liên kết để đặt lại.')}
      </p>
    </form>
  );
}

interface DemoProps {
  readonly accounts: Entrance['demo'];
  readonly pending: boolean;
  readonly onEnter: (email: string) => void;
}

function DemoAccounts({ accounts, pending, onEnter }: DemoProps) {
  const { say } = useWords();
  return (
    <section aria-labelledby="minh-hoa">
      <h2 id="minh-hoa">{say('Tài khoản minh họa')}</h2>
      <p className={css['hint']}>
        {say('Những người này là hư cấu. Chọn một người để vào xem công việc theo vai trò đó.')}
      </p>
      <ul className={css['accounts']}>
        {accounts.map(({ email, name, post, unit, roles, tour }) => (
          <li key={email}>
            <button type="button" disabled={pending} onClick={() => onEnter(email)}>
              <span className={css['role']}>{roles.map((role) => say(roleWords[role])).join(', ')}</span>
              <span className={css['name']} lang="vi">
                {name}
              </span>
              <span className={css['post']} lang="vi">
                {[post, unit].filter(Boolean).join(' – ')}
              </span>
              <span className={css['tour']}>{tour}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
