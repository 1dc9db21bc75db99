import type { OutgoingBlock, OutgoingContent, OutgoingDetail } from '@nhipcau/server/contract';
import { describe, expect, test } from 'vitest';
import { plainProblem, RequestFailed } from '../api.ts';
import { keepDesk, type Around } from './desk.ts';
import * as steps from './draft.ts';
import { merge } from './merge.ts';

const paragraph = (line: string, level?: 'roman' | 'number' | 'letter'): OutgoingBlock => ({
  type: 'text',
  ...(level ? { level } : {}),
  line,
});

const content: OutgoingContent = {
  type: 'KH',
  superior: null,
  agency: 'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO',
  place: 'Sông Thao',
  title: 'Thông tin đối ngoại',
  addressees: [],
  bases: ['Căn cứ thứ nhất', 'Căn cứ thứ hai'],
  body: [
    paragraph('Mở đầu'),
    paragraph('Mục tiêu', 'roman'),
    paragraph('Một', 'number'),
    paragraph('Hai', 'number'),
  ],
  signature: { authority: ['TM. ỦY BAN NHÂN DÂN'], position: 'CHỦ TỊCH', name: '' },
  recipients: ['Lưu: VT'],
  attached: [],
};
const base: steps.Draft = { content, drafterId: null, body: null };
const after = (...all: steps.Step[]) => all.reduce((draft, step) => step(draft), base);
const write = (at: number, line: string) => steps.setText('body', at, { line });
const texts = ({ content: { body } }: steps.Draft) =>
  body.map((block) => (block.type === 'text' ? block.line : ''));

describe('Writing', () => {
  test('Enter parts a paragraph, Backspace joins it again', () => {
    const parted = steps.splitText('body', 2, { cut: [1, 2], next: { level: 'letter' } })(base);
    expect(parted.content.body.slice(2, 4)).toEqual([paragraph('M', 'number'), paragraph('t', 'letter')]);
    expect(texts(steps.joinText('body', 3)(parted))[2]).toBe('Mt');
  });

  test('Enter before the first letter opens a paragraph of the same level above', () => {
    const parted = steps.splitText('body', 2, { cut: [0, 0], next: { level: 'letter' } })(base);
    expect(parted.content.body.slice(2, 4)).toEqual([paragraph('', 'number'), paragraph('Một', 'number')]);
  });

  test('a level that is taken away is not there at all', () => {
    expect(steps.setText('body', 1, { level: undefined })(base).content.body[1]).toEqual(
      paragraph('Mục tiêu'),
    );
    expect(
      'urgency' in steps.setOptional('urgency', '')(after(steps.setOptional('urgency', 'KHẨN'))).content,
    ).toBe(false);
  });

  test('what is attached has a text of its own', () => {
    const attached = { type: 'PHỤ LỤC', title: 'Danh mục', body: [paragraph('Một')] };
    const draft = after(steps.addAttached(attached), steps.setText('attached.0.body', 0, { line: 'Khác' }));
    expect(draft.content.attached[0]?.body).toEqual([paragraph('Khác')]);
    expect(draft.content.body).toBe(content.body);
  });
});

describe('Joining', () => {
  test('paragraphs that either wrote are joined, wherever the other added some', () => {
    const theirs = after(
      steps.insertBlocks('body', 1, [paragraph('Thêm của người khác')]),
      write(4, 'Hai sửa'),
    );
    const { draft, collisions } = merge({ base, mine: after(write(2, 'Một sửa')), theirs });
    expect(collisions).toEqual([]);
    expect(texts(draft)).toEqual(['Mở đầu', 'Thêm của người khác', 'Mục tiêu', 'Một sửa', 'Hai sửa']);
  });

  test('one paragraph that both wrote is asked, and either can be taken', () => {
    const [mine, theirs] = [after(write(2, 'Của tôi')), after(write(2, 'Của người khác'))];
    const { collisions } = merge({ base, mine, theirs });
    expect(collisions).toMatchObject([{ key: 'body:2', field: 'body', about: 'Một' }]);
    expect(texts(merge({ base, mine, theirs }, new Map([['body:2', 'theirs']])).draft)[2]).toBe(
      'Của người khác',
    );
    expect(texts(merge({ base, mine, theirs }, new Map([['body:2', 'mine']])).draft)[2]).toBe('Của tôi');
  });

  test('removed by one and rewritten by the other is asked; untouched it is gone', () => {
    const gone = after(steps.removeBlock('body', 3));
    expect(merge({ base, mine: gone, theirs: after(write(3, 'x')) }).collisions).toHaveLength(1);
    expect(texts(merge({ base, mine: gone, theirs: after(write(0, 'x')) }).draft)).toEqual([
      'x',
      'Mục tiêu',
      'Một',
    ]);
  });

  test('two who added at one place are asked', () => {
    const add = (line: string) => after(steps.insertLines('bases', 1, [line]));
    expect(merge({ base, mine: add('a'), theirs: add('b') }).collisions).toHaveLength(1);
    expect(merge({ base, mine: add('a'), theirs: add('a') })).toEqual({ draft: add('a'), collisions: [] });
  });

  test('fields by themselves: the title of one, the signer of the other', () => {
    const mine = after(steps.inContent(() => ({ title: 'Tên mới' })));
    const theirs = after(steps.inContent(({ signature }) => ({ signature: { ...signature, name: 'Hà' } })));
    const { draft, collisions } = merge({ base, mine, theirs });
    expect(collisions).toEqual([]);
    expect([draft.content.title, draft.content.signature.name]).toEqual(['Tên mới', 'Hà']);
  });
});

function stale(current: OutgoingDetail): RequestFailed {
  const problem = { ...plainProblem(409, 'stale-version'), current };
  return new RequestFailed(problem);
}

describe('The desk', () => {
  const detail = (draft: steps.Draft, version: number) =>
    ({
      content: draft.content,
      drafter: null,
      body: null,
      version,
      may: ['edit'],
      events: [],
    }) as unknown as OutgoingDetail;

  function place() {
    let held = detail(base, 1);
    const around: Around = {
      send: async ({ version, content: next }) => {
        if (version !== held.version) throw stale(held);
        held = { ...held, ...(next ? { content: next } : {}), version: version + 1 } as OutgoingDetail;
        return held;
      },
      saved: () => {},
      joined: () => {},
      remember: () => {},
      recall: () => null,
      now: () => 0,
      later: () => () => {},
    };
    return {
      desk: keepDesk(held, around),
      held: () => held,
      elsewhere: (step: steps.Step) => {
        held = detail(step(steps.draftOf(held)), held.version + 1);
      },
    };
  }

  test('numbers follow the paragraphs, and the list stays the same as long as they do', () => {
    const { desk } = place();
    const before = desk.now().layout['body'];
    expect(before).toEqual(['', 'I.', '1.', '2.']);
    desk.edit(write(2, 'Khác'));
    expect(desk.now().layout['body']).toBe(before);
    desk.edit(steps.insertBlocks('body', 3, [paragraph('Xen', 'number')]));
    expect(desk.now().layout['body']).toEqual(['', 'I.', '1.', '2.', '3.']);
  });

  test('what another wrote meanwhile is joined in, and both are saved', async () => {
    const { desk, held, elsewhere } = place();
    elsewhere(write(0, 'Của người khác'));
    desk.edit(write(3, 'Của tôi'));
    expect(await desk.settled()).toBe(true);
    expect(texts(steps.draftOf(held()))).toEqual(['Của người khác', 'Mục tiêu', 'Một', 'Của tôi']);
  });
});
