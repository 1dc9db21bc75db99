// The bar above the sheet: the level and look of the paragraph that is being written, rows and columns of the table.
import type { ReactNode } from 'react';
import { focusSoon } from '../desk/chooser.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { idOf, useChosenPath, useDesk, usePiece } from './desk-context.ts';
import * as steps from './draft.ts';
import * as grids from './grid.ts';
import { divisions, emptyTable, levelWords } from './levels.ts';
import type { Look } from './line.ts';
import { lookTurned } from './looks.ts';
import css from './toolbar.module.css';

/** "attached.0.body.3.rows.1.2": the text, the block in it, and the cell where it is a table. */
function placeIn(path: string | null) {
  const found = /^(body|attached\.\d+\.body)\.(\d+)(?:\.(head|rows)\.(\d+)\.(\d+))?$/.exec(path ?? '');
  if (!found) return null;
  const [, place, at, part, row, column] = found;
  return {
    place: place as steps.Place,
    at: Number(at),
    cell: part ? { part: part as grids.GridPart, row: Number(row), column: Number(column) } : null,
  };
}
type Chosen = NonNullable<ReturnType<typeof placeIn>>;

/** Alt+F10 comes here, as in other editors; Escape goes back to the words. */
export const toolbarId = 'sheet-toolbar';

export function Toolbar() {
  const { say } = useWords();
  const chosen = placeIn(useChosenPath());
  const block = usePiece(({ draft }) =>
    chosen ? steps.blocksOf(draft, chosen.place)[chosen.at] : undefined,
  );
  return (
    <div
      id={toolbarId}
      className={css['toolbar']}
      role="toolbar"
      aria-label={say('Định dạng đoạn đang soạn')}
      aria-keyshortcuts="Alt+F10"
    >
      {chosen && block?.type === 'text' ? (
        <TextTools chosen={chosen} block={block} />
      ) : chosen && block?.type === 'grid' ? (
        <GridTools chosen={chosen} grid={block} />
      ) : (
        <span className={css['toolHint']}>
          {say('Đặt con trỏ vào một đoạn để chọn cấp, chữ đậm, thêm bảng.')}
        </span>
      )}
    </div>
  );
}

function TextTools({ chosen: { place, at }, block }: { chosen: Chosen; block: steps.TextBlock }) {
  const { say } = useWords();
  const { keeper } = useDesk();
  const id = idOf(`${place}.${at}`);
  const set = (change: Parameters<typeof steps.setText>[2]) => keeper.edit(steps.setText(place, at, change));
  const look = (kind: Look) => {
    const field = document.getElementById(id);
    if (field instanceof HTMLTextAreaElement) keeper.edit(lookTurned(place, at, { kind, field }));
  };
  return (
    <>
      <select
        aria-label={say('Cấp của đoạn')}
        value={block.level ?? ''}
        onChange={(event) => {
          const level = levelWords.find(([one]) => one === event.target.value)?.[0];
          set({ level, label: undefined, ...(divisions.has(level) ? { heading: true } : {}) });
          focusSoon(id);
        }}
      >
        <option value="">{say('Đoạn thường')}</option>
        {levelWords.map(([level, words]) => (
          <option key={level} value={level}>
            {say(words)}
          </option>
        ))}
      </select>
      <label className={css['toolCheck']}>
        <input
          type="checkbox"
          checked={block.heading === true || divisions.has(block.level)}
          disabled={divisions.has(block.level)}
          onChange={(event) => set({ heading: event.target.checked ? true : undefined })}
        />
        {say('Tiêu đề')}
      </label>
      <Tool label={say('Chữ đậm')} onPress={() => look('bold')}>
        <b>B</b>
      </Tool>
      <Tool label={say('Chữ nghiêng')} onPress={() => look('italic')}>
        <i>I</i>
      </Tool>
      <select
        aria-label={say('Căn lề')}
        value={block.align ?? ''}
        onChange={(event) => set({ align: (event.target.value || undefined) as steps.TextBlock['align'] })}
      >
        <option value="">{say('Đều hai bên')}</option>
        <option value="left">{say('Trái')}</option>
        <option value="center">{say('Giữa')}</option>
        <option value="right">{say('Phải')}</option>
      </select>
      <Moves place={place} at={at} />
      <Button
        look="plain"
        small
        onClick={() => {
          keeper.edit(steps.insertBlocks(place, at + 1, [emptyTable()]));
          focusSoon(idOf(`${place}.${at + 1}.head.0.0`));
        }}
      >
        {say('Chèn bảng')}
      </Button>
    </>
  );
}

function GridTools({ chosen: { place, at, cell }, grid }: { chosen: Chosen; grid: steps.Grid }) {
  const { say } = useWords();
  const { keeper } = useDesk();
  const set = (next: steps.Grid) => keeper.edit(steps.setBlock(place, at, next));
  const row = cell?.part === 'rows' ? cell.row : -1;
  const column = cell?.column ?? grid.widths.length - 1;
  const plain = grids.isPlain(grid);
  return (
    <>
      <label className={css['toolText']}>
        {say('Tên bảng')}
        <input
          type="text"
          lang="vi"
          maxLength={1000}
          value={grid.caption ?? ''}
          onChange={(event) => {
            const { caption: _was, ...rest } = grid;
            const caption = event.target.value;
            keeper.edit(
              steps.setBlock(place, at, caption === '' ? rest : { ...rest, caption }),
              `${place}.${at}.caption`,
            );
          }}
        />
      </label>
      <Button look="plain" small onClick={() => set(grids.addRow(grid, row))}>
        {say('Thêm dòng')}
      </Button>
      <Button look="plain" small disabled={row < 0} onClick={() => set(grids.removeRow(grid, row))}>
        {say('Xóa dòng')}
      </Button>
      <Button look="plain" small disabled={!plain} onClick={() => set(grids.addColumn(grid, column))}>
        {say('Thêm cột')}
      </Button>
      <Button
        look="plain"
        small
        disabled={!plain || grid.widths.length < 2}
        onClick={() => set(grids.removeColumn(grid, column))}
      >
        {say('Xóa cột')}
      </Button>
      <Button look="plain" small onClick={() => set(grids.widened(grid, column, 1))}>
        {say('Cột rộng hơn')}
      </Button>
      <Button look="plain" small onClick={() => set(grids.widened(grid, column, -1))}>
        {say('Cột hẹp hơn')}
      </Button>
      <Moves place={place} at={at} />
    </>
  );
}

function Moves({ place, at }: { place: steps.Place; at: number }) {
  const { say } = useWords();
  const { keeper, chooser } = useDesk();
  const move = (by: -1 | 1) => {
    const count = steps.blocksOf(keeper.now().draft, place).length;
    if (at + by < 0 || at + by >= count) return;
    keeper.edit(steps.moveBlock(place, at, by));
    chooser.choose(`${place}.${at + by}`);
  };
  return (
    <>
      <Tool label={say('Đưa lên')} onPress={() => move(-1)}>
        ↑
      </Tool>
      <Tool label={say('Đưa xuống')} onPress={() => move(1)}>
        ↓
      </Tool>
      <Button
        look="plain"
        small
        onClick={() => {
          keeper.edit(steps.removeBlock(place, at));
          chooser.choose(null);
        }}
      >
        {say('Xóa')}
      </Button>
    </>
  );
}

/** The field keeps its cursor and what is selected in it. */
function Tool({ label, onPress, children }: { label: string; onPress: () => void; children: ReactNode }) {
  return (
    <Button
      look="plain"
      small
      aria-label={label}
      title={label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </Button>
  );
}
