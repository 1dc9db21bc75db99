// A mark of secrecy: the door's rule once more, for text that came another way than through the door.
import { secrecyMark } from '../read/secrecy.ts';
import type { Paragraph, Source } from '../tree.ts';
import type { CheckInput, Rule } from './rule.ts';

/** The text's lines as paragraphs, where the blocks of the file are not at hand. */
function linesAsSource({ parsed: { file, format, text } }: CheckInput): Source {
  const blocks = Array.from(text.matchAll(/[^\n]+/g), (line): Paragraph => {
    return { type: 'paragraph', span: [line.index, line.index + line[0].length] };
  });
  return { file, format, text, blocks, diagnostics: [] };
}

export const secrecy: Rule = (input) => {
  const mark = secrecyMark(input.source ?? linesAsSource(input));
  return mark ? [{ ...mark, clause: 'Luật Bảo vệ bí mật nhà nước số 117/2025/QH15' }] : [];
};
