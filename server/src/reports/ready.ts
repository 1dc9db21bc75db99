// What a report needs before it goes on, and reasons before it comes back.
import { Invalid } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { unreadyOf } from './detail.ts';
import { figuresShown } from './figures.ts';
import * as queries from './queries.ts';
import type { Taken } from './step.ts';

export async function requireReady(taken: Taken, locale: Locale): Promise<void> {
  const { trx, row, call } = taken;
  const [figures, texts] = await Promise.all([
    figuresShown(trx, row, { call, locale, judges: false }),
    queries.textsOf(trx, [row.id]),
  ]);
  const blocking = (await unreadyOf(trx, taken, { figures, texts, locale })).filter(({ blocks }) => blocks);
  if (blocking.length > 0)
    throw new Invalid('report-unready', { list: blocking.map(({ text }) => text).join(' ') });
}

/** Every reason stands at a section of the outline, or at the report as a whole. */
export function requireSections(
  { call }: Taken,
  reasons: readonly { readonly sectionId: string | null }[],
): void {
  const sections = new Set(call.form.outline.map(({ id }) => id));
  const unknown = reasons.find(({ sectionId }) => sectionId !== null && !sections.has(sectionId));
  if (unknown) throw new Invalid('report-no-section', { section: unknown.sectionId ?? '' });
}
