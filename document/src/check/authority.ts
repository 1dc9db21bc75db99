// An authority line (KT., TL., TUQ., Q.) stands above the position of the one who signs: "KT. CHỦ TỊCH" above "PHÓ CHỦ TỊCH".
import type { Signer } from '../tree.ts';
import type { Rule } from './rule.ts';
import { found } from './rule.ts';

const CLAUSE = 'NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7 (chức vụ, họ tên và chữ ký của người có thẩm quyền)';
const HEAD =
  /^(?:chủ tịch|giám đốc|bộ trưởng|cục trưởng|vụ trưởng|trưởng (?:ban|phòng)|chánh văn phòng|hiệu trưởng)(?!\p{L})/iu;

/** Who signs KT. is a deputy: the head's own position is that of the line with the authority, not the signer's. */
function lacksPosition({ authority, position }: Signer): boolean {
  if (authority === null) return false;
  return position === null || (/(?:^|\s)KT\.$/.test(authority) && HEAD.test(position));
}

export const authority: Rule = ({ parsed }) =>
  parsed.document.signers.filter(lacksPosition).map((signer) => {
    const values = { authority: signer.authority ?? '', name: signer.name };
    return found('authority-without-position', 'warning', { values, span: signer.span, clause: CLAUSE });
  });
