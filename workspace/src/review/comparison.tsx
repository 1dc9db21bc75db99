// What a revised document changes against the one it revises, field by field, and what of people's work was kept.
import type { DocumentDetail, RevisionDiff } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { documentById } from '../api.ts';
import { documentName } from '../documents/kinds.ts';
import { datesIn } from '../language/dates.ts';
import { useWords, type Language, type Message, type Say } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { Empty, FailureScreen, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { writtenDue } from '../register/written-due.ts';
import css from './comparison.module.css';
import { changedWords } from './word-diff.ts';

const route = getRouteApi('/van-ban/$id/so-sanh');

export function ComparisonScreen() {
  const { say } = useWords();
  const id = Number(route.useParams().id);
  const document = useQuery({
    queryKey: ['document', id],
    queryFn: ({ signal }) => documentById(id, signal),
  });
  if (document.isPending) return <Waiting />;
  if (!document.data) return <FailureScreen error={document.error} retry={() => void document.refetch()} />;
  const { data } = document;
  const back = (
    <Link to="/van-ban/$id" params={{ id: String(id) }} className={buttonClass('action')}>
      {data.status === 'review' ? say('Rà soát văn bản này') : say('Mở văn bản này')}
    </Link>
  );
  if (!data.revision) {
    return (
      <Empty alone title={say('Văn bản này không sửa đổi văn bản nào')} actions={back}>
        {null}
      </Empty>
    );
  }
  return (
    <Page
      title={say('So sánh với bản trước')}
      actions={back}
      lead={<Lead data={data} revision={data.revision} />}
    >
      <Diff diff={data.revision.diff} id={id} earlier={data.revision.of.id} />
    </Page>
  );
}

function Lead({
  data,
  revision,
}: {
  data: DocumentDetail;
  revision: NonNullable<DocumentDetail['revision']>;
}) {
  const { say } = useWords();
  return (
    <>
      {say('{now} so với', { now: documentName(data, say) })}{' '}
      <Link to="/van-ban/$id" params={{ id: String(revision.of.id) }}>
        {documentName(revision.of, say)}
      </Link>
      . {say('{n, number} nhiệm vụ không đổi.', { n: revision.diff.unchanged })}
    </>
  );
}

const fieldWords: Readonly<Record<string, Message>> = {
  type: 'Loại văn bản',
  number: 'Số, ký hiệu',
  issuedOn: 'Ngày ban hành',
  place: 'Địa danh',
  issuer: 'Cơ quan ban hành',
  parent: 'Cơ quan chủ quản',
  title: 'Trích yếu',
  signers: 'Người ký',
  recipients: 'Nơi nhận',
  text: 'Nội dung nhiệm vụ',
  group: 'Nhóm',
  lead: 'Cơ quan chủ trì',
  coordinating: 'Cơ quan phối hợp',
  due: 'Thời hạn',
  items: 'Nội dung chi tiết',
  milestones: 'Mốc thời gian',
};

function Diff({ diff, id, earlier }: { diff: RevisionDiff; id: number; earlier: number }) {
  const { say, language } = useWords();
  const task = (taskId: string, text: string) => (
    <Link
      to="/van-ban/$id"
      params={{ id: String(id) }}
      search={{ task: taskId }}
      className={css['task']}
      lang="vi"
    >
      {text}
    </Link>
  );
  const { fields, added, removed, changed, carried, conflicts } = diff;
  return (
    <>
      {conflicts.length > 0 ? (
        <Notice
          tone="soon"
          title={say('{n, number} chỗ đã sửa ở bản trước mà bản mới nói khác', { n: conflicts.length })}
        >
          {say('Chữ của bản mới đang được dùng. Hãy xem lại từng chỗ.')}
          <ul className={css['list']}>
            {conflicts.map((one, index) => (
              <li key={index}>
                <b>{wordsOf(one.field, say)}</b>{' '}
                <Change field={one.field} before={one.edited} after={one.now} language={language} say={say} />
                {one.taskId ? task(one.taskId, say('Mở nhiệm vụ')) : null}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Part title={say('Thông tin văn bản')} n={fields.length}>
        {fields.map((one) => (
          <li key={one.field}>
            <b>{wordsOf(one.field, say)}</b>{' '}
            <Change before={one.before} after={one.after} language={language} say={say} />
          </li>
        ))}
      </Part>
      <Part title={say('Nhiệm vụ thêm')} n={added.length}>
        {added.map((one) => (
          <li key={one.taskId} data-kind="added">
            {task(one.taskId, one.text)}
          </li>
        ))}
      </Part>
      <Part title={say('Nhiệm vụ bỏ')} n={removed.length}>
        {removed.map((one) => (
          <li key={one.earlierTaskId} data-kind="removed">
            <Link
              to="/van-ban/$id"
              params={{ id: String(earlier) }}
              search={{ task: one.earlierTaskId }}
              className={css['task']}
              lang="vi"
            >
              <del>{one.text}</del>
            </Link>
          </li>
        ))}
      </Part>
      <Part title={say('Nhiệm vụ thay đổi')} n={changed.length}>
        {changed.map((one) => (
          <li key={one.taskId}>
            {task(one.taskId, one.text)}
            <dl className={css['changes']}>
              {one.changes.map((change) => (
                <div key={change.field}>
                  <dt>{wordsOf(change.field, say)}</dt>
                  <dd>
                    <Change {...change} language={language} say={say} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </Part>
      <Part title={say('Chỗ sửa ở bản trước được giữ lại')} n={carried.length}>
        {carried.map((one, index) => (
          <li key={index}>
            <b>{wordsOf(one.field, say)}</b>{' '}
            <span lang="vi">{shown(one.field, one.value, say, language)}</span>
          </li>
        ))}
      </Part>
    </>
  );
}

function wordsOf(field: string, say: Say): string {
  const known = Object.hasOwn(fieldWords, field) ? fieldWords[field] : undefined;
  return known ? say(known) : field === 'struck' ? say('Gạch bỏ') : field;
}

function Part({ title, n, children }: { title: string; n: number; children: ReactNode }) {
  const { say } = useWords();
  if (n === 0) return null;
  return (
    <section className={css['part']}>
      <h2>
        {title} <span>{say('{n, number}', { n })}</span>
      </h2>
      <ul className={css['list']}>{children}</ul>
    </section>
  );
}

function shown(field: string | undefined, value: string | null, say: Say, language: Language): string {
  if (value === null || value === '') return say('(trống)');
  return field === 'due' ? writtenDue(value, say, language) : datesIn(value, language);
}

/** Before and after; where they share most of their words, only the words that differ are marked. */
function Change({
  field,
  before,
  after,
  language,
  say,
}: {
  /** Which field of a task; none for a field of the document. */
  field?: string;
  before: string | null;
  after: string | null;
  language: Language;
  say: Say;
}) {
  // Names that share a word ("Sở …") would be woven into each other: agencies stand whole.
  const whole = field === 'lead' || field === 'coordinating' || field === 'due';
  if (before === null || after === null || before.length < 25 || whole) {
    return (
      <span className={css['change']} lang="vi">
        <del>{shown(field, before, say, language)}</del> → <ins>{shown(field, after, say, language)}</ins>
      </span>
    );
  }
  return (
    <span className={css['change']} lang="vi">
      {changedWords(datesIn(before, language), datesIn(after, language)).map((piece, index) =>
        piece.kind === 'same' ? (
          <span key={index}>{piece.text}</span>
        ) : piece.kind === 'removed' ? (
          <del key={index}>{piece.text}</del>
        ) : (
          <ins key={index}>{piece.text}</ins>
        ),
      )}
    </span>
  );
}
