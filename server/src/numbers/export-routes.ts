// The ways out of the number register.
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { newApi, type Api } from '../http/api.ts';
import { choosing, sheetOf } from '../sheets/column.ts';
import { downloads } from '../sheets/download.ts';
import { numberColumns } from './export.ts';
import { numberFilter } from './schema.ts';
import { allEntries } from './service.ts';

export function numberExportRoutes(deps: Deps): Api {
  const api = newApi();
  downloads(api, deps, {
    path: '/export',
    access: 'number.read',
    tag: 'numbers',
    summary: 'The register with the columns of Decree 30/2020, Annex IV',
    query: numberFilter,
    holds: numberColumns('en'),
    make: async ({ actor, locale, query }) => {
      const year = query.year ?? Number(today(deps.clock).slice(0, 4));
      const name = choosing(locale)(`Sổ văn bản đi ${year}`, `Outgoing ${year}`);
      const portions = await allEntries(deps, actor, { ...query, year });
      return { name, sheets: [sheetOf({ title: name, columns: numberColumns(locale), portions })] };
    },
  });
  return api;
}
