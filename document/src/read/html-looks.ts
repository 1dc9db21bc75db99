// How an element of HTML shows its text: what it inherits, what its tag means, what its style says.
import type { HtmlAttributes } from './html-events.ts';

export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly capitals: boolean;
  readonly hidden: boolean;
  /** White space counts. */
  readonly verbatim: boolean;
  readonly align: 'left' | 'center' | 'right' | 'justify' | null;
  /** Heading level; 0 for text. */
  readonly level: number;
  /** Lists inside show no marks. */
  readonly unmarked: boolean;
}

export const plainLook: Look = {
  bold: false,
  italic: false,
  capitals: false,
  hidden: false,
  verbatim: false,
  align: null,
  level: 0,
  unmarked: false,
};

type Change = { -readonly [key in keyof Look]?: Look[key] };

const TAGS: Readonly<Record<string, Change>> = {
  b: { bold: true },
  strong: { bold: true },
  th: { bold: true, align: 'center' },
  i: { italic: true },
  em: { italic: true },
  center: { align: 'center' },
  pre: { verbatim: true },
  textarea: { hidden: true },
  del: { hidden: true },
  h1: { bold: true, level: 1 },
  h2: { bold: true, level: 2 },
  h3: { bold: true, level: 3 },
  h4: { bold: true, level: 4 },
  h5: { bold: true, level: 5 },
  h6: { bold: true, level: 6 },
  td: { align: null },
  table: { align: null },
};

const ALIGN: Readonly<Record<string, Look['align']>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  middle: 'center',
  right: 'right',
  end: 'right',
  justify: 'justify',
};

/** Where `align` places the box, not its text. */
const BOXES = new Set(['table', 'img', 'hr', 'col', 'iframe']);

export function lookOf(outer: Look, name: string, attributes: HtmlAttributes): Look {
  const change: Change = Object.hasOwn(TAGS, name) ? { ...TAGS[name] } : {};
  const align = ALIGN[attributes['align']?.trim().toLowerCase() ?? ''];
  if (align && !BOXES.has(name)) change.align = align;
  if (attributes['hidden'] !== undefined) change.hidden = true;
  if (attributes['style'] !== undefined) readStyle(change, attributes['style']);
  for (const _ in change) return { ...outer, ...change, hidden: outer.hidden || change.hidden === true };
  return outer;
}

const STYLES: Readonly<Record<string, (change: Change, value: string) => void>> = {
  'font-weight': (change, value) => void (change.bold = /^bold|^[6-9]00/.test(value)),
  'font-style': (change, value) => void (change.italic = /^(?:italic|oblique)/.test(value)),
  'text-transform': (change, value) => void (change.capitals = value.startsWith('uppercase')),
  'text-align': (change, value) => {
    const align = ALIGN[value.split(/[\s!]/, 1)[0] ?? ''];
    if (align) change.align = align;
  },
  display: (change, value) => {
    if (value.startsWith('none')) change.hidden = true;
  },
  visibility: (change, value) => {
    if (value.startsWith('hidden')) change.hidden = true;
  },
  'white-space': (change, value) => void (change.verbatim = value.startsWith('pre')),
  'list-style': (change, value) => void (change.unmarked = value.includes('none')),
  'list-style-type': (change, value) => void (change.unmarked = value.includes('none')),
  // Word writes the number of a list into the text and marks it as such; it stays.
  'mso-hide': (change, value) => {
    if (value.startsWith('all')) change.hidden = true;
  },
};

function readStyle(change: Change, style: string): void {
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && Object.hasOwn(STYLES, name))
      STYLES[name]?.(
        change,
        declaration
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
  }
}
