// An indicator: its definition, unit, breakdowns, bounds, formula with a try-out, targets; a ready one is copied before it is changed.
import type { Indicator, IndicatorBody, IndicatorCreate } from '@nhipcau/server/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Allowed } from '../access/allowed.tsx';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { nameIn } from '../reports/cells.ts';
import list from '../reports/list.module.css';
import { useOwners } from '../reports/owners.ts';
import { Button } from '../ui/button.tsx';
import { Failure, failureWords, FailureScreen, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import css from '../regimes/regimes.module.css';
import { BodyFields } from './body-fields.tsx';
import { FormulaTrial } from './formula-trial.tsx';
import {
  changeIndicator,
  copyIndicator,
  createIndicator,
  endIndicator,
  indicatorById,
  indicatorVersions,
  removeIndicator,
} from './requests.ts';
import { Targets } from './targets.tsx';

const route = getRouteApi('/chi-tieu/$id');

const begun: IndicatorBody = {
  name: '',
  nameEn: '',
  definition: '',
  unit: '',
  unitEn: '',
  group: '',
  groupEn: '',
  decimals: 0,
  rule: 'sum',
  weight: null,
  formula: null,
  breakdowns: [],
  bounds: { min: 0, max: null, change: null },
  required: false,
};

export function IndicatorScreen() {
  const { id } = route.useParams();
  return id === 'moi' ? (
    <Allowed action="indicator.manage">
      <New />
    </Allowed>
  ) : (
    <Existing key={id} id={Number(id)} />
  );
}

function New() {
  const { say } = useWords();
  return (
    <Page wide title={say('Thêm chỉ tiêu')}>
      <Editor indicator={null} body={begun} />
    </Page>
  );
}

function Existing({ id }: { id: number }) {
  const { say, language } = useWords();
  const indicator = useQuery({
    queryKey: ['indicator', id],
    queryFn: ({ signal }) => indicatorById(id, signal),
  });
  if (indicator.isError && !indicator.data)
    return <FailureScreen error={indicator.error} retry={() => void indicator.refetch()} />;
  if (!indicator.data) return <Waiting />;
  const { data } = indicator;
  return (
    <Page
      wide
      title={nameIn(data, language)}
      lead={
        <>
          <span className="figures">{data.code}</span> ·{' '}
          {data.owner ? <span lang="vi">{data.owner.name}</span> : say('Danh mục có sẵn')}{' '}
          {data.endedOn ? <Tag>{say('đã thôi dùng')}</Tag> : null}
        </>
      }
      actions={<Actions indicator={data} />}
    >
      {data.may.includes('edit') ? null : data.may.includes('copy') ? (
        <Notice>
          {say('Chỉ tiêu này dùng chung cho mọi đơn vị. Lập bản riêng để sửa cho đơn vị bạn và cấp dưới.')}
        </Notice>
      ) : null}
      <Editor key={data.version} indicator={data} body={bodyOf(data)} />
      <Targets indicator={data} />
      <Versions indicator={data} />
    </Page>
  );
}

function bodyOf(indicator: Indicator): IndicatorBody {
  return Object.fromEntries(
    (Object.keys(begun) as (keyof IndicatorBody)[]).map((key) => [key, indicator[key]]),
  ) as unknown as IndicatorBody;
}

function Actions({ indicator }: { indicator: Indicator }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const owners = useOwners();
  const today = () => new Date().toLocaleDateString('sv');
  const failed = (error: unknown) => {
    const { title, detail } = failureWords(error, say);
    toast(`${title}. ${detail}`, { tone: 'problem' });
  };
  const changed = () => void queries.invalidateQueries({ queryKey: ['indicators'] });
  const copy = useMutation({
    mutationFn: () => copyIndicator(indicator.id, owners[0]?.id),
    onSuccess: (made) => {
      changed();
      toast(say('Đã lập bản riêng'));
      void navigate({ to: '/chi-tieu/$id', params: { id: String(made.id) } });
    },
    onError: failed,
  });
  const end = useMutation({
    mutationFn: () =>
      endIndicator(indicator.id, {
        version: indicator.version,
        on: indicator.endedOn ? null : today(),
      }),
    onSuccess: (saved) => {
      queries.setQueryData(['indicator', saved.id], saved);
      changed();
    },
    onError: failed,
  });
  const remove = useMutation({
    mutationFn: () => removeIndicator(indicator.id, indicator.version),
    onSuccess: () => {
      changed();
      toast(say('Đã xóa chỉ tiêu'));
      void navigate({ to: '/chi-tieu' });
    },
    onError: failed,
  });
  const { may } = indicator;
  return (
    <>
      {may.includes('copy') ? (
        <Button look="action" disabled={copy.isPending} onClick={() => copy.mutate()}>
          {say('Lập bản riêng')}
        </Button>
      ) : null}
      {may.includes('end') || may.includes('resume') ? (
        <Button disabled={end.isPending} onClick={() => end.mutate()}>
          {indicator.endedOn ? say('Dùng lại') : say('Thôi dùng')}
        </Button>
      ) : null}
      {may.includes('remove') ? (
        <Button disabled={remove.isPending} onClick={() => remove.mutate()}>
          {say('Xóa')}
        </Button>
      ) : null}
    </>
  );
}

function Editor({ indicator, body: first }: { indicator: Indicator | null; body: IndicatorBody }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const owners = useOwners();
  const [body, setBody] = useState(first);
  const [code, setCode] = useState(indicator?.code ?? '');
  const [ownerId, setOwnerId] = useState<number | null>(null);
  const owner = owners.find(({ id }) => id === ownerId) ?? owners[0];
  const readOnly = indicator !== null && !indicator.may.includes('edit');
  const save = useMutation({
    mutationFn: () =>
      indicator
        ? changeIndicator(indicator.id, { ...body, version: indicator.version })
        : createIndicator({ ...body, code, ...(owner ? { ownerId: owner.id } : {}) } as IndicatorCreate),
    onSuccess: (saved) => {
      queries.setQueryData(['indicator', saved.id], saved);
      void queries.invalidateQueries({ queryKey: ['indicators'] });
      toast(say('Đã lưu chỉ tiêu'));
      if (!indicator) void navigate({ to: '/chi-tieu/$id', params: { id: String(saved.id) } });
    },
  });
  const changed = JSON.stringify(body) !== JSON.stringify(first);
  const codeWrong = code !== '' && !/^[A-Z0-9][A-Z0-9.-]{0,29}$/.test(code);
  return (
    <div className={css['editor']}>
      <fieldset className={css['fields']} disabled={readOnly}>
        <legend className="hidden-text">{say('Nội dung chỉ tiêu')}</legend>
        {indicator === null ? (
          <div className={css['row']}>
            <label className={css['field']}>
              {say('Mã')}
              <input
                type="text"
                maxLength={30}
                value={code}
                aria-invalid={codeWrong}
                onChange={(event) => setCode(event.target.value.toUpperCase())}
              />
              <span className={css['hint']}>{say('Chữ hoa, số, dấu chấm, gạch nối; ví dụ: TT.01')}</span>
            </label>
            {owners.length > 1 ? (
              <label className={css['field']}>
                {say('Danh mục của')}
                <select value={owner?.id ?? ''} onChange={(event) => setOwnerId(Number(event.target.value))}>
                  {owners.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
            ) : null}
          </div>
        ) : null}
        <BodyFields body={body} onChange={setBody} unitId={indicator?.owner?.id ?? owner?.id} />
        {save.error ? <Failure error={save.error} /> : null}
        {readOnly ? null : (
          <div className={css['save']}>
            <Button
              look="action"
              disabled={
                save.isPending || !body.name.trim() || (indicator ? !changed : code === '' || codeWrong)
              }
              onClick={() => save.mutate()}
            >
              {say('Lưu chỉ tiêu')}
            </Button>
          </div>
        )}
      </fieldset>
      {body.formula ? <FormulaTrial formula={body.formula} /> : null}
    </div>
  );
}

function Versions({ indicator }: { indicator: Indicator }) {
  const { say, language } = useWords();
  const versions = useQuery({
    queryKey: ['indicator', indicator.id, 'versions', indicator.version],
    queryFn: ({ signal }) => indicatorVersions(indicator.id, signal),
  });
  const rows = versions.data?.rows ?? [];
  if (rows.length < 2) return null;
  return (
    <section className={list['group']}>
      <h2>{say('Các lần sửa')}</h2>
      <ul className={list['list']}>
        {rows.map((version) => (
          <li key={version.version} className={list['line']}>
            <span lang="vi">{version.body.name}</span>
            <span className={list['standing']}>
              {moment(version.at, language)}
              {version.who ? ` – ${version.who}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
