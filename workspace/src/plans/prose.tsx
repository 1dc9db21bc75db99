// Plain paragraphs, one below the other: Enter begins the next, several pasted lines become several paragraphs.
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { focusSoon } from '../desk/chooser.ts';
import { useDesk, usePiece } from './desk-context.ts';
import * as steps from './draft.ts';
import type { Prose } from './draft.ts';
import css from './sheet.module.css';
import { Writing } from '../ui/writing.tsx';

const names: Readonly<Record<Prose, { one: Message; add: Message; hint: Message }>> = {
  bases: { one: 'Căn cứ {n, number}', add: 'Thêm căn cứ', hint: 'Căn cứ …' },
  objectives: { one: 'Mục tiêu {n, number}', add: 'Thêm mục tiêu, yêu cầu', hint: 'Mục tiêu hoặc yêu cầu' },
  arrangements: {
    one: 'Đoạn {n, number}',
    add: 'Thêm đoạn về tổ chức thực hiện',
    hint: 'Ai làm gì, báo cáo khi nào',
  },
};

export function ProseList({ prose }: { prose: Prose }) {
  const { say } = useWords();
  const { keeper, readOnly } = useDesk();
  const paragraphs = usePiece(({ draft }) => draft.body[prose]);
  const add = (at: number, texts: readonly string[]) => {
    keeper.edit(steps.insertParagraphs(prose, at, texts));
    focusSoon(idOf(prose, at + texts.length - 1));
  };
  return (
    <div className={css[prose]}>
      {paragraphs.map((_text, at) => (
        // Paragraphs have no ids: a place is what they are.
        // oxlint-disable-next-line react/no-array-index-key
        <Paragraph key={at} prose={prose} at={at} count={paragraphs.length} add={add} />
      ))}
      {readOnly ? null : (
        <Button look="plain" small className={css['add'] ?? ''} onClick={() => add(paragraphs.length, [''])}>
          + {say(names[prose].add)}
        </Button>
      )}
    </div>
  );
}

const idOf = (prose: Prose, at: number) => `${prose}-${at}`;

interface ParagraphProps {
  readonly prose: Prose;
  readonly at: number;
  readonly count: number;
  readonly add: (at: number, texts: readonly string[]) => void;
}

function Paragraph({ prose, at, count, add }: ParagraphProps) {
  const { say } = useWords();
  const { keeper, readOnly } = useDesk();
  const text = usePiece(({ draft }) => draft.body[prose][at] ?? '');
  const step = (by: -1 | 1) => {
    if (at + by < 0 || at + by >= count) return;
    keeper.edit(steps.stepParagraph(prose, at, by));
    focusSoon(idOf(prose, at + by));
  };
  const remove = () => {
    keeper.edit(steps.removeParagraph(prose, at));
    if (count > 1) focusSoon(idOf(prose, Math.max(0, at - 1)));
  };
  return (
    <div className={css['paragraph']}>
      {prose !== 'bases' && count > 1 ? <span className={css['marker']}>{at + 1}.</span> : null}
      <Writing
        id={idOf(prose, at)}
        label={say(names[prose].one, { n: at + 1 })}
        placeholder={say(names[prose].hint)}
        value={text}
        most={prose === 'bases' ? 2000 : 5000}
        readOnly={readOnly}
        onChange={(next) => keeper.edit(steps.setParagraph(prose, at, next), idOf(prose, at))}
        onEnter={() => add(at + 1, [''])}
        onEmptied={remove}
        onStep={step}
        onLines={(lines) => add(at + 1, lines)}
      />
      {readOnly ? null : (
        <Button
          look="plain"
          small
          className={css['remove'] ?? ''}
          aria-label={say('Xóa: {what}', { what: text || say(names[prose].one, { n: at + 1 }) })}
          onClick={remove}
        >
          ✕
        </Button>
      )}
    </div>
  );
}
