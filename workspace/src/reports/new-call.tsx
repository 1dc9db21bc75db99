// Calls for reports: a period of a regime in two clicks, or what is needed on the spot in two minutes. Who is asked is shown beside.
import type { ReportCallCreate, ReportingUnits, UnitRef } from '@nhipcau/server/contract';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Allowed } from '../access/allowed.tsx';
import { useMe } from '../access/me.ts';
import forms from '../duties/bulk.module.css';
import { useKept } from '../duties/kept.ts';
import { useWords, type Message } from '../language/words.ts';
import { regimeById } from '../regimes/requests.ts';
import { UnitsField } from '../regimes/units-field.tsx';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Failure, FailureScreen, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import { IndicatorsField } from '../indicators/indicators-field.tsx';
import css from './list.module.css';
import { Preview } from './preview.tsx';
import { createCall, previewCall } from './requests.ts';
import { useOwners } from './owners.ts';

const route = getRouteApi('/bao-cao/dot/moi');

export function NewCallScreen() {
  const { regime, period } = route.useSearch();
  return (
    <Allowed action="report.call">
      {regime ? <RegimeCall key={regime} id={regime} period={period ?? ''} /> : <AdHocCall />}
    </Allowed>
  );
}

function RegimeCall({ id, period: first }: { id: number; period: string }) {
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
    <Page wide title={say('Gọi báo cáo')} lead={<span lang="vi">{name}</span>}>
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

const reaches = ['direct', 'departments', 'communes', 'chosen'] as const;
type Reach = (typeof reaches)[number];
const reachWords: Readonly<Record<Reach, Message>> = {
  direct: 'Mọi đơn vị trực thuộc trực tiếp',
  departments: 'Các sở, ban, ngành',
  communes: 'Ủy ban nhân dân các xã, phường, đặc khu',
  chosen: 'Những đơn vị tôi chọn',
};

function ruleOf(reach: Reach, chosen: readonly UnitRef[]): Partial<ReportingUnits> | undefined {
  if (reach === 'direct') return undefined;
  if (reach === 'departments') return { direct: true, levels: ['province'], kinds: ['department'] };
  if (reach === 'communes') return { levels: ['commune'], kinds: ['committee'] };
  return { include: chosen.map(({ id }) => id) };
}

interface Form {
  readonly name: string;
  readonly dueOn: string;
  readonly sections: string;
  readonly indicators: readonly string[];
  readonly reach: Reach;
  readonly chosen: readonly UnitRef[];
  readonly from: string;
  readonly to: string;
  readonly legalBasis: string;
  readonly note: string;
  readonly kind: 'ad-hoc' | 'thematic';
  readonly ownerId: number | null;
}

const begun: Form = {
  name: '',
  dueOn: '',
  sections: '',
  indicators: [],
  reach: 'direct',
  chosen: [],
  from: '',
  to: '',
  legalBasis: '',
  note: '',
  kind: 'ad-hoc',
  ownerId: null,
};

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function callOf(form: Form, ownerId: number | undefined): ReportCallCreate {
  const units = ruleOf(form.reach, form.chosen);
  return {
    of: 'ad-hoc',
    ...(ownerId === undefined ? {} : { ownerId }),
    name: form.name.trim(),
    dueOn: form.dueOn,
    kind: form.kind,
    ...(form.from ? { from: form.from } : {}),
    ...(form.to ? { to: form.to } : {}),
    ...(units ? { units } : {}),
    sections: lines(form.sections),
    indicators: [...form.indicators],
    legalBasis: form.legalBasis.trim(),
    ...(form.note.trim() ? { note: form.note.trim() } : {}),
  };
}

function AdHocCall() {
  const { say } = useWords();
  const owners = useOwners();
  const kept = useKept<Form>('goi-bao-cao', begun);
  const form = kept.value;
  const set = (part: Partial<Form>) => kept.set({ ...form, ...part });
  const owner = owners.find(({ id }) => id === form.ownerId) ?? owners[0];
  const ready =
    form.name.trim() !== '' && form.dueOn !== '' && (form.reach !== 'chosen' || form.chosen.length > 0);
  return (
    <Page
      wide
      title={say('Gọi báo cáo đột xuất')}
      lead={say('Tên, hạn gửi, hỏi gì, hỏi ai: mỗi đơn vị nhận ngay một báo cáo đã điền sẵn số liệu từ sổ.')}
    >
      <CallForm call={callOf(form, owner?.id)} ready={ready} onDone={kept.forget}>
        {owners.length > 1 ? (
          <label>
            {say('Cơ quan gọi báo cáo')}
            <select
              value={owner?.id ?? ''}
              onChange={(event) => set({ ownerId: Number(event.target.value) })}
            >
              {owners.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <label>
          {say('Báo cáo về việc gì')}
          <input
            type="text"
            lang="vi"
            maxLength={300}
            required
            value={form.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </label>
        <DayField label={say('Hạn gửi')} value={form.dueOn} onChange={(dueOn) => set({ dueOn })} required />
        <label>
          {say('Nội dung cần báo cáo, mỗi dòng một mục')}
          <textarea
            rows={4}
            lang="vi"
            value={form.sections}
            onChange={(event) => set({ sections: event.target.value })}
          />
        </label>
        <IndicatorsField
          unitId={owner?.id}
          value={form.indicators}
          onChange={(indicators) => set({ indicators })}
        />
        <label>
          {say('Đơn vị phải báo cáo')}
          <select value={form.reach} onChange={(event) => set({ reach: event.target.value as Reach })}>
            {reaches.map((one) => (
              <option key={one} value={one}>
                {say(reachWords[one])}
              </option>
            ))}
          </select>
        </label>
        {form.reach === 'chosen' ? (
          <UnitsField label={say('Thêm đơn vị')} value={form.chosen} onChange={(chosen) => set({ chosen })} />
        ) : null}
        <details>
          <summary>{say('Thêm: kỳ số liệu, căn cứ, lời dặn')}</summary>
          <div className={forms['form']}>
            <label>
              {say('Loại báo cáo')}
              <select
                value={form.kind}
                onChange={(event) => set({ kind: event.target.value as Form['kind'] })}
              >
                <option value="ad-hoc">{say('Báo cáo đột xuất')}</option>
                <option value="thematic">{say('Báo cáo chuyên đề')}</option>
              </select>
            </label>
            <DayField
              label={say('Số liệu từ ngày')}
              value={form.from}
              onChange={(from) => set({ from })}
              hint={say('Để trống: từ đầu năm')}
            />
            <DayField
              label={say('đến ngày')}
              value={form.to}
              onChange={(to) => set({ to })}
              hint={say('Để trống: đến hôm nay')}
            />
            <label>
              {say('Căn cứ')}
              <input
                type="text"
                lang="vi"
                value={form.legalBasis}
                onChange={(event) => set({ legalBasis: event.target.value })}
              />
            </label>
            <label>
              {say('Lời dặn gửi kèm (nếu có)')}
              <textarea
                rows={3}
                lang="vi"
                value={form.note}
                onChange={(event) => set({ note: event.target.value })}
              />
            </label>
          </div>
        </details>
      </CallForm>
    </Page>
  );
}

interface CallFormProps {
  readonly call: ReportCallCreate;
  readonly ready: boolean;
  readonly onDone?: () => void;
  readonly children: ReactNode;
}

/** The fields, and beside them who would be asked; nobody is asked before the last press. */
function CallForm({ call, ready, onDone, children }: CallFormProps) {
  const { say } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const wanted = JSON.stringify(call);
  const [asked] = useDebouncedValue(wanted, 350);
  const preview = useQuery({
    queryKey: ['call-preview', asked],
    queryFn: ({ signal }) => previewCall(JSON.parse(asked) as ReportCallCreate, signal),
    placeholderData: keepPreviousData,
    // What was wanted a moment ago may have been half of it.
    enabled: ready && asked === wanted,
    retry: false,
  });
  const make = useMutation({
    mutationFn: () => createCall(call),
    onSuccess: (made) => {
      onDone?.();
      void queries.invalidateQueries({ queryKey: ['calls'] });
      void queries.invalidateQueries({ queryKey: ['regimes'] });
      void queries.invalidateQueries({ queryKey: ['reports'] });
      toast(say('Đã gọi báo cáo {n, number} đơn vị', { n: made.reporting.expected }));
      void navigate({ to: '/bao-cao/dot/$id', params: { id: String(made.id) } });
    },
  });
  const none = preview.data?.units === 0;
  return (
    <div className={css['form']}>
      <div className={forms['form']}>
        {children}
        {make.error ? <Failure error={make.error} /> : null}
        <div className={forms['actions']}>
          <Button
            look="action"
            disabled={!ready || make.isPending || preview.isError || none}
            onClick={() => make.mutate()}
          >
            {preview.data && ready
              ? say('Gọi {n, number} đơn vị', { n: preview.data.units })
              : say('Gọi báo cáo')}
          </Button>
          <Link to="/bao-cao/dot">{say('Thôi')}</Link>
        </div>
      </div>
      <section className={css['preview']} aria-busy={preview.isFetching}>
        <h2>{say('Ai báo cáo, đến khi nào')}</h2>
        {!ready ? (
          <p className={css['none']}>{say('Điền tên và hạn gửi để xem đơn vị nào phải báo cáo.')}</p>
        ) : preview.isError ? (
          <Failure error={preview.error} />
        ) : preview.data ? (
          <Preview preview={preview.data} />
        ) : (
          <Waiting />
        )}
      </section>
    </div>
  );
}
