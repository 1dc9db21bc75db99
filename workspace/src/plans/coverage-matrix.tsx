// Units × tasks of the superior: heads that stay, arrow keys from cell to cell, marks that differ in shape.
import { Link } from '@tanstack/react-router';
import { memo, useMemo, type KeyboardEvent } from 'react';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Tag } from '../ui/tag.tsx';
import css from './coverage.module.css';
import {
  markOf,
  markWords,
  stateOf,
  withSets,
  type CoveredTask,
  type CoveredUnit,
  type Mark,
} from './coverage-states.ts';

interface Props {
  readonly units: readonly CoveredUnit[];
  readonly tasks: readonly CoveredTask[];
  readonly planId: number;
}

export function CoverageMatrix({ units, tasks, planId }: Props) {
  const { say } = useWords();
  const columns = useMemo(() => withSets(tasks), [tasks]);
  return (
    <>
      <ul className={css['legend']} aria-label={say('Chú giải')}>
        {(['taken', 'open', 'extra', 'none'] as const).map((mark) => (
          <li key={mark}>
            <Sign mark={mark} /> {say(markWords[mark])}
          </li>
        ))}
      </ul>
      {/* The cells are reached one by one with the arrow keys, as in ARIA's pattern of a grid. */}
      <div className={css['scroll']} role="region" aria-label={say('Bảng đơn vị × nhiệm vụ')}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
        <table role="grid" onKeyDown={walk} aria-rowcount={units.length + 1} aria-colcount={tasks.length + 1}>
          <thead>
            <tr>
              <th scope="col" className={css['corner']}>
                {say('Đơn vị|cột')}
              </th>
              {tasks.map((task, at) => (
                // Its words are the link's own.
                // oxlint-disable-next-line jsx-a11y/control-has-associated-label
                <th key={task.id} scope="col">
                  <Link
                    to="/ke-hoach/$id"
                    params={{ id: String(planId) }}
                    search={{ task: String(task.id) }}
                    title={task.text}
                    tabIndex={-1}
                    data-cell
                  >
                    <b>{at + 1}</b>
                    <span lang="vi">{task.text}</span>
                    <small data-nobody={task.takenUp === 0 && task.handedTo > 0 ? true : undefined}>
                      {say('{taken, number}/{handed, number} đơn vị', {
                        taken: task.takenUp,
                        handed: task.handedTo,
                      })}
                    </small>
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((unit, at) => (
              <Row key={unit.unit.id} unit={unit} columns={columns} first={at === 0} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface RowProps {
  readonly unit: CoveredUnit;
  readonly columns: ReturnType<typeof withSets>;
  readonly first: boolean;
}

const Row = memo(function Row({ unit, columns, first }: RowProps) {
  const { say } = useWords();
  return (
    <tr>
      <th scope="row">
        <UnitHead unit={unit} first={first} />
      </th>
      {columns.map(({ task, handed }, at) => {
        const mark = markOf(unit, task, handed);
        const words = say('{unit}, nhiệm vụ {n, number}: {mark}', {
          unit: unit.unit.name,
          n: at + 1,
          mark: say(markWords[mark]),
        });
        return (
          <td key={task.id} data-mark={mark} data-cell tabIndex={-1} aria-label={words} title={words}>
            <Sign mark={mark} />
          </td>
        );
      })}
    </tr>
  );
});

function UnitHead({
  unit: { unit, state, plan, dueOn, issuedOn },
  first,
}: {
  unit: CoveredUnit;
  first: boolean;
}) {
  const { say, language } = useWords();
  const how = stateOf(state);
  return (
    <>
      {plan ? (
        <Link
          to="/ke-hoach/$id"
          params={{ id: String(plan.id) }}
          lang="vi"
          tabIndex={first ? 0 : -1}
          data-cell
          title={plan.title}
        >
          {unit.name}
        </Link>
      ) : (
        // A head without a link is a cell one can walk to all the same.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <span lang="vi" tabIndex={first ? 0 : -1} data-cell>
          {unit.name}
        </span>
      )}
      <span className={css['standing']}>
        {how ? <Tag tone={how.tone}>{say(how.words)}</Tag> : null}
        <small>
          {issuedOn
            ? day(issuedOn, language)
            : dueOn
              ? say('hạn {date}', { date: day(dueOn, language) })
              : null}
        </small>
      </span>
    </>
  );
}

/** A full disc, an empty ring, a plus, a dot: told apart without colour. */
function Sign({ mark }: { mark: Mark }) {
  return (
    <svg
      aria-hidden="true"
      className={css['sign']}
      data-mark={mark}
      width="14"
      height="14"
      viewBox="0 0 14 14"
    >
      {mark === 'taken' ? <circle cx="7" cy="7" r="5.2" fill="currentColor" /> : null}
      {mark === 'open' ? (
        <circle cx="7" cy="7" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
      ) : null}
      {mark === 'extra' ? <path d="M7 2v10M2 7h10" stroke="currentColor" strokeWidth="1.8" /> : null}
      {mark === 'none' ? <circle cx="7" cy="7" r="1" fill="currentColor" /> : null}
    </svg>
  );
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -1000],
  End: [0, 1000],
};

function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const move = moves[event.key];
  const cell = (event.target as HTMLElement).closest('td, th') as HTMLTableCellElement | null;
  const row = cell?.parentElement as HTMLTableRowElement | null;
  if (!move || !cell || !row) return;
  event.preventDefault();
  const rows = event.currentTarget.rows;
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
  const next = rows[clamp(row.rowIndex + move[0], rows.length - 1)]?.cells;
  const target = next?.[clamp(cell.cellIndex + move[1], (next?.length ?? 1) - 1)];
  const focused = target?.matches('[data-cell]') ? target : target?.querySelector<HTMLElement>('[data-cell]');
  focused?.focus();
}
