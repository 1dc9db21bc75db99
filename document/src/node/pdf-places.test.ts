// Where everything stands on the printed page, held against the figures of Decree 30/2020, Annex I (not against our layout): within a
// millimetre, sizes exactly.
import { beforeAll, describe, expect, test } from 'vitest';
import { pagesOf, type PrintedLine, type PrintedPage, type PrintedRule } from '../../test/official/pages.ts';
import { layoutFaults } from '../../test/official/decree.ts';
import { OFFICIAL } from '../../test/official/samples.ts';
import { wildOfEachKind } from '../../test/wild/documents.ts';
import type { OfficialDocument } from '../write/official.ts';
import { writePdf } from './pdf.ts';

const NAMES = Object.keys(OFFICIAL);
const printed: Record<string, PrintedPage[]> = {};

beforeAll(async () => {
  for (const [name, document] of Object.entries(OFFICIAL))
    printed[name] = await pagesOf(await writePdf(document));
});

/** Text strip of an upright page: margins of 30 and 15 mm. */
const [LEFT, RIGHT, TOP, BOTTOM] = [30, 195, 20, 277];
const MIDDLE = (LEFT + RIGHT) / 2;
/** Middles of the two columns of the header. */
const [AGENCY, NATION] = [63, 145.5];
/** A line of Times at single spacing, in millimetres. */
const single = (size: number): number => (1.149 * size * 25.4) / 72;

const middle = ({ left, right }: { left: number; right: number }): number => (left + right) / 2;
const near = (value: number, wanted: number, by = 1): void => {
  expect(Math.abs(value - wanted), `${value} is not ${wanted}`).toBeLessThanOrEqual(by);
};
const between = (value: number, least: number, most: number): void => {
  expect(value).toBeGreaterThanOrEqual(least);
  expect(value).toBeLessThanOrEqual(most);
};

const first = (name: string): PrintedPage => printed[name]![0]!;
const flat = (text: string): string => text.replaceAll(/\s/g, '');

function line(page: PrintedPage, opening: string): PrintedLine {
  const found = page.lines.find(({ text }) => flat(text).startsWith(flat(opening)));
  if (!found) throw new Error(`no line “${opening}” among\n${page.lines.map(({ text }) => text).join('\n')}`);
  return found;
}

/** The rule next below a line, over its middle. */
function ruleUnder(page: PrintedPage, above: PrintedLine): PrintedRule {
  const below = page.rules.filter(
    (rule) => rule.top > above.baseline && rule.left < middle(above) && rule.right > middle(above),
  );
  const found = below.toSorted((a, b) => a.top - b.top)[0];
  if (!found) throw new Error(`no rule under “${above.text}”`);
  return found;
}

function upright(page: PrintedPage, opening: string, sizes: readonly [number, number], bold: boolean): void {
  const found = line(page, opening);
  between(Math.round(found.size * 10) / 10, ...sizes);
  expect([found.bold, found.italic]).toEqual([bold, false]);
}

describe.each(NAMES)('%s', (name) => {
  const document = OFFICIAL[name]!;

  test('is A4, in landscape where it says so, in letters of the measures of Times New Roman', () => {
    for (const { width, height } of printed[name]!) {
      near(Math.min(width, height), 210, 0.1);
      near(Math.max(width, height), 297, 0.1);
    }
    const turned = printed[name]!.some(({ width, height }) => width > height);
    expect(turned).toBe(document.attached.some(({ landscape }) => landscape));
    const fonts = new Set(printed[name]!.flatMap(({ lines }) => lines.map(({ font }) => font)));
    expect([...fonts].filter((font) => !/^Tinos|^Noto/.test(font))).toEqual([]);
  });

  test('keeps margins of 20, 30, 15 and 20 mm (I.3)', () => {
    for (const { lines, rules, width, height } of printed[name]!) {
      const text = lines.filter(({ baseline }) => baseline > 18);
      near(Math.min(...[...text, ...rules].map(({ left }) => left)), LEFT);
      expect(Math.max(...text.map(({ right }) => right))).toBeLessThanOrEqual(width - 15 + 0.1);
      expect(Math.max(...text.map(({ baseline }) => baseline))).toBeLessThanOrEqual(height - 20);
      expect(Math.min(...text.map(({ baseline, size }) => baseline - size * 0.31))).toBeGreaterThanOrEqual(
        TOP - 0.2,
      );
    }
    near(
      Math.max(
        ...printed[name]!.flatMap(({ lines, width }) => (width < 250 ? lines.map((each) => each.right) : [])),
      ),
      RIGHT,
    );
  });

  test('numbers its pages in the middle of the top margin, each part anew, the first of each without (I.7, III.1.đ)', () => {
    const numbers = printed[name]!.map(({ lines, width }) => {
      const inMargin = lines.filter(({ baseline }) => baseline < 18);
      expect(inMargin.length).toBeLessThan(2);
      const [number] = inMargin;
      if (!number) return 0;
      near(middle(number), (LEFT + width - 15) / 2, 0.5);
      near(number.baseline - number.size * 0.31, 10, 1.5);
      between(number.size, 13, 14);
      expect([number.bold, number.italic]).toEqual([false, false]);
      return Number(number.text);
    });
    const wanted = numbers.map((number, at) => (number === 0 ? 0 : (numbers[at - 1] || 1) + 1));
    expect(numbers).toEqual(wanted);
    expect(numbers.filter((number) => number === 0)).toHaveLength(1 + document.attached.length);
  });

  test('bears the national title and the motto at the right, a rule as long as the motto (II.1)', () => {
    const page = first(name);
    upright(page, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', [12, 13], true);
    upright(page, 'Độc lập - Tự do - Hạnh phúc', [13, 14], true);
    const nation = line(page, 'CỘNG HÒA');
    const motto = line(page, 'Độc lập');
    near(middle(nation), NATION, 0.5);
    near(middle(motto), NATION, 0.5);
    near(nation.baseline - 12 * 0.891 * 0.353, TOP, 0.5);
    near(motto.baseline - nation.baseline, single(13), 0.5);
    const rule = ruleUnder(page, motto);
    near(middle(rule), NATION, 0.2);
    near(rule.right - rule.left, motto.right - motto.left, 0.2);
    expect(rule.top - motto.baseline).toBeLessThan(3);
  });

  test('bears the agencies at the left, a rule of a third to a half of the line (II.2)', () => {
    const page = first(name);
    const lines = page.lines.filter(
      (each) => each.right < 97 && each.baseline < line(page, 'Số:').baseline - 1,
    );
    const above = document.superior === null ? [] : lines.slice(0, 1);
    const issuing = lines.slice(above.length);
    expect(flat(issuing.map(({ text }) => text).join(''))).toBe(flat(document.agency));
    for (const each of lines) {
      near(middle(each), AGENCY, 0.5);
      between(each.size, 12, 13);
      expect([each.bold, each.italic]).toEqual([!above.includes(each), false]);
      expect(each.text).toBe(each.text.toUpperCase());
    }
    const longest = Math.max(...issuing.map(({ left, right }) => right - left));
    const rule = ruleUnder(page, issuing.at(-1)!);
    near(middle(rule), AGENCY, 0.2);
    between((rule.right - rule.left) / longest, 1 / 3, 1 / 2);
  });

  test('bears number and date on one line under them (II.3, II.4)', () => {
    const page = first(name);
    const number = line(page, 'Số:');
    const date = line(page, document.place);
    near(middle(number), AGENCY, 0.5);
    expect([number.size, number.bold, number.italic]).toEqual([13, false, false]);
    near(middle(date), NATION, 0.5);
    between(date.size, 13, 14);
    expect(date.italic).toBe(true);
    near(date.baseline, number.baseline, 0.1);
    expect(date.text).toMatch(/, ngày \d\d tháng (0[12]|[3-9]|1[0-2]) năm \d{4}$/);
  });

  test('bears authority, room for the signature and name at the right, level with the recipients (II.7, II.9.d)', () => {
    const page = printed[name]!.find(({ lines }) => lines.some(({ text }) => text === 'Nơi nhận:'))!;
    const { authority, position, name: signer } = document.signature;
    const posts = [...authority, position].map((post) => line(page, post));
    const signed = page.lines.findLast(({ text }) => text === signer)!;
    const column = middle(posts[0]!);
    between(column, 145, 160);
    for (const each of [...posts, signed]) {
      near(middle(each), column, 0.2);
      between(each.size, 13, 14);
      expect([each.bold, each.italic]).toEqual([true, false]);
    }
    near(signed.baseline - posts.at(-1)!.baseline, 27 + single(14));
    const recipients = line(page, 'Nơi nhận:');
    near(recipients.left, LEFT, 0.2);
    near(recipients.baseline, posts[0]!.baseline, 0.5);
    expect([recipients.size, recipients.bold, recipients.italic]).toEqual([12, true, true]);
    const list = page.lines.filter(
      ({ size, left, baseline }) =>
        size < 11.5 && left < 31 && baseline > recipients.baseline && baseline < 265,
    );
    expect(list).toHaveLength(document.recipients.length);
    for (const each of list) {
      near(each.left, LEFT, 0.2);
      expect([each.size, each.bold, each.italic]).toEqual([11, false, false]);
      expect(each.text).toMatch(/^- .*[;.)]$/);
    }
  });
});

const titled = NAMES.filter((name) => OFFICIAL[name]!.type !== 'CV');
const letters = NAMES.filter((name) => OFFICIAL[name]!.type === 'CV');

describe.each(titled)('%s', (name) => {
  test('bears type and title in the middle, a rule of a third to a half of the line (II.5)', () => {
    const page = first(name);
    const type = page.lines.find(
      ({ size, bold, text, baseline }) => size === 14 && bold && baseline > 40 && text === text.toUpperCase(),
    )!;
    near(middle(type), MIDDLE, 0.5);
    between(type.size, 13, 14);
    const rule = page.rules.filter(({ top }) => top > type.baseline).toSorted((a, b) => a.top - b.top)[0]!;
    const title = page.lines.filter(({ baseline }) => baseline > type.baseline && baseline < rule.top);
    expect(title.length).toBeGreaterThan(0);
    for (const each of title) {
      near(middle(each), MIDDLE, 0.5);
      between(each.size, 13, 14);
      expect([each.bold, each.italic]).toEqual([true, false]);
    }
    near(middle(rule), MIDDLE, 0.2);
    const longest = Math.max(...title.map(({ left, right }) => right - left));
    between((rule.right - rule.left) / longest, 1 / 3, 1 / 2);
  });
});

describe.each(letters)('%s', (name) => {
  test('bears its subject under the number, 6 points below it (II.5.b)', () => {
    const page = first(name);
    const subject = line(page, 'V/v');
    near(middle(subject), AGENCY, 0.5);
    between(subject.size, 12, 13);
    expect([subject.bold, subject.italic]).toEqual([false, false]);
    const number = line(page, 'Số:');
    // From the foot of one line to the head of the next.
    const gap =
      subject.baseline - number.baseline - (0.216 * 13 + 0.042 * 13 + 0.891 * subject.size) * 0.3528;
    near(gap / 0.3528, 6, 0.5);
  });

  test('names its addressees one a line, dashes in line under the colon (II.9.d)', () => {
    const page = first(name);
    const word = line(page, 'Kính gửi:');
    const dashes = OFFICIAL[name]!.addressees.map((each) => line(page, `- ${each}`));
    for (const each of [word, ...dashes]) {
      between(each.size, 13, 14);
      expect([each.bold, each.italic]).toEqual([false, false]);
    }
    for (const each of dashes) near(each.left, word.right, 2);
    expect(new Set(dashes.map(({ left }) => left.toFixed(2))).size).toBe(1);
  });
});

/** Lines of running text: those that fill the strip, and what follows them. */
const running = (page: PrintedPage): PrintedLine[] =>
  page.lines.filter(({ size, bold, left }) => size === 14 && !bold && left < 43);

test.each(NAMES)(
  '%s sets its text justified, set in 1,27 cm, at single to 1.5 spacing, 6 points between paragraphs (II.6.e)',
  (name) => {
    const page = first(name);
    const lines = running(page);
    for (const [at, next] of lines.entries()) {
      if (at === 0) continue;
      const above = lines[at - 1]!;
      const pitch = next.baseline - above.baseline;
      if (pitch > 15) continue;
      const begins = next.left > LEFT + 5;
      if (begins) {
        near(next.left, LEFT + 12.7, 0.3);
        expect(pitch - single(14)).toBeGreaterThanOrEqual(6 * 0.3528 - 0.05);
      } else {
        near(next.left, LEFT, 0.3);
        between(pitch, single(14) - 0.05, single(14) * 1.5);
        near(above.right, RIGHT, 0.6);
      }
    }
    expect(lines.some(({ left }) => left < LEFT + 1)).toBe(true);
  },
);

test('legal bases stand in italics, one a paragraph, before what is decided (II.6.a)', () => {
  const page = first('quyet-dinh');
  for (const opening of ['Căn cứ Luật', 'Căn cứ Nghị định', 'Theo đề nghị']) {
    const basis = line(page, opening);
    expect([basis.italic, basis.bold]).toEqual([true, false]);
    near(basis.left, LEFT + 12.7, 0.3);
  }
  const decided = line(page, 'QUYẾT ĐỊNH:');
  near(middle(decided), MIDDLE, 0.5);
  expect(decided.baseline).toBeGreaterThan(line(page, 'Theo đề nghị').baseline);
  const article = page.lines.find(({ text }) => text.startsWith('Điều 1.'))!;
  near(article.left, LEFT + 12.7, 0.3);
});

test('parts stand in the middle on two lines, titles of "I." in capitals (II.6.đ)', () => {
  const page = first('bao-cao');
  const part = line(page, 'Phần I');
  const title = line(page, 'KẾT QUẢ THỰC HIỆN NĂM 2026');
  for (const each of [part, title]) {
    near(middle(each), MIDDLE, 0.5);
    expect([each.bold, each.italic]).toEqual([true, false]);
  }
  between(title.baseline - part.baseline, single(14) - 0.05, single(14) * 1.5);
  near(line(page, 'I. CÔNG TÁC LÃNH ĐẠO').left, LEFT + 12.7, 0.3);
});

/** A box of four sides around a line. */
function boxAround(page: PrintedPage, inside: PrintedLine): { width: number; height: number } {
  const sides = page.rules.filter(
    ({ top, bottom, left, right }) =>
      top <= inside.baseline + 5 &&
      bottom >= inside.baseline - 8 &&
      left <= inside.right + 8 &&
      right >= inside.left - 8 &&
      right < 97,
  );
  const [left, right] = [
    Math.min(...sides.map((side) => side.left)),
    Math.max(...sides.map((side) => side.right)),
  ];
  const [top, bottom] = [
    Math.min(...sides.map((side) => side.top)),
    Math.max(...sides.map((side) => side.bottom)),
  ];
  near(middle({ left, right }), middle(inside), 0.3);
  near((top + bottom) / 2, inside.baseline - inside.size * 0.3528 * 0.33, 0.8);
  return { width: right - left, height: bottom - top };
}

test.each([
  ['HỎA TỐC', 30],
  ['THƯỢNG KHẨN', 40],
  ['KHẨN', 20],
] as const)('the stamp %s has a box of %i by 8 mm (III.2.b)', async (urgency, width) => {
  const document: OfficialDocument = { ...OFFICIAL['ke-hoach']!, urgency };
  const [page] = await pagesOf(await writePdf(document));
  upright(page!, urgency, [13, 14], true);
  const box = boxAround(page!, line(page!, urgency));
  expect(box.width).toBeCloseTo(width, 0);
  expect(box.height).toBeCloseTo(8, 0);
});

test('the remark on circulation stands in a box (III.2.c)', () => {
  const page = first('thong-bao');
  upright(page, 'LƯU HÀNH NỘI BỘ', [13, 14], true);
  const inside = line(page, 'LƯU HÀNH NỘI BỘ');
  expect(boxAround(page, inside).width).toBeGreaterThan(inside.right - inside.left);
});

test('address and telephone stand at the foot of the first page under a rule of the whole width (III.4)', () => {
  const page = first('cong-van');
  const contact = page.lines.filter(({ baseline }) => baseline > 266);
  expect(contact).toHaveLength(2);
  for (const each of contact) {
    between(each.size, 11, 12);
    expect([each.bold, each.italic]).toEqual([false, false]);
  }
  near(contact.at(-1)!.baseline + 0.216 * 11 * 0.3528, BOTTOM);
  const rule = page.rules.filter(({ top }) => top > 250);
  expect(rule).toHaveLength(1);
  near(rule[0]!.left, LEFT, 0.1);
  near(rule[0]!.right, RIGHT, 0.1);
  expect(rule[0]!.top).toBeLessThan(contact[0]!.baseline);
});

test('drafter and number of copies stand behind the line of the archive, in size 11 (III.3)', () => {
  const archive = line(first('cong-van'), '- Lưu: VT, TTĐN.');
  expect(archive.text).toMatch(/NTA\.\(45\)$/);
  expect(archive.size).toBe(11);
});

test('an annex bears its name in bold, its title in capitals, and what it belongs to in italics (III.1)', () => {
  const [, , figures, charts] = printed['bao-cao']!;
  for (const [page, name, title, middleOfPage] of [
    [figures!, 'Phụ lục I', 'SỐ LIỆU CÔNG TÁC', (30 + 282) / 2],
    [charts!, 'Phụ lục II', 'BIỂU ĐỒ KẾT QUẢ', MIDDLE],
  ] as const) {
    const named = page.lines.find(({ text }) => text === name)!;
    const entitled = line(page, title);
    const reference = line(page, '(Kèm theo Báo cáo số 431/BC-UBND ngày 20 tháng 11 năm 2026');
    for (const each of [named, entitled, reference]) near(middle(each), middleOfPage, 0.5);
    expect([named.size, named.bold]).toEqual([14, true]);
    expect([entitled.bold, entitled.italic]).toEqual([true, false]);
    expect([reference.bold, reference.italic]).toEqual([false, true]);
    expect(named.baseline).toBeLessThan(entitled.baseline);
    expect(entitled.baseline).toBeLessThan(reference.baseline);
  }
});

test('a plan that a decision issues bears agency and national title of its own, without number and date (Annex III, 1.3)', () => {
  const page = printed['quyet-dinh']![1]!;
  near(middle(line(page, 'CỘNG HÒA')), NATION, 0.5);
  near(middle(line(page, 'ỦY BAN NHÂN DÂN')), AGENCY, 0.5);
  expect(page.lines.some(({ text }) => text.startsWith('Số:'))).toBe(false);
  near(middle(line(page, 'KẾ HOẠCH')), MIDDLE, 0.5);
});

test('the head of a table stands again on every page, its lines reach over the whole width', () => {
  const pages = printed['quyet-dinh']!.slice(3);
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) {
    const bold = page.lines.filter((each) => each.bold).map(({ text }) => text);
    for (const head of ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Sản phẩm'])
      expect(bold).toContain(head);
    near(Math.min(...page.rules.map(({ left }) => left)), 30, 0.3);
    near(Math.max(...page.rules.map(({ right }) => right)), 282, 0.3);
  }
});

test.each(Object.entries({ ...OFFICIAL, ...wildOfEachKind() }))(
  '%s stands on its pages as Annex I has it, in every place that can be measured',
  async (_, document) => {
    expect(layoutFaults(document, await pagesOf(await writePdf(document), 2))).toEqual([]);
  },
);
