// A signed document gets its number (cấp số): from the register, on the day, in the transaction that writes it down.
import type { z } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import { Invalid } from '../errors.ts';
import { fullNumber } from '../numbers/symbol.ts';
import { cancelEntry, giveTo, lockedEntry, requireToday, type Bearer } from '../numbers/take.ts';
import type { Content } from './content.ts';
import { drafterOf } from './printable.ts';
import type { OutgoingRow } from './queries.ts';
import type * as input from './input-schema.ts';
import { requireOpenWords, searchOf, settle, taking, type Asked, type Writing } from './service.ts';

type Numbering = z.infer<typeof input.outgoingNumber>;

export async function number(deps: Writing, asked: Asked, wanted: Numbering): Promise<void> {
  requireOpenWords(wanted.drafter);
  await taking(deps, asked, { ability: 'number', wanted }, async (opened) => {
    const { trx, row, actor, now, day } = opened;
    requireToday(wanted.issuedOn, day);
    const { ownerId, content, body } = row;
    const drafter = wanted.drafter ?? (await drafterOf(trx, row, Number(day.slice(0, 4))));
    const given = await giveTo(trx, {
      wanted: { unitId: ownerId, type: content.type, body, drafter },
      bearer: bearerOf(row),
      taking: { actor, now, day, clock: deps.clock },
      reservedId: wanted.numberId ?? null,
    });
    const full = fullNumber(given.number, given.symbol);
    await settle(opened, {
      action: 'numbered',
      detail: { number: full, issuedOn: day, reserved: wanted.numberId !== undefined },
      status: 'numbered',
      numberId: given.id,
      number: given.number,
      symbol: given.symbol,
      issuedOn: day,
      ...(await searchOf(trx, content, { ownerId, fullNumber: full })),
    });
  });
}

const ARCHIVE = /^lưu\s*:?\s*/iu;

/** What the register's columns say of it: "Lưu: VT, QLTTĐN (5b)" names who keeps the file copy, and how many copies there are. */
export function bearerOf({ content }: Pick<OutgoingRow, 'content'>): Bearer {
  const { title, signature, recipients, addressees } = content;
  const archive = recipients.find((line) => ARCHIVE.test(line)) ?? null;
  const copies = /\((\d{1,4})\s*b(?:ản)?\)/iu.exec(archive ?? '')?.[1];
  return {
    title: title || firstWords(content),
    signer: signature.name,
    recipients: [
      ...addressees,
      ...recipients.filter((line) => !ARCHIVE.test(line) && !/^như trên/iu.test(line)),
    ],
    archive: archive?.replace(ARCHIVE, '') ?? null,
    copies: copies === undefined ? null : Number(copies),
  };
}

const firstWords = ({ type }: Content): string => type;

/** The number stays in the register, cancelled with the reason; the document waits for another. */
export async function cancelNumber(
  deps: Pick<Deps, 'db' | 'clock'>,
  asked: Asked,
  wanted: z.infer<typeof input.outgoingReturn>,
): Promise<void> {
  const { reason } = wanted;
  requireOpenWords(reason);
  await taking(deps, asked, { ability: 'cancelNumber', wanted }, async (opened) => {
    const { trx, row, actor, now } = opened;
    if (row.numberId === null) throw new Invalid('outgoing-reason');
    const full = fullNumber(row.number ?? 0, row.symbol);
    await settle(opened, {
      action: 'numberCancelled',
      reason,
      detail: { number: full },
      status: 'signed',
      numberId: null,
      number: null,
      symbol: null,
      issuedOn: null,
    });
    await cancelEntry(trx, await lockedEntry(trx, actor, row.numberId), { actor, now, reason });
  });
}
