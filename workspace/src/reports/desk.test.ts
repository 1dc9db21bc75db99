import type { FormIndicator, Report, ReportChange, ReportFigure } from '@nhipcau/server/contract';
import { describe, expect, test } from 'vitest';
import { plainProblem, RequestFailed, unreachable } from '../api.ts';
import { setText } from './content.ts';
import { figureKey, textKey, type Pending } from './desk-items.ts';
import { keepReport } from './desk.ts';

const indicator = (id: number, formula: FormIndicator['formula'] = null) =>
  ({ id, code: `C${id}`, name: `C${id}`, formula, rule: 'sum', decimals: 0 }) as unknown as FormIndicator;
const counted = { op: 'count', register: 'tasks', where: [] } as const;

const figure = (indicatorId: number, part: Partial<ReportFigure> = {}): ReportFigure => ({
  indicatorId,
  cell: '',
  value: null,
  weight: null,
  names: null,
  derived: null,
  derivedAt: null,
  changed: false,
  changedBy: null,
  changedAt: null,
  reason: null,
  note: null,
  version: 1,
  below: null,
  total: null,
  last: null,
  lastOf: null,
  target: null,
  warnings: [],
  ...part,
});

const begun = {
  id: 1,
  version: 1,
  figures: [
    figure(1, { value: 4 }),
    figure(2, { value: 12, derived: 12, derivedAt: '2026-01-01T00:00:00Z' }),
  ],
  texts: [],
  call: { form: { indicators: [indicator(1), indicator(2, counted)], outline: [] } },
  may: ['fill'],
} as unknown as Report;

/** A server that keeps what it is sent, item by item; `answer` may fail it first. */
function deskWith(answer: (change: ReportChange, held: Report) => RequestFailed | null = () => null) {
  let held = begun;
  const sent: ReportChange[] = [];
  let kept: Pending | null = null;
  const around = {
    send: async (change: ReportChange) => {
      const problem = answer(change, held);
      if (problem) {
        const { current } = problem.problem as { current?: Report };
        held = current ?? held;
        throw problem;
      }
      sent.push(change);
      held = {
        ...held,
        version: held.version + 1,
        figures: held.figures.map((one) => {
          const next = change.figures?.find(({ indicatorId }) => indicatorId === one.indicatorId);
          return next
            ? {
                ...one,
                value: next.value ?? one.value,
                reason: next.reason ?? null,
                version: one.version + 1,
              }
            : one;
        }),
        texts: (change.texts ?? []).map(({ sectionId, content, version }) => ({
          sectionId,
          content: content as Report['texts'][number]['content'],
          version: version + 1,
          changedBy: null,
          changedAt: null,
        })),
      };
      return held;
    },
    saved: () => undefined,
    remember: (pending: Pending | null) => {
      kept = pending;
    },
    recall: () => kept,
    later: () => () => undefined,
  };
  return { keeper: keepReport(begun, around), around, sent, kept: () => kept };
}

const stale = (current: Report) =>
  new RequestFailed({ ...plainProblem(409, 'stale-version'), current } as never);

describe('The desk of a report', () => {
  test('sends a figure with the version that it had, and is then saved', async () => {
    const { keeper, sent } = deskWith();
    keeper.figure(1, '', { value: 5 });
    expect(keeper.now().saving).toBe('saving');
    expect(await keeper.settled()).toBe(true);
    expect(sent).toEqual([{ figures: [{ value: 5, indicatorId: 1, cell: '', version: 1 }], texts: [] }]);
    expect(keeper.now().saving).toBe('saved');
  });

  test('holds a figure that differs from the records until somebody says why', async () => {
    const { keeper, sent } = deskWith();
    keeper.figure(2, '', { value: 13 });
    expect(await keeper.settled()).toBe(false);
    expect([keeper.now().saving, sent.length]).toEqual(['held', 0]);
    keeper.figure(2, '', { reason: 'Một việc chưa vào sổ' });
    expect(await keeper.settled()).toBe(true);
    expect(sent[0]?.figures?.[0]).toMatchObject({ value: 13, reason: 'Một việc chưa vào sổ' });
  });

  test('is not all saved while a field holds what is no figure, even where the figure before it is', async () => {
    const { keeper, sent } = deskWith();
    keeper.figure(1, '', { value: 2 });
    keeper.mistyped(figureKey(1, ''), true);
    expect(await keeper.settled()).toBe(false);
    expect([keeper.now().saving, keeper.now().wrong.size, sent.length]).toEqual(['wrong', 1, 1]);
    keeper.mistyped(figureKey(1, ''), false);
    expect([keeper.now().saving, await keeper.settled()]).toEqual(['saved', true]);
  });

  test('a figure typed back to what the server holds needs no sending', async () => {
    const { keeper, sent } = deskWith();
    keeper.figure(1, '', { value: 5 });
    keeper.figure(1, '', { value: 4 });
    expect([keeper.now().saving, await keeper.settled(), sent.length]).toEqual(['saved', true, 0]);
  });

  test('what another person changed meanwhile is not overwritten; the rest goes on', async () => {
    const theirs = {
      ...begun,
      figures: [figure(1, { value: 9, version: 2 }), ...begun.figures.slice(1)],
    } as Report;
    const { keeper, sent } = deskWith((change) =>
      change.figures?.some(({ indicatorId, version }) => indicatorId === 1 && version === 1)
        ? stale(theirs)
        : null,
    );
    keeper.figure(1, '', { value: 5 });
    keeper.text('s1', setText(0, 'Lời văn'));
    await keeper.settled();
    expect([...keeper.now().conflicts]).toEqual([figureKey(1, '')]);
    expect(keeper.now().saving).toBe('conflict');
    expect(sent.map(({ texts }) => texts?.length)).toEqual([1]);
    keeper.choose(figureKey(1, ''), 'mine');
    expect(await keeper.settled()).toBe(true);
    expect(sent[1]?.figures?.[0]).toMatchObject({ value: 5, version: 2 });
  });

  test('theirs may be taken instead', async () => {
    const theirs = { ...begun, figures: [figure(1, { value: 9, version: 2 })] } as Report;
    const { keeper } = deskWith((change) => (change.figures?.[0]?.version === 1 ? stale(theirs) : null));
    keeper.figure(1, '', { value: 5 });
    await keeper.settled();
    keeper.choose(figureKey(1, ''), 'theirs');
    expect([keeper.now().saving, keeper.now().report.figures[0]?.value]).toEqual(['saved', 9]);
  });

  test('what was typed while it went to the leader waits here, and goes on when the report comes back', async () => {
    let handed = true;
    const { keeper, kept, sent } = deskWith((_change, held) =>
      handed
        ? new RequestFailed({
            ...plainProblem(409, 'report-handed'),
            current: { ...held, may: ['take-back'] },
          } as never)
        : null,
    );
    keeper.start();
    keeper.figure(1, '', { value: 5 });
    expect(await keeper.settled()).toBe(false);
    expect([keeper.now().saving, keeper.now().report.may, sent.length]).toEqual([
      'waiting',
      ['take-back'],
      0,
    ]);
    expect(Object.keys(kept() ?? {})).toEqual([figureKey(1, '')]);
    handed = false;
    keeper.refresh(begun);
    keeper.start();
    expect(await keeper.settled()).toBe(true);
    expect(sent[0]?.figures?.[0]).toMatchObject({ value: 5, version: 1 });
    expect([keeper.now().saving, kept()]).toEqual(['saved', null]);
  });

  test('one item that is refused keeps none of the others back', async () => {
    const refusal = new RequestFailed({ ...plainProblem(422, 'text-secret-mark'), title: 'Không nhận' });
    const { keeper, sent } = deskWith((change) => ((change.texts ?? []).length > 0 ? refusal : null));
    keeper.figure(1, '', { value: 5 });
    keeper.text('s1', setText(0, 'MẬT'));
    expect(await keeper.settled()).toBe(false);
    expect(sent).toHaveLength(1);
    expect(Object.keys(keeper.now().refused)).toEqual([textKey('s1')]);
    expect(keeper.now().saving).toBe('held');
  });

  test('without a network all is kept here, and sent when it is opened again', async () => {
    let down = true;
    const { keeper, around, kept, sent } = deskWith(() =>
      down ? new RequestFailed(plainProblem(0, unreachable)) : null,
    );
    keeper.figure(1, '', { value: 5 });
    expect([await keeper.settled(), keeper.now().saving]).toEqual([false, 'waiting']);
    expect(Object.keys(kept() ?? {})).toEqual([figureKey(1, '')]);
    down = false;
    const again = keepReport(begun, around);
    again.start();
    expect(await again.settled()).toBe(true);
    expect(sent[0]?.figures?.[0]).toMatchObject({ value: 5 });
    expect(kept()).toBeNull();
  });
});
