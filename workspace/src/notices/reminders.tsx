// When reminders go out in the reader's province, and to whom.
import type { ReminderRule, ReminderRules } from '@nhipcau/server/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../access/me.ts';
import { useWords, type Message, type Say } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Failure, FailureScreen, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import css from './notices.module.css';
import { reminderRules, setReminderRules } from './requests.ts';

const targets: Readonly<Record<ReminderRule['target'], Message>> = {
  unit: 'chuyên viên của đơn vị',
  leader: 'lãnh đạo đơn vị',
  confirmer: 'cơ quan xác nhận',
  superior: 'lãnh đạo cấp trên, nếu không chuyển biến',
};
const targetNames = Object.keys(targets) as ReminderRule['target'][];

export function RemindersScreen() {
  const { root } = useMe() ?? {};
  const unit = root?.id ?? 0;
  const found = useQuery({
    queryKey: ['reminder-rules', unit],
    queryFn: ({ signal }) => reminderRules(unit, signal),
    enabled: unit > 0,
  });
  if (found.isError) return <FailureScreen error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  return <Rules key={JSON.stringify(found.data)} given={found.data} province={root?.name ?? ''} />;
}

function Rules({ given, province }: { given: ReminderRules; province: string }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [rules, setRules] = useState<readonly ReminderRule[]>(given.rules);
  const save = useMutation({
    mutationFn: (next: readonly ReminderRule[]) => setReminderRules(given.unitId, next),
    onSuccess: async () => {
      toast(say('Đã lưu quy tắc nhắc việc.'));
      await queries.invalidateQueries({ queryKey: ['reminder-rules'] });
    },
  });
  const sorted = rules.toSorted((a, b) => a.days - b.days);
  return (
    <Page
      title={say('Nhắc việc')}
      lead={say('Khi nào nhắc, nhắc ai. Áp dụng cho mọi đơn vị trong {province}.', { province })}
    >
      {save.error ? <Failure error={save.error} /> : null}
      <p className={css['hint']}>
        {given.own
          ? say('Đang dùng quy tắc riêng của tỉnh.')
          : say('Đang dùng quy tắc chung; sửa và lưu để đặt quy tắc riêng của tỉnh.')}
      </p>
      <ul className={css['list']}>
        {sorted.map((rule) => (
          <li key={`${rule.days}:${rule.target}`}>
            <span>
              {when(rule.days, say)}: {say(targets[rule.target])}
            </span>
            <Button
              small
              look="plain"
              aria-label={say('Bỏ quy tắc này')}
              onClick={() => setRules(rules.filter((each) => each !== rule))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <NewRule
        onAdd={(rule) =>
          setRules([
            ...rules.filter(({ days, target }) => days !== rule.days || target !== rule.target),
            rule,
          ])
        }
      />
      <div className={css['make']}>
        <Button
          look="action"
          disabled={save.isPending || rules.length === 0}
          onClick={() => save.mutate(sorted)}
        >
          {say('Lưu quy tắc')}
        </Button>
        {given.own ? (
          <Button disabled={save.isPending} onClick={() => save.mutate([])}>
            {say('Trở về quy tắc chung')}
          </Button>
        ) : null}
      </div>
    </Page>
  );
}

function when(days: number, say: Say): string {
  if (days === 0) return say('Đúng ngày đến hạn');
  return days < 0
    ? say('Trước hạn {n, number} ngày', { n: -days })
    : say('Quá hạn {n, number} ngày', { n: days });
}

function NewRule({ onAdd }: { onAdd: (rule: ReminderRule) => void }) {
  const { say } = useWords();
  const [days, setDays] = useState('7');
  const [after, setAfter] = useState(false);
  const [target, setTarget] = useState<ReminderRule['target']>('unit');
  const number = Number(days);
  const fits = Number.isInteger(number) && number >= 0 && number <= 365;
  return (
    <form
      className={css['make']}
      onSubmit={(event) => {
        event.preventDefault();
        if (fits) onAdd({ days: after ? number : -number || 0, target });
      }}
    >
      <label>
        {say('Số ngày')}{' '}
        <input
          className={css['days']}
          type="number"
          min={0}
          max={365}
          required
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
      </label>
      <select
        aria-label={say('Trước hay sau hạn')}
        value={after ? 'after' : 'before'}
        onChange={(event) => setAfter(event.target.value === 'after')}
      >
        <option value="before">{say('trước hạn')}</option>
        <option value="after">{say('sau khi quá hạn')}</option>
      </select>
      <select
        aria-label={say('Nhắc ai')}
        value={target}
        onChange={(event) => setTarget(event.target.value as ReminderRule['target'])}
      >
        {targetNames.map((name) => (
          <option key={name} value={name}>
            {say(targets[name])}
          </option>
        ))}
      </select>
      <Button small type="submit" disabled={!fits}>
        {say('Thêm quy tắc')}
      </Button>
    </form>
  );
}
