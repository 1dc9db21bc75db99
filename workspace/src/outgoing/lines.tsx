// A list of lines on the sheet (Kính gửi, Căn cứ, Nơi nhận): Enter begins the next, several pasted lines become several.
import { focusSoon } from '../desk/chooser.ts';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Writing } from '../ui/writing.tsx';
import { idOf, useDesk, usePiece } from './desk-context.ts';
import * as steps from './draft.ts';
import css from './paragraph.module.css';

const names: Readonly<Record<steps.Lines, { one: Message; add: Message; hint: Message; most: number }>> = {
  addressees: {
    one: 'Kính gửi {n, number}',
    add: 'Thêm nơi kính gửi',
    hint: 'Cơ quan, tổ chức, cá nhân nhận',
    most: 1000,
  },
  bases: { one: 'Căn cứ {n, number}', add: 'Thêm căn cứ', hint: 'Căn cứ …', most: 5000 },
  recipients: {
    one: 'Nơi nhận {n, number}',
    add: 'Thêm nơi nhận',
    hint: 'Nơi nhận, dòng cuối là “Lưu: VT, …”',
    most: 1000,
  },
};

interface Props {
  readonly lines: steps.Lines;
  /** What stands before and after each, as it is printed. */
  readonly marks: (at: number, count: number) => readonly [before: string, after: string];
}

export function SheetLines({ lines, marks }: Props) {
  const { say } = useWords();
  const { keeper, readOnly } = useDesk();
  const all = usePiece(({ draft }) => draft.content[lines]);
  const add = (at: number, texts: readonly string[]) => {
    keeper.edit(steps.insertLines(lines, at, texts));
    focusSoon(idOf(`${lines}.${at + texts.length - 1}`));
  };
  return (
    <div id={idOf(`part-${lines}`)}>
      {all.map((_text, at) => (
        // Lines have no ids: a place is what they are.
        // oxlint-disable-next-line react/no-array-index-key
        <Line key={at} lines={lines} at={at} count={all.length} marks={marks(at, all.length)} add={add} />
      ))}
      {readOnly ? null : (
        <Button look="plain" small className={css['add'] ?? ''} onClick={() => add(all.length, [''])}>
          + {say(names[lines].add)}
        </Button>
      )}
    </div>
  );
}

interface LineProps {
  readonly lines: steps.Lines;
  readonly at: number;
  readonly count: number;
  readonly marks: readonly [string, string];
  readonly add: (at: number, texts: readonly string[]) => void;
}

function Line({ lines, at, count, marks: [before, after], add }: LineProps) {
  const { say } = useWords();
  const { keeper, chooser, readOnly } = useDesk();
  const text = usePiece(({ draft }) => draft.content[lines][at] ?? '');
  const path = `${lines}.${at}`;
  const label = say(names[lines].one, { n: at + 1 });
  const remove = () => {
    keeper.edit(steps.removeLine(lines, at));
    if (count > 1) focusSoon(idOf(`${lines}.${Math.max(0, at - 1)}`));
  };
  const step = (by: -1 | 1) => {
    if (at + by < 0 || at + by >= count) return;
    keeper.edit(steps.moveLine(lines, at, by));
    focusSoon(idOf(`${lines}.${at + by}`));
  };
  return (
    <div className={css['lineRow']}>
      {before ? <span>{before}</span> : null}
      <Writing
        id={idOf(path)}
        label={label}
        placeholder={say(names[lines].hint)}
        value={readOnly && after ? `${text.replace(/[;.\s]+$/, '')}${after}` : text}
        most={names[lines].most}
        readOnly={readOnly}
        onFocus={() => chooser.choose(path)}
        onChange={(next) => keeper.edit(steps.setLine(lines, at, next), path)}
        onEnter={() => add(at + 1, [''])}
        onEmptied={remove}
        onStep={step}
        onLines={(more) => add(at + 1, more)}
      />
      {readOnly ? null : (
        <Button
          look="plain"
          small
          className={css['remove'] ?? ''}
          aria-label={say('Xóa: {what}', { what: text || label })}
          onClick={remove}
        >
          ✕
        </Button>
      )}
    </div>
  );
}
