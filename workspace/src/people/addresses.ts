// What the address of the list of people says.
import { among, kept, pageOf, textOf, whole, type Raw } from '../address.ts';
import { allRoles, type Role } from '../access/role-words.ts';

export interface PeopleSearch {
  readonly q?: string;
  readonly role?: Role;
  readonly active?: 'yes' | 'no' | 'all';
  readonly unitId?: number;
  readonly page?: number;
}

export const readPeopleSearch = (raw: Raw): PeopleSearch =>
  kept<PeopleSearch>({
    q: textOf(raw['q'], 200),
    role: among(allRoles, raw['role']),
    active: among(['no', 'all'] as const, raw['active']),
    unitId: whole(raw['unitId']),
    page: pageOf(raw['page']),
  });
