// The words of a paragraph that was read, by their looks.
import type { Paragraph, Source, Span } from '../../tree.ts';
import type { Line, Words } from '../official.ts';

/** The words of a paragraph from a place on; `bold` where its style makes it so. */
export function lineOf(source: Source, paragraph: Paragraph, from: number, bold: boolean): Line {
  const looks = paragraph.runs ?? [];
  const whole = { bold: paragraph.bold === true && !bold, italic: paragraph.italic === true };
  const cuts = new Set<number>([from, paragraph.span[1]]);
  for (const { span } of looks) for (const at of span) if (at > from && at < paragraph.span[1]) cuts.add(at);
  const places = [...cuts].toSorted((a, b) => a - b);
  const words = places.slice(0, -1).map((start, at): Words => {
    const look = looks.find(({ span }: { span: Span }) => span[0] <= start && start < span[1]);
    const isBold = !bold && (whole.bold || look?.bold === true);
    const isItalic = whole.italic || look?.italic === true;
    return {
      text: source.text.slice(start, places[at + 1]),
      ...(isBold && { bold: true }),
      ...(isItalic && { italic: true }),
    };
  });
  return simplified(words);
}

/** Words of one look run together; plain ones are a string. */
function simplified(words: readonly Words[]): Line {
  const joint: Words[] = [];
  for (const next of words) {
    const last = joint.at(-1);
    const same =
      last &&
      // A space has no look of its own.
      (next.text.trim() === '' || (!!last.bold === !!next.bold && !!last.italic === !!next.italic));
    if (same) joint[joint.length - 1] = { ...last, text: last.text + next.text };
    else if (next.text !== '') joint.push(next);
  }
  const [only] = joint;
  if (only === undefined) return '';
  return joint.length === 1 && !only.bold && !only.italic ? only.text : joint;
}

export const plainText = (line: Line): string =>
  typeof line === 'string' ? line : line.map(({ text }) => text).join('');

export const isAllBold = (line: Line): boolean =>
  typeof line !== 'string' && line.length > 0 && line.every(({ bold }) => bold);
