// Sets a demonstration document as .docx in the layout of Decree 30/2020, Annex I.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type IParagraphOptions,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ISectionOptions,
  Table as DocxTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type Block, type Cell, mark, type Part, type Sample, type Table } from './model.ts';

const font = 'Times New Roman';
/** Twentieths of a point per millimetre. */
const mm = 56.693;
const page = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 20 };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none };
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const lines = { top: line, bottom: line, left: line, right: line };

interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** Bytes of the document. */
export async function writeDocx(sample: Sample): Promise<Uint8Array> {
  const body = [...letterhead(sample), ...sample.blocks.flatMap(block), ...ending(sample)];
  const document = new Document({
    title: sample.number,
    creator: 'Nhịp Cầu',
    description: mark,
    numbering: { config: [outline] },
    styles: { default: { document: { run: { font, size: 28, language: { value: 'vi-VN' } } } } },
    sections: [
      section(body, false),
      ...(sample.attached ?? []).map((part: Part) =>
        section(
          part.blocks.flatMap((each) => block(each)),
          part.landscape ?? false,
        ),
      ),
    ],
  });
  return Packer.toBuffer(document);
}

const outline = {
  reference: 'outline',
  levels: [
    { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.', alignment: AlignmentType.LEFT },
    { level: 1, format: LevelFormat.DECIMAL, text: '%2.', alignment: AlignmentType.LEFT },
  ].map((level) => ({
    ...level,
    suffix: LevelSuffix.SPACE,
    style: {
      run: { font, size: 28, bold: level.level === 0 },
      paragraph: { indent: { left: 0, firstLine: 567 } },
    },
  })),
};

function section(children: ISectionOptions['children'], landscape: boolean): ISectionOptions {
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          width: page.width * mm,
          height: page.height * mm,
          ...(landscape ? { orientation: PageOrientation.LANDSCAPE } : {}),
        },
        margin: {
          top: page.top * mm,
          bottom: page.bottom * mm,
          left: page.left * mm,
          right: page.right * mm,
          header: 10 * mm,
          footer: 10 * mm,
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: { first: new Header({ children: [] }), default: new Header({ children: [pageNumber()] }) },
    footers: { first: footer(), default: footer() },
    children,
  };
}

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], font, size: 26 })],
  });

const footer = (): Footer =>
  new Footer({ children: [text(mark, { alignment: AlignmentType.CENTER }, { size: 18, italic: true })] });

/** A paragraph whose **bold** and _italic_ parts are runs of their own. */
function text(value: string, options: IParagraphOptions = {}, look: Look = {}): Paragraph {
  return new Paragraph({ ...options, children: runs(value, look) });
}

function runs(value: string, look: Look): TextRun[] {
  return value
    .split(/(\*\*[^*]+\*\*|_[^_]+_)/)
    .filter(Boolean)
    .map((part) => {
      const bold = part.startsWith('**');
      const italic = part.startsWith('_');
      return new TextRun({
        text: bold ? part.slice(2, -2) : italic ? part.slice(1, -1) : part,
        bold: bold || (look.bold ?? false),
        italics: italic || (look.italic ?? false),
        font,
        size: look.size ?? 28,
      });
    });
}

const centred = (value: string, look: Look = {}, after = 0): Paragraph =>
  text(value, { alignment: AlignmentType.CENTER, spacing: { after } }, look);

/** A rule of the given share of the line, as under names of agencies and titles. */
function rule(width: number, share: number): Paragraph {
  const side = Math.round((width * (1 - share) * mm) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 50, after: 60, line: 60, lineRule: 'exact' },
    border: { top: { ...line, space: 1 } },
    children: [],
  });
}

function letterhead(sample: Sample): (Paragraph | DocxTable)[] {
  const [parent = '', issuer = ''] = sample.agency;
  const left = [
    centred(parent, { size: 24 }),
    centred(issuer, { size: 24, bold: true }),
    rule(62, 0.4),
    centred(sample.number, { size: 26 }, sample.about ? 60 : 0),
    ...(sample.about ? [centred(sample.about, { size: 24 })] : []),
  ];
  const right = [
    centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 24, bold: true }),
    centred('Độc lập - Tự do - Hạnh phúc', { size: 26, bold: true }),
    rule(96, 0.58),
    centred(`${sample.place}, ${sample.date}`, { size: 26, italic: true }),
  ];
  return [sideBySide(left, right, [62, 98]), centred('', { size: 20 }), ...addressees(sample)];
}

function addressees({ addressees: names }: Sample): Paragraph[] {
  if (!names) return [];
  return [
    text('Kính gửi:', { indent: { left: 2268 }, spacing: { after: 40 } }),
    ...names.map((name) => text(`- ${name}`, { indent: { left: 3402 }, spacing: { after: 40 } })),
    centred('', { size: 16 }),
  ];
}

function ending(sample: Sample): (Paragraph | DocxTable)[] {
  const left = [
    text('Nơi nhận:', {}, { size: 24, bold: true, italic: true }),
    ...sample.recipients.map((name) => text(`- ${name}`, {}, { size: 22 })),
  ];
  const right = [
    ...sample.authority.map((each) => centred(each, { bold: true })),
    ...Array.from({ length: 4 }, () => centred('')),
    centred(sample.signer, { bold: true }),
  ];
  return [centred('', { size: 16 }), sideBySide(left, right, [82, 78])];
}

function sideBySide(left: Paragraph[], right: Paragraph[], widths: readonly number[]): DocxTable {
  const cells = [left, right].map(
    (children, column) =>
      new TableCell({
        borders: noBorders,
        width: { size: (widths[column] ?? 0) * mm, type: WidthType.DXA },
        margins: { left: 0, right: 0 },
        children,
      }),
  );
  return new DocxTable({
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map((width) => Math.round(width * mm)),
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [new TableRow({ cantSplit: true, children: cells })],
  });
}

const justified: IParagraphOptions = {
  alignment: AlignmentType.JUSTIFIED,
  spacing: { after: 120, line: 276 },
  indent: { firstLine: 567 },
};

function block(each: Block): (Paragraph | DocxTable)[] {
  switch (each.kind) {
    case 'title':
      return titleLines(each);
    case 'table':
      return [grid(each.table), centred('', { size: 16 })];
    case 'centre':
      return [centred(each.text, {}, 120)];
    case 'basis':
      return [text(each.text, justified, { italic: true })];
    case 'heading':
      return [text(each.text, { ...justified, keepNext: true }, { bold: true })];
    case 'section':
      return [text(each.text, numbered(each.automatic, 0), { bold: true })];
    case 'item':
      return [text(each.text, numbered(each.automatic, 1))];
    case 'dash':
      return [text(`- ${each.text}`, justified)];
    default:
      return [text(each.text, justified)];
  }
}

const numbered = (automatic: boolean | undefined, level: number): IParagraphOptions =>
  automatic
    ? { ...justified, keepNext: level === 0, numbering: { reference: outline.reference, level } }
    : { ...justified, keepNext: true };

function titleLines({ type, subject, note }: Extract<Block, { kind: 'title' }>): Paragraph[] {
  return [
    centred(type, { bold: true }),
    centred(unbroken(subject), { bold: true }),
    ...(note ? [centred(note, { italic: true, size: 26 })] : []),
    rule(160, 0.3),
    centred('', { size: 12 }),
  ];
}

/** Keeps a year or a period of years on one line of a title. */
const unbroken = (subject: string): string =>
  subject.replace(/(năm|đoạn) (?=\d)/g, '$1\u00a0').replace(/(\d) - (?=\d)/g, '$1\u00a0-\u00a0');

function grid({ widths, head, rows }: Table): DocxTable {
  const full = 9360;
  const columns = widths.map((width) => Math.round((width / 100) * full));
  return new DocxTable({
    layout: TableLayoutType.FIXED,
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: columns,
    rows: [
      ...head.map((cells) => new TableRow({ tableHeader: true, children: cells.map(gridCell) })),
      ...rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(gridCell) })),
    ],
  });
}

function gridCell({ text: value, columns = 1, rows = 1, bold = false, centre = false }: Cell): TableCell {
  return new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    borders: lines,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    children: [
      text(value, { alignment: centre ? AlignmentType.CENTER : AlignmentType.LEFT }, { size: 24, bold }),
    ],
  });
}
