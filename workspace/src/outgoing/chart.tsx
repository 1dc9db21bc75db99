// A chart of a report: the sentence that says what it shows, and its figures; the drawing itself is made for print.
import { figure } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Scroller } from '../ui/scroller.tsx';
import { idOf, usePiece } from './desk-context.ts';
import * as steps from './draft.ts';
import css from './table.module.css';

export function ChartView({ place, at }: { readonly place: steps.Place; readonly at: number }) {
  const { say, language } = useWords();
  const block = usePiece(({ draft }) => steps.blocksOf(draft, place)[at]);
  if (block?.type !== 'chart') return null;
  return (
    <figure id={idOf(`${place}.${at}`)} className={css['chart']} lang="vi">
      <figcaption>{block.title}</figcaption>
      <p>{block.says}</p>
      <Scroller className={css['tableFrame']} aria-label={block.title}>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{block.unit ?? say('Số liệu')}</th>
              {block.series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.labels.map((label, row) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {block.series.map(({ name, values }) => (
                  <td key={name} data-align="right">
                    {values[row] === null || values[row] === undefined ? '–' : figure(values[row], language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      <p className={css['hint']}>{say('Biểu đồ được vẽ trong bản PDF và Word.')}</p>
    </figure>
  );
}
