// Signing off: whoever may sign does so for what was submitted; the picture of the signature is kept by its content.
import type { z } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import { Invalid } from '../errors.ts';
import { keepBytes } from './store.ts';
import type * as input from './input-schema.ts';
import { requireOpenWords, settle, taking, type Asked, type Opened } from './service.ts';
import { fitOf, namesakesOf, postOf, type Standing } from './signer-post.ts';
import { tellDecided } from './told.ts';

type Sign = z.infer<typeof input.outgoingSign>;

/** Bytes, and pixels a side. */
const largest = { bytes: 300 * 1024, pixels: 3000 };

export async function sign(deps: Deps, asked: Asked, wanted: Sign): Promise<void> {
  const { reason, picture, name } = wanted;
  const { standing } = wanted;
  requireOpenWords(reason, name, standing?.position, ...(standing?.authority ?? []));
  const image = picture === undefined ? null : pictureOf(picture);
  const sha256 = image && (await keepBytes(deps, image));
  await taking(deps, asked, { ability: 'sign', wanted }, async (opened) => {
    const { row, actor, now } = opened;
    const { content } = row;
    const printed = name ?? (content.signature.name.trim() || signerOf(actor.personId, actor.name));
    if (printed === '') throw new Invalid('outgoing-no-signer');
    const signature = { ...content.signature, ...standing, name: printed };
    const differs = await requirePost(opened, signature, wanted.confirmed);
    await settle(opened, {
      action: 'signed',
      reason,
      detail: {
        draftNo: row.draftNo,
        name: printed,
        picture: sha256 !== null,
        ...(standing ? { standing: [...standing.authority, standing.position] } : {}),
        ...(differs ? { confirmedPost: true } : {}),
      },
      status: 'signed',
      signedBy: actor.personId,
      signedAt: now,
      signature: sha256,
      content: JSON.stringify({ ...content, signature }),
    });
    await tellDecided(opened.trx, { ...deps, actor }, row, { kind: 'outgoing-signed' });
  });
}

/** Lines of authority that disagree with the signer's post go out only if that was confirmed. True: it was. */
async function requirePost(
  { trx, row, actor, day }: Opened,
  { name, ...standing }: Standing & { readonly name: string },
  confirmed = false,
): Promise<boolean> {
  const isOwn = name.toLocaleLowerCase('vi') === actor.name.toLocaleLowerCase('vi');
  const posts = isOwn
    ? [await postOf(trx, actor.personId)]
    : (await namesakesOf(trx, { name, unitId: row.ownerId, day })).map(({ post }) => post);
  const differs = posts.length > 0 && posts.every((post) => fitOf(standing, post) === 'differs');
  if (!differs || confirmed) return differs;
  const printed = [...standing.authority, standing.position].join(' / ');
  throw new Invalid('outgoing-signer-post', { name, post: posts[0] ?? '', printed });
}

/** A program does not lend its own name. */
const signerOf = (personId: number | null, name: string): string => (personId === null ? '' : name);

function pictureOf(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64');
  const isPng =
    bytes.length > 33 && bytes.subarray(0, 8).equals(magic) && bytes.toString('latin1', 12, 16) === 'IHDR';
  if (!isPng || bytes.length > largest.bytes) throw new Invalid('outgoing-picture');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width < 1 || height < 1 || Math.max(width, height) > largest.pixels)
    throw new Invalid('outgoing-picture');
  return bytes;
}

const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
