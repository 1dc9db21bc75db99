// Tables as a workbook (SpreadsheetML), written while their lines are read: nothing is read that nobody takes, and no line is kept.
// Why not by a library: docs/decisions/0024-workbooks-are-streamed-by-ourselves.md.
import type { Locale } from '../http/locale.ts';
import {
  cellXml,
  escaped,
  heightOf,
  letters,
  linesIn,
  longestCell,
  shortened,
  styles,
  type Cut,
} from './cells.ts';
import type { Cell, Sheet } from './column.ts';
import { sheetNames } from './names.ts';
import { zip, type Zip } from './zip.ts';

/** Of a sheet of Excel, its head included. */
export const mostRows = 1_048_576;
/** Bytes of a sheet's XML, after which it goes on in the next: far below what a zip of the old form can say. */
const largestSheet = 2 ** 30;
/** Cut cells that are named one by one. */
const mostCuts = 1000;

export interface XlsxOptions {
  readonly locale: Locale;
  /** Lower in tests. */
  readonly rowsPerSheet?: number;
}

/** A sheet that is longer than Excel allows goes on in the next one; cells that were cut are listed on a last one. */
export async function* xlsxOf(
  sheets: readonly Sheet[],
  { locale, rowsPerSheet = mostRows }: XlsxOptions,
): AsyncGenerator<Uint8Array> {
  const book: Book = {
    zip: zip(),
    locale,
    rowsPerSheet,
    name: sheetNames(),
    names: [],
    cuts: [],
    cutCount: 0,
  };
  for (const sheet of sheets) yield* sheetsOf(book, sheet);
  if (book.cutCount > 0) yield* sheetsOf(book, cutSheet(book));
  yield* partsOf(book);
  yield book.zip.close();
}

interface Book {
  readonly zip: Zip;
  readonly locale: Locale;
  readonly rowsPerSheet: number;
  readonly name: (wanted: string) => string;
  /** Of the sheets so far. */
  readonly names: string[];
  readonly cuts: Cut[];
  cutCount: number;
}

async function* sheetsOf(book: Book, sheet: Sheet): AsyncGenerator<Uint8Array> {
  const page = { row: 0, size: 0 };
  yield* open(book, sheet, sheet.title);
  page.row = 1;
  for await (const portion of sheet.lines) {
    for (let at = 0; at < portion.length;) {
      if (page.row >= book.rowsPerSheet || page.size >= largestSheet) {
        yield* close(book, sheet, page.row);
        yield* open(book, sheet, continued(book, sheet.title));
        page.row = 1;
        page.size = 0;
      }
      const fitting = portion.slice(at, at + book.rowsPerSheet - page.row);
      const xml = fitting
        .map((line, more) => rowXml(book, sheet, { line, row: page.row + more + 1 }))
        .join('');
      at += fitting.length;
      page.row += fitting.length;
      page.size += xml.length;
      yield await book.zip.add(xml);
    }
  }
  yield* close(book, sheet, page.row);
}

const continued = ({ locale }: Book, title: string) =>
  `${title.slice(0, 22)} ${locale === 'vi' ? '(tiếp)' : '(cont.)'}`;

interface Row {
  readonly line: readonly Cell[];
  readonly row: number;
}

function rowXml(book: Book, { columns }: Sheet, { line, row }: Row): string {
  let cells = '';
  let lines = 1;
  for (const [at, head] of columns.entries()) {
    const reference = `${letters(at)}${row}`;
    const value = line[at] ?? null;
    if (typeof value === 'string') lines = Math.max(lines, linesIn(value, head.width));
    const long = typeof value === 'string' && value.length > longestCell;
    cells += cellXml(reference, long ? cut(book, { value, reference, column: head.name }) : value, head.type);
  }
  return `<row r="${row}"${heightOf(lines)}>${cells}</row>`;
}

interface Long {
  readonly value: string;
  readonly reference: string;
  readonly column: string;
}

function cut(book: Book, { value, reference, column }: Long): string {
  book.cutCount += 1;
  if (book.cuts.length < mostCuts)
    book.cuts.push({ sheet: book.names.at(-1) ?? '', cell: reference, column, length: value.length });
  return shortened(value, book.locale);
}

/** Where something is missing, with how much: a reader who filters may never see the mark in the cell. */
function cutSheet({ cuts, cutCount, locale }: Book): Sheet {
  const [title, sheet, cell, column, length] =
    locale === 'vi'
      ? ['Ô bị cắt bớt', 'Trang tính', 'Ô', 'Cột', 'Số ký tự của toàn văn']
      : ['Cut cells', 'Sheet', 'Cell', 'Column', 'Characters of the whole text'];
  const left = cutCount - cuts.length;
  const more = locale === 'vi' ? `và ${left} ô khác` : `and ${left} other cells`;
  return {
    title,
    columns: [
      { key: 'sheet', name: sheet, width: 34 },
      { key: 'cell', name: cell, width: 12 },
      { key: 'column', name: column, width: 34 },
      { key: 'length', name: length, width: 26, type: 'number' },
    ],
    lines: (async function* () {
      yield cuts.map((each) => [each.sheet, each.cell, each.column, each.length]);
      if (left > 0) yield [[more, null, null, null]];
    })(),
  };
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

async function* open(book: Book, { columns }: Sheet, title: string): AsyncGenerator<Uint8Array> {
  book.names.push(book.name(title));
  const number = book.names.length;
  const widths = columns.map(
    ({ width }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${Math.min(width, 255)}" customWidth="1"/>`,
  );
  const heads = columns.map(
    ({ name }, at) =>
      `<c r="${letters(at)}1" s="${styles.head}" t="inlineStr"><is><t xml:space="preserve">${escaped(name)}</t></is></c>`,
  );
  yield book.zip.begin(`xl/worksheets/sheet${number}.xml`);
  yield await book.zip.add(
    `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
      `<sheetViews><sheetView workbookViewId="0"${number === 1 ? ' tabSelected="1"' : ''}>` +
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
      `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols>` +
      `<sheetData><row r="1"${heightOf(Math.max(...columns.map(({ name, width }) => linesIn(name, width - 2))))}>${heads.join('')}</row>`,
  );
}

/** Characters that can be read across a sheet of A4 on its side. */
const readable = 220;

/** A4, on its side where the columns ask for it, as wide as the page or as some of them. */
async function* close({ zip: archive }: Book, { columns }: Sheet, rows: number): AsyncGenerator<Uint8Array> {
  const width = columns.reduce((sum, each) => sum + each.width, 0);
  const across = Math.max(1, Math.round(width / readable));
  yield await archive.add(
    `</sheetData><autoFilter ref="A1:${letters(columns.length - 1)}${rows}"/>` +
      '<pageMargins left="0.6" right="0.6" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
      `<pageSetup paperSize="9" orientation="${width > 100 ? 'landscape' : 'portrait'}" fitToWidth="${across}" fitToHeight="0"/>` +
      '<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>',
  );
  yield archive.end();
}

/** Quoted, with an apostrophe said twice, as formulas name it. */
const quoted = (name: string) => escaped(`'${name.replaceAll("'", "''")}'`);
const inAttribute = (name: string) => escaped(name).replaceAll('"', '&quot;');

async function* partsOf({ zip: archive, names }: Book): AsyncGenerator<Uint8Array> {
  const numbers = names.map((_, at) => at + 1);
  const parts: readonly (readonly [name: string, xml: string])[] = [
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${names
        .map((name, at) => `<sheet name="${inAttribute(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join('')}</sheets><definedNames>${names
        .map(
          (name, at) =>
            `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${quoted(name)}!$1:$1</definedName>`,
        )
        .join('')}</definedNames></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${numbers
        .map(
          (no) =>
            `<Relationship Id="rId${no}" Type="${relations}/worksheet" Target="worksheets/sheet${no}.xml"/>`,
        )
        .join(
          '',
        )}<Relationship Id="rId${names.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', stylesXml],
    [
      '_rels/.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>${numbers
        .map(
          (no) => `<Override PartName="/xl/worksheets/sheet${no}.xml" ContentType="${kind}.worksheet+xml"/>`,
        )
        .join('')}<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`,
    ],
  ];
  for (const [name, xml] of parts) {
    yield archive.begin(name);
    yield await archive.add(declaration + xml);
    yield archive.end();
  }
}

const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const top = '<alignment vertical="top" wrapText="1"/>';

/** By the numbers of `styles`; 0 is what other cells have. */
const stylesXml = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8F0EE"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">${top}</xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${top}</xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
