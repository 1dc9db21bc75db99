// A table on the sheet: each cell is written where it stands; rows and columns are added from the bar above.
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Scroller } from '../ui/scroller.tsx';
import { Writing } from '../ui/writing.tsx';
import { idOf, useDesk, usePiece } from './desk-context.ts';
import * as steps from './draft.ts';
import { isPlain, setCell, textOfCell, type GridPart } from './grid.ts';
import css from './table.module.css';

/** More rows than these are drawn when they are asked for. */
const shownAtOnce = 150;

interface Props {
  readonly place: steps.Place;
  readonly at: number;
}

export function GridView({ place, at }: Props) {
  const { say } = useWords();
  const { readOnly } = useDesk();
  const block = usePiece(({ draft }) => steps.blocksOf(draft, place)[at]);
  const [shown, setShown] = useState(shownAtOnce);
  if (block?.type !== 'grid') return null;
  const all = block.widths.reduce((sum, width) => sum + width, 0);
  const path = `${place}.${at}`;
  const page = steps.attachedAt(place);
  const unnamed =
    page === null
      ? say('Bảng {n, number}', { n: at + 1 })
      : say('Bảng {n, number}, phần kèm theo {page, number}', { n: at + 1, page: page + 1 });
  const caption = block.caption || unnamed;
  return (
    <Scroller id={idOf(path)} className={css['tableFrame']} aria-label={caption}>
      <table className={css['table']} lang="vi">
        {block.caption ? <caption>{block.caption}</caption> : null}
        <colgroup>
          {block.widths.map((width, column) => (
            // oxlint-disable-next-line react/no-array-index-key
            <col key={column} style={{ width: `${(100 * width) / all}%` }} />
          ))}
        </colgroup>
        <thead>
          {block.head.map((_row, row) => (
            // oxlint-disable-next-line react/no-array-index-key
            <Row key={row} {...{ place, at, row }} part="head" />
          ))}
        </thead>
        <tbody>
          {block.rows.slice(0, shown).map((_row, row) => (
            // oxlint-disable-next-line react/no-array-index-key
            <Row key={row} {...{ place, at, row }} part="rows" />
          ))}
        </tbody>
      </table>
      {block.rows.length > shown ? (
        <Button small onClick={() => setShown(shown + 500)}>
          {say('Hiện thêm {n, number} dòng', { n: Math.min(500, block.rows.length - shown) })}
        </Button>
      ) : null}
      {readOnly || isPlain(block) ? null : (
        <p className={css['hint']}>{say('Bảng có ô gộp: sửa được chữ, không thêm bớt cột.')}</p>
      )}
    </Scroller>
  );
}

function Row({ place, at, row, part }: Props & { row: number; part: GridPart }) {
  const { say } = useWords();
  const { keeper, chooser, readOnly } = useDesk();
  const cells = usePiece(({ draft }) => {
    const block = steps.blocksOf(draft, place)[at];
    return block?.type === 'grid' ? block[part][row] : undefined;
  });
  if (!cells) return null;
  const write = (column: number, text: string) => {
    const block = steps.blocksOf(keeper.now().draft, place)[at];
    if (block?.type !== 'grid') return;
    keeper.edit(
      steps.setBlock(place, at, setCell(block, [part, row, column], text)),
      `${place}.${at}.${part}.${row}.${column}`,
    );
  };
  return (
    <tr>
      {cells.map((cell, column) => {
        const Cell = part === 'head' ? 'th' : 'td';
        const path = `${place}.${at}.${part}.${row}.${column}`;
        const where = { row: row + 1, column: column + 1 };
        return (
          <Cell
            // oxlint-disable-next-line react/no-array-index-key
            key={column}
            {...(part === 'head' ? { scope: 'col' as const } : {})}
            colSpan={cell.columns ?? 1}
            rowSpan={cell.rows ?? 1}
            data-align={cell.align}
            data-bold={cell.bold || undefined}
          >
            <Writing
              id={idOf(path)}
              label={
                part === 'head'
                  ? say('Đầu bảng, dòng {row, number}, cột {column, number}', where)
                  : say('Dòng {row, number}, cột {column, number}', where)
              }
              value={textOfCell(cell)}
              readOnly={readOnly}
              onFocus={() => chooser.choose(path)}
              onChange={(text) => write(column, text)}
            />
          </Cell>
        );
      })}
    </tr>
  );
}
