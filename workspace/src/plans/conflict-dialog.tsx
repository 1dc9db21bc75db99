// Two people, or one in two windows, changed the same place: both versions beside each other, chosen place by place or all at once.
import { useState } from 'react';
import { useWords, type Language, type Say } from '../language/words.ts';
import { datesIn } from '../language/dates.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import css from './conflict.module.css';
import { useDesk } from './desk-context.ts';
import type { Conflict } from './desk.ts';
import type { Collision, Side } from '../desk/keeper.ts';
import { valueWords } from './value-words.ts';
import { isOwn } from './whose.ts';
import { fieldWords } from './field-words.ts';

export function ConflictDialog({ conflict }: { conflict: Conflict }) {
  const { say, language } = useWords();
  const { keeper } = useDesk();
  const { collisions, theirs, since } = conflict;
  const own = isOwn(theirs, since);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const all = (side: Side) => keeper.settle(new Map(collisions.map(({ key }) => [key, side])));
  const who = theirs.events[0]?.who;
  const left = collisions.filter(({ key }) => !chosen.has(key)).length;
  return (
    <Dialog
      wide
      title={own ? say('Bạn vừa sửa kế hoạch này ở cửa sổ khác') : say('Có người vừa sửa kế hoạch này')}
      actions={
        <>
          <Button onClick={() => all('theirs')}>
            {own ? say('Lấy tất cả của cửa sổ kia') : say('Lấy tất cả của người kia')}
          </Button>
          <Button onClick={() => all('mine')}>
            {own ? say('Giữ tất cả của cửa sổ này') : say('Giữ tất cả của tôi')}
          </Button>
          <Button look="action" disabled={left > 0} onClick={() => keeper.settle(chosen)}>
            {left > 0 ? say('Còn {n, number} chỗ chưa chọn', { n: left }) : say('Lưu theo lựa chọn')}
          </Button>
        </>
      }
    >
      <p>
        {own
          ? say(
              'Cửa sổ kia đã lưu một bản mới hơn. Những chỗ chỉ một bên sửa đã được gộp; còn các chỗ sau cả hai cùng sửa:',
            )
          : who
            ? say(
                '{who} đã lưu một bản mới hơn. Những chỗ chỉ một người sửa đã được gộp; còn các chỗ sau cả hai cùng sửa:',
                { who },
              )
            : say(
                'Đã có bản mới hơn. Những chỗ chỉ một người sửa đã được gộp; còn các chỗ sau cả hai cùng sửa:',
              )}
      </p>
      {collisions.map((collision) => (
        <Choice
          key={collision.key}
          collision={collision}
          own={own}
          side={chosen.get(collision.key)}
          words={{ say, language }}
          onChoose={(side) => setChosen(new Map(chosen).set(collision.key, side))}
        />
      ))}
    </Dialog>
  );
}

interface ChoiceProps {
  readonly collision: Collision;
  /** Both are the reader's. */
  readonly own: boolean;
  readonly side: Side | undefined;
  readonly words: { readonly say: Say; readonly language: Language };
  readonly onChoose: (side: Side) => void;
}

function Choice({ collision, own, side, words: { say, language }, onChoose }: ChoiceProps) {
  const { key, field, about, mine, theirs } = collision;
  const options = [
    ['mine', own ? say('Ở cửa sổ này') : say('Của tôi'), mine],
    ['theirs', own ? say('Ở cửa sổ kia') : say('Của người kia'), theirs],
  ] as const;
  return (
    <fieldset className={css['choice']}>
      <legend>
        {fieldWords(field, say)}
        {about ? <span lang="vi"> – {about.length > 90 ? `${about.slice(0, 90)}…` : about}</span> : null}
      </legend>
      {options.map(([one, label, value]) => (
        <label key={one}>
          <input type="radio" name={key} checked={side === one} onChange={() => onChoose(one)} />
          <span>
            {label}
            <span lang="vi" className={css['value']}>
              {datesIn(valueWords(value, say, language), language)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
