// The page for signing in; where the illustration is on, its invented people are one click away.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { meQuery } from '../access/me.ts';
import { roleWords } from '../access/role-words.ts';
import { RequestFailed, type Entrance, type SignIn } from '../api.ts';
import { preferredLanguage, speak, useWords, type Message } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import css from './accounts.module.css';
import { setLocked } from './presence.ts';
import { entrance, signIn, ssoAddress } from './requests.ts';

const here = getRouteApi('/dang-nhap');

export function SignInScreen() {
  const { say, language } = useWords();
  const ways = useQuery({
    queryKey: ['entrance', language],
    queryFn: ({ signal }) => entrance(signal),
    staleTime: 60_000,
  });
  const enter = useEnter();
  const { tiep, loi } = here.useSearch();
  const { sso = null, setup = false, demo = [], demoPassword = null } = ways.data ?? {};
  const beside = demo.length > 0 && demoPassword !== null;
  return (
    <Page title={say('Đăng nhập')} wide={beside}>
      <div className={beside ? css['beside'] : css['alone']}>
        <div className={css['form']}>
          {ways.error ? <Failure error={ways.error} retry={() => void ways.refetch()} /> : null}
          {setup ? <SetUpFirst /> : null}
          {loi && !enter.error ? (
            <Notice tone="soon" role="alert">
              {say(ssoTroubles[loi] ?? 'Chưa đăng nhập được. Hãy thử lại.')}
            </Notice>
          ) : null}
          <SignInForm pending={enter.isPending} error={enter.error} onEnter={enter.mutate} />
          {sso ? (
            <a className={buttonClass('quiet')} href={ssoAddress(tiep ?? '/')}>
              {sso}
            </a>
          ) : null}
        </div>
        {beside ? (
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

const ssoTroubles: Readonly<Record<string, Message>> = {
  'sso-unknown': 'E-mail của bạn chưa có tài khoản đang dùng ở đây. Hãy hỏi người quản trị của đơn vị.',
  'sso-unverified': 'Nơi đăng nhập một lần chưa xác minh e-mail của bạn. Hãy xác minh ở đó trước.',
  'sso-expired': 'Lần đăng nhập đã hết hạn. Hãy bắt đầu lại từ trang này.',
  'sso-unreachable': 'Nơi đăng nhập một lần không trả lời. Hãy thử lại sau, hoặc dùng mật khẩu.',
};

function SetUpFirst() {
  const { say } = useWords();
  return (
    <Notice
      tone="river"
      actions={
        <Link to="/thiet-lap" className={buttonClass('quiet', true)}>
          {say('Thiết lập')}
        </Link>
      }
    >
      {say('Hệ thống chưa có người quản trị.')}
    </Notice>
  );
}

/** Signs in, forgets what the last reader saw, and goes on to where they wanted. */
function useEnter() {
  const queries = useQueryClient();
  const router = useRouter();
  const { tiep } = here.useSearch();
  return useMutation({
    mutationFn: signIn,
    onSuccess: async () => {
      queries.clear();
      setLocked(null);
      const { person } = await queries.fetchQuery(meQuery);
      if (person && person.locale !== preferredLanguage() && !person.demo) await speak(person.locale);
      router.history.push(tiep ?? '/');
    },
  });
}

interface FormProps {
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onEnter: (input: SignIn) => void;
}

const codeOf = (error: Error | null) => (error instanceof RequestFailed ? error.problem.code : '');

function SignInForm({ pending, error, onEnter }: FormProps) {
  const { say } = useWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  // Once asked for, the code's line stays, also while it is mistyped.
  const asked = codeOf(error) === 'code-needed' || codeOf(error) === 'wrong-code' || code !== '';
  return (
    <form
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        onEnter({ email, password, ...(asked && code ? { code } : {}) });
      }}
    >
      {error && codeOf(error) !== 'code-needed' ? <Failure error={error} /> : null}
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
      {asked ? (
        <Field
          label={say('Mã xác thực')}
          hint={say('6 số trong ứng dụng xác thực trên điện thoại, hoặc một mã khôi phục.')}
          name="code"
          autoComplete="one-time-code"
          required
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      ) : null}
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
