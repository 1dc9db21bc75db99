import type { Case, MakeCase } from './case.ts';
import { places, standingOf } from './world.ts';

export const units: MakeCase = async ({ units: all }): Promise<Case> => ({
  subject: 'units',
  read: 'unit.read',
  standings: places.map((place) => ({
    name: place,
    relations: [...standingOf[place], 'any'],
    id: all[place],
  })),
  lists: [],
  probes: [
    { action: 'unit.read', method: 'GET', path: '/api/units/{id}' },
    {
      action: 'unit.edit',
      method: 'PATCH',
      path: '/api/units/{id}',
      body: () => ({ version: 9999, name: 'Đơn vị khác' }),
    },
    { action: 'unit.edit', method: 'DELETE', path: '/api/units/{id}', harmful: true },
  ],
});
