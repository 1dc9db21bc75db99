// A draft of a report (BC): its sections with their texts, and annexes with the figures as they stand in the database.
import { dimensions } from '../indicators/dimensions.ts';
import type { Section } from '../regimes/body.ts';
import { isBlank, plainOf, type Content as Words } from '../reports/content.ts';
import { wholeReport, type WholeReport } from '../reports/whole.ts';
import type { Deps } from '../deps.ts';
import type { Content } from './content.ts';
import type { Drafted, Drawing } from './create.ts';
import { item, longDay } from './pieces.ts';
import { annexesOf, type Annex } from './report-annexes.ts';
import { lowered, titleOf } from './report-words.ts';

type Block = Content['body'][number];

export async function draftOfReport(
  deps: Pick<Deps, 'db' | 'clock'>,
  { actor, letterhead, drafter }: Drawing,
  reportId: number,
): Promise<Drafted> {
  const asking = { actor, locale: 'vi' } as const;
  const whole = await wholeReport(deps, asking, reportId);
  const annexes = annexesOf(whole, (await dimensions(deps, asking)).rows);
  const { superior, agency, place, signature, name } = letterhead;
  const { report, demo } = whole;
  const title = titleOf(report.call);
  const to = report.receiver?.name;
  return {
    source: { reportId },
    demo,
    content: {
      type: 'BC',
      superior,
      agency,
      place,
      title,
      addressees: to === undefined ? [] : [to],
      bases: [],
      body: [...opening(whole, name, title), ...sections(whole, annexes), closing(name, title)],
      signature,
      recipients: [
        to === undefined ? 'Các cơ quan, đơn vị liên quan' : 'Như trên',
        `Lưu: VT${drafter ? `, ${drafter}` : ''}`,
      ],
      attached: annexes.map(({ attached }) => attached),
    },
  };
}

const paragraph = (line: string): Block => ({ type: 'text', line });

function opening({ report, below }: WholeReport, name: string, title: string): Block[] {
  const { from, to, form } = report.call;
  const basis = form.legalBasis.trim().replace(/[.;]$/, '');
  const reports = `${name} báo cáo ${lowered(title)} như sau:`;
  const data = `Số liệu trong Báo cáo tính từ ngày ${longDay(from)} đến hết ngày ${longDay(to)}`;
  const counted = below.filter((each) => each.counted).length;
  const expected = below.filter((each) => each.report.class !== 'excused').length;
  const share = `tổng hợp từ báo cáo của ${counted}/${expected} đơn vị`;
  return [
    paragraph(basis === '' ? reports : `Thực hiện ${basis}, ${reports}`),
    paragraph(below.length === 0 ? `${data}.` : `${data}, ${share}.`),
  ];
}

const closing = (name: string, title: string): Block =>
  paragraph(`Trên đây là Báo cáo ${lowered(title)} của ${name}./.`);

const levels = ['roman', 'number', 'letter'] as const;

/** A section without anything in it is left out, unless others stand under it. */
function sections(whole: WholeReport, annexes: readonly Annex[]): Block[] {
  const { outline } = whole.report.call.form;
  return outline.flatMap((section, at): Block[] => {
    const blocks = [...wordsOf(whole, section), ...detailsOf(section, annexes)];
    const next = outline[at + 1];
    if (blocks.length === 0 && !(next && next.level > section.level)) return [];
    const title = section.level === 1 ? section.title.toLocaleUpperCase('vi') : section.title;
    return [item(levels[section.level - 1] ?? 'letter', title, true), ...blocks];
  });
}

/** The report's own text; while it has none, what those below wrote, each under its name. */
function wordsOf({ report, texts }: WholeReport, { id, text }: Section): Block[] {
  if (!text) return [];
  const own = report.texts.find(({ sectionId }) => sectionId === id);
  if (own && !isBlank(own.content)) return paragraphsOf(own.content);
  const below = texts.sections.find(({ sectionId }) => sectionId === id)?.rows ?? [];
  return below
    .filter(({ counted }) => counted)
    .map(({ unit, content }) =>
      item(
        'dash',
        `${unit.name}: ${plainOf(content)
          .replaceAll(/\s*\n\s*/g, ' ')
          .trim()}`,
      ),
    );
}

const paragraphsOf = ({ paragraphs }: Words): Block[] =>
  paragraphs.flatMap(({ kind, runs }) => {
    const line = runs
      .map(({ text }) => text)
      .join('')
      .trim();
    if (line === '') return [];
    return [kind === 'item' ? item('dash', line) : paragraph(line)];
  });

/** Names the annexes in which its figures stand unit by unit. */
function detailsOf({ indicators }: Section, annexes: readonly Annex[]): Block[] {
  return annexes
    .filter(({ codes }) => indicators.some((code) => codes.has(code)))
    .map(({ no }) => paragraph(`Số liệu chi tiết tại Phụ lục ${no}.`));
}
