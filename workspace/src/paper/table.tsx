import type { Row, Table } from '@nhipcau/document';
import { alignment } from './layout.ts';
import css from './paper.module.css';
import type { Drawing } from './drawing.ts';
import { Line } from './line.tsx';
import { Scroller } from '../ui/scroller.tsx';
import { useWords } from '../language/words.ts';

/** A table as a table; without rules where it only carries a letterhead or a foot. */
export function PaperTable({ table, ruled, drawing }: { table: Table; ruled: boolean; drawing: Drawing }) {
  const { say } = useWords();
  const rows = table.rows.map((row) => (
    <PaperRow key={row.span[0]} row={row} ruled={ruled} drawing={drawing} />
  ));
  if (!ruled) {
    return (
      <div className={css['columnFrame']}>
        <table className={css['frameless']} role="presentation">
          <tbody>{rows}</tbody>
        </table>
      </div>
    );
  }
  return (
    <Scroller className={css['tableFrame']} aria-label={say('Bảng')}>
      <table className={css['ruled']}>
        <tbody>{rows}</tbody>
      </table>
    </Scroller>
  );
}

function PaperRow({ row, ruled, drawing }: { row: Row; ruled: boolean; drawing: Drawing }) {
  return (
    <tr>
      {row.cells.map((cell) => (
        <td key={`${cell.column}-${cell.span[0]}`} colSpan={cell.columns} rowSpan={cell.rows}>
          {cell.paragraphs.map((paragraph) => (
            <Line
              key={paragraph.span[0]}
              paragraph={paragraph}
              align={
                ruled ? (paragraph.align ?? 'left') : (paragraph.align ?? framelessAlign(paragraph, drawing))
              }
              drawing={drawing}
            />
          ))}
        </td>
      ))}
    </tr>
  );
}

function framelessAlign(paragraph: Row['cells'][number]['paragraphs'][number], drawing: Drawing): string {
  const guess = alignment(paragraph, drawing.text, drawing.fields);
  return guess === 'justify' ? 'left' : guess;
}
