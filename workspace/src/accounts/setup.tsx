// The first administrator of a new installation.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { RequestFailed } from '../api.ts';
import { useWords } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { Empty, Failure, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import css from './accounts.module.css';
import { NewPassword } from './new-password.tsx';
import { setUp, setupUnits, type SetupInput } from './requests.ts';

export function SetupScreen() {
  const { say } = useWords();
  const units = useQuery({ queryKey: ['setup'], queryFn: ({ signal }) => setupUnits(signal) });
  const rows = units.data?.rows ?? [];
  return (
    <Page
      title={say('Thiết lập')}
      lead={say(
        'Tạo người quản trị đầu tiên. Mã thiết lập được in ở nơi khởi động máy chủ (nhật ký hoặc cửa sổ lệnh).',
      )}
    >
      {units.isPending ? <Waiting /> : null}
      {units.error ? <Failure error={units.error} retry={() => void units.refetch()} /> : null}
      {units.data && rows.length === 0 ? (
        <Empty
          title={say('Đã thiết lập xong')}
          actions={
            <Link to="/dang-nhap" className={buttonClass('action')}>
              {say('Đăng nhập')}
            </Link>
          }
        />
      ) : null}
      {rows.length > 0 ? <SetupForm units={rows} /> : null}
    </Page>
  );
}

const about = (error: unknown, prefix: string) =>
  error instanceof RequestFailed && error.problem.code.startsWith(prefix);

function SetupForm({ units }: { units: readonly { id: number; name: string }[] }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [input, setInput] = useState<SetupInput>({ code: '', name: '', email: '', password: '', unitId: 0 });
  const set = (change: Partial<SetupInput>) => setInput({ ...input, ...change });
  const make = useMutation({
    mutationFn: () => setUp(input),
    onSuccess: async () => {
      queries.clear();
      await navigate({ to: '/tai-khoan' });
    },
  });
  const ofPassword = about(make.error, 'password-');
  return (
    <form
      className={`${css['form']} ${css['alone']}`}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      {make.error && !ofPassword ? <Failure error={make.error} /> : null}
      <Field
        label={say('Mã thiết lập')}
        required
        autoComplete="off"
        value={input.code}
        onChange={(event) => set({ code: event.target.value })}
      />
      <Choice
        label={say('Tỉnh, thành phố')}
        required
        value={input.unitId || ''}
        onChange={(event) => set({ unitId: Number(event.target.value) })}
      >
        <option value="">{say('Chọn…')}</option>
        {units.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <Field
        label={say('Họ và tên')}
        required
        autoComplete="name"
        value={input.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <Field
        label={say('E-mail')}
        type="email"
        required
        autoComplete="username"
        value={input.email}
        onChange={(event) => set({ email: event.target.value })}
      />
      <NewPassword
        withCode={false}
        value={input.password}
        onChange={(password) => set({ password })}
        error={ofPassword ? make.error : null}
      />
      <Button look="action" type="submit" disabled={make.isPending}>
        {say('Tạo người quản trị')}
      </Button>
    </form>
  );
}
