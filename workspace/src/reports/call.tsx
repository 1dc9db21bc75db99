// A call: who has reported, on time or late, who is missing; urged, approved, let off from here.
import type { ReportCall, ReportClass } from '@nhipcau/server/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { kept } from '../address.ts';
import forms from '../duties/bulk.module.css';
import { day } from '../language/dates.ts';
import { useWords, type Message } from '../language/words.ts';
import { UnitsField } from '../regimes/units-field.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Drop } from '../ui/drop.tsx';
import { Exports } from '../ui/exports.tsx';
import { Failure, FailureScreen, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Pages } from '../ui/pages.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import lists from '../ui/list.module.css';
import type { CallSearch } from './addresses.ts';
import { CallFilters } from './call-filters.tsx';
import { CallTable } from './call-table.tsx';
import { JudgedLine, ReportingFigures } from './counts.tsx';
import css from './list.module.css';
import { ApproveLevel } from './approve-level.tsx';
import { addToCall, callById, exportedCall, reportById, reportList, stepCall } from './requests.ts';
import { UrgeDialog } from './urge-dialog.tsx';
import { reportsChanged } from './use-act.ts';
import { aboutCall, callStates, kindWords } from './words.ts';

const route = getRouteApi('/bao-cao/dot/$id');
const size = 100;

export function CallScreen() {
  const id = Number(route.useParams().id);
  const call = useQuery({ queryKey: ['calls', id], queryFn: ({ signal }) => callById(id, signal) });
  if (call.isError && !call.data)
    return <FailureScreen error={call.error} retry={() => void call.refetch()} />;
  if (!call.data) return <Waiting />;
  return <Call key={id} call={call.data} />;
}

function Call({ call }: { call: ReportCall }) {
  const { say, language } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [urging, setUrging] = useState<readonly number[] | 'missing' | null>(null);
  const asked = { ...search, call: call.id, size };
  const reports = useQuery({
    queryKey: ['reports', 'call', asked],
    queryFn: ({ signal }) => reportList(asked, signal),
    placeholderData: keepPreviousData,
  });
  const go = (next: { [K in keyof CallSearch]: CallSearch[K] | undefined }) =>
    void navigate({ search: kept<CallSearch>(next as CallSearch), replace: true, resetScroll: false });
  const { page: _page, ...rest } = search;
  const { data } = reports;
  const reporting = search.parent ? (data?.reporting ?? call.reporting) : call.reporting;
  const state = callStates[call.status];
  return (
    <Page
      wide
      title={call.name}
      lead={
        <>
          <p>
            {say(kindWords[call.kind])} · <span lang="vi">{call.owner.name}</span> ·{' '}
            {aboutCall(call, say, language)}
            {call.dueOn ? ` · ${say('hạn cuối {date}', { date: day(call.dueOn, language) })}` : ''}{' '}
            <Tag tone={state.tone}>{say(state.words)}</Tag>
          </p>
          {call.note ? <p lang="vi">{call.note}</p> : null}
        </>
      }
      print="wide"
      actions={
        <>
          <Exports print href={(form) => exportedCall(form, call.id, rest)} />
          <CallActions call={call} />
        </>
      }
    >
      {search.parent ? (
        <ParentLine id={search.parent} onUp={() => go({ ...rest, parent: undefined })} />
      ) : null}
      <ReportingFigures
        reporting={reporting}
        chosen={search.class}
        onChoose={(next: ReportClass | undefined) => go({ ...rest, class: next })}
      />
      <JudgedLine reporting={reporting} />
      {call.tiers.length > 1 && !search.parent ? <Tiers call={call} /> : null}
      <CallFilters call={call} search={search} onChange={go} />
      {reports.isError ? <Failure error={reports.error} retry={() => void reports.refetch()} /> : null}
      {data ? (
        <div aria-busy={reports.isPlaceholderData}>
          <p className={lists['total']} role="status">
            {say('{n, number} báo cáo', { n: data.total })}
          </p>
          <CallTable
            call={call}
            rows={data.rows}
            search={search}
            onChange={go}
            chosen={chosen}
            onChosen={setChosen}
          />
          <Pages
            page={data.page}
            pages={Math.ceil(data.total / size)}
            onPage={(page) => go({ ...search, page: page > 1 ? page : undefined })}
          />
        </div>
      ) : reports.isPending ? (
        <Waiting />
      ) : null}
      <div className={css['bar']} role="region" aria-label={say('Việc với các báo cáo')}>
        <span>
          {chosen.size > 0
            ? say('Đã chọn {n, number} báo cáo', { n: chosen.size })
            : reporting.missing > 0
              ? say('{n, number} đơn vị quá hạn chưa gửi', { n: reporting.missing })
              : say('Không có đơn vị nào quá hạn chưa gửi')}
        </span>
        <span className={css['rowTools']}>
          {call.may.includes('urge') ? (
            chosen.size > 0 ? (
              <>
                <Button small onClick={() => setChosen(new Set())}>
                  {say('Bỏ chọn')}
                </Button>
                <Button small look="action" onClick={() => setUrging([...chosen])}>
                  {say('Đôn đốc {n, number} đơn vị', { n: chosen.size })}
                </Button>
              </>
            ) : reporting.missing > 0 ? (
              <Button small look="action" onClick={() => setUrging('missing')}>
                {say('Đôn đốc mọi đơn vị chưa gửi')}
              </Button>
            ) : null
          ) : null}
          <ApproveLevel reportId={search.parent ?? call.ownReportId} />
        </span>
      </div>
      {urging ? (
        <UrgeDialog
          callId={call.id}
          reportIds={urging === 'missing' ? null : urging}
          parentId={search.parent}
          count={urging === 'missing' ? reporting.missing : urging.length}
          onClose={() => setUrging(null)}
          onDone={() => setChosen(new Set())}
        />
      ) : null}
    </Page>
  );
}

function ParentLine({ id, onUp }: { id: number; onUp: () => void }) {
  const { say } = useWords();
  const parent = useQuery({ queryKey: ['report', id], queryFn: ({ signal }) => reportById(id, signal) });
  return (
    <p>
      <Button small look="plain" onClick={onUp}>
        ← {say('Cả đợt báo cáo')}
      </Button>{' '}
      {parent.data ? (
        <>
          {say('Các báo cáo gửi đến')}{' '}
          <Link to="/bao-cao/$id" params={{ id: String(id) }} lang="vi">
            {parent.data.unit.name}
          </Link>
        </>
      ) : null}
    </p>
  );
}

function Tiers({ call }: { call: ReportCall }) {
  return (
    <dl className={css['facts']}>
      {call.tiers.map((tier) => (
        <div key={tier.id} style={{ display: 'contents' }}>
          <dt lang="vi">{tier.name}</dt>
          <dd>
            <ReportingFigures small reporting={tier.reporting} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Step = 'close' | 'reopen' | 'cancel';
const stepWords: Readonly<Record<Step, { readonly title: Message; readonly consequence: Message }>> = {
  close: {
    title: 'Đóng đợt báo cáo',
    consequence: 'Không báo cáo nào sửa, gửi hay xem xét được nữa, cho đến khi mở lại đợt.',
  },
  reopen: { title: 'Mở lại đợt báo cáo', consequence: 'Các báo cáo lại sửa, gửi và xem xét được.' },
  cancel: {
    title: 'Hủy đợt báo cáo',
    consequence: 'Các đơn vị không phải báo cáo nữa; những gì đã ghi vẫn được giữ lại để tra cứu.',
  },
};

function CallActions({ call }: { call: ReportCall }) {
  const { say } = useWords();
  const [step, setStep] = useState<Step | 'add' | null>(null);
  const steps = (['close', 'reopen', 'cancel'] as const).filter((one) => call.may.includes(one));
  return (
    <>
      {call.ownReportId ? (
        <Link
          to="/bao-cao/dot/$id/tong-hop"
          params={{ id: String(call.id) }}
          className={buttonClass('action')}
        >
          {say('Tổng hợp')}
        </Link>
      ) : null}
      {steps.length > 0 || call.may.includes('add') ? (
        <Drop label={say('Việc khác')} align="end">
          {(close) => (
            <div className={css['fields']}>
              {call.may.includes('add') ? (
                <Button look="plain" onClick={() => (setStep('add'), close())}>
                  {say('Thêm đơn vị phải báo cáo')}
                </Button>
              ) : null}
              {steps.map((one) => (
                <Button key={one} look="plain" onClick={() => (setStep(one), close())}>
                  {say(stepWords[one].title)}
                </Button>
              ))}
            </div>
          )}
        </Drop>
      ) : null}
      {step === 'add' ? <AddDialog call={call} onClose={() => setStep(null)} /> : null}
      {step && step !== 'add' ? <StepDialog call={call} step={step} onClose={() => setStep(null)} /> : null}
    </>
  );
}

function StepDialog({ call, step, onClose }: { call: ReportCall; step: Step; onClose: () => void }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const words = stepWords[step];
  const take = useMutation({
    mutationFn: () =>
      stepCall(call.id, step, { version: call.version, ...(reason.trim() ? { reason: reason.trim() } : {}) }),
    onSuccess: (changed) => {
      queries.setQueryData(['calls', call.id], changed);
      reportsChanged(queries);
      onClose();
    },
  });
  return (
    <Dialog
      title={say(words.title)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look={step === 'cancel' ? 'grave' : 'action'}
            disabled={take.isPending || (step === 'cancel' && !reason.trim())}
            onClick={() => take.mutate()}
          >
            {say(words.title)}
          </Button>
        </>
      }
    >
      <div className={forms['form']}>
        {take.error ? <Failure error={take.error} /> : null}
        <p>{say(words.consequence)}</p>
        <label>
          {say('Lý do')}
          <textarea rows={3} lang="vi" value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      </div>
    </Dialog>
  );
}

function AddDialog({ call, onClose }: { call: ReportCall; onClose: () => void }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [units, setUnits] = useState<readonly { id: number; name: string }[]>([]);
  const [dueOn, setDueOn] = useState('');
  const add = useMutation({
    mutationFn: () =>
      addToCall(call.id, {
        version: call.version,
        unitIds: units.map(({ id }) => id),
        ...(dueOn ? { dueOn } : {}),
      }),
    onSuccess: (changed) => {
      queries.setQueryData(['calls', call.id], changed);
      reportsChanged(queries);
      toast(say('Đã gọi thêm {n, number} đơn vị', { n: units.length }));
      onClose();
    },
  });
  return (
    <Dialog
      title={say('Thêm đơn vị phải báo cáo')}
      onClose={onClose}
      actions={
        <Button look="action" disabled={units.length === 0 || add.isPending} onClick={() => add.mutate()}>
          {say('Gọi {n, number} đơn vị', { n: units.length })}
        </Button>
      }
    >
      <div className={forms['form']}>
        {add.error ? <Failure error={add.error} /> : null}
        <UnitsField label={say('Thêm đơn vị')} value={units} onChange={setUnits} />
        <DayField
          label={say('Hạn gửi')}
          value={dueOn}
          onChange={setDueOn}
          hint={say('Để trống: hạn của cấp đó trong đợt này')}
        />
      </div>
    </Dialog>
  );
}
