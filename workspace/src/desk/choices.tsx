// Places that two people changed: both versions beside each other, chosen place by place or all at once.
import { useState, type ReactNode } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import css from './choices.module.css';
import type { Choices, Collision, Side } from './keeper.ts';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly collisions: readonly Collision[];
  /** Both versions are the reader's own, from two windows. */
  readonly own: boolean;
  readonly fieldWords: (field: string) => string;
  readonly valueWords: (value: unknown) => string;
  readonly onSettle: (choices: Choices) => void;
}

export function ChoicesDialog(props: Props) {
  const { title, children, collisions, own, onSettle } = props;
  const { say } = useWords();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const all = (side: Side) => onSettle(new Map(collisions.map(({ key }) => [key, side])));
  const left = collisions.filter(({ key }) => !chosen.has(key)).length;
  return (
    <Dialog
      wide
      title={title}
      actions={
        <>
          <Button onClick={() => all('theirs')}>
            {own ? say('Lấy tất cả của cửa sổ kia') : say('Lấy tất cả của người kia')}
          </Button>
          <Button onClick={() => all('mine')}>
            {own ? say('Giữ tất cả của cửa sổ này') : say('Giữ tất cả của tôi')}
          </Button>
          <Button look="action" disabled={left > 0} onClick={() => onSettle(chosen)}>
            {left > 0 ? say('Còn {n, number} chỗ chưa chọn', { n: left }) : say('Lưu theo lựa chọn')}
          </Button>
        </>
      }
    >
      {children}
      {collisions.map((collision) => (
        <Choice
          key={collision.key}
          collision={collision}
          side={chosen.get(collision.key)}
          onChoose={(side) => setChosen(new Map(chosen).set(collision.key, side))}
          {...props}
        />
      ))}
    </Dialog>
  );
}

interface ChoiceProps extends Pick<Props, 'own' | 'fieldWords' | 'valueWords'> {
  readonly collision: Collision;
  readonly side: Side | undefined;
  readonly onChoose: (side: Side) => void;
}

function Choice({ collision, own, side, fieldWords, valueWords, onChoose }: ChoiceProps) {
  const { say } = useWords();
  const { key, field, about, mine, theirs } = collision;
  const options = [
    ['mine', own ? say('Ở cửa sổ này') : say('Của tôi'), mine],
    ['theirs', own ? say('Ở cửa sổ kia') : say('Của người kia'), theirs],
  ] as const;
  return (
    <fieldset className={css['choice']}>
      <legend>
        {fieldWords(field)}
        {about ? <span lang="vi"> – {about.length > 90 ? `${about.slice(0, 90)}…` : about}</span> : null}
      </legend>
      {options.map(([one, label, value]) => (
        <label key={one}>
          <input type="radio" name={key} checked={side === one} onChange={() => onChoose(one)} />
          <span>
            {label}
            <span lang="vi" className={css['value']}>
              {valueWords(value)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
