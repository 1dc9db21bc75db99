// One dimension: its values in their order, until when each is offered, which indicators are broken down by it.
import type { Dimension, DimensionDetail, DimensionInput } from '@nhipcau/server/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Allowed } from '../access/allowed.tsx';
import { useWords } from '../language/words.ts';
import regimes from '../regimes/regimes.module.css';
import { nameIn } from '../reports/cells.ts';
import list from '../reports/list.module.css';
import { Button } from '../ui/button.tsx';
import { Failure, FailureScreen, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import { DimensionItems, type ItemDraft } from './dimension-items.tsx';
import { keyedItems, keyOfDimension, missingIn } from './dimension-keys.ts';
import { dimensionNamed, removeDimension, setDimension } from './requests.ts';

const route = getRouteApi('/chi-tieu/phan-to/$key');

export function DimensionScreen() {
  const { key } = route.useParams();
  return key === 'moi' ? (
    <Allowed action="indicator.manage">
      <New />
    </Allowed>
  ) : (
    <Existing key={key} name={key} />
  );
}

function New() {
  const { say } = useWords();
  return (
    <Page title={say('Thêm phân tổ')}>
      <Editor dimension={null} />
    </Page>
  );
}

function Existing({ name }: { name: string }) {
  const { say, language } = useWords();
  const found = useQuery({
    queryKey: ['dimension', name],
    queryFn: ({ signal }) => dimensionNamed(name, signal),
  });
  if (found.isError && !found.data)
    return <FailureScreen error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  const { data } = found;
  return (
    <Page
      title={nameIn(data, language)}
      lead={
        <>
          <code>{data.key}</code> · {data.own ? say('Phân tổ của đơn vị') : say('Phân tổ có sẵn, dùng chung')}
        </>
      }
      actions={data.may.includes('remove') && data.usedBy.length === 0 ? <Remove dimension={data} /> : null}
    >
      <Editor key={data.version} dimension={data} />
      <UsedBy dimension={data} />
    </Page>
  );
}

function UsedBy({ dimension }: { dimension: DimensionDetail }) {
  const { say, language } = useWords();
  return (
    <section className={list['group']}>
      <h2>
        {say('Chỉ tiêu sử dụng')} <span>{dimension.usedBy.length}</span>
      </h2>
      {dimension.usedBy.length === 0 ? (
        <p className={list['none']}>{say('Chưa có chỉ tiêu nào phân tổ theo danh mục này.')}</p>
      ) : (
        <ul className={list['list']}>
          {dimension.usedBy.map((one) => (
            <li key={one.id} className={list['line']}>
              <Link to="/chi-tieu/$id" params={{ id: String(one.id) }}>
                {nameIn(one, language)}
              </Link>
              <span className={list['standing']}>{one.code}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface Draft {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly items: readonly ItemDraft[];
}

const draftOf = (dimension: Dimension | null): Draft => ({
  key: dimension?.key ?? '',
  name: dimension?.name ?? '',
  nameEn: dimension?.nameEn ?? '',
  items:
    dimension?.items.map((item) => ({ ...item, isNew: false, id: item.key })) ??
    [1, 2].map((n) => ({
      key: '',
      name: '',
      nameEn: '',
      endedOn: null,
      own: true,
      isNew: true,
      id: `+${n}`,
    })),
});

function inputOf(draft: Draft, version: number): DimensionInput {
  const { name, nameEn } = draft;
  const items = keyedItems(draft.items);
  return {
    name: name.trim(),
    nameEn: nameEn.trim(),
    version,
    items: items.map((item) => ({
      key: item.key.trim(),
      name: item.name.trim(),
      nameEn: item.nameEn.trim(),
      endedOn: item.endedOn || null,
    })),
  };
}

function Editor({ dimension }: { dimension: DimensionDetail | null }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [first] = useState(() => draftOf(dimension));
  const [draft, setDraft] = useState(first);
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const readOnly = dimension !== null && !dimension.may.includes('edit');
  const ownName = dimension === null || dimension.own;
  const save = useMutation({
    mutationFn: () => setDimension(keyOfDimension(draft), inputOf(draft, dimension?.version ?? 0)),
    onSuccess: async (saved) => {
      toast(say('Đã lưu phân tổ'));
      await queries.invalidateQueries({ queryKey: ['dimensions'] });
      await queries.invalidateQueries({ queryKey: ['dimension', saved.key] });
      if (!dimension) void navigate({ to: '/chi-tieu/phan-to/$key', params: { key: saved.key } });
    },
  });
  const missing = missingIn(draft);
  const untouched = JSON.stringify(draft) === JSON.stringify(first);
  return (
    <fieldset className={regimes['fields']} disabled={readOnly}>
      <legend className="hidden-text">{say('Nội dung phân tổ')}</legend>
      {ownName ? (
        <div className={regimes['row']}>
          {dimension === null ? (
            <Line
              label={say('Mã phân tổ (để trống: lấy theo tên)')}
              value={draft.key}
              onChange={(key) => set({ key: key.toLowerCase() })}
            />
          ) : null}
          <Line label={say('Tên phân tổ')} lang="vi" value={draft.name} onChange={(name) => set({ name })} />
          <Line
            label={say('Tên tiếng Anh')}
            lang="en"
            value={draft.nameEn}
            onChange={(nameEn) => set({ nameEn })}
          />
        </div>
      ) : readOnly ? null : (
        <Notice>
          {say(
            'Tên và giá trị có sẵn dùng chung, không sửa được. Đơn vị thêm được giá trị của mình và ghi ngày thôi dùng một giá trị có sẵn.',
          )}
        </Notice>
      )}
      <DimensionItems
        items={draft.items}
        inUse={dimension?.inUse ?? []}
        readOnly={readOnly}
        onChange={(items) => set({ items })}
      />
      {save.error ? <Failure error={save.error} /> : null}
      {readOnly ? null : (
        <div className={regimes['save']}>
          <Button
            look="action"
            disabled={save.isPending || missing !== null || untouched}
            onClick={() => save.mutate()}
          >
            {say('Lưu phân tổ')}
          </Button>
          {missing !== null && !untouched ? <span role="status">{say(missing)}</span> : null}
        </div>
      )}
    </fieldset>
  );
}

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly lang?: string;
}

function Line({ label, value, onChange, lang }: LineProps) {
  return (
    <label className={regimes['field']}>
      {label}
      <input
        type="text"
        lang={lang}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

function Remove({ dimension }: { dimension: DimensionDetail }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => removeDimension(dimension.key, dimension.version),
    onSuccess: () => {
      toast(say('Đã xóa phân tổ'));
      void queries.invalidateQueries({ queryKey: ['dimensions'] });
      void navigate({ to: '/chi-tieu/phan-to' });
    },
  });
  return (
    <>
      {remove.error ? <Failure error={remove.error} /> : null}
      <Button disabled={remove.isPending} onClick={() => remove.mutate()}>
        {say('Xóa')}
      </Button>
    </>
  );
}
