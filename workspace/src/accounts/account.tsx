// One's own account: language, telephone, password, second factor, sessions.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../access/me.ts';
import { roleWords } from '../access/role-words.ts';
import type { OwnAccount } from '../api.ts';
import { speak, useWords } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { Failure, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import css from './accounts.module.css';
import { NewPassword } from './new-password.tsx';
import { Part } from './part.tsx';
import { changeOwnAccount, changePassword, ownAccount } from './requests.ts';
import { SecondFactor } from './second-factor.tsx';
import { Sessions } from './session-list.tsx';

export function AccountScreen() {
  const { say } = useWords();
  const account = useQuery({ queryKey: ['own'], queryFn: ({ signal }) => ownAccount(signal) });
  const { withheld = [] } = useMe() ?? {};
  return (
    <Page
      title={say('Tài khoản của tôi')}
      actions={
        <Link to="/tai-khoan/thong-bao" className={buttonClass('quiet', true)}>
          {say('Tin muốn nhận')}
        </Link>
      }
    >
      {account.isPending ? <Waiting /> : null}
      {account.error ? <Failure error={account.error} retry={() => void account.refetch()} /> : null}
      {withheld.length > 0 ? (
        <Notice tone="soon">
          {say('Vai trò {roles} chờ bạn bật xác thực hai bước.', {
            roles: withheld.map((role) => say(roleWords[role])).join(', '),
          })}
        </Notice>
      ) : null}
      {account.data ? (
        <>
          <Facts account={account.data} />
          {account.data.demo ? (
            <div className={css['part']}>
              <Notice>
                {say('Đây là tài khoản minh họa dùng chung: mật khẩu và xác thực hai bước không đổi được.')}
              </Notice>
            </div>
          ) : (
            <>
              <SecondFactor account={account.data} />
              {account.data.hasPassword ? <ChangePassword totp={account.data.totp} /> : null}
            </>
          )}
          <Sessions sessions={account.data.sessions} />
        </>
      ) : null}
    </Page>
  );
}

function Facts({ account }: { account: OwnAccount }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [locale, setLocale] = useState(account.locale);
  const [phone, setPhone] = useState(account.phone ?? '');
  const save = useMutation({
    mutationFn: () =>
      changeOwnAccount({ locale, ...(phone === (account.phone ?? '') ? {} : { phone: phone || null }) }),
    onSuccess: async (next) => {
      queries.setQueryData(['own'], next);
      await speak(next.locale);
      toast(say('Đã lưu.'));
    },
  });
  return (
    <form
      className={`${css['form']} ${css['alone']}`}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {save.error ? <Failure error={save.error} /> : null}
      <Field
        label={say('Họ và tên')}
        readOnly
        value={account.name}
        hint={say('Tên, chức vụ và e-mail do người quản trị của đơn vị sửa.')}
      />
      <Field label={say('E-mail')} readOnly value={account.email} />
      {account.demo ? null : (
        <Field
          label={say('Điện thoại')}
          type="tel"
          autoComplete="tel"
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
      )}
      <Choice
        label={say('Ngôn ngữ')}
        value={locale}
        onChange={(event) => setLocale(event.target.value === 'en' ? 'en' : 'vi')}
      >
        <option value="vi" lang="vi">
          Tiếng Việt
        </option>
        <option value="en" lang="en">
          English
        </option>
      </Choice>
      <div>
        <Button type="submit" disabled={save.isPending}>
          {say('Lưu')}
        </Button>
      </div>
    </form>
  );
}

function ChangePassword({ totp }: { totp: boolean }) {
  const { say } = useWords();
  const [password, setPassword] = useState('');
  const [next, setNext] = useState('');
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: () => changePassword(password, next),
    onSuccess: async () => {
      setPassword('');
      setNext('');
      toast(say('Đã đổi mật khẩu; các phiên khác đã đăng xuất.'));
      await queries.invalidateQueries({ queryKey: ['own'] });
    },
  });
  return (
    <Part title={say('Mật khẩu')}>
      <form
        className={`${css['form']} ${css['alone']}`}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Field
          label={say('Mật khẩu đang dùng')}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <NewPassword withCode={totp} value={next} onChange={setNext} error={change.error} />
        <div>
          <Button type="submit" disabled={change.isPending}>
            {say('Đổi mật khẩu')}
          </Button>
        </div>
      </form>
    </Part>
  );
}
