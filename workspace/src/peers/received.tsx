// Packages that other document systems have sent: what became of their files, and the sender's wish to have one back.
import type { ExchangeMessage } from '@nhipcau/server/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { moment } from '../language/dates.ts';
import { useWords, type Message } from '../language/words.ts';
import { codeStates } from '../outgoing/states.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Empty, Failure, FailureScreen, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import css from './peers.module.css';
import { answerRecall, packages } from './requests.ts';

export function ReceivedScreen() {
  const { say } = useWords();
  const found = useQuery({ queryKey: ['packages'], queryFn: ({ signal }) => packages(signal) });
  if (found.isError) return <FailureScreen error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  // Who is asked for something comes first.
  const rows = found.data.rows.toSorted((a, b) => Number(b.may.length > 0) - Number(a.may.length > 0));
  return (
    <Page
      title={say('Văn bản liên thông đến')}
      lead={say('Gói edXML mà hệ thống của cơ quan khác đã gửi đến: 100 gói mới nhất.')}
    >
      {rows.length === 0 ? (
        <Empty title={say('Chưa có gói nào')}>
          {say('Gói văn bản do hệ thống khác gửi đến sẽ hiện ở đây, cùng văn bản đã tiếp nhận từ gói.')}
        </Empty>
      ) : (
        <ul className={css['list']}>
          {rows.map((row) => (
            <Package key={row.id} row={row} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Package({ row }: { row: ExchangeMessage }) {
  const { say, language } = useWords();
  const [answering, setAnswering] = useState<boolean | null>(null);
  const { status, recall, may } = row;
  return (
    <li>
      <div className={css['head']}>
        <strong lang="vi">{row.subject ?? row.number ?? row.externalId}</strong>
        <Tag tone={codeStates[status].tone}>{say(codeStates[status].words)}</Tag>
        {row.replacedBy === null ? null : <Tag tone="plain">{say('Đã có gói thay thế')}</Tag>}
      </div>
      <p className={css['facts']}>
        <span lang="vi">{row.sender.name}</span> · <code>{row.externalId}</code> ·{' '}
        {moment(row.receivedAt, language)}
      </p>
      <ul>
        {row.files.map((file, at) => (
          // Files have no name of their own that would be theirs alone.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} className={css['facts']}>
            {file.documentId === null ? (
              <>
                {file.name}: {say(trouble(file.refused))}
              </>
            ) : (
              <Link to="/van-ban/$id" params={{ id: String(file.documentId) }}>
                {file.name}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {recall ? <Recall recall={recall} /> : null}
      {may.includes('answerRecall') ? (
        <div className={css['acts']}>
          <Button small look="action" onClick={() => setAnswering(true)}>
            {say('Đồng ý trả lại…')}
          </Button>
          <Button small onClick={() => setAnswering(false)}>
            {say('Từ chối trả lại…')}
          </Button>
        </div>
      ) : null}
      {answering === null ? null : (
        <AnswerDialog row={row} agree={answering} onClose={() => setAnswering(null)} />
      )}
    </li>
  );
}

const trouble = (refused: string | null): Message =>
  refused === 'given-back'
    ? 'đã trả lại'
    : refused === 'duplicate-file'
      ? 'đã có trong hệ thống'
      : 'không tiếp nhận';

function Recall({ recall }: { recall: NonNullable<ExchangeMessage['recall']> }) {
  const { say, language } = useWords();
  return (
    <>
      <p className={css['wrong']}>
        {say('Bên gửi yêu cầu lấy lại lúc {when}.', { when: moment(recall.askedAt, language) })}{' '}
        {recall.reason ? <q lang="vi">{recall.reason}</q> : null}
      </p>
      {recall.answer ? (
        <p className={css['facts']}>
          {say(codeStates[recall.answer].words)}
          {[recall.answeredBy, recall.answeredAt ? moment(recall.answeredAt, language) : null, recall.note]
            .filter(Boolean)
            .map((words) => ` · ${words}`)}
        </p>
      ) : null}
    </>
  );
}

function AnswerDialog({
  row,
  agree,
  onClose,
}: {
  row: ExchangeMessage;
  agree: boolean;
  onClose: () => void;
}) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const answer = useMutation({
    mutationFn: () => answerRecall(row.id, { agree, note: note.trim() || null }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['packages'] });
      onClose();
    },
  });
  return (
    <Dialog
      title={agree ? say('Đồng ý trả lại văn bản') : say('Từ chối trả lại văn bản')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look="action"
            disabled={answer.isPending || (!agree && note.trim() === '')}
            onClick={() => answer.mutate()}
          >
            {agree ? say('Trả lại và xóa') : say('Từ chối')}
          </Button>
        </>
      }
    >
      {answer.error ? <Failure error={answer.error} /> : null}
      <p>
        {agree
          ? say(
              'Văn bản nhận từ gói này sẽ bị xóa khỏi hệ thống, bên gửi được báo mã 15. Văn bản đã vào sổ phải được rút trước.',
            )
          : say('Văn bản được giữ lại, bên gửi được báo mã 16 kèm lý do.')}
      </p>
      <label className={css['note']}>
        {agree ? say('Ghi chú (nếu có)') : say('Lý do')}
        <textarea
          lang="vi"
          rows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
    </Dialog>
  );
}
