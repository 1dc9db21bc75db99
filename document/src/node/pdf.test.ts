import { describe, expect, test } from 'vitest';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pagesOf } from '../../test/official/pages.ts';
import { OFFICIAL } from '../../test/official/samples.ts';
import { say } from '../messages.ts';
import type { OfficialDocument } from '../write/official.ts';
import { createPdfWriter, Unprintable, writePdf } from './pdf.ts';

const letter = OFFICIAL['cong-van']!;
const report = OFFICIAL['bao-cao']!;

const opened = (bytes: Uint8Array) => getDocument({ data: bytes.slice(), verbosity: 0 }).promise;

async function textOf(bytes: Uint8Array): Promise<string> {
  const pages = await pagesOf(bytes);
  return pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n');
}

async function refusalOf(document: OfficialDocument): Promise<string[]> {
  const error = await writePdf(document).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Unprintable);
  return (error as Unprintable).problems.map(({ code }) => code);
}

describe('the file', () => {
  test.each(Object.keys(OFFICIAL))(
    'of %s is PDF/A-2a, and PDF/UA-1 where that is asked for',
    async (name) => {
      const kept = Buffer.from(await writePdf(OFFICIAL[name]!)).toString('latin1');
      const read = Buffer.from(await writePdf(OFFICIAL[name]!, { standard: 'ua-1' })).toString('latin1');
      expect(kept).toMatch(/^%PDF-1\.7/);
      expect(kept).toContain('<pdfaid:part>2</pdfaid:part>');
      expect(kept).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
      expect(read).toContain('<pdfuaid:part>1</pdfuaid:part>');
    },
  );

  test('says its title, its agency, its language and its day', async () => {
    const pdf = await opened(await writePdf(report));
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: `BÁO CÁO ${report.title}`,
      Author: 'Ủy ban nhân dân tỉnh Sông Thao',
      Language: 'vi',
      CreationDate: 'D:20261120000000Z',
    });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  });

  test('is the same for the same document, and bears the day of printing where the document bears none', async () => {
    expect(await writePdf(letter)).toEqual(await writePdf(letter));
    const draft = { ...letter, date: null, number: null };
    const pdf = await opened(await writePdf(draft, { now: new Date('2026-11-22T03:00:00Z') }));
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ CreationDate: expect.stringContaining('20261122030000') });
  });

  test('has its fonts inside, none of them of the machine', async () => {
    const fonts = (await pagesOf(await writePdf(OFFICIAL['thong-bao']!))).flatMap(({ lines }) =>
      lines.map(({ font }) => font),
    );
    expect([...new Set(fonts)].every((font) => /^(?:Tinos|NotoSans)/.test(font))).toBe(true);
  });

  test('has bookmarks: the document, its sections, what is attached', async () => {
    interface Mark {
      readonly title: string;
      readonly items: readonly Mark[];
    }
    const shown = ({ title, items }: Mark): unknown => (items.length > 0 ? [title, items.map(shown)] : title);
    const marks = (await (await opened(await writePdf(report))).getOutline()) as Mark[];
    expect(marks.map(shown)).toEqual([
      [
        `BÁO CÁO ${report.title}`,
        [
          [
            'Phần I KẾT QUẢ THỰC HIỆN NĂM 2026',
            [
              'I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO',
              [
                'II. KẾT QUẢ CỤ THỂ',
                [
                  '1. Thông tin trên báo chí và nền tảng số',
                  '2. Tiếp đón phóng viên, đoàn khách quốc tế',
                  '3. Kết quả theo nhóm nhiệm vụ',
                ],
              ],
              'III. TỒN TẠI, HẠN CHẾ',
            ],
          ],
          ['Phần II PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2027', ['I. NHIỆM VỤ TRỌNG TÂM', 'II. ĐỀ XUẤT, KIẾN NGHỊ']],
        ],
      ],
      'Phụ lục I SỐ LIỆU CÔNG TÁC THÔNG TIN ĐỐI NGOẠI NĂM 2026',
      'Phụ lục II BIỂU ĐỒ KẾT QUẢ CÔNG TÁC THÔNG TIN ĐỐI NGOẠI NĂM 2026',
    ]);
  });

  test('tags titles, paragraphs, heads and cells of tables, and tells each chart in words', async () => {
    interface Tag {
      readonly role?: string;
      readonly alt?: string;
      readonly children?: readonly Tag[];
    }
    const pdf = await opened(await writePdf(report));
    const roles = new Map<string, number>();
    const told: string[] = [];
    const walk = ({ role, alt, children = [] }: Tag): void => {
      if (role) roles.set(role, (roles.get(role) ?? 0) + 1);
      if (role === 'Figure') told.push(alt ?? '');
      for (const child of children) walk(child);
    };
    for (let page = 1; page <= pdf.numPages; page++)
      walk((await (await pdf.getPage(page)).getStructTree()) as Tag);
    expect(roles.get('H1')).toBe(3);
    expect([...roles.keys()]).toEqual(expect.arrayContaining(['H2', 'H3', 'H4', 'P', 'Table', 'TH', 'TD']));
    const charts = report.attached[1]!.body.filter((block) => block.type === 'chart');
    expect(told).toEqual(charts.map(({ title, says }) => `${title}. ${says}`));
  });
});

describe('what a document holds', () => {
  const HOSTILE = [
    '#panic("x") #import "/etc/passwd" #sys.inputs',
    '$x^2$ *đậm* _nghiêng_ `mã` <nhãn> @tham-chiếu',
    '\\ \\u{41} "ngoặc" \'đơn\' // chú thích /* x */',
    '= Đề mục - gạch + cộng / thuật ngữ: x',
    '#{ } [ ] {{ }} <b>&amp;</b> ~ -- --- ... hết',
    'ພາສາລາວ ภาษาไทย 中文 日本語 한국어',
    '☐ Có ☒ Không ✔ → № ₫ ½',
  ];

  test.each(HOSTILE)('is never read as mark-up: %s', async (text) => {
    const bytes = await writePdf({
      ...letter,
      title: text,
      recipients: [text],
      body: [
        { type: 'text', line: [{ text, bold: true }] },
        {
          type: 'grid',
          widths: [1],
          head: [[{ lines: [text] }]],
          rows: [[{ lines: [text] }]],
          caption: text,
        },
        {
          type: 'chart',
          shape: 'bars',
          title: text,
          says: text,
          labels: ['a'],
          series: [{ name: 'b', values: [1] }],
        },
      ],
    });
    const squeezed = (words: string): string => words.replaceAll(/\s/g, '').normalize('NFKC');
    const found = squeezed(await textOf(bytes)).split(squeezed(text)).length - 1;
    expect(found).toBe(8);
    const { info } = await (await opened(bytes)).getMetadata();
    expect(info).toMatchObject({ Title: `V/v ${text}` });
  });

  test('may run from right to left within a line', async () => {
    const text = await textOf(
      await writePdf({ ...letter, body: [{ type: 'text', line: 'Bản tiếng Do Thái: שלום עולם.' }] }),
    );
    for (const word of ['Bản tiếng Do Thái:', 'שלום', 'עולם']) expect(text).toContain(word);
  });

  test.each([
    ['Ả Rập', 'العربية'],
    ['Hin-đi', 'हिन्दी'],
    ['Miến', 'မြန်မာ'],
    ['Nga', 'Россия'],
    ['Do Thái', 'עברית'],
  ])('may be in %s letters, their fonts inside the file', async (name, words) => {
    const pages = await pagesOf(
      await writePdf({ ...letter, body: [{ type: 'text', line: `${name}: ${words}, hết.` }] }),
    );
    const fonts = pages.flatMap(({ lines }) => lines.map(({ font }) => font));
    expect(fonts.filter((font) => !/^(?:Tinos|Noto)/.test(font))).toEqual([]);
  });

  test('loses marks that nobody sees, as a reader would', async () => {
    const text = await textOf(
      await writePdf({
        ...letter,
        body: [{ type: 'text', line: 'ế\u200bm \u202eđảo\u202c ẩn\ufeff mềm\u00ad.' }],
      }),
    );
    expect(text).toContain('ếm đảo ẩn mềm./.');
  });

  test('is broken within words that no line holds, and nothing is lost', async () => {
    const word = 'nghiêng'.repeat(1500);
    const bytes = await writePdf({
      ...letter,
      title: word,
      body: [
        { type: 'text', line: word },
        { type: 'grid', widths: [1, 9], head: [], rows: [[{ lines: [word] }, { lines: [word] }]] },
      ],
    });
    const pages = await pagesOf(bytes);
    for (const { lines, width } of pages)
      for (const { left, right } of lines) {
        expect(left).toBeGreaterThan(29.5);
        expect(right).toBeLessThan(width - 14.5);
      }
    const letters = pages
      .flatMap(({ lines }) => lines.map(({ text }) => text))
      .join('')
      .replaceAll(/\s/g, '');
    expect(letters.split('ê').length - 1).toBeGreaterThanOrEqual(4 * 1500);
  });

  test('may be nothing at all', async () => {
    const empty = { authority: [], position: '', name: '' };
    const bytes = await writePdf({
      ...letter,
      agency: '',
      title: '',
      symbol: '',
      addressees: [],
      body: [],
      recipients: [],
      signature: empty,
      attached: [{ type: '', title: '', reference: '', body: [] }],
    });
    expect(await textOf(bytes)).toContain('Độc lập - Tự do - Hạnh phúc');
  });

  test('may be a draft: number and date are left open', async () => {
    const text = await textOf(await writePdf({ ...letter, number: null, date: null }));
    expect(text).toMatch(/Số:\s+\/SVHTTDL-TTĐN/);
    expect(text).toMatch(/Sông Thao, ngày\s+tháng\s+năm/);
  });

  test('may be of the Party, or of several agencies', async () => {
    const party = await textOf(await writePdf({ ...letter, party: true, symbol: 'CV/TU' }));
    expect(party).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    expect(party).not.toContain('CỘNG HÒA');
    const other = { authority: ['KT. GIÁM ĐỐC'], position: 'PHÓ GIÁM ĐỐC', name: 'Trần Văn Mẫu' };
    const [page] = await pagesOf(await writePdf({ ...letter, cosigners: [other] }));
    const [one, two] = ['Mai Thế Vinh', 'Trần Văn Mẫu'].map((name) =>
      page!.lines.find(({ text }) => text === name)!,
    );
    expect(one!.baseline).toBeCloseTo(two!.baseline, 1);
    expect(two!.left).toBeGreaterThan(one!.right);
  });

  test('may have recipients and addressees without end', async () => {
    const many = Array.from({ length: 150 }, (_, at) => `Ủy ban nhân dân xã số ${at + 1}`);
    const text = await textOf(await writePdf({ ...letter, recipients: many, addressees: many }));
    for (const each of many) expect(text.split(each).length - 1).toBeGreaterThanOrEqual(2);
  });

  test('may have tables and charts without rows, with holes, with numbers that are none', async () => {
    const bytes = await writePdf({
      ...letter,
      body: [
        { type: 'grid', widths: [], head: [], rows: [] },
        {
          type: 'grid',
          widths: [],
          head: [],
          rows: [[{ lines: ['một'] }], [{ lines: ['hai'], columns: 9, rows: 9 }]],
        },
        { type: 'grid', widths: [1, Number.NaN, -4], head: [[{ lines: ['đầu'], rows: 4 }]], rows: [] },
        { type: 'chart', shape: 'lines', title: 'trống', says: '', labels: [], series: [] },
        {
          type: 'chart',
          shape: 'stacked',
          title: 'lạ',
          says: '',
          labels: ['a'],
          series: [{ name: 'x', values: [Number.NaN, Infinity, -5, 1e300] }],
        },
      ],
    });
    const text = await textOf(bytes);
    for (const word of ['một', 'hai', 'đầu', 'trống', 'lạ']) expect(text).toContain(word);
  });
});

/** A transparent picture with a blue stroke, as a signature is. */
async function strokes(): Promise<Uint8Array> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const canvas = createCanvas(300, 120);
  const context = canvas.getContext('2d');
  context.strokeStyle = '#1a3fb0';
  context.lineWidth = 6;
  context.moveTo(10, 90);
  context.bezierCurveTo(90, -40, 160, 200, 290, 30);
  context.stroke();
  return canvas.encode('png');
}

describe('the picture of a signature', () => {
  test('stands between position and name, told in words', async () => {
    const signed = { ...letter, signature: { ...letter.signature, image: await strokes() } };
    const pdf = await opened(await writePdf(signed));
    const page = await pdf.getPage(1);
    const tree = JSON.stringify(await page.getStructTree());
    expect(tree).toContain('Chữ ký của Mai Thế Vinh');
    // The place for it is there with or without it.
    const [[with_], [without]] = await Promise.all([
      pagesOf(await writePdf(signed)),
      pagesOf(await writePdf(letter)),
    ]);
    expect(with_!.lines).toEqual(without!.lines);
  });

  test('of one document never stands in another', async () => {
    const image = await strokes();
    await writePdf({ ...letter, signature: { ...letter.signature, image } });
    expect((await writePdf(letter)).length).toBeLessThan(
      (await writePdf({ ...letter, signature: { ...letter.signature, image } })).length,
    );
    expect(
      JSON.stringify(await (await (await opened(await writePdf(letter))).getPage(1)).getStructTree()),
    ).not.toContain('Chữ ký');
  });

  test.each([
    ['no picture', new Uint8Array([1, 2, 3])],
    [
      'a broken picture',
      Uint8Array.from([
        0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 9, 0, 0, 0, 9, 8, 6, 0,
        0, 0, 1, 2, 3, 4,
      ]),
    ],
    [
      'a picture that would fill the memory',
      Uint8Array.from([
        0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 1, 0, 0, 0, 1, 0, 0, 8, 6, 0,
        0, 0, 1, 2, 3, 4,
      ]),
    ],
  ])('that is %s stops the printing with a reason', async (_, image) => {
    expect(await refusalOf({ ...letter, signature: { ...letter.signature, image } })).toEqual([
      'signature-not-a-picture',
    ]);
  });
});

describe('what cannot be printed', () => {
  test('letters that no font has are named, not left out', async () => {
    const document = { ...letter, title: 'mừng 😀 và தமிழ்' };
    expect(await refusalOf(document)).toEqual(['letters-without-font']);
    const error = await writePdf(document).catch((reason: unknown) => reason as Unprintable);
    expect((error as Unprintable).message).toContain('😀');
    expect((error as Unprintable).problems[0]!.values!.letters).toMatch(/த/);
    expect(say('letters-without-font', (error as Unprintable).problems[0]!.values, 'en')).toContain(
      'No font',
    );
  });

  test('a row with more cells than the table has columns is named', async () => {
    const grid = {
      type: 'grid',
      caption: 'Bảng 1',
      widths: [1],
      head: [],
      rows: [[{ lines: ['a'] }, { lines: ['b'] }]],
    } as const;
    expect(await refusalOf({ ...letter, body: [grid] })).toEqual(['table-does-not-fit']);
  });
});

describe('a writer for servers', () => {
  test('prints the same bytes beside this process, one after another, and refuses as it does', async () => {
    const writer = createPdfWriter();
    const [one, two, refused] = await Promise.all([
      writer.write(letter),
      writer.write(report),
      writer.write({ ...letter, title: '😀' }).catch((reason: unknown) => reason),
    ]);
    expect(one).toEqual(await writePdf(letter));
    expect(two).toEqual(await writePdf(report));
    expect(refused).toBeInstanceOf(Unprintable);
    expect((refused as Unprintable).problems[0]!.code).toBe('letters-without-font');
    await writer.close();
    await expect(writer.write(letter)).rejects.toThrow('closed');
  });

  test('gives a document up that takes too long, and prints the next', async () => {
    const writer = createPdfWriter({ seconds: 0.001 });
    const refused = await writer.write(letter).catch((reason: unknown) => reason);
    expect((refused as Unprintable).problems[0]!.code).toBe('printing-too-long');
    await writer.close();
    const patient = createPdfWriter();
    expect((await patient.write(letter)).length).toBeGreaterThan(1000);
    await patient.close();
  });
});
