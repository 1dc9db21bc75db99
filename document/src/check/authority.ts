// An authority line (KT., TL., TUQ., Q.) needs the position of the one who signs; TM. stands above the head's own.
import type { Rule } from './rule.ts';
import { found } from './rule.ts';

const CLAUSE = 'NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7 (chức vụ, họ tên và chữ ký của người có thẩm quyền)';

export const authority: Rule = ({ parsed }) =>
  parsed.document.signers.flatMap((signer) => {
    if (signer.authority === null || signer.position !== null) return [];
    const values = { authority: signer.authority, name: signer.name };
    return [found('authority-without-position', 'warning', { values, span: signer.span, clause: CLAUSE })];
  });
