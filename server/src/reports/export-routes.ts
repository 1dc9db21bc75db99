// The ways out of reports: lists of them, one with its annexes, a roll-up unit by unit.
import { z } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import { newApi, type Api } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import { lineSchema, sheetOf } from '../sheets/column.ts';
import { downloads } from '../sheets/download.ts';
import { reportColumns, reportPortions } from './export-list.ts';
import { reportDownload, rollupDownload, rollupHeads } from './export-report.ts';
import { report, reportQuery } from './schema.ts';

const tag = 'reports';
const access = 'report.read';

const whole = z
  .object({
    report,
    /** Every figure of the report and of those below it that the reader reads; empty where nothing is below. */
    units: z.array(lineSchema(rollupHeads)),
  })
  .openapi('ReportFile');

export function reportExportRoutes(deps: Deps): Api {
  const api = newApi();
  downloads(api, deps, {
    path: '/export',
    access,
    tag,
    summary: 'The filtered reports, one a line',
    query: reportQuery.omit({ page: true, size: true }),
    holds: reportColumns('en'),
    make: async ({ actor, locale, query }) => ({
      name: locale === 'vi' ? 'Báo cáo' : 'Reports',
      sheets: [
        sheetOf({
          title: locale === 'vi' ? 'Báo cáo' : 'Reports',
          columns: reportColumns(locale),
          portions: await reportPortions(deps, actor, query),
        }),
      ],
    }),
  });
  downloads(api, deps, {
    path: '/{id}/export',
    access,
    tag,
    summary:
      'A report with its annexes: texts, figures by group, evidence, the figures of every unit below (CSV: its own figures alone)',
    params: idParam,
    holds: whole,
    make: ({ actor, locale, params }) => reportDownload(deps, { actor, locale }, params.id),
  });
  downloads(api, deps, {
    path: '/{id}/rollup-export',
    access,
    tag,
    summary:
      'A roll-up unit by unit: each figure of the report and of every one below it that the reader reads',
    params: idParam,
    holds: rollupHeads,
    make: ({ actor, locale, params }) => rollupDownload(deps, { actor, locale }, params.id),
  });
  return api;
}
