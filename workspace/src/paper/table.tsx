import type { Row, Table } from '@nhipcau/document';
import { alignment, isLetterhead } from './layout.ts';
import css from './paper.module.css';
import type { Drawing } from './drawing.ts';
import { Line } from './line.tsx';
import { Scroller } from '../ui/scroller.tsx';
import { useWords } from '../language/words.ts';

/** A table as a table; without rules where it only carries a letterhead or a foot. */
export function PaperTable({ table, ruled, drawing }: { table: Table; ruled: boolean; drawing: Drawing }) {
  const { say } = useWords();
  const heading = !ruled && isLetterhead(table, drawing.text);
  const rows = table.rows.map((row) => (
    <PaperRow key={row.span[0]} row={row} ruled={ruled} heading={heading} drawing={drawing} />
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

interface RowProps {
  readonly row: Row;
  readonly ruled: boolean;
  readonly heading: boolean;
  readonly drawing: Drawing;
}

function PaperRow({ row, ruled, heading, drawing }: RowProps) {
  return (
    <tr>
      {row.cells.map((cell) => (
        <td key={`${cell.column}-${cell.span[0]}`} colSpan={cell.columns} rowSpan={cell.rows}>
          {cell.paragraphs.map((paragraph) => (
            <Line
              key={paragraph.span[0]}
              paragraph={paragraph}
              align={
                paragraph.align ?? (ruled ? 'left' : framelessAlign(paragraph, cell.column, heading, drawing))
              }
              drawing={drawing}
            />
          ))}
        </td>
      ))}
    </tr>
  );
}

type CellParagraph = Row['cells'][number]['paragraphs'][number];

/** Where the file is silent: a letterhead is centred, and so is who signs (Decree 30/2020, Annex I); recipients are not. */
function framelessAlign(
  paragraph: CellParagraph,
  column: number,
  heading: boolean,
  drawing: Drawing,
): string {
  if (heading || column > 0) return 'center';
  const guess = alignment(paragraph, drawing.text, drawing.fields);
  return guess === 'justify' ? 'left' : guess;
}
