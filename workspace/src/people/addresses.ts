// What the address of the list of people says.
import { allRoles, type Role } from '../access/role-words.ts';

export interface PeopleSearch {
  readonly q?: string;
  readonly role?: Role;
  readonly active?: 'yes' | 'no' | 'all';
  readonly unitId?: number;
  readonly page?: number;
}

const whole = (raw: unknown) => (Number.isInteger(Number(raw)) && Number(raw) > 0 ? Number(raw) : undefined);

export function readPeopleSearch(raw: Record<string, unknown>): PeopleSearch {
  const role = allRoles.find((each) => each === raw['role']);
  const active = (['no', 'all'] as const).find((each) => each === raw['active']);
  const [page, unitId] = [whole(raw['page']), whole(raw['unitId'])];
  const q = raw['q'] === undefined ? '' : String(raw['q']).slice(0, 200);
  return {
    ...(q ? { q } : {}),
    ...(role ? { role } : {}),
    ...(active ? { active } : {}),
    ...(unitId ? { unitId } : {}),
    ...(page && page > 1 ? { page } : {}),
  };
}
