// A reporting regime: read, changed from a day on, ended, called; beside it who would report by when.
import type { Regime, RegimeBody } from '@nhipcau/server/contract';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { kept } from '../address.ts';
import { Allowed } from '../access/allowed.tsx';
import forms from '../duties/bulk.module.css';
import { day, moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import list from '../reports/list.module.css';
import { useOwners } from '../reports/owners.ts';
import { Preview } from '../reports/preview.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure, FailureScreen, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import { BodyFields } from './body-fields.tsx';
import css from './regimes.module.css';
import {
  changeRegime,
  createRegime,
  endRegime,
  previewRegime,
  regimeById,
  regimeTemplates,
  removeRegime,
} from './requests.ts';

const route = getRouteApi('/quan-tri/che-do-bao-cao/$id');

export function RegimeScreen() {
  const { id } = route.useParams();
  const { template } = route.useSearch();
  return id === 'moi' ? (
    <Allowed action="regime.manage">
      <New key={template} template={template} />
    </Allowed>
  ) : (
    <Existing key={id} id={Number(id)} />
  );
}

function New({ template }: { template: string | undefined }) {
  const { say } = useWords();
  const templates = useQuery({
    queryKey: ['regime-templates'],
    queryFn: ({ signal }) => regimeTemplates(signal),
    staleTime: 600_000,
  });
  if (templates.isError)
    return <FailureScreen error={templates.error} retry={() => void templates.refetch()} />;
  if (!templates.data) return <Waiting />;
  const begun = templates.data.rows.find(({ key }) => key === template) ?? templates.data.rows[0];
  if (!begun) return <Waiting />;
  return (
    <Page wide title={say('Lập chế độ báo cáo')} lead={begun.description}>
      <Editor regime={null} body={begun.body} />
    </Page>
  );
}

function Existing({ id }: { id: number }) {
  const { say } = useWords();
  const regime = useQuery({ queryKey: ['regime', id], queryFn: ({ signal }) => regimeById(id, signal) });
  const [ending, setEnding] = useState(false);
  if (regime.isError && !regime.data)
    return <FailureScreen error={regime.error} retry={() => void regime.refetch()} />;
  if (!regime.data) return <Waiting />;
  const { data } = regime;
  return (
    <Page
      wide
      title={data.name}
      lead={<span lang="vi">{data.owner.name}</span>}
      actions={
        <>
          {data.may.includes('call') ? (
            <Link
              to="/bao-cao/dot/moi"
              search={kept({ regime: id, period: data.next?.period })}
              className={buttonClass('action')}
            >
              {say('Yêu cầu báo cáo')}
            </Link>
          ) : null}
          {data.may.includes('end') || data.may.includes('resume') ? (
            <Button onClick={() => setEnding(true)}>
              {data.endedOn ? say('Áp dụng lại') : say('Thôi áp dụng')}
            </Button>
          ) : null}
          {data.may.includes('remove') ? <Remove regime={data} /> : null}
        </>
      }
    >
      {data.endedOn ? <Notice>{say('Chế độ báo cáo này hết hiệu lực.')}</Notice> : null}
      <Editor key={data.version} regime={data} body={data.body} />
      <Versions regime={data} />
      {ending ? <EndDialog regime={data} onClose={() => setEnding(false)} /> : null}
    </Page>
  );
}

function Editor({ regime, body: first }: { regime: Regime | null; body: RegimeBody }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const owners = useOwners();
  const [body, setBody] = useState(first);
  const [ownerId, setOwnerId] = useState<number | null>(null);
  const [validFrom, setValidFrom] = useState('');
  const owner = regime?.owner ?? owners.find(({ id }) => id === ownerId) ?? owners[0];
  const readOnly = regime !== null && !regime.may.includes('change');
  const changed = JSON.stringify(body) !== JSON.stringify(first);
  const save = useMutation({
    mutationFn: () => {
      const from = validFrom ? { validFrom } : {};
      return regime
        ? changeRegime(regime.id, { version: regime.version, ...from, body })
        : createRegime({ ...(owner ? { ownerId: owner.id } : {}), ...from, body });
    },
    onSuccess: (saved) => {
      queries.setQueryData(['regime', saved.id], saved);
      void queries.invalidateQueries({ queryKey: ['regimes'] });
      toast(say('Đã lưu chế độ báo cáo'));
      if (!regime)
        void navigate({ to: '/quan-tri/che-do-bao-cao/$id', params: { id: String(saved.id) }, search: {} });
    },
  });
  return (
    <div className={css['editor']}>
      <fieldset className={css['fields']} disabled={readOnly}>
        <legend className="hidden-text">{say('Nội dung chế độ báo cáo')}</legend>
        {regime === null && owners.length > 1 ? (
          <label className={css['field']}>
            {say('Cơ quan đặt ra và nhận báo cáo')}
            <select value={owner?.id ?? ''} onChange={(event) => setOwnerId(Number(event.target.value))}>
              {owners.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <BodyFields body={body} unitId={owner?.id} onChange={setBody} />
        {readOnly ? null : (
          <>
            <DayField
              label={say('Áp dụng từ ngày')}
              value={validFrom}
              onChange={setValidFrom}
              hint={say('Để trống: từ hôm nay. Đợt đã gửi yêu cầu không thay đổi.')}
            />
            {save.error ? <Failure error={save.error} /> : null}
            <div className={css['save']}>
              <Button
                look="action"
                disabled={save.isPending || (regime !== null && !changed)}
                onClick={() => save.mutate()}
              >
                {say('Lưu chế độ báo cáo')}
              </Button>
            </div>
          </>
        )}
      </fieldset>
      {/* Who may only call sees whom when calling. */}
      <LivePreview body={body} ownerId={owner?.id} shown={!readOnly} />
    </div>
  );
}

interface LiveProps {
  readonly body: RegimeBody;
  readonly ownerId: number | undefined;
  readonly shown: boolean;
}

function LivePreview({ body, ownerId, shown }: LiveProps) {
  const { say } = useWords();
  const [asked] = useDebouncedValue(JSON.stringify({ body, ...(ownerId ? { ownerId } : {}) }), 500);
  const preview = useQuery({
    queryKey: ['regime-preview', asked],
    queryFn: ({ signal }) => previewRegime(JSON.parse(asked) as { body: RegimeBody }, signal),
    placeholderData: keepPreviousData,
    enabled: shown,
    retry: false,
  });
  if (!shown) return null;
  return (
    <section className={`${list['preview']} ${css['aside']}`} aria-busy={preview.isFetching}>
      <h2>{say('Ai báo cáo, đến khi nào')}</h2>
      {preview.isError ? (
        <Failure error={preview.error} />
      ) : preview.data ? (
        <Preview preview={preview.data} />
      ) : (
        <Waiting />
      )}
    </section>
  );
}

function Versions({ regime }: { regime: Regime }) {
  const { say, language } = useWords();
  if (regime.versions.length < 2) return null;
  return (
    <section className={list['group']}>
      <h2>{say('Các lần sửa')}</h2>
      <ul className={list['list']}>
        {regime.versions.map((version) => (
          <li key={`${version.validFrom} ${version.at}`} className={list['line']}>
            <div>
              {say('Áp dụng từ {date}', { date: day(version.validFrom, language) })}
              <p className={list['about']} lang="vi">
                {version.body.name}
              </p>
            </div>
            <div className={list['standing']}>
              {moment(version.at, language)}
              {version.who ? ` – ${version.who}` : ''}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function EndDialog({ regime, onClose }: { regime: Regime; onClose: () => void }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [on, setOn] = useState('');
  const resumes = regime.endedOn !== null;
  const end = useMutation({
    mutationFn: () => endRegime(regime.id, { version: regime.version, on: resumes ? null : on }),
    onSuccess: (saved) => {
      queries.setQueryData(['regime', saved.id], saved);
      void queries.invalidateQueries({ queryKey: ['regimes'] });
      onClose();
    },
  });
  return (
    <Dialog
      title={resumes ? say('Áp dụng lại') : say('Thôi áp dụng')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button look="action" disabled={end.isPending || (!resumes && !on)} onClick={() => end.mutate()}>
            {resumes ? say('Áp dụng lại') : say('Thôi áp dụng')}
          </Button>
        </>
      }
    >
      <div className={forms['form']}>
        {end.error ? <Failure error={end.error} /> : null}
        {resumes ? null : <DayField label={say('Từ ngày')} value={on} onChange={setOn} required />}
        <p>{say('Đợt đã gửi yêu cầu không thay đổi.')}</p>
      </div>
    </Dialog>
  );
}

function Remove({ regime }: { regime: Regime }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const remove = useMutation({
    mutationFn: () => removeRegime(regime.id, regime.version),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['regimes'] });
      toast(say('Đã xóa chế độ báo cáo'));
      void navigate({ to: '/quan-tri/che-do-bao-cao' });
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('Xóa')}</Button>
      {open ? (
        <Dialog
          title={say('Xóa chế độ báo cáo')}
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button onClick={() => setOpen(false)}>{say('Thôi')}</Button>
              <Button look="grave" disabled={remove.isPending} onClick={() => remove.mutate()}>
                {say('Xóa')}
              </Button>
            </>
          }
        >
          {remove.error ? <Failure error={remove.error} /> : null}
          <p>{say('Chế độ này chưa có đợt nào nên xóa được.')}</p>
        </Dialog>
      ) : null}
    </>
  );
}
