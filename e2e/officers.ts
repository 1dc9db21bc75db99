// People outside of the illustration, each at a province whose register is empty.
import { hashPassword } from '../server/src/accounts/passwords.ts';
import type { Db } from '../server/src/db/connect.ts';
import { demoPassword } from '../server/src/people/demo.ts';

/** By the area code of the province that they work and coordinate for. */
export const officers = {
  '01': 'can-bo-01@song-thao.example',
  '04': 'can-bo-04@song-thao.example',
  '08': 'can-bo-08@song-thao.example',
} as const;

const held = ['officer', 'leader', 'coordinator'] as const;

export async function makeOfficers(db: Db): Promise<void> {
  const password = await hashPassword(demoPassword);
  for (const [province, email] of Object.entries(officers)) {
    const { id: unitId } = await db
      .selectFrom('unit')
      .select('id')
      .where('key', '=', `province:${province}`)
      .executeTakeFirstOrThrow();
    const { id: personId } = await db
      .insertInto('person')
      .values({ name: 'Nguyễn Văn Dùng', email, emailKey: email })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.insertInto('credential').values({ personId, password, passwordLong: true }).execute();
    const roles = held.map((role) => ({ personId, unitId, role, validFrom: '2020-01-01' }));
    await db.insertInto('roleGrant').values(roles).execute();
  }
}
