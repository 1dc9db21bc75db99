// Properties of runs and paragraphs (ECMA-376 part 1, 17.3), as styles, numbering levels and the text itself state them.
import type { Attributes } from './xml.ts';

export interface RunProperties {
  bold?: boolean;
  italic?: boolean;
  caps?: boolean;
  hidden?: boolean;
  font?: string;
  /** Character style. */
  style?: string;
}

export interface ParagraphProperties {
  style?: string;
  align?: 'left' | 'center' | 'right' | 'justify';
  /** Heading level from 1; 0 cancels what the style says. */
  level?: number;
  /** "0" cancels the numbering of the style. */
  list?: string;
  /** Level of the list, from 0. */
  depth?: number;
}

/** ST_OnOff: no value means on. */
export function isOn(attributes: Attributes): boolean {
  const value = attributes['w:val'];
  return value === undefined || !(value === '0' || value === 'false' || value === 'off' || value === 'none');
}

const RUN: Readonly<Record<string, (to: RunProperties, attributes: Attributes) => void>> = {
  'w:b': (to, attributes) => void (to.bold = isOn(attributes)),
  'w:i': (to, attributes) => void (to.italic = isOn(attributes)),
  'w:caps': (to, attributes) => void (to.caps = isOn(attributes)),
  'w:vanish': (to, attributes) => void (to.hidden = isOn(attributes)),
  'w:rStyle': (to, attributes) => setText(to, 'style', attributes['w:val']),
  'w:rFonts': (to, attributes) => setText(to, 'font', attributes['w:ascii'] ?? attributes['w:hAnsi']),
};

function setText<Key extends string>(
  to: { [key in Key]?: string },
  key: Key,
  value: string | undefined,
): void {
  if (value !== undefined) to[key] = value;
}

const ALIGN: Readonly<Record<string, NonNullable<ParagraphProperties['align']>>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};

const PARAGRAPH: Readonly<Record<string, (to: ParagraphProperties, attributes: Attributes) => void>> = {
  'w:pStyle': (to, attributes) => setText(to, 'style', attributes['w:val']),
  'w:numId': (to, attributes) => setText(to, 'list', attributes['w:val']),
  'w:ilvl': (to, attributes) => void (to.depth = wholeNumber(attributes['w:val'], 0)),
  'w:jc': (to, attributes) => {
    const align = ALIGN[attributes['w:val'] ?? ''];
    if (align) to.align = align;
  },
  'w:outlineLvl': (to, attributes) => {
    const level = wholeNumber(attributes['w:val'], 9);
    to.level = level < 9 ? level + 1 : 0;
  },
};

export function wholeNumber(value: string | undefined, otherwise: number): number {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isSafeInteger(number) && number >= 0 ? number : otherwise;
}

/** Takes up an element of `w:rPr`; others are passed over. */
export function readRunProperty(to: RunProperties, name: string, attributes: Attributes): void {
  if (Object.hasOwn(RUN, name)) RUN[name]?.(to, attributes);
}

/** Takes up an element of `w:pPr`; others are passed over. */
export function readParagraphProperty(to: ParagraphProperties, name: string, attributes: Attributes): void {
  if (Object.hasOwn(PARAGRAPH, name)) PARAGRAPH[name]?.(to, attributes);
}
