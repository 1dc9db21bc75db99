// Tokens with which programs work for a unit.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { roleWords, type Role } from '../access/role-words.ts';
import type { Token } from '../api.ts';
import { day as dayWords, moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Copyable } from '../ui/copyable.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Empty, Failure, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import { RoleChoice } from './people.tsx';
import tables from '../ui/table.module.css';
import css from './people.module.css';
import { createToken, keepToken, revokeToken, tokenList } from './requests.ts';
import { UnitChoice, type ChosenUnit } from './unit-choice.tsx';

export function TokensScreen() {
  const { say } = useWords();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const renew = () => queries.invalidateQueries({ queryKey: ['tokens'] });
  const list = useQuery({ queryKey: ['tokens'], queryFn: ({ signal }) => tokenList(signal) });
  const revoke = useMutation({ mutationFn: revokeToken, onSuccess: renew });
  const keep = useMutation({ mutationFn: keepToken, onSuccess: renew });
  const rows = list.data?.rows ?? [];
  return (
    <Page
      title={say('Mã truy cập')}
      lead={say(
        'Phần mềm khác (hệ thống văn bản, cổng thông tin) dùng mã này để làm việc thay một đơn vị, trong những vai trò đã chọn.',
      )}
      wide
      actions={
        <Button look="action" onClick={() => setOpen(true)}>
          {say('Tạo mã')}
        </Button>
      }
    >
      {secret ? (
        <Notice
          tone="soon"
          role="status"
          title={say('Mã này chỉ hiện ra lần này. Hãy chép vào phần mềm ngay.')}
        >
          <Copyable label={say('Mã truy cập')} value={secret} />
        </Notice>
      ) : null}
      {list.isPending ? <Waiting /> : null}
      {list.error ? <Failure error={list.error} retry={() => void list.refetch()} /> : null}
      {revoke.error ? <Failure error={revoke.error} /> : null}
      {keep.error ? <Failure error={keep.error} /> : null}
      {rows.some(({ state }) => state === 'unkept') ? (
        <Notice tone="soon" title={say('Có mã không còn người phụ trách')}>
          {say(
            'Người phụ trách mã không còn quản trị đơn vị, nên phần mềm dùng mã đó đang bị từ chối. Hãy nhận phụ trách nếu vẫn cần, hoặc thu hồi.',
          )}
        </Notice>
      ) : null}
      {list.data && rows.length === 0 ? (
        <Empty title={say('Chưa có mã truy cập nào')}>
          {say('Tạo một mã cho mỗi phần mềm: mất mã của phần mềm nào thì chỉ thu hồi mã ấy.')}
        </Empty>
      ) : null}
      {rows.length > 0 ? <Tokens rows={rows} onRevoke={revoke.mutate} onKeep={keep.mutate} /> : null}
      {open ? (
        <NewToken
          onClose={() => setOpen(false)}
          onMade={(made) => {
            setSecret(made);
            setOpen(false);
            void renew();
          }}
        />
      ) : null}
    </Page>
  );
}

interface TokensProps {
  readonly rows: readonly Token[];
  readonly onRevoke: (id: number) => void;
  readonly onKeep: (id: number) => void;
}

function Tokens({ rows, onRevoke, onKeep }: TokensProps) {
  const { say, language } = useWords();
  const words = {
    open: say('đang dùng được'),
    unkept: say('không còn người phụ trách'),
    expired: say('đã hết hạn'),
    revoked: say('đã thu hồi'),
  };
  const tones = { open: 'done', unkept: 'soon', expired: 'plain', revoked: 'plain' } as const;
  return (
    <div className={css['scroll']}>
      <table className={`${tables['table']} ${tables['stacked']}`}>
        <thead>
          <tr>
            <th>{say('Tên mã')}</th>
            <th>{say('Vai trò')}</th>
            <th>{say('Người phụ trách')}</th>
            <th>{say('Dùng lần cuối')}</th>
            <th>{say('Tình trạng')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, hint, unitName, roles, keptBy, mine, lastUsedAt, expiresOn, state }) => (
            <tr key={id}>
              <td>
                {name} <span className={css['faint']}>{hint}…</span>
              </td>
              <td>
                {roles.map((role) => say(roleWords[role])).join(', ')}
                <span className={css['faint']} lang="vi">
                  {unitName}
                </span>
              </td>
              <td>{keptBy ?? '—'}</td>
              <td>{lastUsedAt ? moment(lastUsedAt, language) : say('chưa dùng')}</td>
              <td>
                <Tag tone={tones[state]}>{words[state]}</Tag>{' '}
                {expiresOn ? (
                  <span className={css['faint']}>
                    {say('đến hết {day}', { day: dayWords(expiresOn, language) })}
                  </span>
                ) : null}
                {(state === 'open' || state === 'unkept') && !mine ? (
                  <Button small onClick={() => onKeep(id)}>
                    {say('Nhận phụ trách')}
                  </Button>
                ) : null}{' '}
                {state === 'open' || state === 'unkept' ? (
                  <Button small onClick={() => onRevoke(id)}>
                    {say('Thu hồi')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NewToken({ onClose, onMade }: { onClose: () => void; onMade: (secret: string) => void }) {
  const { say } = useWords();
  const [name, setName] = useState('');
  const [unit, setUnit] = useState<ChosenUnit | null>(null);
  const [role, setRole] = useState<Role>('officer');
  const [day, setDay] = useState('');
  const make = useMutation({
    mutationFn: () => createToken({ name, unitId: unit?.id ?? 0, roles: [role], expiresOn: day || null }),
    onSuccess: ({ secret }) => onMade(secret),
  });
  return (
    <Dialog title={say('Tạo mã')} onClose={onClose}>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (unit) make.mutate();
        }}
      >
        {make.error ? <Failure error={make.error} /> : null}
        <Field
          label={say('Tên mã')}
          hint={say('Tên phần mềm sẽ dùng mã, ví dụ “iOffice”.')}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <UnitChoice value={unit} onChange={setUnit} />
        <RoleChoice value={role} onChange={setRole} />
        <DayField
          label={say('Đến hết ngày')}
          hint={say('Để trống: không hạn')}
          value={day}
          onChange={setDay}
        />
        <div className={css['row']}>
          <Button look="action" type="submit" disabled={make.isPending || unit === null}>
            {say('Tạo mã')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
