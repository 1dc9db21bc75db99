import type { PlanBody, PlanTask } from '@nhipcau/server/contract';
import { describe, expect, test } from 'vitest';
import * as steps from './draft.ts';
import { typedFigure } from './figures.ts';
import { back, begin, forth, record } from '../desk/history.ts';
import { lacksOf, sendable } from './missing.ts';
import { layoutOf, roman, sectionMarkers } from './numbering.ts';
import { pastedLines } from '../ui/pasted.ts';
import { planDraft, planTask } from './sample-plan.ts';

const shown = (body: PlanBody) =>
  steps.rowsOf(body).map(({ groupId, tasks }) => [groupId, ...tasks.map(({ id }) => id)].join(' '));
const after = (step: steps.Step, draft = planDraft()) => shown(step(draft).body);

describe('Numbers of Decree 30/2020', () => {
  test('sections are Roman, groups Arabic, tasks letters of the Vietnamese alphabet', () => {
    const { markers } = layoutOf(planDraft().body);
    expect(Object.fromEntries(markers)).toEqual({ g1: '1.', g2: '2.', a: 'a)', b: 'b)', c: 'c)', d: 'a)' });
    expect([1, 2, 3, 4, 9, 14].map(roman)).toEqual(['I', 'II', 'III', 'IV', 'IX', 'XIV']);
  });

  test('đ follows d, and a group beyond the alphabet is numbered in decimals throughout', () => {
    const tasks = (count: number) => Array.from({ length: count }, (_, at) => planTask(`t${at}`, 'g1'));
    const letters = layoutOf({ ...planDraft().body, tasks: tasks(23) }).markers;
    expect([letters.get('t3'), letters.get('t4'), letters.get('t22')]).toEqual(['d)', 'đ)', 'y)']);
    const decimals = layoutOf({ ...planDraft().body, tasks: tasks(24) }).markers;
    expect([decimals.get('t0'), decimals.get('t23')]).toEqual(['1.1.', '1.24.']);
  });

  test('tasks of no group count with the groups', () => {
    const body = {
      ...planDraft().body,
      tasks: [planTask('x', null), planTask('y', 'gone'), planTask('a', 'g1')],
    };
    const { markers } = layoutOf(body);
    expect([...markers]).toEqual([
      ['x', '1.'],
      ['y', '2.'],
      ['g1', '3.'],
      ['a', 'a)'],
      ['g2', '4.'],
    ]);
  });

  test('an empty section takes no number', () => {
    expect(sectionMarkers({ ...planDraft().body, targets: [] })).toEqual({
      objectives: 'I.',
      tasks: 'II.',
      arrangements: 'III.',
    });
  });

  test('words that change leave the layout the very same', () => {
    const draft = planDraft();
    const before = layoutOf(draft.body);
    expect(layoutOf(steps.editTask('a', { text: 'Khác' })(draft).body, before)).toBe(before);
    expect(layoutOf(steps.removeTask('a')(draft).body, before)).not.toBe(before);
  });
});

describe('Editing', () => {
  test('a task changes alone: the others stay the very same objects', () => {
    const draft = planDraft();
    const next = steps.editTask('b', { text: 'Khác' })(draft);
    expect(next.body.tasks.map((task, at) => task === draft.body.tasks[at])).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  test('new tasks stand behind the one they were added to', () => {
    const two: PlanTask[] = [planTask('x', 'g1'), planTask('y', 'g1')];
    expect(after(steps.addTasks(two, 'a'))).toEqual(['g1 a x y b c', 'g2 d']);
    expect(after(steps.addTasks(two, null))).toEqual(['g1 a b c x y', 'g2 d']);
  });

  test('a task moves by steps, over the border of its group too', () => {
    expect(after(steps.stepTask('b', -1))).toEqual(['g1 b a c', 'g2 d']);
    expect(after(steps.stepTask('b', 1))).toEqual(['g1 a c b', 'g2 d']);
    expect(after(steps.stepTask('c', 1))).toEqual(['g1 a b', 'g2 c d']);
    expect(after(steps.stepTask('d', -1))).toEqual(['g1 a b c d', 'g2']);
    expect(after(steps.stepTask('a', -1))).toEqual(['g1 a b c', 'g2 d']);
    expect(after(steps.stepTask('d', 1))).toEqual(['g1 a b c', 'g2 d']);
  });

  test('a task is put in front of another or at the end of a group', () => {
    expect(after(steps.moveTask('d', { groupId: 'g1', before: 'b' }))).toEqual(['g1 a d b c', 'g2']);
    expect(after(steps.moveTask('a', { groupId: 'g2', before: null }))).toEqual(['g1 b c', 'g2 d a']);
    expect(after(steps.moveTask('a', { groupId: 'g1', before: 'a' }))).toEqual(['g1 a b c', 'g2 d']);
  });

  test('a group that is removed leaves its tasks to the one before', () => {
    expect(after(steps.removeGroup('g2'))).toEqual(['g1 a b c d']);
    expect(after(steps.removeGroup('g1'))).toEqual([' a b c', 'g2 d']);
  });

  test('groups and paragraphs change places', () => {
    expect(after(steps.stepGroup('g1', 1))).toEqual(['g2 d', 'g1 a b c']);
    expect(after(steps.moveGroup('g2', 'g1'))).toEqual(['g2 d', 'g1 a b c']);
    expect(steps.stepParagraph('objectives', 0, 1)(planDraft()).body.objectives).toEqual(['Hai', 'Một']);
    expect(steps.stepParagraph('objectives', 1, 1)(planDraft()).body.objectives).toEqual(['Một', 'Hai']);
    expect(steps.insertParagraphs('objectives', 1, ['x', 'y'])(planDraft()).body.objectives).toEqual([
      'Một',
      'x',
      'y',
      'Hai',
    ]);
  });

  test('pasted lines lose their markers and nothing else', () => {
    const pasted =
      '1. Họp báo quý I\r\n\n  a) Tập huấn 2026. Lớp 1\n- Dịch tin\n+ In tờ gấp\nIV. Kinh phí\n\t2.1. Mở lớp\tSở A\n2026 là năm đầu';
    expect(pastedLines(pasted)).toEqual([
      'Họp báo quý I',
      'Tập huấn 2026. Lớp 1',
      'Dịch tin',
      'In tờ gấp',
      'Kinh phí',
      'Mở lớp',
      '2026 là năm đầu',
    ]);
  });
});

describe('Undo', () => {
  test('typing in one field is one step until the hand rests', () => {
    let history = begin('');
    for (const [at, text] of ['H', 'Họ', 'Họp'].entries())
      history = record(history, text, { key: 'a', at: at * 300 });
    history = record(history, 'Họp báo', { key: 'a', at: 10_000 });
    expect(back(history).present).toBe('Họp');
    expect(back(back(history)).present).toBe('');
    expect(forth(back(history)).present).toBe('Họp báo');
  });

  test('a new step forgets what was undone', () => {
    const two = record(record(begin(0), 1, { at: 0 }), 2, { at: 0 });
    expect(record(back(two), 9, { at: 1 })).toMatchObject({ past: [0, 1], present: 9, future: [] });
    expect(back(begin(0)).present).toBe(0);
  });
});

describe('What is missing', () => {
  const lacking = (draft = planDraft()) =>
    lacksOf(draft).map(({ place, words, grave }) => [place, words, grave]);

  test('a whole plan lacks nothing', () => {
    expect(lacking()).toEqual([]);
  });

  test('each lack is named with its place', () => {
    const steps_ = [
      steps.editTask('a', { text: '  ' }),
      steps.editTask('b', { lead: [] }),
      steps.editTask('c', { due: { kind: 'unspecified' } }),
      steps.editTask('d', { due: { kind: 'by', date: '2031-01-01' } }),
      steps.editGroup('g1', ''),
      steps.addGroup({ id: 'g3', title: 'Nhóm mới' }),
    ];
    const draft = steps_.reduce((now, step) => step(now), {
      ...planDraft(),
      title: ' ',
      periodTo: '2025-01-01',
    });
    expect(lacking({ ...draft, periodTo: '2026-12-31' })).toEqual([
      ['title', 'Chưa có trích yếu', true],
      ['g1', 'Nhóm chưa có tên', true],
      ['g3', 'Nhóm chưa có nhiệm vụ', false],
      ['a', 'Nhiệm vụ chưa có nội dung', true],
      ['b', 'Chưa có cơ quan chủ trì', true],
      ['c', 'Chưa nêu thời hạn', false],
      ['d', 'Thời hạn nằm ngoài thời kỳ của kế hoạch', false],
    ]);
    expect(lacking(draft)).toContainEqual(['period', 'Thời kỳ chưa đúng', true]);
  });

  test('a task done on call needs no deadline', () => {
    const step = steps.editTask('a', { due: { kind: 'unspecified' }, onCall: true });
    expect(lacking(step(planDraft()))).toEqual([]);
  });

  test('what has no words yet is not sent: new ones wait, old ones stay as they were', () => {
    const saved = planDraft();
    const draft = steps.addTasks([planTask('x', 'g1', '')], 'a')(steps.editTask('b', { text: '' })(saved));
    const sent = sendable({ ...draft, title: '' }, saved);
    expect(sent.title).toBe(saved.title);
    expect(sent.body.tasks.map(({ id, text }) => [id, text])).toEqual(
      saved.body.tasks.map(({ id, text }) => [id, text]),
    );
  });
});

describe('Numbers of targets', () => {
  test('are read as each language writes them', () => {
    expect(['1.200', '1.200,5', '12', '0,5', '-3'].map((text) => typedFigure(text, 'vi'))).toEqual([
      1200, 1200.5, 12, 0.5, -3,
    ]);
    expect(['1,200', '1,200.5', '0.5'].map((text) => typedFigure(text, 'en'))).toEqual([1200, 1200.5, 0.5]);
  });

  test('what is no number, or could be two, is none', () => {
    expect(['', 'một trăm', '1.20', '1,2,3', '12%'].map((text) => typedFigure(text, 'vi'))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
