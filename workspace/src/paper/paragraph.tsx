import type { Paragraph } from '@nhipcau/document';
import { Fragment, memo } from 'react';
import type { Chip } from './drawing.ts';
import css from './paper.module.css';
import { sameSegments, segmentsOf, type Mark, type Segment } from './segments.ts';

interface Props {
  readonly paragraph: Paragraph;
  readonly align: string;
  /** Bold although its file does not say so. */
  readonly bold: boolean;
  readonly text: string;
  readonly marks: readonly Mark[] | undefined;
  readonly chips: readonly Chip[] | undefined;
  readonly onChip: (chip: Chip) => void;
}

const none: readonly never[] = [];
/** Below the national motto stands a rule (Decree 30/2020, Annex I). */
const motto = /^Độc lập ?[-–] ?Tự do ?[-–] ?Hạnh phúc\s*(\n|$)/u;

export const PaperParagraph = memo(function PaperParagraph({
  paragraph,
  align,
  bold: emphasised,
  text,
  marks,
  chips,
  onChip,
}: Props) {
  const pieces = piecesOf(paragraph, marks ?? none);
  const bold = emphasised || paragraph.bold === true || paragraph.level !== undefined;
  return (
    <p
      className={css['line']}
      data-align={align}
      data-bold={bold || undefined}
      data-italic={paragraph.italic || undefined}
      data-motto={motto.test(text.slice(paragraph.span[0], paragraph.span[0] + 60)) || undefined}
    >
      {chips && chips.length > 0 ? (
        <span className={css['chips']}>
          {chips.map((chip) => (
            <ChipButton key={chip.id} chip={chip} onChip={onChip} />
          ))}
        </span>
      ) : null}
      {pieces.length === 0 ? (
        <br />
      ) : (
        pieces.map((piece) => <Piece key={piece.start} piece={piece} text={text} />)
      )}
    </p>
  );
}, sameDrawing);

function ChipButton({ chip, onChip }: { chip: Chip; onChip: (chip: Chip) => void }) {
  return (
    <button
      type="button"
      className={chip.warning ? css['flag'] : css['chip']}
      data-chip={chip.warning ? undefined : chip.id}
      aria-label={chip.name}
      title={chip.name}
      onClick={() => onChip(chip)}
    >
      {chip.label}
    </button>
  );
}

function Piece({ piece, text }: { piece: Segment; text: string }) {
  const words = text.slice(piece.start, piece.end);
  const shown = piece.marks.filter((mark) => !mark.startsWith('run:'));
  const runs = piece.marks.filter((mark) => mark.startsWith('run:'));
  const dressed = runs.reduce(
    (inner, run) => (run.startsWith('run:b') ? <strong>{inner}</strong> : <em>{inner}</em>),
    <Fragment>{words}</Fragment>,
  );
  return (
    <span
      data-s={piece.start}
      data-m={shown.length > 0 ? shown.join(' ') : undefined}
      className={classOf(shown)}
    >
      {dressed}
    </span>
  );
}

/** Marks of the draft together with the paragraph's own: bold and italic parts, words that were hard to read. */
function piecesOf(paragraph: Paragraph, marks: readonly Mark[]): Segment[] {
  const runs = (paragraph.runs ?? []).flatMap((run, index) => [
    ...(run.bold ? [{ id: `run:b${index}`, span: run.span }] : []),
    ...(run.italic ? [{ id: `run:i${index}`, span: run.span }] : []),
  ]);
  const doubtful = (paragraph.doubtful ?? []).map((span, index) => ({ id: `doubt:${index}`, span }));
  return segmentsOf(paragraph.span, [...marks, ...runs, ...doubtful]);
}

const underlined = ['lead', 'coordinating', 'due', 'field', 'warning', 'doubt', 'place'];

function classOf(marks: readonly string[]): string | undefined {
  const kinds = new Set(marks.map((mark) => mark.slice(0, mark.indexOf(':'))));
  return (
    underlined
      .filter((kind) => kinds.has(kind))
      .map((kind) => css[kind])
      .join(' ') || undefined
  );
}

function sameDrawing(before: Props, after: Props): boolean {
  return (
    before.paragraph === after.paragraph &&
    before.align === after.align &&
    before.bold === after.bold &&
    before.onChip === after.onChip &&
    sameChips(before.chips, after.chips) &&
    (before.marks === after.marks ||
      sameSegments(
        piecesOf(before.paragraph, before.marks ?? none),
        piecesOf(after.paragraph, after.marks ?? none),
      ))
  );
}

function sameChips(a: readonly Chip[] = none, b: readonly Chip[] = none): boolean {
  return (
    a.length === b.length &&
    a.every(
      (chip, index) =>
        chip.id === b[index]?.id && chip.label === b[index]?.label && chip.name === b[index]?.name,
    )
  );
}
