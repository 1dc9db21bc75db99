// Filling a report in: figures beside what the records say, texts with where they come from. Each item is locked by its own version.
import type { z } from '@hono/zod-openapi';
import type { Asked } from '../access/actor.ts';
import { Conflict } from '../errors.ts';
import { deriveFigures, dependentsOf, weigh } from './derive.ts';
import { detailOf, type ReportDetail } from './detail.ts';
import { figureChanges, keepFigures } from './figure-input.ts';
import type * as schema from './input-schema.ts';
import { takeFromShorter } from './shorter-periods.ts';
import { settle, taking, type Taken, type Writing } from './step.ts';
import { keepTexts, textChanges } from './text-input.ts';

export type ReportChange = z.infer<typeof schema.reportChange>;

const stale = async (taken: Taken, asked: Asked, wanted: ReportChange): Promise<Conflict> =>
  new Conflict(
    'stale-version',
    {},
    { current: await detailOf(taken.trx, { ...asked, day: taken.day }, taken), yours: wanted },
  );

/** All or nothing: an item that somebody else has changed meanwhile refuses the whole. */
export const fill = (deps: Writing, asked: Asked, wanted: ReportChange): Promise<ReportDetail> =>
  taking(
    deps,
    asked,
    { ability: 'fill', wanted: wanted as ReportChange & { version?: number } },
    async (taken) => {
      const at = deps.clock();
      const figures = await figureChanges(taken, wanted.figures);
      const texts = await textChanges(taken, wanted.texts);
      if (!figures || !texts) throw await stale(taken, asked, wanted);
      await keepFigures(taken, figures, at);
      await keepTexts(taken, texts, at);
      if (figures.length > 0) {
        const asDerived = new Set(figures.flatMap((each) => (each.asDerived ? [each.code] : [])));
        await deriveAgain(taken, { codes: new Set(figures.map(({ code }) => code)), asDerived }, at);
      }
      await settle(taken, {
        action: 'filled',
        detail: { figures: figures.length, sections: texts.map(({ sectionId }) => sectionId) },
        set: {},
      });
    },
  );

/** Derived figures of which an entered one is part, and averages weighed by one. */
async function deriveAgain(
  { trx, row, call, day }: Taken,
  { codes, asDerived }: { readonly codes: ReadonlySet<string>; readonly asDerived: ReadonlySet<string> },
  at: Date,
): Promise<void> {
  const { form, windowFrom: from, windowTo: to } = call;
  const dependents = new Set([...dependentsOf(form, codes), ...asDerived]);
  const deriving = { callId: call.id, form, day, from, to, reportIds: [row.id], at };
  if (asDerived.size > 0) await takeFromShorter(trx, deriving);
  if (dependents.size > 0) await deriveFigures(trx, deriving, ({ code }) => dependents.has(code));
  await weigh(trx, [row.id], form.indicators);
}

/** Reads the records again: what people wrote stays, what the records say beside it moves. */
export const derive = (
  deps: Writing,
  asked: Asked,
  wanted: z.infer<typeof schema.reportStep>,
): Promise<ReportDetail> =>
  taking(deps, asked, { ability: 'derive', wanted }, async (taken) => {
    const { trx, row, call, day } = taken;
    const { form, windowFrom: from, windowTo: to } = call;
    const at = deps.clock();
    const deriving = { callId: call.id, form, day, from, to, reportIds: [row.id], at };
    await takeFromShorter(trx, deriving);
    await deriveFigures(trx, deriving);
    await weigh(trx, [row.id], form.indicators);
    await settle(taken, { action: 'derived', set: { derivedAt: at } });
  });
