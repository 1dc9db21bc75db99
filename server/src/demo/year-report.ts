// A unit fills its report and sends it: its officer enters and writes, its leader signs off.
import type { z } from '@hono/zod-openapi';
import { sql } from 'kysely';
import type { CallForm } from '../regimes/body.ts';
import type { ReportDetail } from '../reports/detail.ts';
import { fill, type ReportChange } from '../reports/fill.ts';
import { submit } from '../reports/service.ts';
import { chanceOf } from './chance.ts';
import { composed, paragraph, type Figures } from './composing.ts';
import { on, type Stage } from './stage.ts';
import { figuresOf, type Entered } from './year-figures.ts';
import { wordsOf } from './year-words.ts';
import type { figureInput } from '../reports/input-schema.ts';

type FigureInput = z.infer<typeof figureInput>;

interface Sending {
  readonly id: number;
  readonly unitId: number;
  readonly key: string;
  readonly name: string;
  readonly year: number;
  readonly day: string;
  /** A figure that is entered so many times too large. */
  readonly wrong: { readonly code: string; readonly times: number } | null;
}

export async function sendReport(stage: Stage, sending: Sending): Promise<void> {
  const { deps, cast } = stage;
  const { id, unitId, day } = sending;
  const leader = cast.at(unitId, 'leader');
  const officer = cast.at(unitId, 'officer') ?? leader;
  if (!leader || !officer) throw new Error(`The illustration has nobody at ${sending.key}.`);
  const at = on(deps, day);
  const asked = { actor: officer, locale: 'vi' as const, id };
  const opened = await stateOf(stage, sending);
  const filled = await fill(at, asked, {
    figures: entered(opened, sending),
    texts: textsOf(opened, sending),
  });
  await submit(at, { ...asked, actor: leader }, { version: filled.version });
}

interface State {
  readonly form: CallForm;
  readonly figures: readonly {
    readonly indicatorId: number;
    readonly cell: string;
    readonly value: number | null;
    readonly version: number;
    readonly changed: boolean;
  }[];
  readonly texts: ReadonlyMap<string, number>;
}

/** What stands in the report, without what the editor shows beside it. */
async function stateOf({ deps: { db } }: Stage, { id }: Sending): Promise<State> {
  const { rows } = await sql<{
    form: CallForm;
  }>`select c.form from report_call c join report r on r.call_id = c.id
    where r.id = ${id}`.execute(db);
  const figures = await sql<State['figures'][number]>`select indicator_id, cell,
      coalesce(value::float8, cardinality(keys)) as value, version, changed
    from report_figure where report_id = ${id}`.execute(db);
  const texts = await db
    .selectFrom('reportText')
    .select(['sectionId', 'version'])
    .where('reportId', '=', id)
    .execute();
  const [call] = rows;
  if (!call) throw new Error(`The illustration lost report ${id}.`);
  return {
    form: call.form,
    figures: figures.rows,
    texts: new Map(texts.map(({ sectionId, version }) => [sectionId, version])),
  };
}

/** What the unit means to enter, the mistake included. */
const meant = ({ key, year, wrong }: Sending): readonly Entered[] =>
  figuresOf(key, year).map((each) =>
    each.value === undefined || wrong?.code !== each.code
      ? each
      : { ...each, value: each.value * wrong.times },
  );

/** What is not as it should be yet. */
function entered({ form, figures }: State, sending: Sending): FigureInput[] {
  const byCode = new Map(form.indicators.map((each) => [each.code, each]));
  const now = new Map(figures.map((each) => [`${each.indicatorId} ${each.cell}`, each]));
  const inputs = meant(sending).flatMap(({ code, cell, value, names }): FigureInput[] => {
    const indicator = byCode.get(code);
    if (!indicator) return [];
    const there = now.get(`${indicator.id} ${cell}`);
    const version = there?.version ?? 0;
    if (names) return there ? [] : [{ indicatorId: indicator.id, cell, names: [...names], version }];
    return value === undefined || there?.value === value
      ? []
      : [{ indicatorId: indicator.id, cell, value, version }];
  });
  return [...inputs, ...corrected({ form, figures }, sending.key)];
}

/** One unit has proof on paper that the register does not know, and says so. */
function corrected({ form, figures }: Pick<State, 'form' | 'figures'>, key: string): FigureInput[] {
  const indicator = form.indicators.find(({ code }) => code === 'NV.06');
  const there = figures.find((each) => each.indicatorId === indicator?.id && each.cell === '');
  if (key !== 'demo:so-noi-vu' || !indicator || !there || there.changed) return [];
  const { version, value } = there;
  const reason = 'Một nhiệm vụ có biên bản nghiệm thu bằng giấy, chưa số hóa lên hệ thống.';
  return [{ indicatorId: indicator.id, cell: '', value: (value ?? 0) + 1, version, reason }];
}

/** Figures as the report says them now. */
export function figuresIn({ call, figures }: ReportDetail): Figures {
  const byCode = new Map(call.form.indicators.map((each) => [each.code, each]));
  return (code, cell) => {
    const indicator = byCode.get(code);
    const found = figures.find((each) => each.indicatorId === indicator?.id && each.cell === cell);
    const value = found?.total ?? null;
    return indicator && value !== null
      ? { indicatorId: indicator.id, value, decimals: indicator.decimals }
      : null;
  };
}

function textsOf({ form, figures, texts }: State, sending: Sending): ReportChange['texts'] {
  const { key, year, name } = sending;
  const names = { unit: name, place: name.replace(/^Ủy ban nhân dân /, '') };
  const byCode = new Map(form.indicators.map((each) => [each.code, each]));
  const mine = new Map(meant(sending).map((each) => [`${each.code} ${each.cell}`, each]));
  const corrections = new Map(
    corrected({ form, figures }, key).map((each) => [each.indicatorId, each.value]),
  );
  // What speaks of nothing that was done is not said.
  const said: Figures = (code, cell) => {
    const indicator = byCode.get(code);
    if (!indicator) return null;
    const there =
      figures.find((each) => each.indicatorId === indicator.id && each.cell === cell)?.value ?? null;
    const own = mine.get(`${code} ${cell}`);
    const value = own?.names?.length ?? own?.value ?? corrections.get(indicator.id) ?? there;
    if (value === null || (value === 0 && !code.startsWith('NV.'))) return null;
    return { indicatorId: indicator.id, value, decimals: indicator.decimals };
  };
  const known = new Set(form.outline.map(({ id }) => id));
  return [...wordsOf(key, chanceOf(`${key}|words|${year}`))].flatMap(([sectionId, { text }]) => {
    const runs = known.has(sectionId) ? composed(text, said, names) : null;
    if (!runs) return [];
    return [{ sectionId, content: { paragraphs: [paragraph(runs)] }, version: texts.get(sectionId) ?? 0 }];
  });
}
