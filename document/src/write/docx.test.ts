// What stands in the package that the Word writer makes.
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OFFICIAL } from '../../test/official/samples.ts';
import { readXml } from '../read/xml.ts';
import { writeDocx } from './docx.ts';
import { labelsOf } from './numbering.ts';
import type { Block, OfficialDocument } from './official.ts';

const letter = OFFICIAL['cong-van']!;
const decision = OFFICIAL['quyet-dinh']!;
const report = OFFICIAL['bao-cao']!;

function partsOf(document: OfficialDocument): Readonly<Record<string, string>> {
  const parts = unzipSync(writeDocx(document));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const storyOf = (document: OfficialDocument): string => partsOf(document)['word/document.xml'] ?? '';
const withBody = (body: readonly Block[]): OfficialDocument => ({ ...letter, body });
const all = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), (found) => found[1] ?? found[0]);

/** Paragraphs of a part with the style and the words of each. */
function paragraphs(xml: string): { style: string; words: string }[] {
  return all(xml, /<w:p>(.*?)<\/w:p>/g).map((inner) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(inner)?.[1] ?? '',
    words: all(inner, /<w:t[^>]*>([^<]*)<\/w:t>/g).join(''),
  }));
}

describe('the package', () => {
  it.each(Object.keys(OFFICIAL))(
    '%s holds well-formed parts alone, and every relation leads to one',
    (name) => {
      const bytes = unzipSync(writeDocx(OFFICIAL[name]!));
      for (const [part, content] of Object.entries(bytes)) {
        if (/\.(?:xml|rels)$/.test(part))
          expect(() => readXml(content, { open() {}, close() {} })).not.toThrow();
        if (!part.endsWith('.rels')) continue;
        const folder = part === '_rels/.rels' ? '' : part.replace(/_rels\/[^/]+$/, '');
        for (const target of all(strFromU8(content), /Target="([^"]+)"/g))
          expect(Object.keys(bytes)).toContain(new URL(`${folder}${target}`, 'http://x/').pathname.slice(1));
      }
    },
  );

  it.each(Object.keys(OFFICIAL))('%s uses only styles, lists and relations that it defines', (name) => {
    const parts = partsOf(OFFICIAL[name]!);
    const story = parts['word/document.xml'] ?? '';
    const styles = new Set(all(parts['word/styles.xml'] ?? '', /w:styleId="([^"]+)"/g));
    const lists = new Set(all(parts['word/numbering.xml'] ?? '', /<w:num w:numId="(\d+)"/g));
    const relations = new Set(all(parts['word/_rels/document.xml.rels'] ?? '', /Id="([^"]+)"/g));
    for (const used of all(story, /<w:(?:pStyle|tblStyle) w:val="([^"]+)"/g)) expect(styles).toContain(used);
    for (const used of all(story, /<w:numId w:val="(\d+)"/g)) expect(lists).toContain(used);
    for (const used of all(story, / r:(?:id|embed)="([^"]+)"/g)) expect(relations).toContain(used);
  });

  it('is the same, byte for byte, for the same document', () => {
    expect(Buffer.from(writeDocx(report)).equals(Buffer.from(writeDocx(report)))).toBe(true);
  });

  it('says who issued it, what it is called, when, and that it is in Vietnamese', () => {
    const parts = partsOf(letter);
    expect(parts['docProps/core.xml']).toContain('<dc:language>vi-VN</dc:language>');
    expect(parts['docProps/core.xml']).toContain(`<dc:creator>${letter.agency}</dc:creator>`);
    expect(parts['docProps/core.xml']).toContain(`${letter.date}T00:00:00Z`);
    expect(parts['docProps/core.xml']).toContain(`<dc:title>V/v ${letter.title}</dc:title>`);
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="vi-VN"');
  });

  it('shows the signs that XML reserves, and leaves out what it cannot hold', () => {
    const text = 'a < b & "c" > d\u0000\u001b\ufffe\ud800 hết';
    const body = paragraphs(storyOf(withBody([{ type: 'text', line: text }])));
    expect(body.map(({ words }) => words)).toContain('a &lt; b &amp; &quot;c&quot; &gt; d\ufffd hết./.');
  });
});

describe('the layout of Decree 30/2020, Annex I', () => {
  it('is A4 with margins of 20, 20, 30 and 15 mm (I.1, I.3)', () => {
    const story = storyOf(letter);
    expect(story).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(story).toContain('<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"');
  });

  it('numbers pages in the middle of the top margin, but not the first (I.7)', () => {
    const parts = partsOf(letter);
    expect(parts['word/document.xml']).toContain('<w:pgNumType w:start="1"/><w:titlePg/>');
    expect(parts['word/header1.xml']).toContain(' PAGE ');
    expect(parts['word/header2.xml']).not.toContain('PAGE');
  });

  it('gives the national title 60 % of the width (II.1)', () => {
    const [left, right] = all(storyOf(letter), /<w:gridCol w:w="(\d+)"\/>/g).map(Number);
    expect(right! / (left! + right!)).toBeCloseTo(0.6, 3);
  });

  it('writes every part of a letter in a style of its name', () => {
    const styled = new Map(paragraphs(storyOf(letter)).map(({ style, words }) => [style, words]));
    expect(styled.get('QuocHieu')).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(styled.get('TieuNgu')).toBe('Độc lập - Tự do - Hạnh phúc');
    expect(styled.get('CoQuan')).toContain('SỞ VĂN HÓA');
    expect(styled.get('SoKyHieu')).toBe(`Số: ${letter.number}/${letter.symbol}`);
    expect(styled.get('VeViec')).toBe(`V/v ${letter.title}`);
    expect(styled.get('NoiNhan')).toBe('Nơi nhận:');
    expect(styled.get('HoTen')).toBe(letter.signature.name);
    expect(styled.has('TenLoai')).toBe(false);
  });

  it('names its styles in Vietnamese, and its titles as the headings of Word', () => {
    const styles = partsOf(decision)['word/styles.xml'] ?? '';
    const names = all(styles, /<w:name w:val="([^"]+)"/g);
    expect(names).toEqual(
      expect.arrayContaining([
        'Quốc hiệu',
        'Tiêu ngữ',
        'Số và ký hiệu',
        'Tên loại',
        'Trích yếu',
        'Căn cứ',
        'Nội dung',
        'Nơi nhận',
        'heading 1',
        'heading 2',
      ]),
    );
    expect(styles).toContain('<w:name w:val="heading 1"/><w:aliases w:val="Mục I - II - III"/>');
  });

  it('ends the text with "./." and the legal bases with ";" and "."', () => {
    const lines = paragraphs(storyOf(decision));
    const bases = lines.filter(({ style }) => style === 'CanCu').map(({ words }) => words.at(-1));
    expect(bases).toEqual([...decision.bases.slice(1).map(() => ';'), '.']);
    expect(lines.filter(({ words }) => words.endsWith('./.')).length).toBe(2);
  });

  it('begins a section of its own for what is attached, in landscape where asked', () => {
    const story = storyOf(decision);
    const sections = all(story, /<w:sectPr>(.*?)<\/w:sectPr>/g);
    expect(sections.length).toBe(1 + decision.attached.length);
    expect(sections.map((section) => section.includes('w:orient="landscape"'))).toEqual([
      false,
      ...decision.attached.map(({ landscape }) => landscape === true),
    ]);
    for (const section of sections) expect(section).toContain('<w:pgNumType w:start="1"/><w:titlePg/>');
  });

  it('boxes urgency in red at its size (III.2)', () => {
    const story = storyOf({ ...letter, urgency: 'THƯỢNG KHẨN' });
    expect(story).toContain('<w:tblW w:w="2268" w:type="dxa"/>');
    expect(story).toContain('<w:trHeight w:val="454" w:hRule="exact"/>');
    expect(story).toMatch(/w:color="E60000"/);
  });

  it('puts address and telephone under a rule at the foot of the first page alone (cell 13)', () => {
    const parts = partsOf({ ...letter, contact: 'Số 1 đường Hùng Vương' });
    expect(parts['word/footer2.xml']).toContain('Số 1 đường Hùng Vương');
    expect(parts['word/document.xml']).toContain('<w:footerReference w:type="first" r:id="rIdContact"/>');
    const { contact: _, ...without } = letter;
    expect(partsOf(without)['word/footer2.xml']).toBeUndefined();
  });

  it('leaves number and date open in a draft', () => {
    const draft = paragraphs(storyOf({ ...letter, number: null, date: null }));
    const words = (style: string): string => draft.find((each) => each.style === style)?.words ?? '';
    expect(words('SoKyHieu')).toMatch(/^Số: \u00a0{4,}\/SVHTTDL/);
    expect(words('DiaDanh')).toMatch(/^Sông Thao, ngày \u00a0+ tháng \u00a0+ năm/);
  });

  it('places signatures of several agencies side by side', () => {
    const other = { authority: ['SỞ NGOẠI VỤ'], position: 'GIÁM ĐỐC', name: 'Hoàng Thúy Vi' };
    const names = paragraphs(storyOf({ ...letter, cosigners: [other] })).filter(
      ({ style }) => style === 'HoTen',
    );
    expect(names.map(({ words }) => words)).toEqual([letter.signature.name, 'Hoàng Thúy Vi']);
  });
});

describe('numbering', () => {
  /** The list instance of each numbered paragraph, and what numbering.xml overrides in it. */
  function numbered(body: readonly Block[]): { lists: string[]; overrides: Map<string, string> } {
    const parts = partsOf(withBody(body));
    const overrides = all(parts['word/numbering.xml'] ?? '', /(<w:num w:numId.*?<\/w:num>)/g).map(
      (num) => [/numId="(\d+)"/.exec(num)![1]!, num] as const,
    );
    // A paragraph bears the list of its style, or one of its own.
    const styles = parts['word/styles.xml'] ?? '';
    const lists = all(
      parts['word/document.xml'] ?? '',
      /<w:p>(<w:pPr><w:pStyle w:val="Cap-.*?<\/w:pPr>)/g,
    ).map((look) => {
      const own = /<w:numId w:val="(\d+)"/.exec(look)?.[1];
      const style = /<w:pStyle w:val="([^"]+)"/.exec(look)![1]!;
      return own ?? new RegExp(`w:styleId="${style}".*?<w:numId w:val="(\\d+)"`).exec(styles)![1]!;
    });
    return { lists, overrides: new Map(overrides) };
  }

  const clause = (line: string, label?: string): Block => ({
    type: 'text',
    level: 'number',
    ...(label !== undefined && { label }),
    line,
  });

  it('is one list where the count is natural', () => {
    const { lists } = numbered([
      clause('a'),
      clause('b'),
      { type: 'text', level: 'letter', line: 'c' },
      clause('d'),
    ]);
    expect(new Set(lists).size).toBe(1);
  });

  it('goes on from a number that the document gives itself', () => {
    const body = [clause('a'), clause('b', '4'), clause('c')];
    const { lists, overrides } = numbered(body);
    expect(labelsOf(body)).toEqual(['1.', '4.', '5.']);
    expect(lists[1]).toBe(lists[2]);
    expect(overrides.get(lists[1]!)).toContain('<w:startOverride w:val="4"/>');
  });

  it('follows the Vietnamese alphabet: đ after d, g after e', () => {
    const points = Array.from({ length: 8 }, (): Block => ({ type: 'text', level: 'letter', line: 'x' }));
    const { lists, overrides } = numbered(points);
    expect(labelsOf(points)).toEqual(['a)', 'b)', 'c)', 'd)', 'đ)', 'e)', 'g)', 'h)']);
    expect(overrides.get(lists[4]!)).toContain('w:val="đ)"');
    expect(overrides.get(lists[5]!)).toContain('<w:startOverride w:val="5"/>');
    expect(overrides.get(lists[6]!)).toContain('<w:startOverride w:val="7"/>');
    expect(lists[7]).toBe(lists[6]);
  });

  it('keeps a label of another make ("Bước 2:", "1)")', () => {
    const body = [clause('a', 'Bước 1:'), clause('b', 'Bước 2:'), clause('c', '1)')];
    const { lists, overrides } = numbered(body);
    expect(lists[0]).toBe(lists[1]);
    expect(overrides.get(lists[0]!)).toContain('<w:lvlText w:val="Bước %5:"/>');
    expect(overrides.get(lists[2]!)).toContain('<w:lvlText w:val="%5)"/>');
  });
});

describe('tables, charts and pictures', () => {
  it('repeats the rows of a head on every page and keeps short rows whole', () => {
    const grid = report.body.find((block) => block.type === 'grid')!;
    const story = storyOf(withBody([grid]));
    expect(all(story, /<w:tblHeader\/>/g).length).toBe(grid.head.length);
    expect(all(story, /<w:cantSplit\/><\/w:trPr>/g).length).toBeGreaterThanOrEqual(grid.rows.length);
  });

  it('fills every place of a table, under cells over several rows too', () => {
    const story = storyOf(
      withBody([
        {
          type: 'grid',
          widths: [1, 2, 3],
          head: [],
          rows: [
            [
              { lines: ['a'], rows: 2 },
              { lines: ['b'], columns: 2 },
            ],
            [{ lines: ['c'] }],
          ],
        },
      ]),
    );
    const table = story.slice(story.indexOf('BangKe'), story.indexOf('</w:tbl>', story.indexOf('BangKe')));
    const rows = all(table, /<w:tr>(.*?)<\/w:tr>/g).map((row) => all(row, /<w:tcPr>(.*?)<\/w:tcPr>/g));
    expect(rows.map((row) => row.length)).toEqual([2, 3]);
    expect(rows[0]![0]).toContain('<w:vMerge w:val="restart"/>');
    expect(rows[1]![0]).toContain('<w:vMerge/>');
    const widths = rows[1]!.map((cell) => Number(/w:w="(\d+)"/.exec(cell)![1]));
    expect(widths.reduce((sum, width) => sum + width)).toBe(9354);
  });

  it('loses no cell, whatever widths and extents are given', () => {
    const words = fc.stringMatching(/^[a-z]{1,5}$/);
    const cell = fc.record({
      word: words,
      columns: fc.integer({ min: -1, max: 4 }),
      rows: fc.integer({ min: 0, max: 4 }),
    });
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
    const widths = fc.array(fc.constantFrom(1, 2.5, 0, -3, Number.NaN), { maxLength: 6 });
    fc.assert(
      fc.property(rows, widths, fc.nat(3), (given, shares, heads) => {
        const cells = given.map((row) => row.map(({ word, ...more }) => ({ lines: [word], ...more })));
        const grid = {
          type: 'grid' as const,
          widths: shares,
          head: cells.slice(0, heads),
          rows: cells.slice(heads),
        };
        const story = storyOf(withBody([grid]));
        const table = story.slice(
          story.indexOf('BangKe'),
          story.indexOf('</w:tbl>', story.indexOf('BangKe')),
        );
        expect(all(table, /<w:t [^>]*>([^<]*)</g)).toEqual(given.flat().map(({ word }) => word));
        const columns = all(table, /<w:gridCol w:w="(-?\d+)"/g).map(Number);
        expect(Math.min(...columns)).toBeGreaterThan(0);
        for (const row of all(table, /<w:tr>(.*?)<\/w:tr>/g)) {
          const spans = all(row, /<w:tc>(.*?)<\/w:tcPr>/g).map((each) =>
            Number(/gridSpan w:val="(\d+)"/.exec(each)?.[1] ?? 1),
          );
          expect(spans.reduce((sum, span) => sum + span, 0)).toBe(columns.length);
        }
      }),
    );
  });

  it('draws charts as charts, with their workbook, and says in words what they show', () => {
    const parts = unzipSync(writeDocx(report));
    const charts = report.attached.flatMap(({ body }) => body).filter((block) => block.type === 'chart');
    expect(charts.length).toBeGreaterThan(0);
    for (const [at, chart] of charts.entries()) {
      const xml = strFromU8(parts[`word/charts/chart${at + 1}.xml`]!);
      const values = chart.series.flatMap((series) => series.values.filter((value) => value !== null));
      const shown = all(xml, /<c:numCache>(.*?)<\/c:numCache>/g).flatMap((cache) =>
        all(cache, /<c:v>([^<]+)</g),
      );
      expect(shown.map(Number)).toEqual(values);
      const sheet = unzipSync(parts[`word/embeddings/chart${at + 1}.xlsx`]!)['xl/worksheets/sheet1.xml'];
      expect(all(strFromU8(sheet!), /<v>([^<]+)</g).length).toBe(values.length);
    }
    const story = strFromU8(parts['word/document.xml']!);
    for (const { says, title } of charts) {
      expect(story).toContain(`descr="${title}. ${says}"`);
      expect(story).toContain(`>${says}</w:t>`);
    }
  });

  it('draws no value that is no number, and every label', () => {
    const chart = {
      type: 'chart' as const,
      shape: 'lines' as const,
      title: 'Tin, bài',
      says: 'Không có số liệu.',
      labels: ['Quý I'],
      series: [
        { name: 'a', values: [Number.NaN, 2, Number.POSITIVE_INFINITY, null] },
        { name: 'b', values: [] },
      ],
    };
    const xml = partsOf(withBody([chart]))['word/charts/chart1.xml'] ?? '';
    const caches = all(xml, /<c:numCache>(.*?)<\/c:numCache>/g);
    expect(caches.map((cache) => all(cache, /<c:pt idx="\d"><c:v>[^<]+/g))).toEqual([
      ['<c:pt idx="1"><c:v>2'],
      [],
    ]);
    expect(all(xml, /<c:ptCount val="(\d+)"/g)).toEqual(['1', '4', '4', '1', '4', '4']);
  });

  it('fits the picture of a signature, and leaves out what is no picture', () => {
    const png = new Uint8Array(32);
    png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    new DataView(png.buffer).setUint32(16, 400);
    new DataView(png.buffer).setUint32(20, 100);
    const signed = (image: Uint8Array): OfficialDocument => ({
      ...letter,
      signature: { ...letter.signature, image },
    });
    expect(storyOf(signed(png))).toContain('<wp:extent cx="2160000" cy="540000"/>');
    expect(partsOf(signed(png))['word/media/image1.png']).toBeDefined();
    expect(storyOf(signed(new Uint8Array(40)))).not.toContain('<w:drawing>');
  });
});
