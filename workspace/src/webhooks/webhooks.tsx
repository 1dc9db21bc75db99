// Other programs that are told of what changes: their addresses, what they got, what failed.
import type { NewWebhook, Webhook, WebhookInput } from '@nhipcau/server/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../access/me.ts';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Copyable } from '../ui/copyable.tsx';
import { Empty, Failure, FailureScreen, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import { Deliveries } from './deliveries.tsx';
import { changeWebhook, makeWebhook, pingWebhook, removeWebhook, webhookList } from './requests.ts';
import css from './webhooks.module.css';

type EventName = WebhookInput['events'][number];

const events: Readonly<Record<Exclude<EventName, 'ping'>, Message>> = {
  'duty.changed': 'Nhiệm vụ được giao hoặc chuyển trạng thái',
  'plan.issued': 'Kế hoạch được ban hành',
  'plan.amended': 'Kế hoạch được sửa đổi',
  'plan.closed': 'Kế hoạch được đóng',
  'document.read': 'Văn bản đã đọc xong',
  'document.accepted': 'Văn bản được đưa vào sổ',
  'report.called': 'Đơn vị được yêu cầu báo cáo',
  'report.sent': 'Báo cáo được gửi lên',
  'report.returned': 'Báo cáo bị trả lại',
  'report.accepted': 'Báo cáo được chấp nhận',
  'report.approved': 'Báo cáo được phê duyệt',
};
const names = Object.keys(events) as (keyof typeof events)[];

export function WebhooksScreen() {
  const { say } = useWords();
  const [made, setMade] = useState<NewWebhook | null>(null);
  const found = useQuery({ queryKey: ['webhooks'], queryFn: ({ signal }) => webhookList(signal) });
  if (found.isError) return <FailureScreen error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  return (
    <Page
      title={say('Kết nối với phần mềm khác')}
      lead={say(
        'Khi có thay đổi, hệ thống gửi tin có chữ ký HMAC-SHA256 đến địa chỉ đã đăng ký; lần gửi hỏng được gửi lại.',
      )}
    >
      {made ? (
        <Notice tone="river" role="status" title={say('Khóa ký chỉ hiện một lần này; hãy chép lại ngay.')}>
          <Copyable label={say('Khóa ký')} value={made.secret} />
        </Notice>
      ) : null}
      {found.data.rows.length === 0 ? (
        <Empty title={say('Chưa có kết nối nào')}>
          {say('Thêm địa chỉ của hệ thống văn bản để hệ thống ấy biết nhiệm vụ đến đâu.')}
        </Empty>
      ) : (
        <ul className={css['list']}>
          {found.data.rows.map((webhook) => (
            <Line key={webhook.id} webhook={webhook} />
          ))}
        </ul>
      )}
      <NewForm onMade={setMade} />
    </Page>
  );
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['webhooks'] });
}

function Line({ webhook }: { webhook: Webhook }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const refresh = useRefresh();
  const work = useMutation({ mutationFn: (job: () => Promise<unknown>) => job(), onSuccess: refresh });
  const { id, version, active } = webhook;
  return (
    <li>
      <div className={css['head']}>
        <span className={css['url']}>{webhook.url}</span>
        <Tag tone={active ? 'done' : 'plain'}>{active ? say('Đang bật') : say('Đang tắt')}</Tag>
        {webhook.failed > 0 ? (
          <Tag tone="late">{say('{n, number} lần gửi hỏng', { n: webhook.failed })}</Tag>
        ) : null}
        {webhook.waiting > 0 ? (
          <Tag tone="soon">{say('{n, number} tin đang chờ gửi', { n: webhook.waiting })}</Tag>
        ) : null}
      </div>
      <p className={css['facts']}>
        <span lang="vi">{webhook.unitName}</span>
        {' · '}
        {webhook.events.map((name) => (name === 'ping' ? name : say(events[name]))).join('; ')}
      </p>
      {work.error ? <Failure error={work.error} /> : null}
      <div className={css['acts']}>
        <Button small disabled={work.isPending} onClick={() => work.mutate(() => pingWebhook(id))}>
          {say('Gửi thử')}
        </Button>
        <Button
          small
          disabled={work.isPending}
          onClick={() => work.mutate(() => changeWebhook(id, { version, active: !active }))}
        >
          {active ? say('Tắt') : say('Bật')}
        </Button>
        <Button small aria-expanded={open} onClick={() => setOpen(!open)}>
          {say('Các lần gửi')}
        </Button>
        <Button
          small
          look="plain"
          disabled={work.isPending}
          onClick={() => {
            if (confirm(say('Xóa kết nối {url} cùng nhật ký gửi?', { url: webhook.url })))
              work.mutate(() => removeWebhook(id));
          }}
        >
          {say('Xóa')}
        </Button>
      </div>
      {open ? <Deliveries id={id} /> : null}
    </li>
  );
}

function NewForm({ onMade }: { onMade: (made: NewWebhook) => void }) {
  const { say } = useWords();
  const refresh = useRefresh();
  const { roles = [] } = useMe() ?? {};
  const units = [
    ...new Map(
      roles.filter(({ role }) => role === 'administrator').map(({ unitId, unitName }) => [unitId, unitName]),
    ),
  ];
  const [unit, setUnit] = useState('');
  const [url, setUrl] = useState('');
  const [chosen, setChosen] = useState<readonly (keyof typeof events)[]>(['duty.changed']);
  const make = useMutation({
    mutationFn: () => makeWebhook({ unitId: Number(unit || units[0]?.[0]), url, events: [...chosen] }),
    onSuccess: (made) => {
      onMade(made);
      setUrl('');
      return refresh();
    },
  });
  return (
    <form
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <h2>{say('Thêm kết nối')}</h2>
      {make.error ? <Failure error={make.error} /> : null}
      <label>
        {say('Đơn vị')}
        <select value={unit} onChange={(event) => setUnit(event.target.value)}>
          {units.map(([id, name]) => (
            <option key={id} value={id} lang="vi">
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('Địa chỉ nhận tin')}
        <input
          type="url"
          required
          pattern="https?://.+"
          placeholder="https://"
          value={url}
          onChange={(event) => setUrl(event.target.value)}
        />
      </label>
      <fieldset>
        <legend>{say('Báo khi')}</legend>
        {names.map((name) => (
          <label key={name} className={css['event']}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...chosen, name] : chosen.filter((each) => each !== name))
              }
            />
            {say(events[name])}
          </label>
        ))}
      </fieldset>
      <Button look="action" type="submit" disabled={make.isPending || chosen.length === 0}>
        {say('Thêm')}
      </Button>
    </form>
  );
}
