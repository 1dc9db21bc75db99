// One task of the register: what, who, by when, where it comes from, and what happened to it.
import type { TaskDetail } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { taskById } from '../api.ts';
import { documentName } from '../documents/kinds.ts';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { reasonWords } from '../review/reasons.ts';
import { Button } from '../ui/button.tsx';
import { FailureScreen, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import { AgencyLinks } from './agency-links.tsx';
import { CallButton } from './call-dialog.tsx';
import { dueWords } from './due.ts';
import { History } from './history.tsx';
import { HandedTo, Linked } from './handed-to.tsx';
import { SourceSentence } from './source-sentence.tsx';
import { standing, today } from './standing.ts';
import css from './task.module.css';

const route = getRouteApi('/nhiem-vu/$id');

export function TaskScreen() {
  const id = Number(route.useParams().id);
  const task = useQuery({ queryKey: ['task', id], queryFn: ({ signal }) => taskById(id, signal) });
  if (task.isPending) return <Waiting />;
  if (!task.data) return <FailureScreen error={task.error} retry={() => void task.refetch()} />;
  return <TaskPage key={task.data.id} task={task.data} />;
}

function TaskPage({ task }: { task: TaskDetail }) {
  const { say, language } = useWords();
  const router = useRouter();
  const { words, tone } = standing(task, today());
  return (
    <Page
      title={task.text}
      long
      actions={
        <Button
          look="plain"
          onClick={() =>
            router.history.canGoBack() ? router.history.back() : void router.navigate({ to: '/nhiem-vu' })
          }
        >
          {say('← Về sổ')}
        </Button>
      }
    >
      <article className={css['task']}>
        {task.items.length > 0 ? (
          <ul className={css['items']} lang="vi">
            {task.items.map((item, index) => (
              <li key={index}>{item}</li>
            ))}
          </ul>
        ) : null}
        <dl className={css['facts']}>
          <dt>{say('Tình trạng')}</dt>
          <dd>
            <Tag tone={tone}>{say(words)}</Tag>{' '}
            {task.doneOn ? say('ngày {date}', { date: day(task.doneOn, language) }) : null}
          </dd>
          <dt>{say('Thời hạn')}</dt>
          <dd>{dueWords(task.due, say, language)}</dd>
          <dt>{say('Cơ quan chủ trì')}</dt>
          <dd>
            <AgencyLinks agencies={task.lead} duty="lead" />
          </dd>
          <dt>{say('Cơ quan phối hợp')}</dt>
          <dd>
            <AgencyLinks agencies={task.coordinating} duty="coordinating" />
          </dd>
          {task.group ? (
            <>
              <dt>{say('Nhóm')}</dt>
              <dd lang="vi">{task.group}</dd>
            </>
          ) : null}
          {task.milestones.length > 0 ? (
            <>
              <dt>{say('Mốc thời gian')}</dt>
              <dd>
                <ul className={css['plain']}>
                  {task.milestones.map((milestone, index) => (
                    <li key={index}>
                      <strong className="figures">{day(milestone.date, language)}</strong>{' '}
                      <span lang="vi">{milestone.text}</span>
                    </li>
                  ))}
                </ul>
              </dd>
            </>
          ) : null}
          {task.outputs.length > 0 ? (
            <>
              <dt>{say('Sản phẩm')}</dt>
              <dd>
                <ul className={css['plain']} lang="vi">
                  {task.outputs.map((output, index) => (
                    <li key={index}>{output}</li>
                  ))}
                </ul>
              </dd>
            </>
          ) : null}
          {task.budget ? (
            <>
              <dt>{say('Kinh phí')}</dt>
              <dd lang="vi">{task.budget}</dd>
            </>
          ) : null}
          {task.plan ? (
            <>
              <dt>{say('Kế hoạch')}</dt>
              <dd>
                <Link to="/ke-hoach/$id" params={{ id: String(task.plan.id) }}>
                  {[task.plan.number, task.plan.title].filter(Boolean).join(' – ')}
                </Link>
              </dd>
            </>
          ) : null}
          {task.document ? (
            <>
              <dt>{say('Văn bản')}</dt>
              <dd>
                <Link to="/van-ban/$id" params={{ id: String(task.document.id) }} search={placeOf(task)}>
                  {documentName(task.document, say)}
                </Link>
                {task.document.issuedOn ? `, ${day(task.document.issuedOn, language)}` : ''}
              </dd>
            </>
          ) : null}
        </dl>
        <CallButton task={task} />
        <HandedTo task={task} />
        <Linked task={task} />
        <FromDocument task={task} />
        <History history={task.history} />
      </article>
    </Page>
  );
}

/** Where it stands in the document, and why it was taken for a task. */
function FromDocument({ task }: { task: TaskDetail }) {
  const { say } = useWords();
  if (!task.document) return null;
  return (
    <section className={css['section']}>
      <h2>{say('Trong văn bản')}</h2>
      {task.source ? (
        <SourceSentence source={task.source} />
      ) : (
        <p className={css['note']}>{say('Nhiệm vụ này do người rà soát thêm, không có câu nguồn.')}</p>
      )}
      <p className={css['note']}>
        {task.rule ? say('Là nhiệm vụ vì: {reason}', { reason: reasonWords(task.rule, say) }) : null}
        {task.edited.length > 0 ? ` ${say('Có chỗ đã được sửa khi rà soát.')}` : null}
      </p>
      {task.source ? (
        <Link to="/van-ban/$id" params={{ id: String(task.document.id) }} search={placeOf(task)}>
          {say('Mở đúng chỗ này trong văn bản')}
        </Link>
      ) : null}
      {task.continues ? (
        <p>
          <Link to="/nhiem-vu/$id" params={{ id: String(task.continues) }}>
            {say('Tiếp nối nhiệm vụ của bản trước')}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function placeOf({ source }: TaskDetail): { at?: string } {
  return source ? { at: `${source.offset + source.span[0]}-${source.offset + source.span[1]}` } : {};
}
