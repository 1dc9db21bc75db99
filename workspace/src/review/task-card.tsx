import type { DraftTask, Warning } from '@nhipcau/server/contract';
import { memo, useEffect, useMemo, useRef } from 'react';
import { useWords, type Say } from '../language/words.ts';
import { hover } from '../paper/spotlight.ts';
import { dueWords } from '../register/due.ts';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { Agencies, roleWords } from './agencies.tsx';
import { DeskContext, useDesk } from './desk-context.ts';
import { Due } from './due-editor.tsx';
import { Editable } from './editable.tsx';
import { Lines, Milestones } from './lines.tsx';
import { Linked, Why } from './linked.tsx';
import type { Made } from './made.ts';
import { reasonWords } from './reasons.ts';
import css from './task-card.module.css';

interface Props {
  readonly task: DraftTask;
  readonly number: number;
  readonly made: Made | undefined;
  readonly chosen: boolean;
  readonly warnings: readonly Warning[];
  /** Grows when the key "e" asks to edit this task. */
  readonly editAt: number;
}

export const TaskCard = memo(function TaskCard(props: Props) {
  const { task, number, chosen } = props;
  const { say } = useWords();
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!chosen) return;
    const show = () => element.current?.scrollIntoView({ block: 'nearest' });
    show();
    // Cards out of sight only have a guessed height: once drawn, the place is right.
    const frame = requestAnimationFrame(show);
    return () => cancelAnimationFrame(frame);
  }, [chosen]);
  return (
    <article
      ref={element}
      id={`task-${task.id}`}
      data-for={`task:${task.id}`}
      className={[css['card'], chosen ? css['chosen'] : '', task.struck ? css['struck'] : ''].join(' ')}
      aria-label={say('Nhiệm vụ {number}', { number })}
      onPointerEnter={() => !chosen && hover([`task:${task.id}`])}
      onPointerLeave={() => hover([])}
    >
      {chosen ? <OpenCard {...props} /> : <ClosedCard {...props} />}
    </article>
  );
});

function ClosedCard({ task, number, made, warnings }: Props) {
  const { say, language } = useWords();
  const { choose, change, readOnly } = useDesk();
  return (
    <>
      <button type="button" className={css['summary']} aria-expanded={false} onClick={() => choose(task.id)}>
        <span className={css['number']}>{number}</span>
        <span className={css['text']}>{task.text}</span>
        {task.struck ? null : (
          <span className={css['meta']}>
            <span>
              {task.lead.length > 0
                ? task.lead.map((agency) => agency.name).join('; ')
                : say('Chưa nêu cơ quan chủ trì')}
            </span>
            <span className={css['due']}>{dueWords(task.due, say, language)}</span>
            <States task={task} made={made} warnings={warnings} say={say} />
          </span>
        )}
      </button>
      {task.struck && !readOnly ? (
        <Button look="plain" small onClick={() => change({ op: 'restoreTask', taskId: task.id })}>
          {say('Khôi phục')}
        </Button>
      ) : null}
    </>
  );
}

function States({ task, made, warnings, say }: Pick<Props, 'task' | 'made' | 'warnings'> & { say: Say }) {
  return (
    <>
      {warnings.length > 0 ? (
        <Tag tone="soon">{say('{n, number} cảnh báo', { n: warnings.length })}</Tag>
      ) : null}
      {made ? <Tag>{madeWords(made, say)}</Tag> : null}
      {task.origin === 'person' && !made ? <Tag>{say('thêm tay')}</Tag> : null}
      {task.origin === 'carried' ? <Tag>{say('giữ từ bản trước')}</Tag> : null}
      {task.edited.length > 0 && !made ? <Tag>{say('đã sửa')}</Tag> : null}
    </>
  );
}

function madeWords(made: Made, say: Say): string {
  if (made.how === 'merged') return say('gộp từ nhiều nhiệm vụ');
  return made.from === null
    ? say('đã tách')
    : say('tách từ nhiệm vụ {number, number}', { number: made.from });
}

function OpenCard({ task, number, made, warnings, editAt }: Props) {
  const { say } = useWords();
  const desk = useDesk();
  const { choose, change, show } = desk;
  // A struck task can only be restored, as it was.
  const readOnly = desk.readOnly || task.struck;
  const edit = (changes: Extract<Parameters<typeof change>[0], { op: 'editTask' }>['changes']) =>
    change({ op: 'editTask', taskId: task.id, changes });
  const mark = task.span ? `task:${task.id}` : null;
  const inside = useMemo(() => ({ ...desk, readOnly }), [desk, readOnly]);
  return (
    <div className={css['open']}>
      <div className={css['openHead']}>
        <button
          type="button"
          className={css['number']}
          aria-expanded
          aria-label={say('Thu gọn nhiệm vụ {number}', { number })}
          onClick={() => choose(null)}
        >
          {number}
        </button>
        <States task={task} made={made} warnings={warnings} say={say} />
        {mark ? (
          <Button look="plain" small onClick={() => show(mark)}>
            {say('Xem trong văn bản')}
          </Button>
        ) : (
          <span className={css['note']}>{say('Không có trong văn bản')}</span>
        )}
      </div>
      <Editable
        label={say('Nội dung nhiệm vụ')}
        lines
        value={task.text}
        empty=""
        className={css['mainText']}
        readOnly={readOnly}
        openAt={editAt}
        check={(text) => (text ? null : say('Nhiệm vụ phải có nội dung. Muốn bỏ thì gạch nhiệm vụ.'))}
        onSave={(text) => edit({ text })}
      />
      {task.evidence.rule ? (
        <p className={css['rule']}>
          <Why mark={mark}>
            {say('Là nhiệm vụ vì: {reason}', { reason: reasonWords(task.evidence.rule, say) })}
          </Why>
        </p>
      ) : null}
      <DeskContext value={inside}>
        <dl className={css['fields']}>
          <dt>{roleWords('lead', say)}</dt>
          <dd>
            <Agencies task={task} duty="lead" />
          </dd>
          <dt>{roleWords('coordinating', say)}</dt>
          <dd>
            <Agencies task={task} duty="coordinating" />
          </dd>
          <dt>{say('Thời hạn')}</dt>
          <dd>
            <Due task={task} />
          </dd>
          <dt>{say('Nhóm')}</dt>
          <dd>
            <Linked mark={task.evidence.group ? `group:${task.id}` : null}>
              <Editable
                label={say('Nhóm')}
                lines
                value={task.group ?? ''}
                empty={say('Không thuộc nhóm nào')}
                readOnly={readOnly}
                onSave={(group) => edit({ group: group || null })}
              />
            </Linked>
          </dd>
          {readOnly && task.items.length === 0 ? null : (
            <>
              <dt>{say('Nội dung chi tiết')}</dt>
              <dd>
                <Lines task={task} onSave={(items) => edit({ items })} />
              </dd>
            </>
          )}
          {readOnly && task.milestones.length === 0 ? null : (
            <>
              <dt>{say('Mốc thời gian')}</dt>
              <dd>
                <Milestones task={task} onSave={(milestones) => edit({ milestones })} />
              </dd>
            </>
          )}
        </dl>
      </DeskContext>
      {warnings.map((warning) => (
        <p key={warning.id} className={css['warning']}>
          {warning.message}
        </p>
      ))}
      {desk.readOnly ? null : <Actions task={task} />}
    </div>
  );
}

function Actions({ task }: { task: DraftTask }) {
  const { say } = useWords();
  const { change, ask } = useDesk();
  if (task.struck) {
    return (
      <div className={css['actions']}>
        <Button small onClick={() => change({ op: 'restoreTask', taskId: task.id })}>
          {say('Khôi phục')}
        </Button>
      </div>
    );
  }
  return (
    <div className={css['actions']}>
      <Button small onClick={() => ask({ kind: 'split', taskId: task.id })}>
        {say('Tách…')}
      </Button>
      <Button small onClick={() => ask({ kind: 'merge', taskId: task.id })}>
        {say('Gộp…')}
      </Button>
      <Button small onClick={() => change({ op: 'strikeTask', taskId: task.id })}>
        {say('Gạch bỏ')}
      </Button>
    </div>
  );
}
