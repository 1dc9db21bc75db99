// What the checks found, each with its clause and its place; a person may set one aside, and take that back.
import type { Warning } from '@nhipcau/server/contract';
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

export function Warnings({
  warnings,
  numbers,
}: {
  warnings: readonly Warning[];
  numbers: ReadonlyMap<string, number>;
}) {
  const { say } = useWords();
  if (warnings.length === 0) return <p className={css['none']}>{say('Không có cảnh báo nào.')}</p>;
  const indexed = warnings.map((warning, index) => ({ warning, index }));
  const open = indexed.filter(({ warning }) => !warning.dismissed);
  const aside = indexed.filter(({ warning }) => warning.dismissed);
  return (
    <>
      {open.length === 0 ? <p className={css['none']}>{say('Không còn cảnh báo nào chưa xem.')}</p> : null}
      <ul className={css['list']}>
        {open.map(({ warning, index }) => (
          <Finding key={warning.id} warning={warning} index={index} numbers={numbers} />
        ))}
      </ul>
      {aside.length > 0 ? (
        <details className={css['aside']}>
          <summary>{say('Đã bỏ qua ({n, number})', { n: aside.length })}</summary>
          <ul className={css['list']}>
            {aside.map(({ warning, index }) => (
              <Finding key={warning.id} warning={warning} index={index} numbers={numbers} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function Finding({
  warning,
  index,
  numbers,
}: {
  warning: Warning;
  index: number;
  numbers: ReadonlyMap<string, number>;
}) {
  const { say } = useWords();
  const { change, choose, show, readOnly } = useDesk();
  const severity = severities[warning.severity];
  const mark = warning.span ? `warning:${index}` : null;
  return (
    <li id={`warning-${index}`}>
      <Linked mark={mark} className={css['finding']}>
        <Tag tone={severity.tone}>{say(severity.words)}</Tag>
        <p className={css['words']}>{warning.message}</p>
        {warning.clause ? <p className={css['clause']}>{warning.clause}</p> : null}
        <div className={css['actions']}>
          {mark ? (
            <Button look="plain" small onClick={() => show(mark)}>
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
