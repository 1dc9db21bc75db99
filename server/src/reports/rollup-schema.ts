// The contract of what lies behind and above a report: records, history, texts side by side, roll-up.
import { z } from '@hono/zod-openapi';
import { cellKey, rule } from '../indicators/body.ts';
import { id, isoTime, paging } from '../http/schema.ts';
import { unitRef } from '../plans/schema.ts';
import { reporting } from '../regimes/schema.ts';
import { content } from './content.ts';
import { evidence, reportClass, reportRow, reportStatus, warning } from './schema.ts';

/** A record behind a derived figure. */
export const figureRecord = z
  .object({
    register: z.string(),
    recordId: id,
    title: z.string(),
    unit: unitRef,
    /** The words of the register's fields that the formula asks of. */
    fields: z.array(z.object({ name: z.string(), label: z.string(), value: z.string() })),
    /** Where it stands in the workspace. */
    href: z.string(),
    /** What it adds: 1, or the field's number. */
    adds: z.number().nullable(),
  })
  .openapi('FigureRecord');
export const figureRecords = z
  .object({
    words: z.string(),
    /** Each counting part of the formula, and the records that it counted. */
    parts: z.array(
      z.object({
        words: z.string(),
        value: z.number().nullable(),
        total: z.number().int(),
        rows: z.array(figureRecord),
      }),
    ),
  })
  .openapi('FigureRecords');
export const figureQuery = z.object({
  cell: cellKey.default(''),
  part: z.coerce.number().int().min(0).default(0),
  ...paging,
});

export const figureHistory = z
  .object({
    rows: z.array(
      z.object({
        at: isoTime,
        who: z.string().nullable(),
        cell: z.string(),
        before: z.number().nullable(),
        after: z.number().nullable(),
        derived: z.number().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .openapi('FigureHistory');

/** The same section of the reports directly below, side by side, each with its origin. */
export const belowTexts = z
  .object({
    sections: z.array(
      z.object({
        sectionId: z.string(),
        rows: z.array(
          z.object({
            reportId: id,
            unit: unitRef,
            status: reportStatus,
            /** Accepted: it may be quoted without saying that it is not final. */
            counted: z.boolean(),
            content,
            /** Runs of this report's own text that already come from it. */
            used: z.boolean(),
            /** What proves the section, or a figure of it; a file lies under /reports/{reportId}/evidence/{id}/file. */
            evidence: z.array(
              evidence.pick({
                id: true,
                kind: true,
                title: true,
                url: true,
                documentId: true,
                dutyId: true,
                indicatorId: true,
                cell: true,
              }),
            ),
          }),
        ),
      }),
    ),
  })
  .openapi('BelowTexts');
export const belowQuery = z.object({ section: z.string().max(40).optional() });

/** The line of an indicator in a roll-up. */
export const rollupRow = z
  .object({
    indicatorId: id,
    code: z.string(),
    name: z.string(),
    nameEn: z.string(),
    unit: z.string(),
    unitEn: z.string(),
    group: z.string(),
    rule,
    decimals: z.number().int(),
    cells: z.array(
      z.object({
        cell: z.string(),
        own: z.number().nullable(),
        below: z.number().nullable(),
        total: z.number().nullable(),
        /** How many reports of all below, and the own one, have it. */
        n: z.number().int(),
        last: z.number().nullable(),
        target: z.number().nullable(),
        warnings: z.array(warning),
      }),
    ),
  })
  .openapi('RollupRow');
export const rollup = z
  .object({
    report: reportRow,
    /** Of all reports below, not of those directly below alone. */
    reporting,
    rows: z.array(rollupRow),
  })
  .openapi('Rollup');

/** One indicator, report by report directly below, and the own part; opens to each. */
export const rollupParts = z
  .object({
    rows: z.array(
      z.object({
        reportId: id,
        unit: unitRef,
        status: reportStatus,
        class: reportClass,
        /** In the roll-up: its report is accepted. */
        counted: z.boolean(),
        own: z.boolean(),
        cell: z.string(),
        value: z.number().nullable(),
        weight: z.number().nullable(),
        changed: z.boolean(),
        warnings: z.array(warning),
      }),
    ),
  })
  .openapi('RollupParts');
export const rollupPartsQuery = z.object({ cell: cellKey.default('') });

/** Where a text or figure of this report went: reports above that quote or count it. */
export const reportUses = z
  .object({
    rows: z.array(
      z.object({
        reportId: id,
        unit: unitRef,
        sectionId: z.string(),
        sourceSectionId: z.string().nullable(),
        indicatorId: id.nullable(),
        cell: z.string().nullable(),
      }),
    ),
  })
  .openapi('ReportUses');

export const reportEvents = z
  .object({
    rows: z.array(
      z.object({
        at: isoTime,
        day: z.string(),
        who: z.string().nullable(),
        action: z.string(),
        sectionId: z.string().nullable(),
        reason: z.string().nullable(),
        detail: z.record(z.string(), z.unknown()).nullable(),
      }),
    ),
  })
  .openapi('ReportEvents');
