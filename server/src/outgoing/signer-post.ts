// Who signs, and as what: the lines of authority have to agree with the signer's post (Decree 30/2020, Annex I, II.7).
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';

/** How somebody signs: what stands above the name. */
export interface Standing {
  readonly authority: readonly string[];
  readonly position: string;
}

/** Null: it is not known what post the person holds. */
type Fit = 'fits' | 'differs' | null;

const words = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleUpperCase('vi')
    .replaceAll('UỶ', 'ỦY')
    .replaceAll(/[\s.]+/g, ' ')
    .trim();

const beginsWith = (text: string, first: string): boolean => text === first || text.startsWith(`${first} `);
const isDeputy = (post: string): boolean => /^(?:PHÓ|THỨ TRƯỞNG)(?:\s|$)/u.test(post);
const signsFor = (line: string): boolean => /(?:^|\s)KT(?:\s|$)/u.test(words(line));
/** By order (TL.) or by mandate (TUQ.): as whoever drew it up wrote it. */
const signsBy = (line: string): boolean => /^(?:TL|TUQ)(?:\s|$)/u.test(words(line));

/** "Phó Chủ tịch Ủy ban nhân dân tỉnh" signs as "PHÓ CHỦ TỊCH"; whoever signs for the head has "KT." above that, and nobody else. */
export function fitOf({ authority, position }: Standing, post: string | null): Fit {
  const held = words(post ?? '');
  if (held === '') return null;
  const printed = words(position).replace(/^(?:QUYỀN|Q) /u, 'QUYỀN ');
  const own = held.replace(/^(?:QUYỀN|Q) /u, 'QUYỀN ');
  const samePost = printed !== '' && (beginsWith(own, printed) || beginsWith(printed, own));
  const standsIn = authority.some(signsFor);
  const asDeputy = isDeputy(printed) ? standsIn || authority.some(signsBy) : !standsIn;
  return samePost && asDeputy ? 'fits' : 'differs';
}

/** How the person would sign in the agency's name; null where the post is neither its head's nor a deputy's. */
export function standingOf({ authority, position }: Standing, post: string | null): Standing | null {
  const held = words(post ?? '');
  const head = words(position);
  if (beginsWith(held, head)) return { authority, position };
  const deputy = head === 'BỘ TRƯỞNG' ? 'THỨ TRƯỞNG' : `PHÓ ${head}`;
  return beginsWith(held, deputy) ? { authority: [...authority, `KT. ${position}`], position: deputy } : null;
}

export const postOf = async (db: Db, personId: number | null): Promise<string | null> =>
  personId === null
    ? null
    : ((await db.selectFrom('person').select('post').where('id', '=', personId).executeTakeFirst())?.post ??
      null);

/** Those of this name who may sign for the unit today. */
export const namesakesOf = (
  db: Db,
  { name, unitId, day }: { readonly name: string; readonly unitId: number; readonly day: string },
): Promise<readonly { readonly id: number; readonly post: string | null }[]> =>
  db
    .selectFrom('person as p')
    .select(['p.id', 'p.post'])
    .where('p.active', '=', true)
    .where(sql<boolean>`lower(p.name) = lower(${name.trim()})`)
    .where(sql<boolean>`exists (select 1 from role_grant g where g.person_id = p.id and g.unit_id = ${unitId}
      and g.role in ('leader', 'approver') and g.ended_at is null
      and g.valid_from <= ${day}::date and (g.valid_to is null or g.valid_to >= ${day}::date))`)
    .execute();
