import { describe, expect, test } from 'vitest';
import type { Source } from '../tree.ts';
import { readHtml } from './html.ts';
import { read } from './read.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function readPage(html: string | Uint8Array): Source {
  const reading = readHtml({ name: 'a.html', bytes: typeof html === 'string' ? encode(html) : html });
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.source;
}

const textOf = (html: string): string => readPage(html).text;

describe('text of a page', () => {
  test.each([
    ['blocks are paragraphs', '<div>a<p>b</div>c<h2>d</h2>', 'a\nb\nc\nd'],
    [
      'white space of the source says nothing',
      '<p> Kế\n   hoạch <b> năm </b>\t2026 </p>',
      'Kế hoạch năm 2026',
    ],
    ['paragraphs need no end', '<p>a<p>b<p>c', 'a\nb\nc'],
    ['entities are letters', '<p>&Ocirc;ng &#7840;i &amp; b&nbsp;c &#x110;', 'Ông Ại & b c Đ'],
    [
      'scripts, styles and menus do not show',
      '<title>t</title><script>if (a<b) "<p>x"</script><style>p{}</style><nav><ul><li>x</ul></nav><p>a',
      'a',
    ],
    [
      'hidden elements do not show',
      '<p style="display: none">x</p><div hidden><p>x</div><p>a<span style="visibility:hidden">x</span>',
      'a',
    ],
    ['deletions do not show', '<p>a<del> x</del><ins> b</ins>', 'a b'],
    ['preformatted lines stay', '<pre>I. MỤC TIÊU\n- một;\n- hai.</pre>', 'I. MỤC TIÊU\n- một;\n- hai.'],
    [
      'comments and conditions of Word do not show',
      '<p><!--[if gte mso 9]><xml>x</xml><![endif]--><![if !supportLists]><span style="mso-list:Ignore">1.<span>&nbsp;&nbsp; </span></span><![endif]>Mục đích<o:p></o:p></p>',
      '1. Mục đích',
    ],
    ['capitals by style are capitals', '<p style="text-transform:uppercase">kế hoạch', 'KẾ HOẠCH'],
    [
      'breaks split where lines differ',
      '<p align=center>ỦY BAN NHÂN DÂN<br>TỈNH SÔNG THAO<br>-------</p><p>Nơi nhận:<br/>- Như trên;<br/>- Lưu: VT.',
      'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO\nNơi nhận:\n- Như trên;\n- Lưu: VT.',
    ],
  ])('%s', (_, html, expected) => {
    expect(textOf(html)).toBe(expected);
  });

  test('looks come from tags and styles', () => {
    const html =
      '<div align="right"><p><b>a</b></p></div><p style="text-align:center;font-weight:700">b <i>c</i></p><h3>d</h3><center>e</center>';
    expect(readPage(html).blocks).toMatchObject([
      { align: 'right', bold: true },
      { align: 'center', bold: true, runs: [{ span: [4, 5], italic: true }] },
      { level: 3, bold: true },
      { align: 'center' },
    ]);
  });

  test('running heads and feet of pages are no text, but are looked through for marks', async () => {
    const html = (foot: string): string =>
      `<div title="header"><p>Đầu</p></div><p>a</p><footer>${foot}</footer><p>b`;
    const reading = readHtml({ name: 'a.html', bytes: encode(html('Chân')) });
    expect(reading).toMatchObject({ ok: true, source: { text: 'a\nb' }, margins: ['Đầu', 'Chân'] });
    expect(await read({ name: 'a.html', bytes: encode(html('<b>TỐI MẬT</b>')) })).toMatchObject({
      ok: false,
    });
  });

  test('a mark left open ends with its paragraph', () => {
    expect(readPage('<p><b>a<p>b').blocks).toMatchObject([{ bold: true }, { span: [2, 3] }]);
    expect(readPage('<p><b>a<p>b').blocks[1]).not.toHaveProperty('bold');
  });
});

describe('lists of a page', () => {
  test.each([
    ['numbers', '<ol><li>a<li>b</ol><ol start=5 type=I><li>c<li value=9>d</ol>', '1. a\n2. b\nV. c\nIX. d'],
    ['letters', '<ol type="a"><li><p>x</p><p>y</p></li><li>z</li></ol>', 'a) x\ny\nb) z'],
    ['dashes, and plus signs below them', '<ul><li>a<ul><li>b</ul><li>c</ul>', '- a\n+ b\n- c'],
    [
      'no marks where the style or the text has them',
      '<ul style="list-style:none"><li>a</ul><ul><li>- b<li>1. c</ul>',
      'a\n- b\n1. c',
    ],
  ])('show %s', (_, html, expected) => {
    expect(textOf(html)).toBe(expected);
  });
});

describe('tables of a page', () => {
  test('have merged cells and need no ends', () => {
    const source = readPage('<table><tr><th rowspan=2>TT<th colspan="2">Việc<tr><td>a<td>b</table>sau');
    expect(source.text).toBe('TT\tViệc\na\tb\nsau');
    expect(source.blocks[0]).toMatchObject({
      columns: 3,
      rows: [{ cells: [{ rows: 2 }, { column: 1, columns: 2 }] }, { cells: [{ column: 1 }, { column: 2 }] }],
    });
  });

  test('stand as letterheads', () => {
    const source = readPage(
      '<table><tbody><tr><td><p align=center><b>UBND TỈNH SÔNG THAO<br>-------</b></p></td><td><p align=center><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc<br>---------------</b></p></td></tr><tr><td>Số: 12/KH-UBND</td><td><i>Sông Thao, ngày 05 tháng 3 năm 2026</i></td></tr></tbody></table>',
    );
    expect(source.text).toBe(
      'UBND TỈNH SÔNG THAO\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/KH-UBND\tSông Thao, ngày 05 tháng 3 năm 2026',
    );
  });

  test('that only arrange the page are dissolved', () => {
    const text = Array.from({ length: 40 }, (_, at) => `<p>Đoạn ${at}</p>`).join('');
    const source = readPage(
      `<table><tr><td>Bên</td><td><table><tr><td>x</td><td>y</td></tr></table>${text}</td></tr></table>`,
    );
    expect(source.text.slice(0, 14)).toBe('Bên\nx\ty\nĐoạn 0');
    expect(source.blocks).toHaveLength(42);
  });
});

describe('encodings of a page', () => {
  test('are what the page declares', () => {
    const head = encode('<meta http-equiv=Content-Type content="text/html; charset=windows-1258"><p>');
    expect(readPage(Uint8Array.of(...head, 0xd0, 0xf4, 0xec, 0x69)).text).toBe('Đối');
  });
});

describe('a page saved as one file', () => {
  test.each([
    ['quoted-printable', 'S=E1=BB=91: 12/K=\r\nH'],
    ['base64', 'U+G7kTogMTIv\r\nS0g='],
  ])('is read from %s', async (encoding, body) => {
    const message = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_x"\r\n\r\n--=_x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n--=_x\r\nContent-Type: image/png\r\n\r\nxx\r\n--=_x--`;
    const reading = await read({ name: 'a.doc', bytes: encode(message) });
    expect(reading).toMatchObject({
      ok: true,
      source: { text: 'Số: 12/KH', diagnostics: [{ code: 'wrong-extension' }] },
    });
  });
});

describe('pages made to hurt', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['deep nesting', '<div>'.repeat(200_000) + 'x', 'x'],
    ['deep nesting that ends', `${'<div><b>'.repeat(10_000)}x${'</b></div>'.repeat(10_000)}`, 'x'],
    ['deep tables', `${'<table><tr><td>'.repeat(10_000)}x`, 'x'],
    [
      'cells over everything',
      `<table>${'<tr><td colspan=1000000 rowspan=1000000>x</td></tr>'.repeat(1000)}</table>`,
      'x',
    ],
    ['deep lists', `${'<ul><li>'.repeat(10_000)}x`, '+ x'],
    ['ends without beginnings', `${'<b>'.repeat(1000)}x${'</i>'.repeat(300_000)}`, 'x'],
    ['an endless tag', `x<p ${'a '.repeat(500_000)}`, 'x'],
    ['an endless comment', `x<!--${'<!--'.repeat(500_000)}`, 'x'],
    ['breaks without end', `x${'<br>'.repeat(500_000)}y`, 'x\ny'],
  ];
  test.each(cases)('%s', (_, html, expected) => {
    expect(textOf(html).endsWith(expected)).toBe(true);
  });
});
