import { expect, test } from 'vitest';
import type { DraftChange, DraftState, Operation } from '@nhipcau/server/contract';
import { plainProblem, RequestFailed, unreachable } from '../api.ts';
import { applyLocally } from './apply.ts';
import { keepDraft } from './keeper.ts';
import { draftOf } from './sample-draft.ts';

const edit = (text: string): Operation => ({ op: 'editTask', taskId: 't1', changes: { text } });
const stateOf = (version: number, text: string): DraftState => ({
  version,
  draft: draftOf([{ id: 't1', text }]),
  warnings: [],
  canUndo: false,
  canRedo: false,
});

/** A server in the test: applies what it is sent, refuses stale versions, and can be cut off. */
function houseOf(text: string) {
  const house = {
    state: stateOf(1, text),
    cut: false,
    refuse: false,
    kept: [] as readonly (readonly Operation[])[],
    told: [] as unknown[],
  };
  const change = async ({ version, operations }: DraftChange): Promise<DraftState> => {
    if (house.cut) throw new RequestFailed(plainProblem(0, unreachable));
    if (house.refuse) throw new RequestFailed(plainProblem(422, 'invalid'));
    if (version !== house.state.version) {
      const yours = { version, operations };
      throw new RequestFailed({
        ...plainProblem(409, 'stale-version'),
        current: house.state,
        yours,
        rebased: null,
      } as never);
    }
    house.state = {
      ...house.state,
      version: version + 1,
      draft: operations.reduce(applyLocally, house.state.draft),
    };
    return house.state;
  };
  const around = {
    change,
    undo: async () => (house.state = stateOf(house.state.version + 1, text)),
    redo: async () => house.state,
    remember: (waiting: readonly (readonly Operation[])[]) => void (house.kept = waiting),
    recall: () => house.kept,
    refused: (error: unknown) => void house.told.push(error),
  };
  return { house, around };
}
const textOf = (keeper: ReturnType<typeof keepDraft>) => keeper.now().draft.tasks[0]?.text;

test('a change shows at once and is saved after', async () => {
  const { house, around } = houseOf('cũ');
  const keeper = keepDraft(house.state, around);
  keeper.change(edit('mới'));
  expect(textOf(keeper)).toBe('mới');
  expect(keeper.now().saving).toBe('saving');
  expect(await keeper.settled()).toBe(true);
  expect(keeper.now().saving).toBe('saved');
  expect(house.state.draft.tasks[0]?.text).toBe('mới');
});

test('changes made while the network is down are kept, survive a reload and are sent later in order', async () => {
  const { house, around } = houseOf('cũ');
  const keeper = keepDraft(house.state, around);
  house.cut = true;
  keeper.change(edit('một'));
  keeper.change(edit('hai'));
  expect(await keeper.settled()).toBe(false);
  expect(keeper.now()).toMatchObject({ saving: 'offline', waiting: 2 });
  house.cut = false;
  const reloaded = keepDraft(house.state, around);
  expect(textOf(reloaded)).toBe('hai');
  expect(await reloaded.settled()).toBe(true);
  expect(house.state.draft.tasks[0]?.text).toBe('hai');
  expect(house.kept).toEqual([]);
});

test('where somebody else was quicker, taking mine applies my change to theirs', async () => {
  const { house, around } = houseOf('cũ');
  const keeper = keepDraft(house.state, around);
  house.state = stateOf(5, 'của người khác');
  keeper.change(edit('của tôi'));
  await keeper.settled();
  expect(keeper.now().saving).toBe('conflict');
  expect(textOf(keeper)).toBe('của tôi');
  keeper.settle('mine');
  expect(await keeper.settled()).toBe(true);
  expect(house.state).toMatchObject({ version: 6 });
  expect(house.state.draft.tasks[0]?.text).toBe('của tôi');
});

test('taking theirs drops my waiting changes and nothing else', async () => {
  const { house, around } = houseOf('cũ');
  const keeper = keepDraft(house.state, around);
  house.state = stateOf(5, 'của người khác');
  keeper.change(edit('của tôi'));
  await keeper.settled();
  keeper.settle('theirs');
  expect(textOf(keeper)).toBe('của người khác');
  expect(keeper.now().saving).toBe('saved');
});

test('a change that the server refuses is told and taken back, the next one still goes', async () => {
  const { house, around } = houseOf('cũ');
  const keeper = keepDraft(house.state, around);
  house.refuse = true;
  keeper.change(edit('sai'));
  await keeper.settled();
  expect(house.told).toHaveLength(1);
  expect(textOf(keeper)).toBe('cũ');
  house.refuse = false;
  keeper.change(edit('đúng'));
  expect(await keeper.settled()).toBe(true);
  expect(textOf(keeper)).toBe('đúng');
});

test('undo waits for what is on its way', async () => {
  const { house, around } = houseOf('cũ');
  const keeper = keepDraft(house.state, around);
  keeper.change(edit('mới'));
  await keeper.undo();
  expect(textOf(keeper)).toBe('cũ');
  expect(house.state.version).toBe(3);
});
