// Issuing (phát hành): the content is frozen; its Word file and its PDF are made once, and kept by their digests.
import type { z } from '@hono/zod-openapi';
import type { OfficialDocument } from '@nhipcau/document';
import { may, type Asked } from '../access/actor.ts';
import type { Deps } from '../deps.ts';
import { Conflict, NotFound } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { fullNumber } from '../numbers/symbol.ts';
import { insideFacts, readable, seesInside, steps } from './access.ts';
import { makeDocx, makePdf } from './files.ts';
import { printable } from './printable.ts';
import { numberOf } from './present.ts';
import * as queries from './queries.ts';
import * as receivers from './receiver-queries.ts';
import * as trail from './trail-queries.ts';
import type { OutgoingRow } from './queries.ts';
import type * as input from './input-schema.ts';
import { requireOpen, seen, settle, taking, type Opened } from './service.ts';
import { keepBytes, readBytes } from './store.ts';
import { tellDecided, tellReceivers } from './told.ts';

type Step = z.infer<typeof input.outgoingStep>;
type Kind = 'docx' | 'pdf';

async function printed(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  row: OutgoingRow,
): Promise<OfficialDocument> {
  const image = row.signature === null ? undefined : await readBytes(files, row.signature);
  return printable(db, row, image);
}

const makers = { docx: makeDocx, pdf: makePdf } as const;

/** The files are on the disk before the document is issued; whoever changed it meanwhile is told so, and nothing was issued. */
export async function issue(deps: Deps, asked: Asked, wanted: Step): Promise<void> {
  const { actor, id } = asked;
  const row = await readable(deps.db, actor, id);
  const isNext = steps.issue.open(row, actor) && row.version === wanted.version;
  const made =
    isNext && may(actor, steps.issue.action, insideFacts(row)) ? await make(deps, row, asked.locale) : [];
  await taking(deps, asked, { ability: 'issue', wanted }, async (opened) => {
    const { trx, now } = opened;
    await requireRoom(opened);
    await queries.insertFiles(
      trx,
      made.map((file) => ({ ...file, outgoingId: id, madeAt: now })),
    );
    await settle(opened, {
      action: 'issued',
      reason: wanted.reason,
      detail: {
        number: fullNumber(row.number ?? 0, row.symbol),
        files: Object.fromEntries(made.map(({ kind, sha256 }) => [kind, sha256])),
      },
      status: 'issued',
      issuedAt: now,
      issuedBy: actor.personId,
    });
    await tellOthers(deps, opened);
    await tellDecided(trx, { ...deps, actor }, row, { kind: 'outgoing-issued' });
  });
}

async function make(deps: Deps, row: OutgoingRow, locale: Locale) {
  requireOpen(row.content);
  const document = await printed(deps, row);
  const files: { kind: Kind; sha256: string; size: number }[] = [];
  for (const kind of ['docx', 'pdf'] as const) {
    const bytes = await makers[kind](document, locale);
    files.push({ kind, sha256: await keepBytes(deps, bytes), size: bytes.length });
  }
  return files;
}

/** One document takes another’s place; what is not in force any more needs no correction. */
async function requireRoom({ trx, row }: Opened): Promise<void> {
  for (const link of await queries.linksOf(trx, row.id)) {
    if (!link.toward) continue;
    // Held: nobody recalls it, or takes its place, meanwhile.
    const before = await queries.lockOutgoing(trx, link.id);
    const number = numberOf(link) ?? '';
    const [other] = await queries.replacementsOf(trx, link.id, ['issued']);
    if (other && other.id !== row.id) {
      throw new Conflict('outgoing-replaced-already', { number, by: numberOf(other) ?? other.title });
    }
    if (link.kind === 'corrects' && before?.status !== 'issued') {
      throw new Conflict('outgoing-corrects-recalled', { number });
    }
  }
}

/** What it corrects or replaces says so from now on, and the units in the house that were sent that one are told. */
async function tellOthers({ clock }: Deps, { trx, row, actor, now }: Opened): Promise<void> {
  for (const link of await queries.linksOf(trx, row.id)) {
    if (!link.toward) continue;
    const number = fullNumber(row.number ?? 0, row.symbol);
    await trail.addEvent(trx, {
      outgoingId: link.id,
      at: now,
      personId: actor.personId,
      who: actor.name,
      action: link.kind === 'corrects' ? 'corrected' : 'replaced',
      reason: link.reason,
      detail: JSON.stringify({ id: row.id, number }),
    });
    const unitIds = (await receivers.receiversOf(trx, link.id)).flatMap(({ unitId }) => unitId ?? []);
    const kind = link.kind === 'corrects' ? 'outgoing-corrected' : 'outgoing-replaced';
    const about = { id: link.id, ownerId: row.ownerId, title: `${numberOf(link) ?? ''} ${link.title}` };
    await tellReceivers(trx, { clock, actor }, about, { kind, unitIds, number });
  }
}

export interface Downloaded {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly kind: Kind;
}

/** The file as it was issued; before that a preview, which receivers never see. */
export async function download(deps: Deps, asked: Asked, kind: Kind): Promise<Downloaded> {
  const { actor, id } = asked;
  const row = await seen(deps, asked);
  const kept = (await queries.filesOf(deps.db, id)).find((file) => file.kind === kind);
  const name = nameOf(row, kind);
  if (kept) return { bytes: await readBytes(deps.files, kept.sha256), name, kind };
  if (!seesInside(actor, row)) throw new NotFound('no-outgoing-file');
  return { bytes: await makers[kind](await printed(deps, row), asked.locale), name, kind };
}

/** "12-KH-UBND.pdf"; a draft is called so. */
export function nameOf({ number, symbol, type, id }: OutgoingRow, kind: Kind): string {
  const full = number === null ? `du-thao-${type}-${id}` : fullNumber(number, symbol).replaceAll('/', '-');
  return `${full}.${kind}`;
}
