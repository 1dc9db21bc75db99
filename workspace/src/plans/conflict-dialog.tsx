// Two people, or one in two windows, changed the same place of a plan.
import { ChoicesDialog } from '../desk/choices.tsx';
import { datesIn } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { useDesk } from './desk-context.ts';
import type { Conflict } from './desk.ts';
import { fieldWords } from './field-words.ts';
import { valueWords } from './value-words.ts';
import { isOwn } from './whose.ts';

export function ConflictDialog({ conflict }: { conflict: Conflict }) {
  const { say, language } = useWords();
  const { keeper } = useDesk();
  const { collisions, theirs, since } = conflict;
  const own = isOwn(theirs, since);
  const who = theirs.events[0]?.who;
  return (
    <ChoicesDialog
      title={own ? say('Bạn vừa sửa kế hoạch này ở cửa sổ khác') : say('Có người vừa sửa kế hoạch này')}
      collisions={collisions}
      own={own}
      fieldWords={(field) => fieldWords(field, say)}
      valueWords={(value) => datesIn(valueWords(value, say, language), language)}
      onSettle={keeper.settle}
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
    </ChoicesDialog>
  );
}
