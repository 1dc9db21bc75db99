// Two-step verification: on with a picture and a first code, recovery codes shown once, off with the password.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnAccount, TotpBegun } from '../api.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { Part } from './part.tsx';
import css from './accounts.module.css';
import { beginTotp, confirmTotp, removeTotp, renewRecoveryCodes } from './requests.ts';

export function SecondFactor({ account }: { account: OwnAccount }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const [codes, setCodes] = useState<readonly string[]>([]);
  const renew = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['own'] }),
      queries.invalidateQueries({ queryKey: ['me'] }),
    ]);
  const begin = useMutation({ mutationFn: () => beginTotp(password) });
  const again = useMutation({ mutationFn: () => renewRecoveryCodes(password) });
  const remove = useMutation({ mutationFn: () => removeTotp(password) });
  const run = (work: Promise<unknown>) =>
    void work.then(
      async () => {
        setPassword('');
        await renew();
      },
      () => undefined,
    );
  const error = begin.error ?? again.error ?? remove.error;
  return (
    <Part title={say('Xác thực hai bước')}>
      <p>
        {account.totp
          ? say('Đang bật. Mỗi lần đăng nhập cần thêm mã trên điện thoại. Còn {count} mã khôi phục.', {
              count: account.recoveryCodes,
            })
          : say(
              'Đang tắt. Khi bật, mỗi lần đăng nhập cần thêm mã trên điện thoại: người biết mật khẩu cũng không vào được.',
            )}
      </p>
      {codes.length > 0 ? <Codes codes={codes} /> : null}
      {error ? <Failure error={error} /> : null}
      {begin.data && !account.totp ? (
        <Confirm
          begun={begin.data}
          onDone={(made) => {
            setCodes(made);
            begin.reset();
            run(Promise.resolve());
          }}
        />
      ) : account.hasPassword ? (
        <form
          className={`${css['form']} ${css['alone']}`}
          onSubmit={(event) => {
            event.preventDefault();
            if (!account.totp) run(begin.mutateAsync());
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
          <div className={css['row']}>
            {account.totp ? (
              <>
                <Button
                  disabled={!password}
                  onClick={() => run(again.mutateAsync().then((made) => setCodes(made.codes)))}
                >
                  {say('Tạo mã khôi phục mới')}
                </Button>
                <Button disabled={!password} onClick={() => run(remove.mutateAsync())}>
                  {say('Tắt xác thực hai bước')}
                </Button>
              </>
            ) : (
              <Button type="submit" look="action" disabled={begin.isPending}>
                {say('Bật xác thực hai bước')}
              </Button>
            )}
          </div>
        </form>
      ) : null}
    </Part>
  );
}

function Confirm({ begun, onDone }: { begun: TotpBegun; onDone: (codes: readonly string[]) => void }) {
  const { say } = useWords();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => confirmTotp(code),
    onSuccess: ({ codes }) => onDone(codes),
  });
  const { size, path } = begun.picture;
  return (
    <form
      className={`${css['form']} ${css['alone']}`}
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <p>{say('Quét hình này bằng ứng dụng xác thực trên điện thoại, rồi nhập mã 6 số hiện ra.')}</p>
      <svg
        className={css['qr']}
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={say('Mã QR cho ứng dụng xác thực')}
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <p className={css['hint']}>
        {say('Không quét được? Nhập khóa này:')} <span className={css['secret']}>{begun.secret}</span>
      </p>
      {confirm.error ? <Failure error={confirm.error} /> : null}
      <Field
        label={say('Mã xác thực')}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <div>
        <Button type="submit" look="action" disabled={confirm.isPending}>
          {say('Xác nhận')}
        </Button>
      </div>
    </form>
  );
}

function Codes({ codes }: { codes: readonly string[] }) {
  const { say } = useWords();
  return (
    <>
      <Notice tone="soon" role="status" title={say('Giữ các mã khôi phục này ở nơi an toàn')}>
        {say('Mỗi mã dùng được một lần khi không có điện thoại. Chúng chỉ hiện ra lần này.')}
      </Notice>
      <ul className={css['codes']}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </>
  );
}
