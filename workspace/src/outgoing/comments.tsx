// Remarks on a draft or a part of it; what was dealt with steps back.
import type { OutgoingComment, OutgoingDetail } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/notice.tsx';
import { useChosenPath, useDesk } from './desk-context.ts';
import css from './aside.module.css';
import forms from './forms.module.css';
import { useGo } from './go.ts';
import { addComment, settleComment } from './requests.ts';

export function Comments({ detail }: { detail: OutgoingDetail }) {
  const { say } = useWords();
  const { keeper, readOnly } = useDesk();
  const queries = useQueryClient();
  const chosen = useChosenPath();
  const goTo = useGo(detail.id);
  const [text, setText] = useState('');
  const [placed, setPlaced] = useState(true);
  const path = !readOnly && placed ? chosen : null;
  const keep = (answer: OutgoingDetail) => {
    queries.setQueryData(['outgoing', detail.id], answer);
    keeper.refresh(answer);
  };
  const add = useMutation({
    mutationFn: () => addComment(detail.id, { text: text.trim(), path }),
    onSuccess: (answer) => {
      keep(answer);
      setText('');
    },
  });
  const settle = useMutation({ mutationFn: (id: number) => settleComment(detail.id, id), onSuccess: keep });
  const open = detail.comments.filter(({ resolved }) => !resolved);
  const done = detail.comments.filter(({ resolved }) => resolved);
  const mayComment = detail.may.includes('comment');
  const line = (comment: OutgoingComment) => (
    <li key={comment.id}>
      <Comment
        comment={comment}
        onGo={goTo}
        {...(mayComment && !comment.resolved ? { onSettle: () => settle.mutate(comment.id) } : {})}
      />
    </li>
  );
  return (
    <>
      {(add.error ?? settle.error) ? <Failure error={add.error ?? settle.error} /> : null}
      {open.length > 0 ? <ul className={css['list']}>{open.map(line)}</ul> : null}
      {done.length > 0 ? (
        <details>
          <summary>{say('{n, number} ý kiến đã giải quyết', { n: done.length })}</summary>
          <ul className={css['list']}>{done.map(line)}</ul>
        </details>
      ) : null}
      {mayComment ? (
        <form
          className={forms['fields']}
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate();
          }}
        >
          <label>
            {say('Ý kiến mới')}
            <textarea
              rows={3}
              lang="vi"
              maxLength={5000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </label>
          {!readOnly && chosen ? (
            <label className={forms['check']}>
              <input type="checkbox" checked={placed} onChange={(event) => setPlaced(event.target.checked)} />
              <span>{say('Về chỗ đang soạn')}</span>
            </label>
          ) : null}
          <div>
            <Button small type="submit" disabled={text.trim() === '' || add.isPending}>
              {say('Ghi ý kiến')}
            </Button>
          </div>
        </form>
      ) : null}
    </>
  );
}

interface CommentProps {
  readonly comment: OutgoingComment;
  readonly onGo: (path: string) => void;
  readonly onSettle?: () => void;
}

function Comment({ comment, onGo, onSettle }: CommentProps) {
  const { say, language } = useWords();
  const { path, text, who, at, resolved } = comment;
  return (
    <>
      <p className={css['comment']} data-settled={resolved ? true : undefined} lang="vi">
        {text}
      </p>
      <p className={css['row']}>
        <span className={css['faint']}>
          {who} · {moment(at, language)}
          {resolved ? ` · ${say('đã giải quyết: {who}', { who: resolved.who })}` : ''}
        </span>
        <span>
          {path ? (
            <Button look="plain" small onClick={() => onGo(path)}>
              {say('Xem chỗ này')}
            </Button>
          ) : null}
          {onSettle ? (
            <Button look="plain" small onClick={onSettle}>
              {say('Đã giải quyết')}
            </Button>
          ) : null}
        </span>
      </p>
    </>
  );
}
