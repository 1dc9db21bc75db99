import { describe, expect, test } from 'vitest';
import { cell, p, row, table, wordPackage, type WordParts } from '../../test/word-package.ts';
import type { Paragraph, Source, Table } from '../tree.ts';
import { readDocx } from './docx.ts';

function readBody(body: string, parts: WordParts = {}): Source {
  const reading = readDocx({ name: 'a.docx', bytes: wordPackage(body, parts) }, {});
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.source;
}

const textOf = (body: string, parts?: WordParts): string => readBody(body, parts).text;
const paragraphs = (source: Source): Paragraph[] =>
  source.blocks.filter((block) => block.type === 'paragraph');

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('text of a Word document', () => {
  test('says where in the file each paragraph stands', () => {
    expect(readBody(p('Một') + p('') + p('Hai')).blocks).toMatchObject([
      { span: [0, 3], origin: { part: 'word/document.xml', index: 0 } },
      { span: [4, 7], origin: { part: 'word/document.xml', index: 2 } },
    ]);
  });

  test.each([
    [
      'keeps insertions and drops deletions',
      `<w:p><w:ins>${run('mới ')}</w:ins><w:del><w:r><w:delText>cũ </w:delText></w:r></w:del>${run('còn')}</w:p>`,
      'mới còn',
    ],
    [
      'keeps what was moved at its new place only',
      `<w:p><w:moveFrom>${run('a')}</w:moveFrom></w:p><w:p><w:moveTo>${run('a')}</w:moveTo></w:p>`,
      'a',
    ],
    [
      'joins paragraphs whose mark is deleted',
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('Kế ')}</w:p>${p('hoạch')}`,
      'Kế hoạch',
    ],
    [
      'loses nothing where the last mark is deleted',
      table(row(cell(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('a')}</w:p>`), cell('b'))),
      'a\tb',
    ],
    [
      'reads links, fields, controls and smart tags by what they show',
      `<w:p><w:hyperlink>${run('a ')}</w:hyperlink><w:fldSimple>${run('b ')}</w:fldSimple><w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>${run('c ')}</w:sdtContent></w:sdt><w:smartTag>${run('d')}</w:smartTag></w:p>`,
      'a b c d',
    ],
    [
      'drops instructions of fields, also of nested ones',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('trong')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('hiện')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      'hiện',
    ],
    [
      'goes on after a field that never ends',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>${p('sau')}`,
      'sau',
    ],
    ['drops hidden text', `<w:p>${run('thấy')}${run('ẩn', '<w:vanish/>')}</w:p>`, 'thấy'],
    ['shows capitals as they are shown', p('kế hoạch', '', '<w:caps/>'), 'KẾ HOẠCH'],
    [
      'reads symbols',
      '<w:p><w:r><w:sym w:font="Symbol" w:char="F02D"/><w:t> một</w:t></w:r></w:p><w:p><w:r><w:sym w:font="Wingdings" w:char="00D8"/><w:t>hai</w:t></w:r></w:p>',
      '- một\n-hai',
    ],
    [
      'reads tabs as spaces and non-breaking hyphens as hyphens',
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Số:</w:t><w:tab/><w:t>5/KH</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r></w:p>',
      'Số: 5/KH-UBND',
    ],
    [
      'reads fonts from before Unicode',
      p('Céng hoµ x· héi', '', '<w:rFonts w:ascii=".VnTime"/>') +
        p('tØnh s¬n la', '', '<w:rFonts w:ascii=".VnTimeH"/>'),
      'Cộng hoà xã hội\nTỈNH SƠN LA',
    ],
    [
      'passes over changes of properties',
      `<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr>${run('a')}</w:p>`,
      'a',
    ],
    [
      'drops comments and notes of the margin',
      `<w:p><w:commentRangeStart/>${run('a')}<w:r><w:commentReference/></w:r></w:p>`,
      'a',
    ],
    [
      'reads formulas as text',
      '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>',
      'a+b',
    ],
  ])('%s', (_, body, expected) => {
    expect(textOf(body)).toBe(expected);
  });

  test('reads a text box once, after the paragraph that holds it', () => {
    const box = `<w:txbxContent>${p('trong khung')}</w:txbxContent>`;
    const body = `<w:p>${run('Trước ')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('sau')}</w:p>`;
    expect(textOf(body)).toBe('Trước sau\ntrong khung');
    expect(textOf(`<w:p><w:r><w:pict><v:textbox>${box}</v:textbox></w:pict></w:r></w:p>`)).toBe(
      'trong khung',
    );
  });

  test('puts footnotes at the end and says so', () => {
    const notes = `<w:footnote w:type="separator" w:id="-1">${p('---')}</w:footnote><w:footnote w:id="1">${p('Nguồn: số liệu minh họa.')}</w:footnote>`;
    const source = readBody(`<w:p>${run('Có 12 lớp')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`, {
      footnotes: notes,
    });
    expect(source.text).toBe('Có 12 lớp\n[1] Nguồn: số liệu minh họa.');
    expect(source.diagnostics).toMatchObject([{ code: 'notes-appended', values: { count: 1 } }]);
  });

  test('leaves out a generated table of contents', () => {
    const styles = '<w:style w:styleId="M1" w:type="paragraph"><w:name w:val="toc 1"/></w:style>';
    expect(textOf(p('I. Mục đích 2', '<w:pStyle w:val="M1"/>') + p('I. Mục đích'), { styles })).toBe(
      'I. Mục đích',
    );
  });

  test('keeps headers and footers out of the text', () => {
    const bytes = wordPackage(p('Thân'), {
      header: p('Đầu trang'),
      footer: table(row(cell('Chân trang'), cell('2'))),
    });
    const reading = readDocx({ name: 'a.docx', bytes }, {});
    expect(reading).toMatchObject({
      ok: true,
      source: { text: 'Thân' },
      margins: ['Đầu trang', 'Chân trang', '2'],
    });
  });

  test('reads the strict form and foreign prefixes', () => {
    const xml =
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr><x:jc x:val="center"/></x:pPr><x:r><x:t>a</x:t></x:r></x:p></x:body></x:document>';
    expect(readBody('', { raw: { 'word/document.xml': xml } }).blocks).toMatchObject([
      { span: [0, 1], align: 'center' },
    ]);
  });
});

describe('looks and styles', () => {
  const styles = `<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:basedOn w:val="N"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H"/><w:rPr><w:i/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="C"><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="L1"><w:basedOn w:val="L2"/></w:style><w:style w:type="paragraph" w:styleId="L2"><w:basedOn w:val="L1"/></w:style>`;

  test('come from the chain of styles', () => {
    expect(readBody(p('a', '<w:pStyle w:val="H2"/>') + p('b'), { styles }).blocks).toMatchObject([
      { bold: true, italic: true, level: 2, align: 'justify' },
      { align: 'justify' },
    ]);
  });

  test('toggle between paragraph and character styles, and yield to what the run itself says', () => {
    const [both, off] = paragraphs(
      readBody(
        p('a', '<w:pStyle w:val="H"/>', '<w:rStyle w:val="C"/>') +
          p('b', '<w:pStyle w:val="H"/>', '<w:b w:val="0"/>'),
        { styles },
      ),
    );
    expect(both).not.toHaveProperty('bold');
    expect(off).not.toHaveProperty('bold');
  });

  test('end at a chain of styles that leads back to itself', () => {
    expect(textOf(p('a', '<w:pStyle w:val="L1"/>'), { styles })).toBe('a');
  });

  test('mark the parts of a paragraph that are bold', () => {
    const source = readBody(`<w:p>${run('Sở Ngoại vụ', '<w:b/>')}${run(' chủ trì')}</w:p>`);
    expect(source.blocks).toMatchObject([{ runs: [{ span: [0, 11], bold: true }] }]);
  });
});

describe('line breaks inside a paragraph', () => {
  const lines = (...texts: string[]): string =>
    `<w:p><w:r>${texts.map((text) => `<w:t>${text}</w:t>`).join('<w:br/>')}</w:r></w:p>`;

  test.each([
    ['wraps of a sentence', ['Đẩy mạnh thông tin', 'đối ngoại'], ['Đẩy mạnh thông tin đối ngoại']],
    [
      'an agency with its province',
      ['ỦY BAN NHÂN DÂN', 'TỈNH SÔNG THAO'],
      ['ỦY BAN NHÂN DÂN TỈNH SÔNG THAO'],
    ],
    [
      'an agency below its parent',
      ['UBND TỈNH SÔNG THAO', 'SỞ NGOẠI VỤ'],
      ['UBND TỈNH SÔNG THAO', 'SỞ NGOẠI VỤ'],
    ],
    [
      'the national title',
      ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
      ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
    ],
    ['recipients', ['Nơi nhận:', '- Như trên;', '- Lưu: VT.'], ['Nơi nhận:', '- Như trên;', '- Lưu: VT.']],
    [
      'a signature',
      ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', '', 'Lò Văn Mẫu'],
      ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lò Văn Mẫu'],
    ],
    [
      'a type and its title',
      ['KẾ HOẠCH', 'Thông tin đối ngoại năm 2026'],
      ['KẾ HOẠCH', 'Thông tin đối ngoại năm 2026'],
    ],
  ])('%s', (_, texts, expected) => {
    expect(textOf(lines(...texts))).toBe(expected.join('\n'));
  });

  test('always end the paragraph where a page ends', () => {
    expect(textOf(`<w:p>${run('Lưu: VT')}<w:r><w:br w:type="page"/></w:r>${run('phụ lục')}</w:p>`)).toBe(
      'Lưu: VT\nphụ lục',
    );
  });
});

describe('tables', () => {
  test('keep merged cells once, with what they cover', () => {
    const restart = '<w:vMerge w:val="restart"/>';
    const source = readBody(
      table(
        row(cell('TT'), cell('Nội dung', '<w:gridSpan w:val="2"/>')),
        row(cell('1', restart), cell('a'), cell('b')),
        row(cell('', '<w:vMerge/>'), cell('c'), cell('d')),
      ) + p('sau'),
    );
    expect(source.text).toBe('TT\tNội dung\n1\ta\tb\nc\td\nsau');
    expect(source.blocks[0]).toMatchObject({
      type: 'table',
      columns: 3,
      origin: { part: 'word/document.xml' },
      rows: [
        { cells: [{ column: 0 }, { column: 1, columns: 2 }] },
        { cells: [{ column: 0, rows: 2 }, { column: 1 }, { column: 2 }] },
        { cells: [{ column: 1 }, { column: 2 }] },
      ],
    });
  });

  test('skip grid columns left free before a row, and rows that are deleted', () => {
    const shifted = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('b')}</w:tr>`;
    const gone = `<w:tr><w:trPr><w:del/></w:trPr>${cell('x')}${cell('y')}</w:tr>`;
    const [found] = readBody(table(row(cell('a'), cell('c')), shifted, gone)).blocks as Table[];
    expect(found?.rows.map(({ cells }) => cells.map(({ column }) => column))).toEqual([[0, 1], [1]]);
  });

  test('inside a cell become its paragraphs; a table of one cell is a frame', () => {
    const inner = table(row(cell('x'), cell('y')));
    expect(textOf(table(row(cell(`${p('a')}${inner}<w:p/>`), cell('b'))))).toBe('a\nx\ny\tb');
    const framed = readBody(table(row(cell(`${inner}<w:p/>`))));
    expect(framed).toMatchObject({ text: 'x\ty', blocks: [{ type: 'table', columns: 2 }] });
  });

  test('keep numbers that stand alone in a cell', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const number = p('', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    expect(textOf(table(row(cell(number), cell('a')), row(cell(number), cell('b'))), { numbering })).toBe(
      '1\ta\n2\tb',
    );
  });
});
