// Who signed, as printed.
import { AGENCY_HEAD } from '../../recognise/letterhead.ts';
import { isCapitals, type Line } from '../../recognise/lines.ts';
import { postLines } from '../../recognise/signers.ts';
import { AUTHORITY, POSITION, RECIPIENTS } from '../../recognise/words.ts';
import type { Signer } from '../../tree.ts';
import type { Signature } from '../official.ts';

const NOBODY: Signature = { authority: [], position: '', name: '' };

/** Signatures among the last lines of a part; posts without a name are one that is still open. */
export function signaturesOf(lines: readonly Line[], signers: readonly Signer[]): Signature[] {
  const found = signers.flatMap((signer) => signatureOf(lines, signer));
  if (found.length > 0) return found;
  const posts = lines.filter(isPost).flatMap((line) => postLines(line.text));
  return [withPosts(NOBODY, posts)];
}

function isPost({ text }: Line): boolean {
  return !RECIPIENTS.test(text) && (AUTHORITY.test(text) || POSITION.test(text)) && isCapitals(text);
}

function signatureOf(lines: readonly Line[], signer: Signer): Signature[] {
  const named = lines.findLast((line) => line.span[0] >= signer.span[0] && line.span[1] <= signer.span[1]);
  if (!named) return [];
  const column = named.cell?.column;
  const own = lines.filter(
    (line) =>
      line.span[0] >= signer.span[0] &&
      line.span[1] <= signer.span[1] &&
      line.cell?.column === column &&
      !RECIPIENTS.test(line.text) &&
      !/^[-–+•]\s?\S/.test(line.text),
  );
  const posts = own.flatMap((line) => whole(postLines(line.text))).filter((text) => isPostText(text));
  return [
    withPosts({ ...NOBODY, name: ranked(named.text, signer.name) }, [
      ...agencyAbove(lines, own[0]),
      ...posts,
    ]),
  ];
}

const RANK =
  /^(?:Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy|Trung úy|Thiếu úy)(?= )/u;

/** The armed forces write the rank before the name (Annex I, II.7.b); other titles are left out. */
function ranked(printed: string, name: string): string {
  const rank = RANK.exec(printed.trim())?.[0];
  return rank === undefined ? name : `${rank} ${name}`;
}

/** "KT. BỘ TRƯỞNG, CHỦ NHIỆM" is one post. */
function whole(pieces: readonly string[]): string[] {
  const out: string[] = [];
  for (const piece of pieces)
    if (out.at(-1)?.endsWith(',')) out[out.length - 1] += ` ${piece}`;
    else out.push(piece);
  return out;
}

const isPostText = (text: string): boolean => isCapitals(text) || AUTHORITY.test(text) || POST.test(text);
const POST =
  /^(?:Phó |Quyền )?(?:Chủ tịch|Giám đốc|Bí thư|Chánh Văn phòng|Trưởng ban|Cục trưởng|Bộ trưởng|Thứ trưởng|Trưởng phòng)(?:\s|$)/;

/** In documents of several agencies each stands above its signer. */
function agencyAbove(lines: readonly Line[], first: Line | undefined): string[] {
  const above = first && lines[lines.indexOf(first) - 1];
  const isAgency =
    above?.cell !== undefined &&
    above.block === first?.block &&
    above.cell.column === first.cell?.column &&
    isCapitals(above.text) &&
    AGENCY_HEAD.test(above.text);
  return isAgency ? [above.text] : [];
}

function withPosts(signature: Signature, posts: readonly string[]): Signature {
  const last = posts.at(-1);
  const hasPosition = last !== undefined && !AUTHORITY.test(last);
  return {
    ...signature,
    authority: hasPosition ? posts.slice(0, -1) : posts,
    position: hasPosition ? last : '',
  };
}
