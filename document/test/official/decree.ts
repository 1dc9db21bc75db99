// Printed pages of any document, by whatever program, held against the figures of Decree 30/2020, Annex I (not against our layout): places within a
// millimetre, sizes within half a point. What is wrong is told in words.
import type { Attached, OfficialDocument } from '../../src/index.ts';
import { bearsHeader } from '../../src/index.ts';
import type { PrintedLine, PrintedPage, PrintedRule } from './pages.ts';

const MM = 25.4 / 72;
const LEFT = 30;
const RIGHT_MARGIN = 15;
/** Middles of the two columns of the head. */
const [AGENCY, NATION] = [63, 145.5];
/** A line of Times at single spacing, in millimetres. */
const single = (size: number): number => 1.149 * size * MM;

const middle = ({ left, right }: { left: number; right: number }): number => (left + right) / 2;
const flat = (text: string): string => text.replaceAll(/\s/gu, '').normalize('NFC').toUpperCase();

interface Measure {
  near(what: string, value: number, wanted: number, by?: number): void;
  within(what: string, value: number, least: number, most: number): void;
  is(what: string, right: boolean): void;
  look(what: string, line: PrintedLine, sizes: readonly [number, number], look: Look): void;
}
type Look = 'upright' | 'bold' | 'italic' | 'bold italic';

function measuring(faults: string[]): Measure {
  const is = (what: string, right: boolean): void => void (right || faults.push(what));
  const within: Measure['within'] = (what, value, least, most) =>
    is(
      `${what}: ${value.toFixed(2)}, not ${least.toFixed(2)} to ${most.toFixed(2)}`,
      value >= least && value <= most,
    );
  return {
    is,
    within,
    near: (what, value, wanted, by = 1) => within(what, value, wanted - by, wanted + by),
    look(what, { size, bold, italic, text }, [least, most], look) {
      within(`${what} “${text}”, size`, size, least - 0.3, most + 0.3);
      const found = [bold && 'bold', italic && 'italic'].filter(Boolean).join(' ') || 'upright';
      is(`${what} “${text}” is ${found}, not ${look}`, found === look);
    },
  };
}

/** What on these pages is not as Annex I has it. `pages` are told by columns that stand 2 mm apart or more. */
export function layoutFaults(document: OfficialDocument, pages: readonly PrintedPage[]): string[] {
  const faults: string[] = [];
  const measure = measuring(faults);
  const parts = numbered(pages, measure);
  measure.is(`${parts.length} parts of pages`, parts.length === 1 + document.attached.length);
  for (const page of pages) margins(page, measure);
  const [own = [], ...others] = parts;
  const [first] = own;
  if (!first) return [...faults, 'no page'];
  head(document, first, measure);
  if (document.type === 'CV') subject(first, measure);
  else titled(first, belowHead(first), measure);
  text(own, measure);
  foot(document, own, measure);
  for (const [at, part] of others.entries()) annex(document.attached[at]!, part, measure);
  return faults;
}

/** I.7, III.1.đ: numbers in the middle of the top margin, each part anew, the first page of each without. */
function numbered(pages: readonly PrintedPage[], { near, within, is, look }: Measure): PrintedPage[][] {
  const parts: PrintedPage[][] = [];
  for (const page of pages) {
    const inMargin = page.lines.filter(({ baseline }) => baseline < 18);
    const [number] = inMargin;
    is(`${inMargin.length} lines in the top margin`, inMargin.length < 2);
    if (number === undefined) parts.push([page]);
    else {
      parts.at(-1)?.push(page);
      is(
        `page ${number.text} is the ${parts.at(-1)?.length}th`,
        Number(number.text) === parts.at(-1)?.length,
      );
      near('page number, middle', middle(number), (LEFT + page.width - RIGHT_MARGIN) / 2);
      within('page number, base line', number.baseline, 8, 18);
      look('page number', number, [13, 14], 'upright');
    }
  }
  return parts;
}

/** I.1, I.3: A4, margins of 20–25, 30–35, 15–20 and 20–25 mm, on their sides too. */
function margins({ lines, width, height }: PrintedPage, { near, within }: Measure): void {
  near('shorter side', Math.min(width, height), 210, 0.3);
  near('longer side', Math.max(width, height), 297, 0.3);
  const inside = lines.filter(({ baseline }) => baseline > 18);
  if (inside.length === 0) return;
  within('left margin', Math.min(...inside.map(({ left }) => left)), 29.5, width);
  within('right margin', width - Math.max(...inside.map(({ right }) => right)), 14.5, width);
  within(
    'top margin',
    Math.min(...inside.map(({ baseline, size }) => baseline - size * 0.891 * MM)),
    19.5,
    height,
  );
  within('bottom margin', height - Math.max(...inside.map(({ baseline }) => baseline)), 19, height);
}

function find(page: PrintedPage, opening: string, from = 0): PrintedLine | undefined {
  return page.lines.find(({ text, baseline }) => baseline >= from && flat(text).startsWith(flat(opening)));
}

/** The rule next below a line, over its middle. */
function ruleUnder(page: PrintedPage, above: PrintedLine): PrintedRule | undefined {
  return page.rules
    .filter(
      (rule) =>
        rule.top > above.baseline &&
        rule.top - above.baseline < 6 &&
        rule.left < middle(above) &&
        rule.right > middle(above),
    )
    .toSorted((a, b) => a.top - b.top)[0];
}

function ruled(
  what: string,
  page: PrintedPage,
  lines: readonly PrintedLine[],
  [least, most]: readonly [number, number],
  { is, near, within }: Measure,
): void {
  const last = lines.at(-1);
  const rule = last && ruleUnder(page, last);
  is(`no rule under ${what}`, rule !== undefined);
  if (!rule || !last) return;
  near(`rule under ${what}, middle`, middle(rule), middle(last), 0.5);
  const longest = Math.max(...lines.map(({ left, right }) => right - left));
  within(
    `rule under ${what}, share of the line`,
    (rule.right - rule.left) / longest,
    least - 0.01,
    most + 0.01,
  );
}

/** II.1–II.4, or the head of what is issued with a document, without number and date. */
function letterhead(document: OfficialDocument, page: PrintedPage, measure: Measure): void {
  const { near, look, is } = measure;
  const nation = find(page, document.party ? 'ĐẢNG CỘNG SẢN' : 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  const motto = document.party ? nation : find(page, 'Độc lập - Tự do - Hạnh phúc');
  is('national title and motto', nation !== undefined && motto !== undefined);
  if (!nation || !motto) return;
  near('national title, middle', middle(nation), NATION);
  near('national title, top', nation.baseline - nation.size * 0.891 * MM, 20);
  look('national title', nation, document.party ? [13, 14] : [12, 13], 'bold');
  near('motto, middle', middle(motto), NATION);
  look('motto', motto, [13, 14], 'bold');
  if (!document.party) near('motto under the national title', motto.baseline - nation.baseline, single(13));
  ruled('the motto', page, [motto], [0.98, 1.02], measure);
  const below = find(page, 'Số')?.baseline ?? motto.baseline + 8;
  const names = page.lines.filter(
    (line) => line.right < LEFT + 67 && line.baseline < below - 1 && line.baseline > 18 && line.text !== '*',
  );
  for (const line of names) near(`agency “${line.text}”, middle`, middle(line), AGENCY);
  const issuing = names.filter(({ bold }) => bold);
  for (const line of issuing) look('agency', line, [12, 13], 'bold');
  for (const line of names.filter(({ bold }) => !bold)) look('superior', line, [12, 13], 'upright');
  is('a superior without one', names.some(({ bold }) => !bold) === (document.superior !== null));
  const printed = flat(names.map(({ text }) => text).join(''));
  is(`agencies “${printed}”`, printed === flat(`${document.superior ?? ''}${document.agency}`));
  if (!document.party) ruled('the agency', page, issuing, [1 / 3, 1 / 2], measure);
}

function head(document: OfficialDocument, page: PrintedPage, measure: Measure): void {
  const { near, look, is } = measure;
  letterhead(document, page, measure);
  const number = find(page, 'Số');
  // What is left open in a draft parts its line.
  if (document.number === null || document.date === null) return;
  const date = find(page, document.place === '' ? 'ngày' : `${document.place},`);
  is('number and date', number !== undefined && date !== undefined);
  if (!number || !date) return;
  near('number, middle', middle(number), AGENCY, 1.5);
  look('number', number, [13, 13], 'upright');
  near('date, middle', middle(date), NATION, 1.5);
  look('date', date, [13, 14], 'italic');
  near('number and date on one line', date.baseline, number.baseline, 0.3);
}

/** II.5.b: 6 points below the number. */
function subject(page: PrintedPage, { near, look, is }: Measure): void {
  const number = find(page, 'Số');
  const line = find(page, 'V/v');
  is('subject', line !== undefined);
  if (!line || !number) return;
  near('subject, middle', middle(line), AGENCY);
  look('subject', line, [12, 13], 'upright');
  near(
    'subject below the number',
    line.baseline - number.baseline,
    (0.258 * 13 + 0.891 * line.size + 6) * MM,
    0.5,
  );
}

/** The base line under which the title stands. */
const belowHead = (page: PrintedPage): number => find(page, 'Số')?.baseline ?? 20;

/** II.5.a: type and title in the middle, a rule of a third to a half of the line under them. */
function titled(page: PrintedPage, from: number, measure: Measure): void {
  const { near, look, is } = measure;
  const whole = (LEFT + page.width - RIGHT_MARGIN) / 2;
  const below = page.lines.filter(({ baseline }) => baseline > from + 1);
  const type = below.find(
    (line) => line.bold && Math.abs(middle(line) - whole) < 12 && line.text === line.text.toUpperCase(),
  );
  is('type', type !== undefined);
  if (!type) return;
  near('type, middle', middle(type), whole);
  look('type', type, [13, 14], 'bold');
  const reference = find(page, '(Kèm theo', type.baseline);
  const rule = page.rules.filter(({ top }) => top > type.baseline).toSorted((a, b) => a.top - b.top)[0];
  const end = reference?.baseline ?? rule?.top ?? 0;
  const lines = below.filter(({ baseline }) => baseline > type.baseline && baseline < end);
  for (const line of lines) {
    near(`title “${line.text}”, middle`, middle(line), whole);
    look('title', line, [13, 14], 'bold');
  }
  if (lines.length > 0 && !reference) ruled('the title', page, lines, [1 / 3, 1 / 2], measure);
}

/** II.6.e: justified, set in by 10 or 12.7 mm, at single to 1.5 spacing, 6 points or more between paragraphs. */
function text(pages: readonly PrintedPage[], { within, near }: Measure): void {
  for (const page of pages) {
    const foot = find(page, 'Nơi nhận:')?.baseline ?? page.height;
    const lines = page.lines.filter(
      ({ size, baseline }) => baseline > 18 && baseline < foot - 3 && size > 12.5,
    );
    for (const [at, next] of lines.entries()) {
      const above = lines[at - 1];
      const pitch = above ? next.baseline - above.baseline : 0;
      const isText = (line: PrintedLine): boolean =>
        !line.bold && line.size > 13.5 && line.left < LEFT + 14 && line.right > LEFT + 60;
      // A word that no line holds leaves the one before it short.
      if (/\S{40}/.test(`${above?.text} ${next.text}`)) continue;
      if (!above || !isText(above) || !isText(next) || pitch > single(next.size) * 2 || pitch < 3) continue;
      if (next.left > LEFT + 5) {
        within(`“${next.text.slice(0, 30)}”, set in`, next.left - LEFT, 9.5, 13.2);
        within(
          `“${next.text.slice(0, 30)}”, below the paragraph above`,
          pitch - single(next.size),
          6 * MM - 0.1,
          20,
        );
      } else if (next.left < LEFT + 1) {
        within(
          `“${next.text.slice(0, 30)}”, line spacing`,
          pitch,
          single(next.size) - 0.1,
          single(next.size) * 1.5 + 0.1,
        );
        near(`“${above.text.slice(-30)}”, justified`, above.right, page.width - RIGHT_MARGIN);
      }
    }
  }
}

/** II.7, II.9.d: posts, room and names in the middle of their column, the list of recipients at the left edge. */
function foot(
  document: OfficialDocument,
  pages: readonly PrintedPage[],
  { near, look, is, within }: Measure,
): void {
  const page = pages.find((each) => find(each, 'Nơi nhận:'));
  is('recipients', page !== undefined || document.recipients.length === 0);
  if (!page) return;
  const word = find(page, 'Nơi nhận:')!;
  near('recipients, left edge', word.left, LEFT, 0.5);
  look('recipients', word, [12, 12], 'bold italic');
  const entry = page.lines.find(
    ({ baseline, left, size }) => baseline > word.baseline && left < LEFT + 1 && size < 11.5,
  );
  if (entry) look('recipient', entry, [11, 11], 'upright');
  if (document.cosigners) return cosigned(document, pages, { near, look, is, within });
  const posts = [...document.signature.authority, document.signature.position].filter((post) => post !== '');
  const [first] = posts;
  const top =
    first === undefined
      ? undefined
      : page.lines.find(({ text: words, left }) => left > 90 && flat(first).startsWith(flat(words)));
  is(`post ${first}`, top !== undefined || first === undefined);
  if (!top) return;
  near('recipients level with the authority', word.baseline, top.baseline, 1);
  const column = page.lines.filter(
    ({ left, baseline, bold }) => bold && left > 95 && baseline >= top.baseline - 0.1,
  );
  for (const line of column) {
    near(`signature “${line.text}”, middle`, middle(line), middle(top), 1);
    look('signature', line, [13, 14], 'bold');
  }
  const name = column.at(-1);
  if (document.signature.name !== '' && name) {
    is(`name “${name.text}”`, flat(name.text) === flat(document.signature.name));
    within('room for the signature', name.baseline - column.at(-2)!.baseline, 20, 45);
  }
}

function cosigned(
  { signature, cosigners = [] }: OfficialDocument,
  pages: readonly PrintedPage[],
  { near, look, is }: Measure,
): void {
  const names = [signature, ...cosigners].map(({ name }) => {
    const line = pages
      .flatMap(({ lines }) => lines)
      .findLast(({ text: words }) => flat(words) === flat(name));
    is(`name “${name}”`, line !== undefined);
    if (line) look('name', line, [13, 14], 'bold');
    return line;
  });
  for (const line of names) if (line && names[0]) near('names level', line.baseline, names[0].baseline, 0.5);
}

/** III.1: its own pages, upright or on their side, its name and title in the middle. */
function annex(attached: Attached, pages: readonly PrintedPage[], measure: Measure): void {
  for (const { width, height } of pages)
    measure.is(`orientation of ${attached.title}`, width > height === (attached.landscape === true));
  const [page] = pages;
  if (!page) return;
  if (bearsHeader(attached)) return titled(page, find(page, 'Độc lập')?.baseline ?? 20, measure);
  const whole = (LEFT + page.width - RIGHT_MARGIN) / 2;
  const bold = page.lines.filter(({ size, baseline }) => size > 13.5 && baseline > 18);
  const [first] = bold;
  measure.is(`no title of ${attached.title}`, first !== undefined);
  if (!first) return;
  measure.near(`annex “${first.text}”, middle`, middle(first), whole);
  measure.look('annex', first, [14, 14], 'bold');
  const reference = find(page, '(Kèm theo');
  measure.is('reference', reference !== undefined);
  if (reference?.text.includes('ngày')) {
    measure.near('reference, middle', middle(reference), whole);
    measure.look('reference', reference, [13, 14], 'italic');
  }
}
