// styles.xml: what a style says after those that it is based on.
import {
  readParagraphProperty,
  readRunProperty,
  type ParagraphProperties,
  type RunProperties,
} from './docx-properties.ts';
import { readXml, type Attributes } from './xml.ts';

export interface Style {
  readonly name: string;
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
}

export interface Styles {
  /** The paragraph style of that id, or the default one. */
  paragraph(id: string | undefined): Style;
  character(id: string | undefined): Style;
  /** The list that a numbering style stands for. */
  list(id: string): string | undefined;
  readonly defaults: RunProperties;
}

interface Stated {
  readonly id: string;
  readonly type: string;
  readonly isDefault: boolean;
  name: string;
  basedOn?: string;
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
}

const EMPTY: Style = { name: '', paragraph: {}, run: {} };

export function readStyles(bytes: Uint8Array | null): Styles {
  const { styles, defaults } = bytes ? stated(bytes) : { styles: new Map<string, Stated>(), defaults: {} };
  const resolved = new Map<string, Style>();
  const fallback = [...styles.values()].find((style) => style.isDefault && style.type === 'paragraph')?.id;
  const resolve = (id: string | undefined): Style => {
    if (id === undefined) return EMPTY;
    let style = resolved.get(id);
    if (!style) resolved.set(id, (style = inherit(styles, id)));
    return style;
  };
  return {
    paragraph: (id) => resolve(id !== undefined && styles.has(id) ? id : fallback),
    character: resolve,
    list: (id) => resolve(id).paragraph.list,
    defaults,
  };
}

/** A chain that leads back to itself ends where it does so. */
function inherit(styles: ReadonlyMap<string, Stated>, id: string): Style {
  const chain = new Set<Stated>();
  for (let next = styles.get(id); next && !chain.has(next); next = styles.get(next.basedOn ?? ''))
    chain.add(next);
  const run: RunProperties = {};
  const paragraph: ParagraphProperties = {};
  for (const style of [...chain].toReversed()) {
    Object.assign(run, style.run);
    Object.assign(paragraph, style.paragraph);
  }
  return { name: styles.get(id)?.name ?? '', paragraph, run };
}

function stated(bytes: Uint8Array): { styles: Map<string, Stated>; defaults: RunProperties } {
  const styles = new Map<string, Stated>();
  const defaults: RunProperties = {};
  let style: Stated | null = null;
  let inDefaults = false;
  // The properties of a table style's first row, and so on, are not those of the style.
  let aside = 0;
  readXml(bytes, {
    open(name, attributes) {
      if (aside > 0 || name === 'w:tblStylePr') aside++;
      else if (name === 'w:docDefaults') inDefaults = true;
      else if (name === 'w:style') styles.set((style = styleOf(attributes)).id, style);
      else if (inDefaults) readRunProperty(defaults, name, attributes);
      else if (style) readStyleElement(style, name, attributes);
    },
    close(name) {
      if (aside > 0) aside--;
      else if (name === 'w:docDefaults') inDefaults = false;
      else if (name === 'w:style') style = null;
    },
  });
  return { styles, defaults };
}

function styleOf(attributes: Attributes): Stated {
  return {
    id: attributes['w:styleId'] ?? '',
    type: attributes['w:type'] ?? 'paragraph',
    isDefault: attributes['w:default'] === '1' || attributes['w:default'] === 'true',
    name: '',
    paragraph: {},
    run: {},
  };
}

function readStyleElement(style: Stated, name: string, attributes: Attributes): void {
  if (name === 'w:name') style.name = attributes['w:val'] ?? '';
  else if (name === 'w:basedOn') style.basedOn = attributes['w:val'] ?? '';
  else {
    readRunProperty(style.run, name, attributes);
    readParagraphProperty(style.paragraph, name, attributes);
  }
}
