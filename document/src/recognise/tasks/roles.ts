// Who does it and with whom, inside the sentences of a paragraph.
import type { Mention } from '../../tree.ts';
import { mentionsOf } from '../agencies.ts';
import type { AgencyList } from '../agencies.ts';
import type { Word } from '../agencies-words.ts';
import { clausesOf } from './clauses.ts';
import { remembering } from './once.ts';
import { partnerLists } from './partners.ts';
import { givenInside, subjectAt } from './subject.ts';
import { unique } from './unique.ts';
import { isPair } from './word-pairs.ts';

export interface Roles {
  readonly lead: readonly Mention[];
  readonly coordinating: readonly Mention[];
}

const followsCoordinates = (words: readonly Word[], { next }: AgencyList): boolean =>
  words[next]?.low === 'phối' && words[next + 1]?.low === 'hợp' && words[next + 2]?.low !== 'với';

const SAYS = new Set([
  'ban',
  'nhận',
  'thông',
  'trân',
  'kính',
  'đồng',
  'thống',
  'đã',
  'vừa',
  'ghi',
  'biểu',
  'đánh',
  'xin',
]);

/** The agencies that the sentences of a paragraph make responsible; those said only to "phối hợp" go to the others. */
export const leadsIn = remembering(readLeads);

function readLeads(text: string, words: readonly Word[]): Roles {
  const lead: Mention[] = [];
  const coordinating: Mention[] = [];
  const partners = partnerLists(text, words);
  let taken = 0;
  let partner = 0;
  for (const { start, weak } of clausesOf(words)) {
    while (partner < partners.length && partners[partner]!.to < start) partner++;
    if (start < taken || (partner < partners.length && start >= partners[partner]!.from)) continue;
    if (words[start - 1]?.low === ':' && start > 1 && lead.length > 0) continue;
    const subject = subjectAt(text, words, start);
    if (weak && (subject === null || lead.length === 0 || !followsCoordinates(words, subject.list))) continue;
    taken = subject?.list.next ?? taken;
    if (subject !== null && words[taken]?.low === 'nghiêm' && givenInside(text, words, taken) !== null)
      continue;
    if (subject === null || (!subject.assigned && says(words, subject.list.next) && isIssuer(words, start)))
      continue;
    if (!subject.assigned && lead.length > 0 && followsCoordinates(words, subject.list))
      coordinating.push(...mentionsOf(subject.list, 'coordinates'));
    else lead.push(...mentionsOf(subject.list, subject.assigned ? 'assigned' : 'subject'));
  }
  if (lead.length === 0)
    lead.push(...mentionsOf(givenInside(text, words, 1)?.list ?? null, 'assigned-inside'));
  return { lead: unique(lead), coordinating };
}

const says = (words: readonly Word[], at: number): boolean => {
  const low = words[at]?.low ?? '';
  return low === 'có' ? words[at + 1]?.low === 'ý' : SAYS.has(low);
};

const ISSUERS = new Set(['ubnd', 'ủy', 'văn', 'hội']);
const ISSUING = [
  ['chủ', 'tịch'],
  ['bộ', 'trưởng'],
  ['chính', 'phủ'],
  ['thủ', 'tướng'],
  ['tổng', 'cục'],
  ['quốc', 'hội'],
] as const;

const isIssuer = (words: readonly Word[], at: number): boolean => {
  const low = words[at]?.low;
  return ISSUERS.has(low ?? '') || ISSUING.some(([first, second]) => isPair(words, at, first, second));
};
