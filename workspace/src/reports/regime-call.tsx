// A call by a regime: its next period, or another that is named.
import type { ReportCallCreate } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../access/me.ts';
import forms from '../duties/bulk.module.css';
import { useWords } from '../language/words.ts';
import { regimeById } from '../regimes/requests.ts';
import { DayField } from '../ui/day-field.tsx';
import { FailureScreen, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { CallForm } from './call-form.tsx';

const route = getRouteApi('/bao-cao/dot/moi');

export function RegimeCall({ id, period: first }: { id: number; period: string }) {
  const { say } = useWords();
  const navigate = route.useNavigate();
  const me = useMe();
  const [note, setNote] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const regime = useQuery({ queryKey: ['regime', id], queryFn: ({ signal }) => regimeById(id, signal) });
  if (regime.isError) return <FailureScreen error={regime.error} retry={() => void regime.refetch()} />;
  if (!regime.data || !me) return <Waiting />;
  const { name, frequency, next } = regime.data;
  const period = first || next?.period || '';
  const onCall = frequency === 'on-call';
  const call: ReportCallCreate = {
    of: 'regime',
    regimeId: id,
    ...(period && !onCall ? { period } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(note.trim() ? { note: note.trim() } : {}),
  };
  return (
    <Page wide title={say('Yêu cầu báo cáo')} lead={<span lang="vi">{name}</span>}>
      <CallForm call={call} ready={!onCall || (from !== '' && to !== '')}>
        {onCall ? (
          <div className={forms['pair']}>
            <DayField label={say('Số liệu từ ngày')} value={from} onChange={setFrom} />
            <DayField label={say('đến ngày')} value={to} onChange={setTo} />
          </div>
        ) : (
          <PeriodField
            key={period}
            period={period}
            onChange={(value) => void navigate({ search: { regime: id, period: value }, replace: true })}
          />
        )}
        <label>
          {say('Lời dặn gửi kèm (nếu có)')}
          <textarea
            rows={3}
            lang="vi"
            maxLength={3000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
      </CallForm>
    </Page>
  );
}

function PeriodField({ period, onChange }: { period: string; onChange: (period: string) => void }) {
  const { say } = useWords();
  const [text, setText] = useState(period);
  const take = () => {
    const next = text.trim();
    if (next && next !== period) onChange(next);
  };
  return (
    <label>
      {say('Kỳ báo cáo')}
      <input
        type="text"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
      <span className={forms['hint']}>{say('Ví dụ: 2026, 2026-H1, 2026-9M, 2026-Q3, 2026-11')}</span>
    </label>
  );
}
