// What two editions of a plan say differently, word by word; without a choice, the newest against the one before it.
import type { PlanDetail, PlanDiff } from '@nhipcau/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { day } from '../language/dates.ts';
import { useWords, type Say, type Language } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { Failure, FailureScreen, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Change } from './change.tsx';
import css from './comparison.module.css';
import { fieldWords } from './field-words.ts';
import { planById, planDiff } from './requests.ts';
import { planName } from './states.ts';

const route = getRouteApi('/ke-hoach/$id/so-sanh');

export function PlanComparisonScreen() {
  const { say } = useWords();
  const id = Number(route.useParams().id);
  const { tu, den } = route.useSearch();
  const plan = useQuery({ queryKey: ['plan', id], queryFn: ({ signal }) => planById(id, signal) });
  const query = { ...(tu === undefined ? {} : { from: tu }), ...(den === undefined ? {} : { to: den }) };
  const several = plan.data !== undefined && (plan.data.editions.length > 1 || plan.data.amendment !== null);
  const diff = useQuery({
    queryKey: ['plan', id, 'diff', query],
    queryFn: ({ signal }) => planDiff(id, query, signal),
    placeholderData: keepPreviousData,
    enabled: several,
  });
  if (!plan.data)
    return plan.isError ? (
      <FailureScreen error={plan.error} retry={() => void plan.refetch()} />
    ) : (
      <Waiting />
    );
  const { data } = plan;
  return (
    <Page
      title={say('So sánh các lần ban hành')}
      lead={<span lang="vi">{planName(data, say)}</span>}
      actions={
        <Link to="/ke-hoach/$id" params={{ id: String(id) }} className={buttonClass()}>
          {say('Mở kế hoạch')}
        </Link>
      }
    >
      {several ? null : <Notice>{say('Kế hoạch này chưa được sửa đổi lần nào.')}</Notice>}
      {diff.isError ? <Failure error={diff.error} retry={() => void diff.refetch()} /> : null}
      {diff.data ? <Editions detail={data} diff={diff.data} /> : null}
    </Page>
  );
}

function Editions({ detail, diff }: { detail: PlanDetail; diff: PlanDiff }) {
  const { say, language } = useWords();
  const navigate = route.useNavigate();
  const names = editionNames(detail, say, language);
  const go = (search: { tu: number; den: number }) => void navigate({ search, replace: true });
  const select = (label: string, value: number, onChange: (edition: number) => void) => (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {names.map(([edition, name]) => (
          <option key={edition} value={edition}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <div className={css['choice']}>
        {select(say('Bản trước'), diff.from, (tu) => go({ tu, den: diff.to }))}
        {select(say('Bản sau'), diff.to, (den) => go({ tu: diff.from, den }))}
      </div>
      <Differences diff={diff} planId={detail.id} />
    </>
  );
}

function editionNames(
  { editions, amendment, edition }: PlanDetail,
  say: Say,
  language: Language,
): [number, string][] {
  const issued = editions.map((one): [number, string] => [
    one.edition,
    [
      one.edition === 1 ? say('Ban hành lần đầu') : say('Sửa đổi lần {n, number}', { n: one.edition - 1 }),
      one.number,
      day(one.issuedOn, language),
    ]
      .filter(Boolean)
      .join(' · '),
  ]);
  return amendment ? [...issued, [edition + 1, say('Bản sửa đổi đang soạn')]] : issued;
}

function Differences({ diff, planId }: { diff: PlanDiff; planId: number }) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const count = (change: string) => diff.tasks.filter((task) => task.change === change).length;
  const shown = all ? diff.tasks : diff.tasks.filter(({ change }) => change !== 'same');
  return (
    <>
      <p className={css['sum']} role="status">
        {say(
          'Nhiệm vụ: {added, number} thêm, {removed, number} bỏ, {changed, number} thay đổi, {same, number} giữ nguyên.',
          {
            added: count('added'),
            removed: count('removed'),
            changed: count('changed'),
            same: count('same'),
          },
        )}
      </p>
      {diff.rest.length > 0 ? (
        <section className={css['part']}>
          <h2>{say('Phần chung')}</h2>
          <dl className={css['fields']}>
            {diff.rest.map((one) => (
              <div key={one.field}>
                <dt>{fieldWords(one.field, say)}</dt>
                <dd>
                  <Change {...one} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      <section className={css['part']}>
        <div className={css['partHead']}>
          <h2>{say('Nhiệm vụ|nhiều')}</h2>
          <label>
            <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />{' '}
            {say('Hiện cả nhiệm vụ không đổi')}
          </label>
        </div>
        {shown.length === 0 ? <p className={css['none']}>{say('Không có nhiệm vụ nào thay đổi.')}</p> : null}
        <ul className={css['tasks']}>
          {shown.map((task) => (
            <TaskDifference key={task.planTaskId} task={task} planId={planId} />
          ))}
        </ul>
      </section>
    </>
  );
}

const changeWords = {
  added: 'Thêm|thay đổi',
  removed: 'Bỏ|thay đổi',
  changed: 'Thay đổi',
  same: 'Giữ nguyên',
} as const;

function TaskDifference({ task, planId }: { task: PlanDiff['tasks'][number]; planId: number }) {
  const { say } = useWords();
  const { change, text, fields, planTaskId } = task;
  const words = fields.find(({ field }) => field === 'text');
  return (
    <li data-change={change}>
      <b className={css['mark']}>{say(changeWords[change])}</b>
      <div>
        <p className={css['text']} lang="vi">
          {words ? (
            <Change {...words} />
          ) : change === 'removed' ? (
            <del>{text}</del>
          ) : change === 'added' ? (
            <ins>{text}</ins>
          ) : (
            <Link to="/ke-hoach/$id" params={{ id: String(planId) }} search={{ task: planTaskId }}>
              {text}
            </Link>
          )}
        </p>
        <dl className={css['fields']}>
          {fields
            .filter(({ field }) => field !== 'text')
            .map((one) => (
              <div key={one.field}>
                <dt>{fieldWords(one.field, say)}</dt>
                <dd>
                  <Change {...one} />
                </dd>
              </div>
            ))}
        </dl>
      </div>
    </li>
  );
}
