import type { PlanChange, PlanDetail } from '@nhipcau/server/contract';
import { describe, expect, test } from 'vitest';
import { plainProblem, RequestFailed, unreachable } from '../api.ts';
import { keepDesk, type Around, type Unsaved } from './desk.ts';
import { draftOf, editTask, removeTask, type Draft, type Step } from './draft.ts';
import { merge } from './merge.ts';
import { planDetail, planDraft } from './sample-plan.ts';

function stale(current: PlanDetail): RequestFailed {
  const problem = { ...plainProblem(409, 'stale-version'), current };
  return new RequestFailed(problem);
}

/** A server that holds one plan and knows its version. */
function place({ left = null }: { left?: Unsaved | null } = {}) {
  let held = planDetail(planDraft(), 1);
  let down: RequestFailed | null = null;
  let kept: Unsaved | null = left;
  let clock = 0;
  const sent: PlanChange[] = [];
  const told: string[] = [];
  const around: Around = {
    send: async (change) => {
      if (down) throw down;
      sent.push(change);
      if (change.version !== held.version) throw stale(held);
      held = { ...held, ...(change as Partial<PlanDetail>), version: held.version + 1 };
      return held;
    },
    saved: () => told.push('saved'),
    joined: () => told.push('joined'),
    remember: (unsaved) => (kept = unsaved),
    recall: () => kept,
    now: () => (clock += 10_000),
    later: () => () => {},
  };
  return {
    desk: keepDesk(held, around),
    again: () => keepDesk(held, around),
    sent,
    told,
    held: () => held,
    kept: () => kept,
    elsewhere: (step: Step) => {
      held = { ...held, body: step(draftOf(held)).body, version: held.version + 1 };
    },
    fail: (problem: RequestFailed | null) => (down = problem),
  };
}
const say = (id: string, text: string) => editTask(id, { text });
const texts = (draft: Draft) => draft.body.tasks.map(({ text }) => text);

describe('Saving', () => {
  test('sends only what changed, with the version it saw', async () => {
    const { desk, sent, held } = place();
    desk.edit((draft) => ({ ...draft, title: 'Tên mới' }));
    expect(desk.now().saving).toBe('saving');
    expect(await desk.settled()).toBe(true);
    expect(sent).toEqual([{ version: 1, title: 'Tên mới' }]);
    expect(held().title).toBe('Tên mới');
    expect(desk.now().saving).toBe('saved');
  });

  test('what was undone before it was sent is not sent', async () => {
    const { desk, sent } = place();
    desk.edit(say('a', 'x'));
    desk.undo();
    await desk.settled();
    expect(sent).toEqual([]);
  });

  test('without a network nothing is lost, and all is sent when it is back', async () => {
    const { desk, fail, kept, held } = place();
    fail(new RequestFailed(plainProblem(0, unreachable)));
    desk.edit(say('a', 'Viết khi mất mạng'));
    expect(await desk.settled()).toBe(false);
    expect(desk.now().saving).toBe('waiting');
    expect(texts(kept()?.draft ?? planDraft())[0]).toBe('Viết khi mất mạng');
    fail(null);
    expect(await desk.settled()).toBe(true);
    expect(texts(draftOf(held()))[0]).toBe('Viết khi mất mạng');
    expect(kept()).toBeNull();
  });

  test('a session that was locked waits likewise', async () => {
    const { desk, fail } = place();
    fail(new RequestFailed(plainProblem(401, 'not-signed-in')));
    desk.edit(say('a', 'x'));
    await desk.settled();
    expect(desk.now().saving).toBe('waiting');
    expect(texts(desk.now().draft)[0]).toBe('x');
  });

  test('what the server refuses stays on the screen', async () => {
    const { desk, fail, kept } = place();
    fail(new RequestFailed(plainProblem(400, 'bad-request')));
    desk.edit(say('a', 'x'));
    expect(await desk.settled()).toBe(false);
    expect(desk.now().saving).toBe('refused');
    expect(texts(kept()?.draft ?? planDraft())[0]).toBe('x');
  });

  test('what was left on this machine is taken up again', async () => {
    const draft = say('b', 'Còn lại từ hôm qua')(planDraft());
    const { desk, held } = place({ left: { version: 1, base: planDraft(), draft } });
    desk.start();
    await desk.settled();
    expect(texts(draftOf(held()))[1]).toBe('Còn lại từ hôm qua');
  });

  test('and joined to what others wrote since', async () => {
    const draft = say('b', 'Của tôi')(planDraft());
    const { again, elsewhere, held } = place({ left: { version: 1, base: planDraft(), draft } });
    elsewhere(say('a', 'Của người khác'));
    const desk = again();
    desk.start();
    await desk.settled();
    expect(texts(draftOf(held())).slice(0, 2)).toEqual(['Của người khác', 'Của tôi']);
  });
});

describe('Two people at one plan', () => {
  test('changes in different places are joined without a question', async () => {
    const { desk, elsewhere, held, told } = place();
    elsewhere(say('a', 'Của người khác'));
    desk.edit(say('b', 'Của tôi'));
    expect(await desk.settled()).toBe(true);
    expect(texts(draftOf(held())).slice(0, 2)).toEqual(['Của người khác', 'Của tôi']);
    expect(told).toContain('joined');
  });

  test('changes in one place wait for a choice, and either can be taken', async () => {
    for (const [side, text] of [
      ['mine', 'Của tôi'],
      ['theirs', 'Của người khác'],
    ] as const) {
      const { desk, elsewhere, held } = place();
      elsewhere(say('a', 'Của người khác'));
      desk.edit(say('a', 'Của tôi'));
      expect(await desk.settled()).toBe(false);
      const { conflict, saving } = desk.now();
      expect(saving).toBe('conflict');
      expect(conflict?.since).toBe(1);
      expect(conflict?.collisions).toMatchObject([
        { key: 'tasks:a:text', about: 'Việc a', mine: 'Của tôi', theirs: 'Của người khác' },
      ]);
      desk.settle(new Map([['tasks:a:text', side]]));
      expect(await desk.settled()).toBe(true);
      expect(texts(draftOf(held()))[0]).toBe(text);
    }
  });

  test('undoing after that takes back my own step alone', async () => {
    const { desk, elsewhere, held } = place();
    elsewhere(say('a', 'Của người khác'));
    desk.edit(say('b', 'Của tôi'));
    await desk.settled();
    desk.undo();
    await desk.settled();
    expect(texts(draftOf(held())).slice(0, 2)).toEqual(['Của người khác', 'Việc b']);
  });

  test('a plan that was submitted meanwhile refuses, and what I wrote stays', async () => {
    const { desk, fail } = place();
    const current: PlanDetail = { ...planDetail(planDraft(), 5), status: 'submitted', may: [] };
    fail(stale(current));
    desk.edit(say('a', 'x'));
    await desk.settled();
    expect(desk.now().saving).toBe('refused');
    expect(texts(desk.now().draft)[0]).toBe('x');
  });
});

describe('Joining', () => {
  const base = planDraft();
  const of = (...steps: Step[]) => steps.reduce((draft, step) => step(draft), base);

  test('removed by one and untouched by the other is gone; changed by the other it is asked', () => {
    const gone = merge({ base, mine: of(removeTask('a')), theirs: of(say('b', 'x')) });
    expect(gone.collisions).toEqual([]);
    expect(gone.draft.body.tasks.map(({ id }) => id)).toEqual(['b', 'c', 'd']);
    const asked = merge({ base, mine: of(removeTask('a')), theirs: of(say('a', 'x')) });
    expect(asked.collisions).toMatchObject([{ key: 'tasks:a:whole', field: 'whole' }]);
    const kept = merge(
      { base, mine: of(removeTask('a')), theirs: of(say('a', 'x')) },
      new Map([['tasks:a:whole', 'theirs']]),
    );
    expect(texts(kept.draft)[0]).toBe('x');
  });

  test('what either added stands behind what stood before it', () => {
    const add =
      (id: string, after: string): Step =>
      (draft) => ({
        ...draft,
        body: {
          ...draft.body,
          tasks: draft.body.tasks.flatMap((task) => (task.id === after ? [task, { ...task, id }] : [task])),
        },
      });
    const { draft, collisions } = merge({ base, mine: of(add('x', 'a')), theirs: of(add('y', 'c')) });
    expect(collisions).toEqual([]);
    expect(draft.body.tasks.map(({ id }) => id)).toEqual(['a', 'x', 'b', 'c', 'y', 'd']);
  });

  test('spaces at the ends are no difference', () => {
    expect(merge({ base, mine: of(say('a', 'Việc a ')), theirs: of(say('a', 'Khác')) }).collisions).toEqual(
      [],
    );
  });

  test('the same on both sides asks nothing, whichever order', () => {
    const both = of(say('a', 'x'), removeTask('b'));
    expect(merge({ base, mine: both, theirs: both })).toEqual({ draft: both, collisions: [] });
    expect(merge({ base, mine: base, theirs: both }).draft).toEqual(both);
    expect(merge({ base, mine: both, theirs: base }).draft).toEqual(both);
  });
});
