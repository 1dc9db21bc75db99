// What stands below the text (Decree 30/2020, Annex I, II.7 and II.9): recipients at the left, signature in the right half.
import { GAP, PAGE, SIGNATURE } from '../layout.ts';
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
  // Names stand level, however many lines an agency's name takes.
  const rows = [all.map(posts), all.map((each) => signed(each, drawings))];
  return below(columns('Chữ ký', widths, rows)) + gap(GAP.beforeSignature, false) + recipients(document);
}

const below = (table: string): string => `${gap(GAP.beforeSignature, true)}${table}${gap(1, false)}`;

/** An empty line of a height in points; a table cannot follow a table directly. */
const gap = (points: number, holds: boolean): string =>
  `<w:p><w:pPr><w:pStyle w:val="Bang"/>${holds ? '<w:keepNext/>' : ''}<w:spacing w:before="0" w:after="0" w:line="${points * 20}" w:lineRule="exact"/></w:pPr></w:p>`;

function recipients(document: OfficialDocument): string {
  const lines = recipientLines(document);
  if (lines.length === 0) return '';
  return (
    paragraph(RECIPIENTS, { style: 'NoiNhan' }) +
    lines.map((line) => paragraph(line, { style: 'NoiNhanDanhSach' })).join('')
  );
}

const signature = (given: Signature, drawings: Drawings): string => posts(given) + signed(given, drawings);

const posts = ({ authority, position }: Signature): string =>
  [...authority, position]
    .filter((line) => line !== '')
    .map((post) => paragraph(post, { style: 'KyTen' }))
    .join('');

/** The name below the picture of the signature, or below the room for it. */
function signed({ name, image }: Signature, drawings: Drawings): string {
  const says = `Chữ ký của ${name}`;
  const picture = image && drawings.picture(image, SIGNATURE.imageWidth, SIGNATURE.imageHeight, says);
  if (!picture) return paragraph(name, { style: 'HoTen', before: twips(SIGNATURE.room) });
  return paragraphOf(picture, { style: 'ChuKy' }) + paragraph(name, { style: 'HoTen' });
}
