// What stands below the text (Decree 30/2020, Annex I, II.7 and II.9): recipients at the left, signature in the right half.
import { PAGE, SIGNATURE } from '../layout.ts';
import type { OfficialDocument, Signature } from '../official.ts';
import { RECIPIENTS, recipientLines } from '../wording.ts';
import type { Drawings } from './drawings.ts';
import { columns } from './letterhead.ts';
import { paragraph, paragraphOf } from './paragraph.ts';
import { twips } from './xml.ts';

const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

export function foot(document: OfficialDocument, drawings: Drawings): string {
  const others = document.cosigners ?? [];
  if (others.length === 0)
    return below(
      columns(
        'Nơi nhận và chữ ký',
        [SIGNATURE.left, SIGNATURE.right],
        [[recipients(document), signature(document.signature, drawings)]],
      ),
    );
  const all = [document.signature, ...others];
  const widths = all.map(() => TEXT_WIDTH / all.length);
  return (
    below(columns('Chữ ký', widths, [all.map((each) => signature(each, drawings))])) + recipients(document)
  );
}

const below = (table: string): string => `${gap(14)}${table}${gap(1)}`;

/** An empty line of a height in points; a table cannot follow a table directly. */
const gap = (points: number): string =>
  `<w:p><w:pPr><w:pStyle w:val="Bang"/><w:keepNext/><w:spacing w:before="0" w:after="0" w:line="${points * 20}" w:lineRule="exact"/></w:pPr></w:p>`;

function recipients(document: OfficialDocument): string {
  const lines = recipientLines(document);
  if (lines.length === 0) return '';
  return (
    paragraph(RECIPIENTS, { style: 'NoiNhan' }) +
    lines.map((line) => paragraph(line, { style: 'NoiNhanDanhSach' })).join('')
  );
}

function signature({ authority, position, name, image }: Signature, drawings: Drawings): string {
  const posts = [...authority, position].filter((line) => line !== '');
  const room = twips(SIGNATURE.room);
  const picture =
    image && drawings.picture(image, SIGNATURE.imageWidth, SIGNATURE.imageHeight, `Chữ ký của ${name}`);
  const signed = picture
    ? paragraphOf(picture, { style: 'ChuKy' }) + paragraph(name, { style: 'HoTen' })
    : paragraph(name, { style: 'HoTen', before: room });
  return posts.map((post) => paragraph(post, { style: 'KyTen' })).join('') + signed;
}
