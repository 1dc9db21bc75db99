// A unit fills its report and sends it: its officer enters and writes, its leader signs off.
import type { z } from '@hono/zod-openapi';
import { detail, type ReportDetail } from '../reports/detail.ts';
import { fill, type ReportChange } from '../reports/fill.ts';
import { submit } from '../reports/service.ts';
import { chanceOf } from './chance.ts';
import { composed, paragraph, type Figures } from './composing.ts';
import { on, type Stage } from './stage.ts';
import { figuresOf } from './year-figures.ts';
import { wordsOf } from './year-words.ts';
import type { figureInput } from '../reports/schema.ts';

type FigureInput = z.infer<typeof figureInput>;

interface Sending {
  readonly id: number;
  readonly unitId: number;
  readonly key: string;
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
  const opened = await detail(at, asked, id);
  const filled = await fill(at, asked, { figures: entered(opened, sending), texts: [] });
  const texts = textsOf(filled, sending);
  const written = await fill(at, asked, { figures: [], texts });
  await submit(at, { ...asked, actor: leader }, { version: written.version });
}

/** What is not as it should be yet. */
function entered(report: ReportDetail, { key, year, wrong }: Sending): FigureInput[] {
  const byCode = new Map(report.call.form.indicators.map((each) => [each.code, each]));
  const now = new Map(report.figures.map((each) => [`${each.indicatorId} ${each.cell}`, each]));
  const inputs = figuresOf(key, year).flatMap(({ code, cell, value, names }): FigureInput[] => {
    const indicator = byCode.get(code);
    if (!indicator) return [];
    const there = now.get(`${indicator.id} ${cell}`);
    const version = there?.version ?? 0;
    if (names) return there?.names ? [] : [{ indicatorId: indicator.id, cell, names: [...names], version }];
    const meant = (value ?? 0) * (wrong?.code === code ? wrong.times : 1);
    return there?.value === meant ? [] : [{ indicatorId: indicator.id, cell, value: meant, version }];
  });
  return [...inputs, ...corrected(report, key)];
}

/** One unit has proof on paper that the register does not know, and says so. */
function corrected({ call, figures }: ReportDetail, key: string): FigureInput[] {
  const indicator = call.form.indicators.find(({ code }) => code === 'NV.06');
  const there = figures.find((each) => each.indicatorId === indicator?.id && each.cell === '');
  if (key !== 'demo:so-noi-vu' || !indicator || !there || there.changed) return [];
  const { version, derived } = there;
  const reason = 'Một nhiệm vụ có biên bản nghiệm thu bằng giấy, chưa số hóa lên hệ thống.';
  return [{ indicatorId: indicator.id, cell: '', value: (derived ?? 0) + 1, version, reason }];
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

function textsOf(report: ReportDetail, { key, year }: Sending): ReportChange['texts'] {
  const { name } = report.unit;
  const names = { unit: name, place: name.replace(/^Ủy ban nhân dân /, '') };
  const figures = figuresIn(report);
  // What speaks of nothing that was done is not said.
  const some: Figures = (code, cell) => {
    const figure = figures(code, cell);
    return figure && (figure.value > 0 || code.startsWith('NV.')) ? figure : null;
  };
  const known = new Set(report.call.form.outline.map(({ id }) => id));
  return [...wordsOf(key, chanceOf(`${key}|words|${year}`))].flatMap(([sectionId, { text }]) => {
    const runs = known.has(sectionId) ? composed(text, some, names) : null;
    if (!runs) return [];
    const version = report.texts.find((each) => each.sectionId === sectionId)?.version ?? 0;
    return [{ sectionId, content: { paragraphs: [paragraph(runs)] }, version }];
  });
}
