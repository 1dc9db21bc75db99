// After some idle minutes, or when the session has ended, the screen is covered until the password is typed again.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useMe } from '../access/me.ts';
import { RequestFailed } from '../api.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Failure } from '../ui/notice.tsx';
import css from './accounts.module.css';
import { isLocked, onLock, quietFor, setLocked } from './presence.ts';
import { lockSession, signIn, unlockSession } from './requests.ts';

/** Beside every screen: nothing is drawn while somebody works. */
export function IdleLock() {
  const me = useMe();
  const locked = useSyncExternalStore(onLock, isLocked);
  const minutes = me?.person ? me.idleMinutes : null;
  useEffect(() => {
    if (minutes === null) return;
    const look = () => {
      if (isLocked() || quietFor() < minutes * 60_000) return;
      setLocked(true);
      // The server may have locked it already.
      lockSession().catch(() => undefined);
    };
    const timer = setInterval(look, 5000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [minutes]);
  return locked && me?.person ? <Cover email={me.person.email} name={me.person.name} /> : null;
}

const codeOf = (error: unknown) => (error instanceof RequestFailed ? error.problem.code : '');

function Cover({ email, name }: { email: string; name: string }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const open = useMutation({
    mutationFn: async () => {
      if (needsCode) return signIn({ email, password, code });
      try {
        await unlockSession(password);
      } catch (error) {
        // The session is over for good: signing in anew keeps what was typed as well.
        if (codeOf(error) !== 'session-over') throw error;
        await signIn({ email, password });
      }
    },
    onSuccess: async () => {
      setLocked(false);
      await queries.invalidateQueries();
    },
    onError: (error) => {
      if (codeOf(error) === 'code-needed') setNeedsCode(true);
    },
  });
  return (
    <Dialog title={say('Màn hình đã khóa')}>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate();
        }}
      >
        <p>{say('Những gì bạn đã nhập vẫn còn. Nhập mật khẩu của {name} để làm tiếp.', { name })}</p>
        {open.error && codeOf(open.error) !== 'code-needed' ? <Failure error={open.error} /> : null}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <Field
          label={say('Mật khẩu')}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {needsCode ? (
          <Field
            label={say('Mã xác thực')}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        ) : null}
        <div className={css['row']}>
          <Button look="action" type="submit" disabled={open.isPending}>
            {say('Mở khóa')}
          </Button>
          <Button look="plain" onClick={() => location.assign('/dang-nhap')}>
            {say('Đăng nhập cách khác')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
