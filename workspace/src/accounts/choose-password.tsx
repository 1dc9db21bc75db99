// A one-time link leads here: a new person, or one who forgot it, chooses a password.
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Failure, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import css from './accounts.module.css';
import { NewPassword } from './new-password.tsx';
import { acceptInvitation, invitation } from './requests.ts';

const here = getRouteApi('/moi');

export function ChoosePasswordScreen() {
  const { say } = useWords();
  const { ma = '' } = here.useSearch();
  const whose = useQuery({
    queryKey: ['invitation', ma],
    queryFn: ({ signal }) => invitation(ma, signal),
    retry: false,
  });
  const [password, setPassword] = useState('');
  const accept = useMutation({ mutationFn: () => acceptInvitation(ma, password) });
  return (
    <Page title={say('Đặt mật khẩu')}>
      <div className={css['alone']}>
        {whose.isPending ? <Waiting /> : null}
        {whose.error ? <Failure error={whose.error} /> : null}
        {accept.isSuccess ? (
          <Notice
            tone="done"
            role="status"
            actions={
              <Link to="/dang-nhap" className={buttonClass('action', true)}>
                {say('Đăng nhập')}
              </Link>
            }
          >
            {say('Đã đặt mật khẩu.')}
          </Notice>
        ) : whose.data ? (
          <form
            className={css['form']}
            onSubmit={(event) => {
              event.preventDefault();
              accept.mutate();
            }}
          >
            <Field
              label={say('E-mail')}
              type="email"
              autoComplete="username"
              readOnly
              value={whose.data.email}
            />
            <NewPassword
              withCode={whose.data.withCode}
              value={password}
              onChange={setPassword}
              error={accept.error}
            />
            <Button look="action" type="submit" disabled={accept.isPending}>
              {say('Đặt mật khẩu')}
            </Button>
          </form>
        ) : null}
      </div>
    </Page>
  );
}
