// The measurable targets that a plan sets itself: in its objectives, and where a requirement says "đến năm …, 100 %".
import type { Header, Item, Node, Part, Source, Span, Target } from '../tree.ts';
import { quantitiesIn } from './quantities.ts';
import type { Quantity } from './quantities.ts';
import { sectionOf } from './tasks/sections.ts';

interface Place {
  readonly text: string;
  readonly objectives: boolean;
  readonly requirements: boolean;
  readonly by: string | null;
}

const BY =
  /(?:đến|tới)\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?((?:19|20)\d\d)|(?:giai đoạn|từ năm)\s+(?:19|20)\d\d\s?(?:-|–|đến(?: năm)?)\s?((?:19|20)\d\d)|năm\s+((?:19|20)\d\d)/giu;

const inBrackets = (text: string, at: number): boolean =>
  text.lastIndexOf('(', at) > text.lastIndexOf(')', at) && text.lastIndexOf('(', at) >= 0;

/** The last year that a text aims at. */
function yearIn(text: string): string | null {
  let year: string | null = null;
  BY.lastIndex = 0;
  for (let match = BY.exec(text); match !== null; match = BY.exec(text))
    if (
      !inBrackets(text, match.index) &&
      !/so với\s*(?:cùng kỳ\s*)?$/iu.test(text.slice(Math.max(0, match.index - 16), match.index))
    )
      year = match[1] ?? match[2] ?? match[3] ?? year;
  return year;
}

/** The measurable targets that a plan sets itself. */
export function recogniseTargets(source: Source, parts: readonly Part[], header: Header): Target[] {
  const targets: Target[] = [];
  for (const part of parts) {
    const report = (part.type ?? header.type) === 'BC';
    const by = yearIn(part.title ?? header.title ?? '');
    visit(
      report ? part.outline.filter(looksAhead(source.text)) : part.outline,
      { text: source.text, objectives: false, requirements: false, by },
      targets,
      0,
    );
  }
  return targets;
}

const AHEAD = /phương hướng|nhiệm vụ|mục tiêu|chỉ tiêu|thời gian tới/iu;
const BEHIND = /kết quả|tình hình|đánh giá/iu;

/** Of a report only what lies ahead sets targets. */
const looksAhead = (text: string) => (node: Node) => {
  if (node.type === 'table') return false;
  const heading = text.slice(...titleOf(node).text);
  return AHEAD.test(heading) && !BEHIND.test(heading);
};

const DEEPEST = 400;

function visit(nodes: readonly Node[], place: Place, out: Target[], depth: number): void {
  if (depth > DEEPEST) return;
  for (const node of nodes) {
    if (node.type === 'table') continue;
    const inner = node.children.length > 0 || node.heading ? below(titleOf(node), place) : place;
    if (inner.objectives) out.push(...targetsOf(node, inner));
    else if (inner.requirements) out.push(...targetsOf(node, inner).filter(({ text }) => AIMS.test(text)));
    visit(node.children, inner, out, depth + 1);
  }
}

/** "Phần thứ hai" on a line of its own has its title in the line below. */
function titleOf(item: Item): Item {
  const first = item.children[0];
  return item.text[1] <= item.text[0] && first?.type === 'item' && first.heading ? first : item;
}

const AIMS = /(?:phấn đấu|đến (?:hết |cuối )?năm)(?!\p{L})/iu;

/** "Phương hướng, mục tiêu, nhiệm vụ", "Kết quả dự kiến": targets stand among other things. */
const AMONG =
  /^[^.;:]{0,60}(?:mục tiêu|chỉ tiêu)(?!\p{L})|^(?:dự kiến kết quả|kết quả dự kiến|hiệu quả)(?!\p{L})/iu;

const ANNOUNCED = /(?:chỉ tiêu|mục tiêu)[^.;]{0,60}(?:sau|như sau|sau đây)\s*:$/iu;

function below(item: Item, place: Place): Place {
  const heading = place.text.slice(...item.text);
  const section = sectionOf(heading);
  return {
    text: place.text,
    objectives: section === 'targets' || ANNOUNCED.test(heading) || (place.objectives && section !== 'none'),
    requirements:
      section === 'none' ||
      place.requirements ||
      (item.heading && heading.length < 120 && AMONG.test(heading)),
    by: yearIn(heading) ?? place.by,
  };
}

/** "xuống 3% năm 2030". */
const YEAR_AFTER = /^\s*(?:(?:vào|trong|đến|tới)\s)?(?:cuối\s)?năm\s((?:19|20)\d\d)(?!\d)/iu;
const NOT_AIM = /(?:không để|không quá|quá|trong vòng|sau|so với|cùng kỳ|chiếm)\s*$/iu;

function targetsOf(item: Item, place: Place): Target[] {
  const [start, end] = item.text;
  const text = place.text.slice(start, end);
  const quantities = quantitiesIn(text).filter((quantity) => counts(text, quantity));
  const last = yearIn(text) ?? place.by;
  let near: string | null = null;
  return quantities.map((quantity, index) => {
    const span = clauseOf(text, quantity, quantities[index - 1], quantities[index + 1]);
    // "đến năm 2025 đạt 17%, đến năm 2030 đạt 20%": each by the year in front of it.
    near = yearIn(text.slice(quantities[index - 1]?.end ?? 0, quantity.start)) ?? near;
    const by = YEAR_AFTER.exec(text.slice(quantity.end, quantity.end + 24))?.[1] ?? near ?? last;
    return {
      text: text.slice(...span).replaceAll(/\s+/gu, ' '),
      value: quantity.value,
      unit: quantity.unit,
      by,
      span: [start + span[0], start + span[1]],
    };
  });
}

const TIMES = new Set(['ngày', 'giờ', 'tháng', 'lần', 'điểm', 'đợt', 'tuổi']);
const AIMED = /(?:đạt|tăng|giảm|xuống|rút ngắn|còn|lên|phấn đấu|tối thiểu|ít nhất)(?:\s\S+){0,3}\s*$/iu;

function counts(text: string, { start, unit, about }: Quantity): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  if (NOT_AIM.test(before) || about === 'không quá') return false;
  if (about === 'dưới') return /giảm|xuống|còn/iu.test(before);
  if (TIMES.has(unit.toLowerCase()))
    return about === null || about === 'từ' ? AIMED.test(before) && about === null : true;
  return true;
}

/** `open`: "100 % các sở, ban, ngành có …" runs on over commas. */
const isBreak = (text: string, at: number, open: boolean): boolean => {
  const mark = text[at];
  if (mark === ';') return true;
  return (mark === '.' || (mark === ',' && !open)) && !/\d/u.test(text[at + 1] ?? ' ');
};

/** From the last break (or the target before) to the quantity; on to the next break where the quantity comes first. */
function clauseOf(
  text: string,
  quantity: Quantity,
  before: Quantity | undefined,
  after: Quantity | undefined,
): Span {
  let from = before?.end ?? 0;
  for (let at = quantity.start - 1; at > from; at--) {
    if (text[at] !== ';' && !(text[at] === '.' && text[at + 1] === ' ')) continue;
    from = at + 1;
    break;
  }
  const limit = after?.start ?? text.length;
  let to = quantity.end;
  while (to < limit && !isBreak(text, to, quantity.unit.startsWith('%') && quantity.start - from < 30)) to++;
  return trim(text, from, to);
}

function trim(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  const front = /^(?:[\s,;.:)]|và\s)*/u.exec(text.slice(start, end))![0].length;
  start += front;
  while (end > start && /[\s,;.:(]/u.test(text[end - 1]!)) end--;
  const tail = /\s(?:và|với|trong đó)$/u.exec(text.slice(start, end));
  return [start, tail === null ? end : end - tail[0].length];
}
