// The text of a section as it is written: where its runs come from is kept through every change of the words.
import type { SectionContent, TextRun, TextSource } from '@nhipcau/server/contract';

export type Paragraph = SectionContent['paragraphs'][number];

export const emptyContent: SectionContent = { paragraphs: [] };

export const wordsOf = ({ runs }: Paragraph): string => runs.map(({ text }) => text).join('');

export const plainText = ({ paragraphs }: SectionContent): string => paragraphs.map(wordsOf).join('\n');

export const sourcesOf = ({ runs }: Paragraph): readonly TextSource[] => {
  const all = runs.flatMap(({ sources = [] }) => sources);
  return [...new Map(all.map((source) => [`${source.reportId} ${source.sectionId}`, source])).values()];
};

/** A text that somebody changes is not a quotation any more; a number that is changed says no figure any more. */
const touched = ({ text: _text, sources, figure: _figure, ...run }: TextRun, text: string): TextRun => ({
  ...run,
  text,
  ...(sources
    ? {
        sources: sources.map((source) =>
          source.how === 'quoted' ? { ...source, how: 'rewritten' as const } : source,
        ),
      }
    : {}),
});

function commonLength(a: string, b: string, most: number, at: (text: string, n: number) => string): number {
  let n = 0;
  while (n < most && at(a, n) === at(b, n)) n += 1;
  return n;
}

/** The same paragraph with other words: runs before and behind the change stay as they were. */
export function retyped(paragraph: Paragraph, next: string): Paragraph {
  const { runs } = paragraph;
  const before = wordsOf(paragraph);
  if (before === next) return paragraph;
  if (next === '') return { ...paragraph, runs: [] };
  const shorter = Math.min(before.length, next.length);
  const start = commonLength(before, next, shorter, (text, n) => text.charAt(n));
  const end = commonLength(before, next, shorter - start, (text, n) => text.charAt(text.length - 1 - n));
  const [from, to] = [start, before.length - end];
  const typed = next.slice(start, next.length - end);
  let place = 0;
  let put = false;
  const kept: TextRun[] = [];
  for (const run of runs) {
    const [first, last] = [place, place + run.text.length];
    place = last;
    // Words typed where two runs meet belong to neither of them, unless one of them is plain.
    const apart = last <= from || first >= to;
    const bare = !run.sources && !run.figure;
    if (apart && (put || from !== to || !(bare && from >= first && from <= last))) {
      if (!put && first >= to) {
        if (typed) kept.push({ text: typed });
        put = true;
      }
      kept.push(run);
      continue;
    }
    const head = run.text.slice(0, Math.max(0, from - first));
    const tail = run.text.slice(Math.max(0, Math.min(run.text.length, to - first)));
    const text = head + (put ? '' : typed) + tail;
    put = true;
    if (text) kept.push(bare ? { text } : touched(run, text));
  }
  if (!put && typed) kept.push({ text: typed });
  return { ...paragraph, runs: kept };
}

type Edit = (content: SectionContent) => SectionContent;

const paragraphsOf =
  (change: (paragraphs: readonly Paragraph[]) => Paragraph[]): Edit =>
  (content) => ({ paragraphs: change(content.paragraphs) });

const plainParagraph = (text: string, kind: Paragraph['kind']): Paragraph => ({
  kind,
  runs: text ? [{ text }] : [],
});

export const setText = (at: number, text: string): Edit =>
  paragraphsOf((all) =>
    all.length === 0 && at === 0
      ? [plainParagraph(text, 'text')]
      : all.map((one, index) => (index === at ? retyped(one, text) : one)),
  );
export const insertTexts = (at: number, texts: readonly string[]): Edit =>
  paragraphsOf((all) => {
    const kind = all[at - 1]?.kind ?? 'text';
    return [...all.slice(0, at), ...texts.map((text) => plainParagraph(text, kind)), ...all.slice(at)];
  });
export const removeAt = (at: number): Edit =>
  paragraphsOf((all) => all.filter((_one, index) => index !== at));
export const moveBy = (at: number, by: -1 | 1): Edit =>
  paragraphsOf((all) => {
    const moved = [...all];
    const [one] = moved.splice(at, 1);
    if (one) moved.splice(at + by, 0, one);
    return moved;
  });
export const toggleKind = (at: number): Edit =>
  paragraphsOf((all) =>
    all.map((one, index) =>
      index === at ? { ...one, kind: one.kind === 'item' ? ('text' as const) : ('item' as const) } : one,
    ),
  );

/** A run at the end of a paragraph; where there is none, in one of its own. */
export const appendRun = (at: number, run: TextRun): Edit =>
  paragraphsOf((all) => {
    const target = all[at];
    if (!target) return [...all, { kind: 'text', runs: [run] }];
    const gap = target.runs.length === 0 || wordsOf(target).endsWith(' ') ? [] : [{ text: ' ' }];
    return all.map((one, index) => (index === at ? { ...one, runs: [...one.runs, ...gap, run] } : one));
  });

/** What is taken over of a report below. */
export interface Taken {
  readonly reportId: number;
  readonly sectionId: string;
  readonly paragraph: Paragraph;
}

const from = ({ reportId, sectionId }: Taken, how: TextSource['how']): TextSource => ({
  reportId,
  sectionId,
  how,
});

/** Each as a paragraph of its own, word for word. Where a text was itself taken from others, the report it stands in is its source. */
export const quote = (taken: readonly Taken[]): Edit =>
  paragraphsOf((all) => [
    ...all.filter((one) => wordsOf(one).trim() !== ''),
    ...taken.map((one) => ({
      kind: one.paragraph.kind,
      runs: [{ text: wordsOf(one.paragraph), sources: [from(one, 'quoted')] }],
    })),
  ]);

/** All in one paragraph that names all of them as its sources. */
export const mergeTaken = (taken: readonly Taken[]): Edit =>
  paragraphsOf((all) => [
    ...all.filter((one) => wordsOf(one).trim() !== ''),
    {
      kind: 'text',
      runs: [
        {
          text: taken.map(({ paragraph }) => wordsOf(paragraph).trim()).join(' '),
          sources: [
            ...new Map(
              taken.map((one) => [`${one.reportId} ${one.sectionId}`, from(one, 'merged')]),
            ).values(),
          ],
        },
      ],
    },
  ]);
