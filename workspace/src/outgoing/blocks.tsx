// A text on the sheet: paragraphs, tables and charts below each other.
import { useWords } from '../language/words.ts';
import { focusSoon } from '../desk/chooser.ts';
import { Button } from '../ui/button.tsx';
import { ChartView } from './chart.tsx';
import { idOf, useDesk, usePiece } from './desk-context.ts';
import * as steps from './draft.ts';
import { emptyTable } from './levels.ts';
import { Paragraph } from './paragraph.tsx';
import css from './paragraph.module.css';
import { GridView } from './table.tsx';

export function Blocks({ place }: { place: steps.Place }) {
  const { say } = useWords();
  const { keeper, readOnly } = useDesk();
  // What kinds of blocks there are, and no more: a letter typed draws one paragraph anew.
  const kinds = usePiece(({ draft }) =>
    steps
      .blocksOf(draft, place)
      .map(({ type }) => type[0])
      .join(''),
  );
  const add = (block: Parameters<typeof steps.insertBlocks>[2][number]) => {
    keeper.edit(steps.insertBlocks(place, kinds.length, [block]));
    focusSoon(idOf(`${place}.${kinds.length}`));
  };
  return (
    <div id={idOf(`part-${place}`)}>
      {Array.from(kinds, (kind, at) => {
        const Block = kind === 't' ? Paragraph : kind === 'g' ? GridView : ChartView;
        // Blocks have no ids: a place is what they are.
        // oxlint-disable-next-line react/no-array-index-key
        return <Block key={at} place={place} at={at} />;
      })}
      {readOnly ? null : (
        <div className={css['adds']}>
          <Button look="plain" small onClick={() => add({ type: 'text', line: '' })}>
            + {say('Thêm đoạn')}
          </Button>
          <Button look="plain" small onClick={() => add(emptyTable())}>
            + {say('Thêm bảng')}
          </Button>
        </div>
      )}
    </div>
  );
}
