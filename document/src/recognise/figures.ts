// The figures that a report gives of what was done: "trên 40 đoàn, phóng viên của nước ngoài".
import type { Figure, Header, Node, Part, Source } from '../tree.ts';
import { quantitiesIn } from './quantities.ts';
import type { Quantity } from './quantities.ts';

const QUALIFIERS: Readonly<Record<string, Figure['qualifier']>> = {
  trên: 'over',
  hơn: 'over',
  'ít nhất': 'over',
  'tối thiểu': 'over',
  'không dưới': 'over',
  khoảng: 'about',
  gần: 'about',
  dưới: 'under',
  'không quá': 'under',
};

/** The figures that a report gives of what was done. */
export function recogniseFigures(source: Source, parts: readonly Part[], header: Header): Figure[] {
  const figures: Figure[] = [];
  for (const part of parts)
    if ((part.type ?? header.type) === 'BC') visit(part.outline, source.text, figures, 0);
  return figures;
}

const AHEAD = /phương hướng|nhiệm vụ (?:trọng tâm|năm|giai đoạn|thời gian)|kế hoạch năm|giải pháp/iu;
const DEEPEST = 400;

function visit(nodes: readonly Node[], text: string, out: Figure[], depth: number): void {
  if (depth > DEEPEST) return;
  for (const node of nodes) {
    if (node.type === 'table') continue;
    if (node.children.length > 0 && AHEAD.test(text.slice(...node.text).slice(0, 120))) continue;
    out.push(...figuresOf(text, node.text[0], node.text[1]));
    visit(node.children, text, out, depth + 1);
  }
}

const TIMES = new Set(['tháng', 'ngày', 'giờ', 'tuổi', 'lần']);
const NAMED_NUMBER = /(?:số|điều|khoản|mục|năm|ngày|tháng|lần thứ|kỷ niệm|khóa|quý|nghị định|luật)\s*$/iu;

function figuresOf(text: string, start: number, end: number): Figure[] {
  const part = text.slice(start, end);
  return quantitiesIn(part)
    .filter(
      ({ unit, start: at }) =>
        !TIMES.has(unit.toLowerCase()) && !NAMED_NUMBER.test(part.slice(Math.max(0, at - 16), at)),
    )
    .map((quantity) => {
      const to = labelEnd(part, quantity);
      return {
        label: part
          .slice(quantity.end - quantity.unit.length, to)
          .replaceAll(/\s+/gu, ' ')
          .trim(),
        value: quantity.value,
        unit: quantity.unit,
        qualifier: quantity.about === null ? 'exact' : (QUALIFIERS[quantity.about] ?? 'exact'),
        span: [start + quantity.start, start + to],
      };
    });
}

const LONGEST_LABEL = 80;

/** What was counted: up to the next punctuation mark, bracket or quotation. */
function labelEnd(text: string, { end }: Quantity): number {
  const rest = text.slice(end, end + LONGEST_LABEL);
  const stop = rest.search(/[.;:("“]|(?<=\s\S+\s\S+),\s|\s(?:về|tại|để|trong|vào|cho|với|nhằm|đã)\s/u);
  return end + (stop < 0 ? rest.length : stop);
}
