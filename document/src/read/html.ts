// Web pages, and what Word and others save as such.
import { diagnostic } from '../messages.ts';
import { createBuilder } from './build.ts';
import { decodeText } from './encoding.ts';
import { readHtmlEvents, type HtmlAttributes } from './html-events.ts';
import { lookOf } from './html-looks.ts';
import * as page from './html-state.ts';
import { addPieces, linesOf } from './pieces.ts';
import type { Input, Reading } from './reader.ts';
import { hiddenMark } from './secrecy.ts';

export function readHtml(input: Input): Reading {
  const { text, encoding, guessed } = decodeText(input.bytes, declaredCharset(input.bytes));
  const builder = createBuilder(input.name, 'html');
  if (guessed) builder.diagnose(diagnostic('legacy-encoding', 'warning', { encoding }));
  const { body, margins, hidden } = piecesOf(text);
  addPieces(builder, body);
  return { ok: true, source: builder.finish(), margins: [...linesOf(margins), ...hiddenMark(hidden)] };
}

const CHARSET = /<meta[^>]{1,200}?charset\s?=\s?["']?([\w-]{2,20})/i;

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  return CHARSET.exec(head)?.[1];
}

const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]);
/** What a browser does not show, and what surrounds the document on its page. */
const SKIPPED = new Set([
  'audio',
  'button',
  'canvas',
  'iframe',
  'math',
  'nav',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'video',
  'xml',
]);
const FOREIGN = new Set(['svg', 'math']);
const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'menu',
  'ol',
  'p',
  'pre',
  'search',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
]);

const CELLS = ['td', 'th'];
/** An element that opens ends these, as far as the nearest of the boundaries. */
const ENDS: Readonly<
  Record<string, { readonly ended: readonly string[]; readonly within: readonly string[] }>
> = {
  li: { ended: ['li', 'p'], within: ['ul', 'ol', 'menu', 'dir', 'td', 'th', 'table'] },
  dt: { ended: ['dt', 'dd', 'p'], within: ['dl', 'td', 'th', 'table'] },
  dd: { ended: ['dt', 'dd', 'p'], within: ['dl', 'td', 'th', 'table'] },
  td: { ended: ['td', 'th'], within: ['tr', 'table'] },
  th: { ended: ['td', 'th'], within: ['tr', 'table'] },
  tr: { ended: ['tr'], within: ['table'] },
  tbody: { ended: ['tr', 'tbody', 'thead', 'tfoot'], within: ['table'] },
};
const PARAGRAPH_ENDS = { ended: ['p'], within: ['td', 'th', 'table', 'li', 'dd', 'div', 'blockquote'] };

function piecesOf(html: string) {
  const state = page.emptyPage();
  let skipped = '';
  let depth = 0;
  readHtmlEvents(html, {
    open(name, attributes, closed) {
      if (skipped !== '') {
        if (name === skipped && !closed) depth++;
      } else if (SKIPPED.has(name)) {
        if (!closed || !FOREIGN.has(name)) [skipped, depth] = [name, 1];
      } else open(state, name, attributes);
    },
    close(name) {
      if (skipped === '') close(state, name);
      else if (name === skipped && --depth === 0) skipped = '';
    },
    text(text) {
      if (skipped === '') page.append(state, text);
      else if (skipped === 'svg') page.hide(state, text);
    },
  });
  while (state.elements.length > 0) closeTop(state);
  page.endParagraph(state);
  return { body: state.containers[0]!, margins: state.margins, hidden: state.hidden };
}

function open(state: page.Page, name: string, attributes: HtmlAttributes): void {
  if (name === 'br') return page.breakLine(state);
  if (BLOCKS.has(name)) page.endParagraph(state);
  if (VOID.has(name)) return;
  const rule = Object.hasOwn(ENDS, name) ? ENDS[name] : BLOCKS.has(name) ? PARAGRAPH_ENDS : undefined;
  if (rule) while (closeNearest(state, rule.ended, rule.within));
  const look = lookOf(page.currentLook(state), name, attributes);
  const margin = isMargin(name, attributes);
  state.elements.push({ name, look, margin });
  if (margin) state.containers.push([]);
  OPENERS[name]?.(state, attributes);
}

/** LibreOffice writes running heads as `<div title="header">`. */
const isMargin = (name: string, { title }: HtmlAttributes): boolean =>
  name === 'footer' || name === 'aside' || (name === 'div' && (title === 'header' || title === 'footer'));

const OPENERS: Readonly<Record<string, (state: page.Page, attributes: HtmlAttributes) => void>> = {
  __proto__: null as never,
  table: page.openTable,
  tr: page.openRow,
  td: page.openCell,
  th: page.openCell,
  ul: (state, attributes) => page.openList(state, false, attributes),
  ol: (state, attributes) => page.openList(state, true, attributes),
  li: page.openItem,
};

const CLOSERS: Readonly<Record<string, (state: page.Page) => void>> = {
  __proto__: null as never,
  table: page.closeTable,
  td: page.closeCell,
  th: page.closeCell,
  ul: (state) => void state.lists.pop(),
  ol: (state) => void state.lists.pop(),
  li: (state) => void (state.label = null),
};

const INLINE_BOUNDARY = [...CELLS, 'table', 'div', 'li', 'p'];

function close(state: page.Page, name: string): void {
  if (BLOCKS.has(name)) page.endParagraph(state);
  if (VOID.has(name)) return;
  const within =
    name === 'table'
      ? []
      : BLOCKS.has(name)
        ? name === 'tr'
          ? ['table']
          : [...CELLS, 'table']
        : INLINE_BOUNDARY;
  closeNearest(
    state,
    [name],
    within.filter((boundary) => boundary !== name),
  );
}

// Tags that close nothing within that many open elements are taken as slips: a search without end would be quadratic.
const REACH = 200;

function closeNearest(state: page.Page, names: readonly string[], within: readonly string[]): boolean {
  const { elements } = state;
  const last = Math.max(0, elements.length - REACH);
  for (let at = elements.length - 1; at >= last; at--) {
    const { name } = elements[at]!;
    if (names.includes(name)) {
      while (elements.length > at) closeTop(state);
      return true;
    }
    if (within.includes(name)) return false;
  }
  return false;
}

function closeTop(state: page.Page): void {
  const element = state.elements.pop();
  if (!element) return;
  if (BLOCKS.has(element.name)) page.endParagraph(state);
  CLOSERS[element.name]?.(state);
  if (element.margin) page.closeMargin(state);
}
