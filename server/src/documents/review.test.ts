import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Draft, DraftConflict, DraftState, Operation, Problem } from '../contract.ts';
import { plan } from '../testing/plans.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

let count = 0;
/** A document in review of its own. */
const reviewed = () => {
  count += 1;
  return server.take(
    `kh-${count}.txt`,
    plan({ number: `${count}/KH-UBND`, title: `Kế hoạch thử nghiệm thứ ${count}` }),
  );
};

const draftOf = async (id: number): Promise<DraftState> => {
  const { state } = await server.document(id);
  if (!state) throw new Error('no draft');
  return state;
};

describe('reviewing', () => {
  test('edits, splits, merges, adds, strikes and moves tasks', async () => {
    const id = await reviewed();
    const [first, second, third] = (await draftOf(id)).draft.tasks.map((task) => task.id);
    const { draft } = await server.change(id, [
      {
        op: 'editTask',
        taskId: first ?? '',
        changes: { text: 'Tổ chức hội nghị', due: { kind: 'by', date: '2026-12-01' } },
      },
      { op: 'strikeTask', taskId: second ?? '' },
      {
        op: 'splitTask',
        taskId: third ?? '',
        parts: [{ text: 'Nắm tình hình' }, { text: 'Bảo đảm an ninh' }],
      },
      { op: 'addTask', after: null, task: { text: 'Báo cáo kết quả', lead: [{ name: 'Sở Ngoại vụ' }] } },
    ]);
    expect(draft.tasks.map(({ text, struck, origin }) => [text, struck, origin])).toEqual([
      ['Báo cáo kết quả', false, 'person'],
      ['Tổ chức hội nghị', false, 'document'],
      [expect.stringContaining('tham mưu'), true, 'document'],
      ['Nắm tình hình', false, 'person'],
      ['Bảo đảm an ninh', false, 'person'],
    ]);
    const [added, edited, , left, right] = draft.tasks;
    expect(added?.lead).toMatchObject([{ unitName: 'Sở Ngoại vụ', matched: 'context' }]);
    expect(edited?.edited).toEqual(['text', 'due']);
    expect(right?.lead).toEqual(left?.lead);
    const merged = await server.change(id, [
      { op: 'mergeTasks', taskIds: [left?.id ?? '', right?.id ?? ''] },
    ]);
    const whole = merged.draft.tasks.find((task) => task.id === left?.id);
    expect(whole).toMatchObject({ text: 'Nắm tình hình', items: ['Bảo đảm an ninh'] });
    expect(merged.draft.tasks).toHaveLength(4);
  });

  test('keeps the match of an agency that stays, matches a new name, and takes the unit a person picked', async () => {
    const id = await reviewed();
    const [task] = (await draftOf(id)).draft.tasks;
    const { body } = await server.ask<{ rows: { id: number; name: string }[] }>(
      'GET',
      `/units?q=${encodeURIComponent('Sở Tài chính')}&documentId=${id}&limit=1`,
    );
    const [unit] = body.rows;
    const { draft } = await server.change(id, [
      {
        op: 'setAgencies',
        taskId: task?.id ?? '',
        role: 'lead',
        agencies: [
          { name: task?.lead[0]?.name ?? '' },
          {
            name: 'Sở TC',
            unitId: unit?.id ?? 0,
          },
          { name: 'Hội đồng hương' },
          {
            name: 'Sở Y tế',
            unitId: null,
          },
        ],
      },
    ]);
    expect(draft.tasks[0]?.lead).toMatchObject([
      task?.lead[0] ?? {},
      { name: 'Sở TC', unitId: unit?.id, unitName: 'Sở Tài chính', matched: 'person' },
      { unitId: null, matched: null },
      { unitId: null, matched: null },
    ]);
  });

  test('gives an agency that a person adds no place and no reason of its namesake in another task', async () => {
    const id = await reviewed();
    const { tasks } = (await draftOf(id)).draft;
    const [one, two] = [tasks[0], tasks.find((task) => task.lead[0]?.name !== tasks[0]?.lead[0]?.name)];
    const [mine, theirs] = [one?.lead[0], two?.lead[0]];
    expect(theirs?.span).toHaveLength(2);
    const agencies = [{ name: mine?.name ?? '' }, { name: theirs?.name ?? '' }];
    const { draft } = await server.change(id, [
      { op: 'setAgencies', taskId: one?.id ?? '', role: 'lead', agencies },
      { op: 'addTask', after: null, task: { text: 'Việc mới', lead: agencies } },
    ]);
    const changed = draft.tasks.find((task) => task.id === one?.id);
    expect(changed?.lead).toEqual([mine, { ...theirs, span: null, reason: null }]);
    expect(draft.tasks[0]?.lead.map(({ span, reason }) => [span, reason])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test('of a version that somebody else has changed shows both, and what would come of it', async () => {
    const id = await reviewed();
    const { version, draft } = await draftOf(id);
    const [first, second] = draft.tasks.map((task) => task.id);
    await server.change(id, [{ op: 'editTask', taskId: first ?? '', changes: { text: 'Của người khác' } }]);
    const operations: Operation[] = [{ op: 'strikeTask', taskId: second ?? '' }];
    const answer = await server.ask<DraftConflict>('PATCH', `/documents/${id}/draft`, {
      version,
      operations,
    });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      code: 'stale-version',
      yours: { version, operations },
      current: { version: version + 1 },
    });
    expect(answer.body.rebased?.tasks.map(({ text, struck }) => [text, struck]).slice(0, 2)).toEqual([
      ['Của người khác', false],
      [expect.any(String), true],
    ]);
    expect((await draftOf(id)).draft.tasks[1]?.struck).toBe(false);
  });

  test('lets one of two that change at the same moment go first', async () => {
    const id = await reviewed();
    const { version } = await draftOf(id);
    const send = (value: string) =>
      server.ask('PATCH', `/documents/${id}/draft`, {
        version,
        operations: [{ op: 'setField', field: 'place', value }],
      });
    const answers = await Promise.all(['Một', 'Hai', 'Ba'].map(send));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });

  test('refuses what makes no sense, and changes nothing', async () => {
    const id = await reviewed();
    const { version, draft } = await draftOf(id);
    const send = (...operations: unknown[]) =>
      server.ask<Problem>('PATCH', `/documents/${id}/draft`, { version, operations });
    const cases = [
      [
        422,
        'does-not-fit',
        await send({ op: 'setField', field: 'place', value: 'X' }, { op: 'strikeTask', taskId: 't99' }),
      ],
      [422, 'not-a-day', await send({ op: 'setField', field: 'issuedOn', value: '2026-02-30' })],
      [
        422,
        'no-unit',
        await send({
          op: 'setAgencies',
          taskId: 't1',
          role: 'lead',
          agencies: [{ name: 'A', unitId: 999_999 }],
        }),
      ],
      [400, 'bad-request', await send({ op: 'explode' })],
      [
        400,
        'bad-request',
        await send({ op: 'editTask', taskId: 't1', changes: { due: { kind: 'by', date: 'mai' } } }),
      ],
      [
        400,
        'bad-request',
        await send({
          op: 'addTask',
          after: null,
          task: { text: 'x', due: { kind: 'by', date: '0000-01-01' } },
        }),
      ],
      [
        422,
        'ends-before-it-begins',
        await send({
          op: 'editTask',
          taskId: 't1',
          changes: { due: { kind: 'during', from: '2026-12-31', to: '2026-01-01' } },
        }),
      ],
      [
        400,
        'bad-request',
        await send({ op: 'addTask', after: null, task: { text: 'x', span: [0, 2 ** 40] } }),
      ],
      [
        422,
        'not-in-text',
        await send({ op: 'addTask', after: null, task: { text: 'x', span: [0, 2 ** 30] } }),
      ],
      [400, 'bad-request', await send({ op: 'mergeTasks', taskIds: ['t1'] })],
      [400, 'bad-data', await send({ op: 'setField', field: 'place', value: 'a\u0000b' })],
    ] as const;
    for (const [status, code, answer] of cases)
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await draftOf(id)).draft).toEqual(draft);
    const vietnamese = await send({ op: 'explode' });
    expect(vietnamese.body.title).toBe('Yêu cầu chưa đúng');
  });

  test('settles a warning that the person has answered, and hides what was dismissed', async () => {
    const id = await reviewed();
    const before = await draftOf(id);
    const lacking = before.warnings.find(({ code }) => code === 'task-without-due');
    expect(lacking?.taskIds).toEqual(['t3']);
    const after = await server.change(id, [
      { op: 'editTask', taskId: 't3', changes: { due: { kind: 'recurring', every: 'year' } } },
    ]);
    expect(after.warnings.map((each) => each.id)).not.toContain(lacking?.id);
    const [other] = after.warnings;
    if (!other) return;
    const dismissed = await server.change(id, [{ op: 'dismissWarning', warningId: other.id }]);
    expect(dismissed.warnings.find((each) => each.id === other.id)?.dismissed).toBe(true);
  });
});

describe('undo and redo', () => {
  test('of any operations lead back to the first draft and forth to the last', async () => {
    const id = await reviewed();
    const undo = async (path: 'undo' | 'redo', version: number) =>
      (await server.ask<DraftState>('POST', `/documents/${id}/draft/${path}`, { version })).body;
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 8 }), async (steps) => {
        let state = await draftOf(id);
        const first = state.draft;
        let taken = 0;
        for (const make of steps) {
          const operations = make(state.draft);
          if (operations.length === 0) continue;
          state = await server.change(id, operations);
          taken += 1;
        }
        const last = state.draft;
        for (let i = 0; i < taken; i += 1) state = await undo('undo', state.version);
        expect(state.draft).toEqual(first);
        for (let i = 0; i < taken; i += 1) state = await undo('redo', state.version);
        expect(state.draft).toEqual(last);
        for (let i = 0; i < taken; i += 1) state = await undo('undo', state.version);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  test('have an end on both sides, and a change ends what could be redone', async () => {
    const id = await reviewed();
    const move = (path: string, version: number) =>
      server.ask<DraftState & Problem>('POST', `/documents/${id}/draft/${path}`, { version });
    const { version } = await draftOf(id);
    expect((await move('undo', version)).body.code).toBe('nothing-to-undo');
    expect((await move('redo', version)).body.code).toBe('nothing-to-redo');
    const changed = await server.change(id, [{ op: 'setField', field: 'place', value: 'Nơi khác' }]);
    const undone = (await move('undo', changed.version)).body;
    expect([undone.canUndo, undone.canRedo]).toEqual([false, true]);
    const other = await server.change(id, [{ op: 'setField', field: 'place', value: 'Nơi thứ ba' }]);
    expect(other.canRedo).toBe(false);
    expect((await move('undo', version)).body.code).toBe('stale-version');
  });
});

type Step = (draft: Draft) => Operation[];

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

/** Steps that fit whatever the draft holds by then. */
const anyStep: fc.Arbitrary<Step> = fc
  .tuple(fc.nat(9), fc.nat(50), fc.nat(50), fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }))
  .map(([kind, a, b, words]): Step => {
    const text = `${words.replaceAll('\0', '')} x`;
    return (draft) => {
      const [one, two] = [pick(draft.tasks, a)?.id ?? '', pick(draft.tasks, b)?.id ?? ''];
      const all: readonly Operation[][] = [
        [{ op: 'setField', field: 'title', value: text }],
        [{ op: 'editTask', taskId: one, changes: { text, items: [text] } }],
        [{ op: 'strikeTask', taskId: one }],
        [{ op: 'restoreTask', taskId: one }],
        [{ op: 'splitTask', taskId: one, parts: [{ text }, { text: `${text} 2` }, { text: `${text} 3` }] }],
        one === two ? [] : [{ op: 'mergeTasks', taskIds: [one, two] }],
        [{ op: 'addTask', after: one, task: { text, coordinating: [{ name: text }] } }],
        [{ op: 'moveTask', taskId: one, after: two }],
        [{ op: 'setAgencies', taskId: one, role: 'lead', agencies: [{ name: text }] }],
        [
          { op: 'strikeTask', taskId: one },
          { op: 'setRecipients', recipients: [text] },
        ],
      ];
      return draft.tasks.length === 0 ? [] : (all[kind] ?? []);
    };
  });
