// The contract of reporting regimes and of calls.
import { z } from '@hono/zod-openapi';
import { periodName } from '../indicators/schema.ts';
import { code } from '../indicators/body.ts';
import { id, isoDate, isoTime, paging } from '../http/schema.ts';
import { unitRef } from '../plans/schema.ts';
import { callForm, frequency, regimeBody, unitRule } from './body.ts';

const version = z.number().int().positive();

/** What is unusual about a regime or a call, in the reader's language; nothing is refused or changed for it. */
export const advice = z.object({ code: z.string(), text: z.string() }).openapi('ReportingAdvice');

export const regimeAbility = z.enum(['change', 'end', 'resume', 'remove', 'call']);

export const regimeSummary = z
  .object({
    id,
    name: z.string(),
    owner: unitRef,
    kind: regimeBody.shape.kind.unwrap(),
    frequency,
    legalBasis: z.string(),
    endedOn: z.string().nullable(),
    /** The next period that is not called yet: its window, the day on which it is called by itself, the first deadline. */
    next: z
      .object({
        period: periodName,
        from: z.string(),
        to: z.string(),
        opensOn: z.string().nullable(),
        dueOn: z.string(),
      })
      .nullable(),
    calls: z.number().int(),
    demo: z.boolean(),
    version,
    may: z.array(regimeAbility),
  })
  .openapi('RegimeSummary');

export const regimeList = z
  .object({ rows: z.array(regimeSummary), total: z.number().int() })
  .openapi('RegimeList');
export const regimeQuery = z.object({
  unit: z.coerce.number().int().positive().optional(),
  ended: z.enum(['true', 'false']).optional(),
});

export const regime = regimeSummary
  .extend({
    /** In force today (or from a later day, if none is yet). */
    body: regimeBody,
    /** Newest first; those of a later day are not in force yet. */
    versions: z.array(
      z.object({ validFrom: z.string(), at: isoTime, who: z.string().nullable(), body: regimeBody }),
    ),
    advice: z.array(advice),
  })
  .openapi('Regime');

export const regimeCreate = z
  .strictObject({
    /** Who sets it and receives the reports; without it, the first unit at which the reader may. */
    ownerId: id.optional(),
    validFrom: isoDate.optional(),
    body: regimeBody,
  })
  .openapi('RegimeCreate');

export const regimeChange = z
  .strictObject({ version, validFrom: isoDate.optional(), body: regimeBody })
  .openapi('RegimeChange');
export const regimeEnd = z.strictObject({ version, on: isoDate.nullable() }).openapi('RegimeEnd');

export const regimeTemplate = z
  .object({ key: z.string(), name: z.string(), description: z.string(), body: regimeBody })
  .openapi('RegimeTemplate');
export const regimeTemplates = z.object({ rows: z.array(regimeTemplate) }).openapi('RegimeTemplates');

const who = z.object({
  unit: unitRef,
  tier: z.string(),
  /** To whom. */
  to: unitRef,
  dueOn: z.string(),
  /** Units of the window that it answers for, as they were merged into it. */
  covers: z.array(unitRef),
});

export const preview = z
  .object({
    period: periodName.nullable(),
    from: z.string(),
    to: z.string(),
    opensOn: z.string().nullable(),
    ownDueOn: z.string().nullable(),
    units: z.number().int(),
    tiers: z.array(
      z.object({ id: z.string(), name: z.string(), units: z.number().int(), dueOn: z.string() }),
    ),
    /** The first 500. */
    rows: z.array(who),
    advice: z.array(advice),
  })
  .openapi('CallPreview');

export const regimePreview = z
  .strictObject({ ownerId: id.optional(), body: regimeBody, period: periodName.optional() })
  .openapi('RegimePreview');

/** Of a regime: only the period. On call: a name, a deadline, and what is asked; the rest has defaults. */
export const callCreate = z
  .discriminatedUnion('of', [
    z.strictObject({
      of: z.literal('regime'),
      regimeId: id,
      period: periodName.optional(),
      /** For a regime that reports on call. */
      from: isoDate.optional(),
      to: isoDate.optional(),
      note: z.string().trim().max(3000).optional(),
    }),
    z.strictObject({
      of: z.literal('ad-hoc'),
      ownerId: id.optional(),
      name: z.string().trim().min(1).max(300),
      dueOn: isoDate,
      kind: z.enum(['thematic', 'ad-hoc']).default('ad-hoc'),
      /** Without it, from the first day of the year to today. */
      from: isoDate.optional(),
      to: isoDate.optional(),
      /** Without it, all units directly below. */
      units: unitRule.optional(),
      sections: z.array(z.string().trim().min(1).max(500)).max(30).default([]),
      indicators: z.array(code).max(100).default([]),
      legalBasis: z.string().trim().max(2000).default(''),
      note: z.string().trim().max(3000).optional(),
    }),
  ])
  .openapi('CallCreate');

/** As DHIS2 counts them: expected, sent, on time; who is excused is not expected. The sums hold: expected = sent + waiting + missing. */
export const reporting = z
  .object({
    expected: z.number().int(),
    /** Sent and not sent back. */
    sent: z.number().int(),
    onTime: z.number().int(),
    late: z.number().int(),
    /** Not sent, its deadline still to come. */
    waiting: z.number().int(),
    /** Not sent, its deadline past. */
    missing: z.number().int(),
    excused: z.number().int(),
    returned: z.number().int(),
    accepted: z.number().int(),
    approved: z.number().int(),
    locked: z.number().int(),
  })
  .openapi('ReportingCounts');

export const callAbility = z.enum(['close', 'reopen', 'cancel', 'urge', 'judge', 'approve', 'lock', 'add']);

export const callSummary = z
  .object({
    id,
    name: z.string(),
    owner: unitRef,
    regimeId: id.nullable(),
    kind: z.enum(['periodic', 'thematic', 'ad-hoc']),
    frequency: z.string(),
    period: z.string().nullable(),
    from: z.string(),
    to: z.string(),
    calledOn: z.string(),
    status: z.enum(['open', 'closed', 'cancelled']),
    /** The last deadline of those that the reader sees. */
    dueOn: z.string().nullable(),
    /** Of the reports that the reader sees. */
    reporting,
    /** The report of who called, if the reader sees it. */
    ownReportId: id.nullable(),
    demo: z.boolean(),
    version,
    may: z.array(callAbility),
  })
  .openapi('CallSummary');
export const callList = z
  .object({
    rows: z.array(callSummary),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  })
  .openapi('CallList');
export const callQuery = z.object({
  unit: z.coerce.number().int().positive().optional(),
  regime: z.coerce.number().int().positive().optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  status: z.enum(['open', 'closed', 'cancelled']).optional(),
  ...paging,
});

export const call = callSummary
  .extend({
    form: callForm,
    note: z.string().nullable(),
    calledBy: z.string().nullable(),
    tiers: z.array(z.object({ id: z.string(), name: z.string(), reporting })),
    advice: z.array(advice),
  })
  .openapi('Call');

export const callStep = z
  .strictObject({ version, reason: z.string().trim().max(2000).optional() })
  .openapi('CallStep');

/** Units that were forgotten, or came into being after the call. */
export const callAdd = z
  .strictObject({ version, unitIds: z.array(id).min(1).max(500), dueOn: isoDate.optional() })
  .openapi('CallAdd');
