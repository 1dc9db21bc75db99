// A paragraph with nothing below it: a task, or one of the things that only look like one.
import type { Item, Task } from '../../tree.ts';
import type { Word } from '../agencies-words.ts';
import { verbAt } from '../agencies-verbs.ts';
import { wordsOf } from '../agencies-words.ts';
import { dueInSentence } from '../due.ts';
import type { Context, Mode } from './context.ts';
import { stated } from './emit.ts';
import { fieldAt } from './fields.ts';
import { agencyOpening, opensWithWork } from './openings.ts';
import type { Roles } from './roles.ts';
import { leadsIn } from './roles.ts';

export const SHORTEST = 4;
const MONEY_LINE = /^\s*(?:nguồn |về )?(?:kinh phí|ngân sách|nguồn vốn)(?!\p{L})/iu;

/** "2. Kinh phí thực hiện: …" inside another section is about money all the same. */
const modeOf = ({ text, mode }: Context, item: Item): Mode =>
  mode === 'list' && MONEY_LINE.test(text.slice(item.text[0], item.text[0] + 40)) ? 'money' : mode;

/** The task that a paragraph gives, or null. */
export function leafTask(item: Item, said: readonly Word[], context: Context): Task | null {
  const { text } = context;
  const mode = modeOf(context, item);
  if (mode === 'none' || mode === 'targets' || mode === 'report' || said.length < SHORTEST) return null;
  const opening = agencyOpening(text, said, item.text[1]);
  if (opening !== null) {
    if (opening.duty === null) return null;
    const owned = { ...context, lead: opening.lead, coordinating: [] };
    return stated(owned, {
      item,
      text: opening.duty,
      said: wordsOf(text, ...opening.duty),
      rule: 'agency-heading',
    });
  }
  if (isRemark(item, context) || !counts(item, said, context, mode)) return null;
  return stated(context, { item, text: item.text, said, rule: context.rule });
}

/** Whether a paragraph without an agency in front of a colon gives work, in the mode it stands in. */
function counts(item: Item, said: readonly Word[], context: Context, mode: Mode): boolean {
  const roles = leadsIn(context.text, said);
  if (roles.lead.length === 0) {
    if (mode === 'named' && isDated(item, said, context)) return true;
    if (mode !== 'list' || isNounLine(item, context) || isSubjectMatter(said, context)) return false;
    return item.marker !== 'none' || context.lead.length > 0 || opensWithWork(said);
  }
  return mode === 'list' || names(item, said, roles, mode);
}

/** A numbered piece of work with its own date ("4. Hoàn thành tuyển sinh trước ngày 31/7") is one wherever it stands. */
function isDated(item: Item, said: readonly Word[], { text, year }: Context): boolean {
  if (item.marker === 'none' || item.marker === 'article' || !verbAt(said, 0)) return false;
  const due = dueInSentence(text.slice(...item.text), { year })?.due.kind;
  return due === 'by' || due === 'during';
}

/** Outside of lists of work an agency must open the sentence, or be given the work in so many words. */
function names(item: Item, said: readonly Word[], roles: Roles, mode: Mode): boolean {
  const first = roles.lead[0]!;
  if (first.span[0] === said[0]!.start) return true;
  if (mode === 'money') return false;
  return first.reason.startsWith('assigned') || item.marker !== 'none';
}

/** "Thời gian: …", "Địa điểm: …" on their own say something of what stands around them. */
const isRemark = (item: Item, context: Context): boolean => fieldAt(context.text, ...item.text) !== null;

/** What is to be spoken of, below "Nội dung tuyên truyền": bullets that begin with no verb. */
const isSubjectMatter = (said: readonly Word[], { text, group }: Context): boolean =>
  group !== null && SUBJECT_MATTER.test(text.slice(...group)) && !opensWithWork(said);
const SUBJECT_MATTER = /(?:nội dung|chủ đề|trọng tâm) (?:tuyên truyền|thông tin|truyền thông)|khẩu hiệu/iu;

/** "Việc ban hành văn bản;" names a thing to look at, not work to do. */
const isNounLine = (item: Item, { text }: Context): boolean =>
  NOUN_LINE.test(text.slice(item.text[0], item.text[0] + 12));
const NOUN_LINE = /^\s*việc(?!\p{L}| làm)/iu;
