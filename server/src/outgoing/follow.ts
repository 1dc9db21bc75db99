// What follows an issued document that was wrong: a letter that corrects its form, a document of the same type that takes its place
// (Decree 30/2020, Article 17, and Article 18.2). Each is a draft of its own, tied to the first in both directions.
import type { z } from '@hono/zod-openapi';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict } from '../errors.ts';
import { blank } from './blank.ts';
import { enter } from './create.ts';
import type { Content } from './content.ts';
import { letterheadOf, type Letterhead } from './letterhead.ts';
import { longDay } from './pieces.ts';
import { nameOfType, numberOf } from './present.ts';
import * as queries from './queries.ts';
import * as trail from './trail-queries.ts';
import type { OutgoingRow } from './queries.ts';
import type * as input from './input-schema.ts';
import { requireOpenWords, taking, type Asked } from './service.ts';

type Wanted = z.infer<typeof input.outgoingReturn>;

const named = (row: OutgoingRow) =>
  `${nameOfType(row.type)} số ${numberOf(row) ?? ''} ngày ${longDay(row.issuedOn ?? '')}`;

/** Công văn đính chính: errors of form. Returns the new draft's id. */
export const correct = (deps: Deps, asked: Asked, wanted: Wanted): Promise<number> =>
  follow(deps, asked, {
    wanted,
    kind: 'corrects',
    content: (row, { letter, name }) => correction(row, letter, { name, reason: wanted.reason }),
  });

/** A document of the same type: errors of content. */
export const replace = (deps: Deps, asked: Asked, wanted: Wanted): Promise<number> =>
  follow(deps, asked, { wanted, kind: 'replaces', content: replacement });

interface Following {
  readonly wanted: Wanted;
  readonly kind: 'corrects' | 'replaces';
  /** `name`: of the agency, as it stands in a sentence. */
  readonly content: (row: OutgoingRow, blank: { readonly letter: Content; readonly name: string }) => Content;
}

async function follow(deps: Deps, asked: Asked, { wanted, kind, content }: Following): Promise<number> {
  requireOpenWords(wanted.reason);
  const made = { id: 0 };
  const ability = kind === 'corrects' ? 'correct' : 'replace';
  await taking(deps, asked, { ability, wanted }, async ({ trx, note, row, actor, now }) => {
    await requireRoom(trx, row, kind);
    // Who asks at the same time saw a document that nothing followed.
    await queries.updateOutgoing(trx, row.id, { version: row.version + 1 });
    const letterhead = await letterheadOf(trx, row.ownerId);
    const letter = blank({ letterhead, drafter: null }, 'CV');
    const { ownerId, drafterId, body, demo } = row;
    // The report that the wrong figures came from is where the right ones are looked for.
    const source = kind === 'replaces' && row.reportId !== null ? { reportId: row.reportId } : {};
    const drafted = { content: content(row, { letter, name: nameIn(row, letterhead) }), source, demo };
    made.id = await enter(trx, deps, { actor, ownerId, drafterId, body, drafted });
    await queries.insertLink(trx, { fromId: made.id, toId: row.id, kind, reason: wanted.reason });
    await trail.addEvent(trx, {
      outgoingId: row.id,
      at: now,
      personId: actor.personId,
      who: actor.name,
      action: kind === 'corrects' ? 'correctionBegun' : 'replacementBegun',
      reason: wanted.reason,
      detail: JSON.stringify({ id: made.id }),
    });
    const detail = { of: row.id, kind, reason: wanted.reason };
    note({ action: 'outgoing.created', subject: 'outgoing', subjectId: made.id, unitId: ownerId, detail });
  });
  return made.id;
}

const unfinished = ['draft', 'submitted', 'returned', 'signed', 'numbered'] as const;

/** One document takes another’s place; what it replaced is not corrected any more. */
async function requireRoom(db: Db, row: OutgoingRow, kind: Following['kind']): Promise<void> {
  const open = kind === 'replaces' ? unfinished : [];
  const [other] = await queries.replacementsOf(db, row.id, ['issued', ...open]);
  if (!other) return;
  const values = { number: numberOf(row) ?? '', by: numberOf(other) ?? other.title };
  throw new Conflict(
    other.status === 'issued' ? 'outgoing-replaced-already' : 'outgoing-replacement-begun',
    values,
  );
}

function correction(
  row: OutgoingRow,
  letter: Content,
  { name, reason }: { readonly name: string; readonly reason: string },
): Content {
  const { addressees, recipients, signature } = row.content;
  const to = addressees.length > 0 ? addressees : recipients.filter((line) => !/^(?:như|lưu)/iu.test(line));
  return {
    ...letter,
    title: `Đính chính ${named(row)}`,
    addressees: to,
    signature,
    recipients: [...letter.recipients.slice(0, -1), archiveOf(row) ?? letter.recipients.at(-1) ?? ''],
    body: [
      {
        type: 'text',
        line: `Ngày ${longDay(row.issuedOn ?? '')}, ${name} ban hành ${named(row)} về ${lowered(row.title)}.`,
      },
      {
        type: 'text',
        line: 'Do sơ suất trong khâu soạn thảo, văn bản trên có sai sót về thể thức, kỹ thuật trình bày; nay xin đính chính như sau:',
      },
      { type: 'text', level: 'dash', line: reason },
      { type: 'text', line: `Các nội dung khác của ${named(row)} giữ nguyên, không thay đổi.` },
    ],
  };
}

const lowered = (text: string) => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);

const archiveOf = ({ content }: OutgoingRow): string | undefined =>
  content.recipients.find((line) => /^lưu\s*:/iu.test(line));

/** As the register of units writes it; a name that was changed by hand keeps its capitals, for nobody knows which of them stay. */
const nameIn = ({ content }: OutgoingRow, { agency, name }: Letterhead): string =>
  content.agency === agency ? name : content.agency.replaceAll('\n', ' ');

/** "./." stands at the very end alone: what ended with it is not the end any more. */
function unended(block: Content['body'][number]): Content['body'][number] {
  if (block.type !== 'text') return block;
  const end = /\s*\.\/\.\s*$/;
  const { line } = block;
  if (typeof line === 'string') return { ...block, line: line.replace(end, '.') };
  const last = line.length - 1;
  return {
    ...block,
    line: line.map((run, at) => (at === last ? { ...run, text: run.text.replace(end, '.') } : run)),
  };
}

/** The sentence by which a document takes another's place; the check looks past it. */
export const replacingWords = /^Văn bản này thay thế .+\.\/?\.?$/u;

/** The content is copied, and says what it takes the place of; what names agencies in capitals is left to who draws it up. */
function replacement(row: OutgoingRow): Content {
  const body = row.content.body.map(unended);
  const line = `Văn bản này thay thế ${named(row)}./.`;
  const isDecision = row.type === 'QĐ' || row.type === 'NQ';
  return {
    ...row.content,
    body: [...body, isDecision ? { type: 'text', level: 'article', line } : { type: 'text', line }],
  };
}
