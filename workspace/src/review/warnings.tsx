// What the checks found, each with its clause and its place; a person may set one aside, and take that back.
import type { Warning } from '@nhipcau/server/contract';
import type { ReactNode } from 'react';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { useDesk } from './desk-context.ts';
import { Linked } from './linked.tsx';
import css from './findings.module.css';

const severities: Record<Warning['severity'], { words: Message; tone: Tone }> = {
  error: { words: 'Sai', tone: 'soon' },
  warning: { words: 'Cần xem', tone: 'soon' },
  note: { words: 'Lưu ý', tone: 'plain' },
};

/** What every task without a lead or a deadline is told is told once for all of them. */
const counted: Readonly<Record<string, Message>> = {
  'task-without-lead': '{n, number} nhiệm vụ chưa ghi cơ quan chủ trì',
  'task-without-due': '{n, number} nhiệm vụ chưa ghi thời hạn',
};

interface Indexed {
  readonly warning: Warning;
  readonly index: number;
}

interface Props {
  readonly warnings: readonly Warning[];
  readonly numbers: ReadonlyMap<string, number>;
}

export function Warnings({ warnings, numbers }: Props) {
  const { say } = useWords();
  if (warnings.length === 0) return <p className={css['none']}>{say('Không có cảnh báo nào.')}</p>;
  const indexed = warnings.map((warning, index) => ({ warning, index }));
  const open = indexed.filter(({ warning }) => !warning.dismissed && !isCounted(warning));
  const urgent = open.filter(({ warning }) => warning.severity !== 'note');
  const notes = open.filter(({ warning }) => warning.severity === 'note');
  const aside = indexed.filter(({ warning }) => warning.dismissed && !isCounted(warning));
  return (
    <>
      {urgent.length === 0 ? <p className={css['none']}>{say('Không còn cảnh báo nào chưa xem.')}</p> : null}
      <Findings findings={urgent} numbers={numbers} />
      {notes.length > 0 ? (
        <>
          <h2 className={css['heading']}>
            {say('Lưu ý về thể thức và nội dung ({n, number})', { n: notes.length })}
          </h2>
          <Findings findings={notes} numbers={numbers} />
        </>
      ) : null}
      {Object.entries(counted).map(([code, words]) => {
        const found = indexed.filter(({ warning }) => warning.code === code && !warning.dismissed);
        if (found.length === 0) return null;
        return (
          <Folded key={code} title={say(words, { n: found.length })}>
            <TaskNumbers ids={found.flatMap(({ warning }) => warning.taskIds)} numbers={numbers} />
          </Folded>
        );
      })}
      {aside.length > 0 ? (
        <Folded title={say('Đã bỏ qua ({n, number})', { n: aside.length })}>
          <Findings findings={aside} numbers={numbers} />
        </Folded>
      ) : null}
    </>
  );
}

const isCounted = (warning: Warning) => warning.severity === 'note' && Object.hasOwn(counted, warning.code);

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={css['aside']}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function Findings({ findings, numbers }: { findings: readonly Indexed[]; numbers: Props['numbers'] }) {
  return (
    <ul className={css['list']}>
      {findings.map(({ warning, index }) => (
        <Finding key={warning.id} warning={warning} index={index} numbers={numbers} />
      ))}
    </ul>
  );
}

function TaskNumbers({ ids, numbers }: { ids: readonly string[]; numbers: Props['numbers'] }) {
  const { say } = useWords();
  const { choose } = useDesk();
  return (
    <div className={css['numbers']}>
      {ids.map((id) => {
        const number = numbers.get(id);
        if (number === undefined) return null;
        return (
          <Button
            key={id}
            look="plain"
            small
            aria-label={say('Nhiệm vụ {number}', { number })}
            onClick={() => choose(id)}
          >
            {number}
          </Button>
        );
      })}
    </div>
  );
}

function Finding({ warning, index, numbers }: Indexed & { numbers: Props['numbers'] }) {
  const { say } = useWords();
  const { change, choose, show, readOnly } = useDesk();
  const severity = severities[warning.severity];
  const mark = warning.span ? `warning:${index}` : null;
  return (
    <li>
      <Linked mark={mark} className={css['finding']}>
        <Tag tone={severity.tone}>{say(severity.words)}</Tag>
        <p className={css['words']}>{warning.message}</p>
        {warning.clause ? <p className={css['clause']}>{warning.clause}</p> : null}
        <div className={css['actions']}>
          {warning.span ? (
            <Button look="plain" small onClick={() => show(`@${warning.span?.[0] ?? 0}`)}>
              {say('Xem trong văn bản')}
            </Button>
          ) : null}
          {warning.related.map((span, at) => (
            <Button key={at} look="plain" small onClick={() => show(`@${span[0]}`)}>
              {say('Chỗ liên quan {number}', { number: at + 1 })}
            </Button>
          ))}
          {warning.taskIds.map((id) =>
            numbers.has(id) ? (
              <Button key={id} look="plain" small onClick={() => choose(id)}>
                {say('Nhiệm vụ {number}', { number: numbers.get(id) ?? 0 })}
              </Button>
            ) : null,
          )}
          {readOnly ? null : (
            <Button
              look="plain"
              small
              onClick={() =>
                change({ op: warning.dismissed ? 'restoreWarning' : 'dismissWarning', warningId: warning.id })
              }
            >
              {warning.dismissed ? say('Khôi phục') : say('Bỏ qua')}
            </Button>
          )}
        </div>
      </Linked>
    </li>
  );
}
