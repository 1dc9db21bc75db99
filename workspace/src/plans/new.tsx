// A new plan: first from what, each with what it brings; then the one source, and whose plan it is to be.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Allowed } from '../access/allowed.tsx';
import { useMe } from '../access/me.ts';
import type { PlanCreate } from '../api.ts';
import beginning from '../desk/beginning.module.css';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Failure } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import type { NewSearch } from './addresses.ts';
import { draftingUnits } from './drafting-units.ts';
import css from './new.module.css';
import { createPlan } from './requests.ts';
import { DocumentSource, PlanSource } from './sources.tsx';

const route = getRouteApi('/ke-hoach/moi');
type From = NonNullable<NewSearch['from']>;

const ways: readonly (readonly [From, Message, Message])[] = [
  [
    'previous',
    'Từ kế hoạch năm trước',
    'Mang theo mục tiêu, chỉ tiêu, nhóm, nhiệm vụ; ngày tháng chuyển sang kỳ mới. Việc thường xuyên được giữ, việc làm một lần là đề xuất để bạn giữ hoặc bỏ.',
  ],
  [
    'superior',
    'Từ kế hoạch của cấp trên',
    'Mang theo những nhiệm vụ cấp trên giao cho đơn vị bạn, mỗi nhiệm vụ gắn với nhiệm vụ của cấp trên để tính bao phủ.',
  ],
  [
    'document',
    'Từ văn bản đã tải lên',
    'Mang theo số, ngày, người ký và các nhiệm vụ đã rà soát của văn bản; ban hành được ngay để giao nhiệm vụ.',
  ],
  ['blank', 'Từ đầu', 'Một kế hoạch trống với các mục theo Nghị định 30/2020/NĐ-CP.'],
];

export function NewPlanScreen() {
  return (
    <Allowed action="plan.draft">
      <NewPlan />
    </Allowed>
  );
}

function NewPlan() {
  const { say } = useWords();
  const search = route.useSearch();
  return (
    <Page
      title={say('Lập kế hoạch')}
      lead={say('Chọn nguồn. Mọi thứ mang theo đều sửa được trước khi trình.')}
    >
      <nav className={beginning['ways']} aria-label={say('Lập kế hoạch từ đâu')}>
        {ways.map(([from, title, what]) => (
          <Link
            key={from}
            to="/ke-hoach/moi"
            search={{ from }}
            replace
            className={beginning['way']}
            aria-current={search.from === from ? 'step' : undefined}
          >
            <b>{say(title)}</b>
            <span>{say(what)}</span>
          </Link>
        ))}
      </nav>
      {search.from ? <Making key={search.from} from={search.from} id={search.id} /> : null}
    </Page>
  );
}

function Making({ from, id }: { from: From; id: number | undefined }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const units = draftingUnits(useMe());
  const [unitId, setUnitId] = useState<number | null>(null);
  const [title, setTitle] = useState('');
  const [period, setPeriod] = useState({ from: '', to: '' });
  const create = useCreating();
  const owner = unitId ?? units[0]?.id ?? null;
  const wrong = period.from !== '' && period.to !== '' && period.from > period.to;
  const sources: Readonly<Record<From, Partial<PlanCreate>>> = {
    previous: { previousId: id },
    superior: { superiorId: id },
    document: { documentId: id },
    blank: {},
  } as Record<From, Partial<PlanCreate>>;
  const chosen = from === 'blank' || id !== undefined;
  const choose = (next: number) =>
    void navigate({ to: '/ke-hoach/moi', search: { from, id: next }, replace: true });
  const source = { ownerId: owner, chosen: id, onChoose: choose };
  return (
    <form
      className={beginning['making']}
      onSubmit={(event) => {
        event.preventDefault();
        if (leadToMistyped(event.currentTarget)) return;
        create.mutate({
          // A document or an earlier plan knows whose it is.
          unitId: units.length > 1 || from === 'superior' || from === 'blank' ? owner : null,
          ...(title.trim() ? { title: title.trim() } : {}),
          ...(period.from ? { periodFrom: period.from } : {}),
          ...(period.to ? { periodTo: period.to } : {}),
          ...sources[from],
        });
      }}
    >
      {units.length > 1 ? (
        <label className={beginning['field']}>
          {say('Đơn vị lập kế hoạch')}
          <select lang="vi" value={owner ?? ''} onChange={(event) => setUnitId(Number(event.target.value))}>
            {units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {from === 'previous' || from === 'superior' ? <PlanSource kind={from} {...source} /> : null}
      {from === 'document' ? <DocumentSource {...source} /> : null}
      <details className={css['more']} open={from === 'blank'}>
        <summary>{say('Tên và thời kỳ')}</summary>
        <label className={beginning['field']}>
          {say('Tên kế hoạch (để trống: đặt theo nguồn)')}
          <input
            type="text"
            lang="vi"
            maxLength={1000}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <div className={css['period']}>
          <DayField
            label={say('Từ ngày')}
            value={period.from}
            onChange={(day) => setPeriod({ ...period, from: day })}
          />
          <DayField
            label={say('Đến ngày')}
            value={period.to}
            onChange={(day) => setPeriod({ ...period, to: day })}
          />
        </div>
        {wrong ? <p className={css['wrong']}>{say('Ngày kết thúc ở trước ngày bắt đầu.')}</p> : null}
      </details>
      {create.error ? <Failure error={create.error} /> : null}
      <Button look="action" type="submit" disabled={!chosen || wrong || create.isPending}>
        {create.isPending ? say('Đang lập…') : say('Lập bản thảo')}
      </Button>
    </form>
  );
}

/** A day that does not exist is no day left out: the reader mends it where it stands, told by the field itself. */
function leadToMistyped(form: HTMLFormElement): boolean {
  const field = form.querySelector<HTMLInputElement>('input[aria-invalid="true"]');
  const folded = field?.closest('details');
  if (folded) folded.open = true;
  field?.focus();
  return field !== null;
}

export function useCreating() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (plan: PlanCreate) => createPlan(plan),
    onSuccess: (plan) => {
      queries.setQueryData(['plan', plan.id], plan);
      void queries.invalidateQueries({ queryKey: ['plans'] });
      void navigate({ to: '/ke-hoach/$id', params: { id: String(plan.id) } });
    },
  });
}
