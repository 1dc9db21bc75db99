// A paragraph on the sheet, with its number: Enter begins the next, Tab and Shift+Tab change its level, Escape gives Tab back.
import type { Line } from '@nhipcau/document';
import { memo, useState, type KeyboardEvent } from 'react';
import { focusSoon } from '../desk/chooser.ts';
import { useWords } from '../language/words.ts';
import { Writing } from '../ui/writing.tsx';
import { idOf, useDesk, usePiece } from './desk-context.ts';
import * as steps from './draft.ts';
import { capitals, divisions, following, ladderOf, pastedBlocks, stepped } from './levels.ts';
import { retyped, runsOf, textOf, type Look } from './line.ts';
import { lookTurned } from './looks.ts';
import css from './paragraph.module.css';

interface Props {
  readonly place: steps.Place;
  readonly at: number;
}

export const keysHint = 'sheet-keys';
const looks: Readonly<Record<string, Look>> = { b: 'bold', i: 'italic' };

export const Paragraph = memo(function Paragraph({ place, at }: Props) {
  const { say } = useWords();
  const { keeper, chooser, readOnly } = useDesk();
  const block = usePiece(({ draft }) => steps.blocksOf(draft, place)[at]);
  const label = usePiece(({ layout }) => layout[place]?.[at] ?? '');
  const [tabLeaves, setTabLeaves] = useState(false);
  if (block?.type !== 'text') return null;
  const path = `${place}.${at}`;
  const line = block.line as Line;
  const text = textOf(line);
  const focus = (next: number) => focusSoon(idOf(`${place}.${next}`));
  const level = block.level;
  const title = block.heading === true || divisions.has(level);
  const whole = runsOf(line);
  const isBold = title || (whole.length === 1 && whole[0]?.bold === true);

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const blocks = steps.blocksOf(keeper.now().draft, place);
    const ladder = ladderOf(keeper.now().draft.content.type, blocks);
    const take = (act: () => void) => {
      event.preventDefault();
      act();
    };
    const look = event.ctrlKey || event.metaKey ? looks[event.key.toLowerCase()] : undefined;
    if (look) {
      const field = event.currentTarget;
      take(() => keeper.edit(lookTurned(place, at, { kind: look, field })));
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setTabLeaves(true);
    } else if (event.key === 'Tab' && !tabLeaves && !event.ctrlKey && !event.altKey)
      take(() =>
        keeper.edit(
          steps.setText(place, at, {
            level: stepped(level, event.shiftKey ? -1 : 1, ladder),
            label: undefined,
          }),
        ),
      );
    else if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey)
      take(() => {
        keeper.edit(
          steps.splitText(place, at, {
            cut: [selectionStart, selectionEnd],
            next: following(block, ladder),
          }),
        );
        focusSoon(idOf(`${place}.${at + 1}`), 'start');
      });
    else if (event.key === 'Backspace' && selectionStart === 0 && selectionEnd === 0) {
      const above = blocks[at - 1];
      if (level !== undefined || block.heading)
        take(() =>
          keeper.edit(steps.setText(place, at, { level: undefined, label: undefined, heading: undefined })),
        );
      else if (above?.type === 'text')
        take(() => {
          const cut = textOf(above.line as Line).length;
          keeper.edit(steps.joinText(place, at));
          focusSoon(idOf(`${place}.${at - 1}`), cut);
        });
      else if (text === '' && blocks.length > 1) take(() => keeper.edit(steps.removeBlock(place, at)));
    } else if (event.key === 'ArrowUp' && !event.altKey && selectionEnd === 0) take(() => focus(at - 1));
    else if (event.key === 'ArrowDown' && !event.altKey && selectionStart === text.length)
      take(() => focus(at + 1));
  };
  const move = (by: -1 | 1) => {
    const count = steps.blocksOf(keeper.now().draft, place).length;
    if (at + by < 0 || at + by >= count) return;
    keeper.edit(steps.moveBlock(place, at, by));
    focus(at + by);
  };
  const paste = (lines: readonly string[]) => {
    const blocks = pastedBlocks(lines.join('\n'));
    // Pasted into an empty paragraph, the first line brings its own level.
    const empty = textOf(blockLine(keeper.now().draft, place, at)) === '';
    keeper.edit((draft) => {
      const inserted = steps.insertBlocks(place, at + 1, blocks)(draft);
      return empty ? steps.removeBlock(place, at)(inserted) : inserted;
    });
    focus(at + blocks.length - (empty ? 1 : 0));
  };
  return (
    <div
      className={css['paragraph']}
      data-level={level}
      data-title={title || undefined}
      data-capitals={(title && capitals.has(level)) || undefined}
      data-division={divisions.has(level) || undefined}
      data-bold={isBold || undefined}
      data-align={block.align}
    >
      {label ? <span className={css['marker']}>{label}</span> : null}
      <Writing
        id={idOf(path)}
        label={
          label
            ? say('Đoạn {n, number}, {label}', { n: at + 1, label })
            : say('Đoạn {n, number}', { n: at + 1 })
        }
        placeholder={say('Nội dung')}
        value={text}
        readOnly={readOnly}
        describedBy={keysHint}
        drawn={whole.some(({ bold, italic }) => bold || italic) ? <Drawn line={line} /> : undefined}
        split={(pasted) => linesOfPaste(pasted, text === '')}
        onFocus={() => {
          chooser.choose(path);
          setTabLeaves(false);
        }}
        onKey={press}
        onStep={move}
        onLines={paste}
        onChange={(next) =>
          keeper.edit(
            steps.setText(place, at, { line: retyped(line, next) as steps.TextBlock['line'] }),
            path,
          )
        }
      />
    </div>
  );
});

const blockLine = (draft: steps.Draft, place: steps.Place, at: number): Line => {
  const block = steps.blocksOf(draft, place)[at];
  return block?.type === 'text' ? (block.line as Line) : '';
};

/** Kept as they are, with their tabs: they may be the rows of a table, of which none belongs into the paragraph itself. */
function linesOfPaste(text: string, apart: boolean): string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '');
  return lines.length > 1 && (apart || lines[0]?.includes('\t')) ? ['', ...lines] : lines;
}

export function Drawn({ line }: { line: Line }) {
  let from = 0;
  return runsOf(line).map(({ text, bold, italic }) => {
    const key = from;
    from += text.length;
    return (
      <span
        key={key}
        style={{ fontWeight: bold ? 700 : undefined, fontStyle: italic ? 'italic' : undefined }}
      >
        {text}
      </span>
    );
  });
}
