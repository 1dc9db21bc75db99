// word/styles.xml: the named styles of an official document, so that whoever edits it in Word changes one style, not forty lines.
import { BODY, FONT, GAP, RULE, SIZE, TABLE, TIMES } from '../layout.ts';
import {
  LEVEL_NAMES,
  STYLE_NAMES,
  statementName,
  statementStyle,
  titleStyle,
  type StyleId,
} from '../../official-styles.ts';
import type { Level } from '../official.ts';
import { CAPITALS, DIVISIONS, LEVELS } from '../numbering.ts';
import { eighths, escape, HEAD, NAMESPACES, pointTwips, twips } from './xml.ts';

interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly caps?: boolean;
  readonly align?: 'left' | 'center' | 'both';
  /** Points. */
  readonly before?: number;
  readonly after?: number;
  /** Share of single spacing; "exact" lines are given in twips. */
  readonly line?: number;
  readonly exact?: number;
  /** Millimetres. */
  readonly firstLine?: number;
  readonly left?: number;
  readonly keepNext?: boolean;
  readonly outline?: number;
  readonly aliases?: string;
  readonly topBorder?: boolean;
  readonly list?: { readonly list: number; readonly depth: number } | null;
}

const centred = (size: number, bold: boolean, more: Look = {}): Look => ({
  size,
  bold,
  align: 'center',
  ...more,
});

const TEXT: Look = {
  size: SIZE.body,
  align: 'both',
  firstLine: BODY.firstLine,
  before: BODY.gap,
  line: BODY.line,
};

/** Looks of the styles; levels of the text follow in `levelStyles`. */
const STYLES: readonly (readonly [id: StyleId, look: Look])[] = [
  ['QuocHieu', centred(SIZE.nation, true)],
  ['TieuNgu', centred(SIZE.motto, true)],
  ['CoQuanChuQuan', centred(SIZE.superior, false)],
  ['CoQuan', centred(SIZE.agency, true)],
  ['SoKyHieu', centred(SIZE.number, false, { before: 6 })],
  ['DiaDanh', centred(SIZE.date, false, { italic: true, before: 6 })],
  ['VeViec', centred(SIZE.subject, false, { before: GAP.subject })],
  ['MucDoKhan', centred(SIZE.urgency, true)],
  ['LuuHanh', centred(SIZE.circulation, true)],
  ['TenLoai', centred(SIZE.type, true, { before: GAP.beforeTitle, keepNext: true })],
  ['TrichYeu', centred(SIZE.title, true, { keepNext: true })],
  ['DuongKe', { size: 1, before: RULE.gap, exact: pointTwips(RULE.gap), topBorder: true }],
  ['KinhGui', { size: SIZE.addressee, before: GAP.addressees, line: BODY.line }],
  ['NoiGui', { size: SIZE.addressee, left: 45, before: 3, line: BODY.line }],
  ['ThamQuyen', centred(SIZE.authority, true, { before: GAP.afterTitle, after: 6, keepNext: true })],
  ['CanCu', { ...TEXT, italic: true }],
  ['NoiDung', TEXT],
  ['TenMuc', { ...TEXT, bold: true, keepNext: true }],
  [
    'NoiNhan',
    // Its base line is that of the authority beside it, in larger letters.
    {
      size: SIZE.recipientsTitle,
      bold: true,
      italic: true,
      align: 'left',
      before: (SIZE.authority - SIZE.recipientsTitle) * TIMES.ascent,
      keepNext: true,
    },
  ],
  ['NoiNhanDanhSach', { size: SIZE.recipients, align: 'left' }],
  ['KyTen', centred(SIZE.authority, true, { keepNext: true })],
  ['ChuKy', centred(SIZE.signer, false, { keepNext: true })],
  ['HoTen', centred(SIZE.signer, true)],
  ['PhuLuc', centred(SIZE.annex, true, { keepNext: true })],
  ['TenPhuLuc', centred(SIZE.annexTitle, true, { keepNext: true })],
  ['KemTheo', centred(SIZE.annexReference, false, { italic: true, keepNext: true })],
  ['Bang', { size: SIZE.table, line: TABLE.line }],
  ['DauBang', centred(SIZE.table, true, { keepNext: true })],
  ['TenBang', centred(SIZE.caption, true, { before: BODY.gap * 2, after: BODY.gap, keepNext: true })],
  ['BieuDo', centred(SIZE.caption, false, { before: BODY.gap * 2, keepNext: true })],
  ['LoiBieuDo', centred(SIZE.caption, false, { italic: true, before: 3, after: BODY.gap })],
  ['SoTrang', centred(SIZE.body, false)],
  ['LienHe', centred(SIZE.contact, false, { topBorder: true, before: 2 })],
];

/**
 * Where in the numbering the style of a level stands, for the one style that the list names for it: Word takes any other style with a list
 * for one of the list's first level (ECMA-376 part 1, 17.9.23; MS-OI29500 2.1.50).
 */
export type Place = (level: Level, style: string) => { readonly list: number; readonly depth: number } | null;

/** Levels that title something, from the highest down, become Word's headings 1 … 9: its outline, and other programs', rest on them. */
function levelStyles(titles: readonly Level[], place: Place): string {
  const headings = titles.map((level, index) => {
    const look: Look = DIVISIONS.has(level)
      ? centred(SIZE.body, true, { before: BODY.gap * 2, line: BODY.line })
      : { ...TEXT, bold: true };
    const caps = CAPITALS.has(level);
    const name = LEVEL_NAMES[level];
    return style(titleStyle(level), index < 9 ? `heading ${index + 1}` : name, {
      ...look,
      caps,
      keepNext: true,
      ...(index < 9 && { outline: index }),
      aliases: name,
      list: place(level, titleStyle(level)),
    });
  });
  const statements = LEVELS.map((level) => {
    const name = statementName(level, titles.includes(level));
    return style(statementStyle(level), name, { ...TEXT, list: place(level, statementStyle(level)) });
  });
  return headings.join('') + statements.join('');
}

function style(id: string, name: string, look: Look): string {
  return (
    `<w:style w:type="paragraph" w:customStyle="${/^heading \d$/.test(name) ? 0 : 1}" w:styleId="${id}"><w:name w:val="${escape(name)}"/>` +
    (look.aliases ? `<w:aliases w:val="${escape(look.aliases)}"/>` : '') +
    `<w:basedOn w:val="Normal"/><w:qFormat/>${paragraphLook(look)}${runLook(look)}</w:style>`
  );
}

function paragraphLook(look: Look): string {
  const { keepNext, list, topBorder, align, firstLine, left, outline } = look;
  const inner =
    (keepNext ? '<w:keepNext/>' : '') +
    (list ? `<w:numPr><w:ilvl w:val="${list.depth}"/><w:numId w:val="${list.list}"/></w:numPr>` : '') +
    (topBorder
      ? `<w:pBdr><w:top w:val="single" w:sz="${eighths(RULE.thickness)}" w:space="0" w:color="000000"/></w:pBdr>`
      : '') +
    spacing(look) +
    (firstLine || left
      ? `<w:ind${left ? ` w:left="${twips(left)}"` : ''}${firstLine ? ` w:firstLine="${twips(firstLine)}"` : ''}/>`
      : '') +
    (align ? `<w:jc w:val="${align}"/>` : '') +
    (outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`);
  return inner === '' ? '' : `<w:pPr>${inner}</w:pPr>`;
}

function spacing({ before, after, line, exact }: Look): string {
  const stated =
    (before ? ` w:before="${pointTwips(before)}"` : '') +
    (after ? ` w:after="${pointTwips(after)}"` : '') +
    (exact ? ` w:line="${exact}" w:lineRule="exact"` : '') +
    (line ? ` w:line="${Math.round(line * 240)}" w:lineRule="auto"` : '');
  return stated === '' ? '' : `<w:spacing${stated}/>`;
}

function runLook({ size, bold, italic, caps }: Look): string {
  const half = size === undefined ? '' : `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`;
  return `<w:rPr>${bold ? '<w:b/><w:bCs/>' : ''}${italic ? '<w:i/><w:iCs/>' : ''}${caps ? '<w:caps/>' : ''}${half}</w:rPr>`;
}

const DEFAULTS =
  `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONT.name}" w:hAnsi="${FONT.name}" w:eastAsia="${FONT.name}" w:cs="${FONT.name}"/>` +
  `<w:color w:val="${FONT.colour}"/><w:sz w:val="${SIZE.body * 2}"/><w:szCs w:val="${SIZE.body * 2}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
  '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>';

const BASE =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
  '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>';

const border = (side: string): string =>
  `<w:${side} w:val="single" w:sz="${eighths(TABLE.stroke)}" w:space="0" w:color="000000"/>`;
const margin = (side: string, length: number): string => `<w:${side} w:w="${twips(length)}" w:type="dxa"/>`;

const GRID =
  '<w:style w:type="table" w:customStyle="1" w:styleId="BangKe"><w:name w:val="Bảng có kẻ"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>' +
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('') +
  '</w:tblBorders><w:tblCellMar>' +
  margin('top', TABLE.padY) +
  margin('left', TABLE.padX) +
  margin('bottom', TABLE.padY) +
  margin('right', TABLE.padX) +
  '</w:tblCellMar></w:tblPr></w:style>';

const FIXED = `${HEAD}<w:styles ${NAMESPACES}>${DEFAULTS}${BASE}${STYLES.map(([id, look]) => style(id, STYLE_NAMES[id], look)).join('')}${GRID}`;

/** `titles` are the levels that the document has titles of. */
export const stylesPart = (titles: readonly Level[], place: Place): string =>
  `${FIXED}${levelStyles(titles, place)}</w:styles>`;
