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
import { onLock, quietFor, setLocked, whyLocked, type Reason } from './presence.ts';
import { lockSession, signIn, unlockSession } from './requests.ts';

/** Beside every screen: nothing is drawn while somebody works. */
export function IdleLock() {
  const me = useMe();
  const locked = useSyncExternalStore(onLock, whyLocked);
  const minutes = me?.person ? me.idleMinutes : null;
  useEffect(() => {
    if (minutes === null) return;
    const look = () => {
      if (whyLocked() !== null || quietFor() < minutes * 60_000) return;
      setLocked('idle');
      // If it cannot be told, or has locked the session already: its own clock runs as well.
      void lockSession().catch(() => undefined);
    };
    const timer = setInterval(look, 5000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [minutes]);
  if (locked === null || !me?.person) return null;
  return <Cover email={me.person.email} name={me.person.name} why={locked} minutes={me.idleMinutes} />;
}

const codeOf = (error: unknown) => (error instanceof RequestFailed ? error.problem.code : '');

interface CoverProps {
  readonly email: string;
  readonly name: string;
  readonly why: Reason;
  readonly minutes: number;
}

function Cover({ email, name, why, minutes }: CoverProps) {
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
      setLocked(null);
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
        <p>
          {why === 'idle'
            ? say(
                'Không ai dùng màn hình này trong {minutes, number} phút, nên nó được khóa để người khác không xem hay làm thay bạn.',
                { minutes },
              )
            : say('Phiên làm việc đã kết thúc: đã quá thời gian, hoặc được đăng xuất ở nơi khác.')}
        </p>
        <p>
          {say('Những gì bạn đang viết vẫn còn nguyên bên dưới. Nhập mật khẩu của {name} để làm tiếp.', {
            name,
          })}
        </p>
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
