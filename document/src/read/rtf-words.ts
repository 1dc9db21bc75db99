// The control words of RTF that say something about the text; the others are passed over.
import { legacyFont } from './legacy.ts';
import { breakLine as breakLineIn } from './lines.ts';
import { endCell, endRow } from './marked-flow.ts';
import { emptyLook, endParagraph, startFlow, type Rtf } from './rtf-state.ts';

type Word = (rtf: Rtf, number: number | null) => void;

/** Groups whose text does not show. */
const HIDDEN = new Set([
  'stylesheet',
  'colortbl',
  'info',
  'pict',
  'object',
  'fldinst',
  'datafield',
  'listtable',
  'listoverridetable',
  'rsidtbl',
  'generator',
  'themedata',
  'xmlnstbl',
  'filetbl',
  'revtbl',
  'atnid',
  'atnauthor',
  'annotation',
  'sn',
  'sv',
  'bkmkstart',
  'bkmkend',
  'pgdsctbl',
  'private',
  'mmathPr',
  'pntext',
  'nonshppict',
  'falt',
  'panose',
  'nonesttables',
]);
const MARGINS = new Set([
  'header',
  'headerl',
  'headerr',
  'headerf',
  'footer',
  'footerl',
  'footerr',
  'footerf',
]);
/** Optional destinations that hold text that shows. */
const SHOWN = new Set(['shpinst', 'shptxt', 'shppict', 'fldrslt']);

export function readWord(rtf: Rtf, word: string, number: number | null): void {
  flushBytes(rtf);
  const { optional } = rtf;
  rtf.optional = false;
  if (rtf.group.target === 'nothing') return;
  if (HIDDEN.has(word)) rtf.group = { ...rtf.group, target: 'nothing' };
  else if (MARGINS.has(word)) startFlow(rtf, 'margin');
  else if (Object.hasOwn(WORDS, word)) WORDS[word]?.(rtf, number);
  else if (optional && !SHOWN.has(word)) rtf.group = { ...rtf.group, target: 'nothing' };
}

const on = (number: number | null): boolean => number !== 0;

function breakLine(rtf: Rtf, apart: boolean): void {
  if (rtf.group.target === 'text') breakLineIn(rtf.flow.lines, apart);
}

const align =
  (to: 'left' | 'center' | 'right' | 'justify'): Word =>
  (rtf) =>
    void (rtf.flow.align = to);

const says =
  (text: string): Word =>
  (rtf) =>
    readText(rtf, text);

const WORDS: Readonly<Record<string, Word>> = {
  ansicpg: (rtf, number) => void (rtf.page = pageOf(number) ?? rtf.page),
  fonttbl: (rtf) => void (rtf.group = { ...rtf.group, target: 'fonts' }),
  listtext: (rtf) => void (rtf.group = { ...rtf.group, target: 'label' }),
  footnote: (rtf) => startFlow(rtf, 'note'),
  shptxt: (rtf) => startFlow(rtf, 'box'),
  f: readFont,
  fcharset: (rtf, number) => setFont(rtf, { page: CHARSETS[number ?? -1] ?? null }),
  uc: (rtf, number) => void (rtf.group = { ...rtf.group, fallback: Math.min(Math.max(number ?? 1, 0), 16) }),
  u: readUnit,
  par: endParagraph,
  sect: endParagraph,
  page: (rtf) => breakLine(rtf, true),
  line: (rtf) => breakLine(rtf, false),
  column: (rtf) => breakLine(rtf, true),
  pard: (rtf) => void Object.assign(rtf.flow, { align: null, level: 0, inTable: false }),
  plain: (rtf) => void (rtf.group = { ...rtf.group, ...emptyLook }),
  intbl: (rtf) => void (rtf.flow.inTable = true),
  outlinelevel: (rtf, number) =>
    void (rtf.flow.level = number !== null && number >= 0 && number < 9 ? number + 1 : 0),
  ql: align('left'),
  qc: align('center'),
  qr: align('right'),
  qj: align('justify'),
  b: (rtf, number) => void (rtf.group = { ...rtf.group, bold: on(number) }),
  i: (rtf, number) => void (rtf.group = { ...rtf.group, italic: on(number) }),
  caps: (rtf, number) => void (rtf.group = { ...rtf.group, capitals: on(number) }),
  v: (rtf, number) => void (rtf.group = { ...rtf.group, hidden: on(number) }),
  deleted: (rtf, number) => void (rtf.group = { ...rtf.group, hidden: on(number) }),
  trowd: (rtf) => void (rtf.flow.row = { edges: [0], cells: [] }),
  trleft: (rtf, number) => void (rtf.flow.row.edges[0] = number ?? 0),
  clmgf: (rtf) => void (rtf.cell.sideways = true),
  clmrg: (rtf) => void (rtf.cell.sideways = true),
  clvmgf: (rtf) => void (rtf.cell.merge = 'restart'),
  clvmrg: (rtf) => void (rtf.cell.merge = 'continue'),
  cellx: (rtf, number) => {
    rtf.flow.row.edges.push(number ?? 0);
    rtf.flow.row.cells.push(rtf.cell);
    rtf.cell = { sideways: false, merge: null };
  },
  cell: (rtf) => {
    rtf.flow.inTable = true;
    endParagraph(rtf);
    endCell(rtf.flow.marked);
  },
  nestcell: endParagraph,
  row: (rtf) => endRow(rtf.flow.marked, { edges: [...rtf.flow.row.edges], cells: [...rtf.flow.row.cells] }),
  tab: says('\t'),
  emdash: says('—'),
  endash: says('–'),
  lquote: says('‘'),
  rquote: says('’'),
  ldblquote: says('“'),
  rdblquote: says('”'),
  bullet: says('•'),
};

const CHARSETS: Readonly<Record<number, string>> = { 0: 'windows-1252', 163: 'windows-1258' };

const PAGES: Readonly<Record<number, string>> = {
  1252: 'windows-1252',
  1258: 'windows-1258',
  1250: 'windows-1250',
  1251: 'windows-1251',
  65001: 'utf-8',
};

const pageOf = (number: number | null): string | null => PAGES[number ?? 0] ?? null;

function readFont(rtf: Rtf, number: number | null): void {
  rtf.group = { ...rtf.group, font: number ?? 0 };
  if (rtf.group.target === 'fonts') setFont(rtf, {});
}

function setFont(rtf: Rtf, change: { page?: string | null; name?: string }): void {
  if (rtf.group.target !== 'fonts') return;
  const font = rtf.fonts.get(rtf.group.font) ?? { page: null, name: '' };
  rtf.fonts.set(rtf.group.font, { ...font, ...change });
}

/** Numbers above 32767 are written as negative ones. */
function readUnit(rtf: Rtf, number: number | null): void {
  write(rtf, String.fromCharCode((number ?? 0x3f) & 0xffff), true);
  rtf.pending = rtf.group.fallback;
}

export function readByte(rtf: Rtf, byte: number): void {
  if (rtf.pending > 0) rtf.pending--;
  else rtf.bytes.push(byte);
}

function flushBytes(rtf: Rtf): void {
  if (rtf.bytes.length === 0) return;
  const page = rtf.fonts.get(rtf.group.font)?.page ?? rtf.page;
  const text = new TextDecoder(page).decode(Uint8Array.from(rtf.bytes));
  rtf.bytes = [];
  write(rtf, text, false);
}

export function readText(rtf: Rtf, text: string): void {
  flushBytes(rtf);
  const passed = Math.min(rtf.pending, text.length);
  rtf.pending -= passed;
  if (passed < text.length) write(rtf, passed > 0 ? text.slice(passed) : text, false);
}

function write(rtf: Rtf, text: string, isUnicode: boolean): void {
  const { group, flow } = rtf;
  if (group.target === 'fonts') nameFont(rtf, text);
  else if (group.target === 'label') flow.label += text.slice(0, 60);
  else if (group.target === 'text' && !group.hidden) append(rtf, decode(rtf, text, isUnicode));
}

function nameFont(rtf: Rtf, text: string): void {
  const name = (rtf.fonts.get(rtf.group.font)?.name ?? '') + text;
  if (name.length < 100) setFont(rtf, { name: name.replace(/;.*/, '') });
}

/** Old fonts keep their letters in places of windows-1252; what comes as a number of Unicode may do so, too. */
function decode(rtf: Rtf, text: string, isUnicode: boolean): string {
  const read = legacyFont(rtf.fonts.get(rtf.group.font)?.name ?? '');
  return read && !(isUnicode && text > '\u00ff') ? read(text) : text;
}

function append(rtf: Rtf, text: string): void {
  const { bold, italic, capitals } = rtf.group;
  const runs = rtf.flow.lines.at(-1)!.runs;
  const shown = capitals ? text.toUpperCase() : text;
  const before = runs.at(-1);
  if (before && !!before.bold === bold && !!before.italic === italic)
    runs[runs.length - 1] = { ...before, text: before.text + shown };
  else runs.push({ text: shown, ...(bold && { bold: true }), ...(italic && { italic: true }) });
}
