// A chart as shapes and words with their places in millimetres from its top left corner, for whoever draws it.
import { type Scale, numberWords, scaleOf } from './chart-scale.ts';
import { CHART } from './layout.ts';
import { brokenLines, lineWidth } from './metrics.ts';
import type { Chart } from './official.ts';

/** `look` is the number of the series, from 0: colour, hatching, dashes and marks go by it. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly (Frame & { readonly look: number })[];
  readonly lines: readonly { readonly points: readonly Point[]; readonly look: number }[];
  readonly marks: readonly { readonly at: Point; readonly look: number }[];
  /** Thin lines of the scale; the one at zero is the axis. */
  readonly rules: readonly {
    readonly y: number;
    readonly from: number;
    readonly to: number;
    readonly axis: boolean;
  }[];
  readonly words: readonly Label[];
}

type Point = readonly [x: number, y: number];

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Stands with the middle of its height at y; a turned one reads upwards and ends at y. */
interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly from: 'left' | 'middle' | 'right';
  readonly size: number;
  readonly turned?: boolean;
}

/** Height of a line of its words, in millimetres. */
const LINE = CHART.size * 0.42;
const KEY = { box: 4, gap: 1.5, between: 6 };

interface Field extends Frame {
  readonly scale: Scale;
  /** Width of a label's share. */
  readonly slot: number;
  readonly y0: (value: number) => number;
}

/** Draws a chart as wide as told. */
export function drawing(chart: Chart, width: number): Drawing {
  const keys = keysOf(chart, width);
  const names = namesOf(chart, width);
  const field = fieldOf(chart, width, keys.height, names.height);
  const body = chart.shape === 'lines' ? linesOf(chart, field) : barsOf(chart, field);
  return {
    width,
    height: heightOf(names.height),
    bars: [...keys.bars, ...(body.bars ?? [])],
    lines: body.lines ?? [],
    marks: [...keys.marks, ...(body.marks ?? [])],
    rules: field.scale.steps.map((step) => ({
      y: field.y0(step),
      from: field.x,
      to: field.x + field.width,
      axis: step === 0,
    })),
    words: [...keys.words, ...scaleWords(chart, field), ...names.words(field), ...(body.words ?? [])],
  };
}

/** Long names under the axis make the drawing higher, not what is drawn smaller. */
const heightOf = (names: number): number => CHART.height + Math.max(0, names - 2 * LINE);

type Parts = { -readonly [key in 'bars' | 'lines' | 'marks' | 'words']?: Drawing[key] };

/** What each look stands for, in rows at the top. */
function keysOf(
  { series, shape }: Chart,
  width: number,
): Required<Pick<Parts, 'bars' | 'marks' | 'words'>> & { height: number } {
  let [x, row] = [0, 0];
  const places = series.map((each, look) => {
    const name = shortened(each.name, CHART.size, width - KEY.box - KEY.gap);
    const wide = KEY.box + KEY.gap + lineWidth(name, CHART.size, false);
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const place = { x, y: (row + 0.5) * LINE, look, name };
    x += wide + KEY.between;
    return place;
  });
  const squares = places.map(({ x, y, look }) => ({
    x,
    y: y - KEY.box / 2 + 0.5,
    width: KEY.box,
    height: KEY.box - 1,
    look,
  }));
  return {
    height: (row + 1) * LINE + 2,
    bars: shape === 'lines' ? [] : squares,
    marks:
      shape === 'lines' ? places.map(({ x, y, look }) => ({ at: [x + KEY.box / 2, y] as const, look })) : [],
    words: places.map(({ x, y, name }) => ({
      x: x + KEY.box + KEY.gap,
      y,
      text: name,
      from: 'left' as const,
      size: CHART.size,
    })),
  };
}

/** Room at the left for the numbers of the scale. */
function scaleWidth(scale: Scale): number {
  const widths = scale.steps.map((step) => lineWidth(numberWords(step), CHART.size, false));
  return widths.reduce((most, each) => Math.max(most, each), 0) + 2;
}

function fieldOf(chart: Chart, width: number, above: number, below: number): Field {
  const scale = scaleOf(chart);
  const x = scaleWidth(scale);
  const top = above + LINE * 1.5;
  const height = Math.max(20, heightOf(below) - top - below);
  const y0 = (value: number): number => top + ((scale.to - value) / (scale.to - scale.from)) * height;
  const slot = (width - x) / Math.max(1, chart.labels.length);
  return { x, y: top, width: width - x, height, scale, slot, y0 };
}

function scaleWords(chart: Chart, { x, y, width, scale, y0 }: Field): Label[] {
  const numbers = scale.steps.map((step) => ({
    x: x - 1.5,
    y: y0(step),
    text: numberWords(step),
    from: 'right' as const,
    size: CHART.size,
  }));
  const unit =
    chart.unit === undefined
      ? []
      : [
          {
            x: 0,
            y: y - LINE,
            text: shortened(`(${chart.unit})`, CHART.size, x + width),
            from: 'left' as const,
            size: CHART.size,
          },
        ];
  return [...unit, ...numbers];
}

/** Names under the axis: in several lines where their share of the width is narrow, upright where a word of them is too wide for it. */
function namesOf(chart: Chart, width: number): { height: number; words(field: Field): Label[] } {
  const slot = (width - scaleWidth(scaleOf(chart))) / Math.max(1, chart.labels.length) - 1;
  const lines = chart.labels.map((label) => brokenLines(label, CHART.size, false, slot));
  const turned = lines.some(
    (each) => each.length > 3 || each.some((line) => lineWidth(line, CHART.size, false) > slot),
  );
  if (turned) return turnedNames(chart);
  const most = lines.reduce((rows, each) => Math.max(rows, each.length), 1);
  return {
    height: most * LINE + 2,
    words: (field) =>
      lines.flatMap((each, at) =>
        each.map((text, row) => ({
          x: field.x + (at + 0.5) * field.slot,
          y: field.y + field.height + 1.5 + (row + 0.5) * LINE,
          text,
          from: 'middle' as const,
          size: CHART.size,
        })),
      ),
  };
}

/** In millimetres: a full name of a ward. */
const LONGEST_TURNED = 60;

function turnedNames({ labels }: Chart): { height: number; words(field: Field): Label[] } {
  const size = CHART.size - 2;
  const texts = labels.map((label) => shortened(label, size, LONGEST_TURNED));
  const height = texts.reduce((most, text) => Math.max(most, lineWidth(text, size, false)), 0) + 3;
  return {
    height,
    words: (field) => {
      // Upright letters need room to each other: where there is none, every second, third … name stands.
      const every = Math.max(1, Math.ceil((LINE * 0.9) / field.slot));
      return texts.flatMap((text, at) =>
        at % every === 0
          ? [
              {
                x: field.x + (at + 0.5) * field.slot,
                y: field.y + field.height + 1.5,
                text,
                from: 'right' as const,
                size,
                turned: true,
              },
            ]
          : [],
      );
    },
  };
}

/** A name that has the room, with "…" where its end is left out. */
function shortened(text: string, size: number, room: number): string {
  // No letter is narrower than a tenth of its size.
  const most = Math.ceil(room / (size * 0.035));
  if (text.length <= most && lineWidth(text, size, false) <= room) return text;
  let kept = text.slice(0, most);
  while (kept !== '' && lineWidth(`${kept}…`, size, false) > room) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

const known = (value: number | null | undefined): value is number =>
  value !== null && value !== undefined && Number.isFinite(value);

function barsOf(chart: Chart, field: Field): Parts {
  const stacked = chart.shape === 'stacked';
  const wide = field.slot * 0.72;
  const each = stacked ? wide * 0.8 : wide / Math.max(1, chart.series.length);
  const bars: (Frame & { look: number })[] = [];
  const words: Label[] = [];
  chart.labels.forEach((_, at) => {
    const left = field.x + (at + 0.5) * field.slot - (stacked ? each : wide) / 2;
    const ends = { up: 0, down: 0 };
    chart.series.forEach(({ values }, look) => {
      const value = values[at];
      if (!known(value) || (stacked && value === 0)) return;
      const start = stacked ? (value < 0 ? ends.down : ends.up) : 0;
      const end = start + value;
      if (value < 0) ends.down = end;
      else ends.up = end;
      const [top, bottom] = [field.y0(Math.max(start, end)), field.y0(Math.min(start, end))];
      const bar = { x: stacked ? left : left + look * each, y: top, width: each, height: bottom - top, look };
      bars.push(bar);
      const word = valueWord(value, bar, stacked);
      if (word) words.push(word);
    });
  });
  return { bars, words };
}

/** The number of a bar over it, or beside the middle of a stacked one on a ground of its own; none where it has no room. */
function valueWord(value: number, bar: Frame, stacked: boolean): Label | null {
  const size = CHART.size - 2;
  const text = numberWords(value);
  if (lineWidth(text, size, false) > bar.width + 1.5) return null;
  if (stacked && bar.height < LINE * 0.8) return null;
  const over = value < 0 ? bar.y + bar.height + LINE * 0.5 : bar.y - LINE * 0.5;
  return {
    x: bar.x + bar.width / 2,
    y: stacked ? bar.y + bar.height / 2 : over,
    text,
    from: 'middle',
    size,
  };
}

/** A value that is not known breaks the line: nothing is drawn through it. */
function linesOf(chart: Chart, field: Field): Parts {
  const lines: { points: Point[]; look: number }[] = [];
  const marks: { at: Point; look: number }[] = [];
  chart.series.forEach(({ values }, look) => {
    let points: Point[] = [];
    chart.labels.forEach((_, at) => {
      const value = values[at];
      if (!known(value)) {
        points = [];
        return;
      }
      const place: Point = [field.x + (at + 0.5) * field.slot, field.y0(value)];
      if (points.length === 0) lines.push({ points, look });
      points.push(place);
      marks.push({ at: place, look });
    });
  });
  return { lines: lines.filter(({ points }) => points.length > 1), marks, words: lineWords(chart, field) };
}

function lineWords(chart: Chart, field: Field): Label[] {
  const size = CHART.size - 2;
  return chart.series.flatMap(({ values }, look) =>
    chart.labels.flatMap((_, at) => {
      const value = values[at];
      if (!known(value) || lineWidth(numberWords(value), size, false) > field.slot) return [];
      const others = chart.series.filter((_, other) => other !== look).map((other) => other.values[at]);
      const below = others.some((other) => known(other) && other > value);
      return [
        {
          x: field.x + (at + 0.5) * field.slot,
          y: field.y0(value) + (below ? LINE * 0.75 : -LINE * 0.75),
          text: numberWords(value),
          from: 'middle' as const,
          size,
        },
      ];
    }),
  );
}
