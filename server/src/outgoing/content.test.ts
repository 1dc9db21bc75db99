import type { OfficialDocument } from '@nhipcau/document';
import { expect, expectTypeOf, test } from 'vitest';
import { content, officialOf, type Content, type Given } from './content.ts';

const letter = {
  type: 'CV',
  superior: 'UBND TỈNH SÔNG THAO',
  agency: 'SỞ NGOẠI VỤ',
  place: 'Sông Thao',
  title: 'Cung cấp số liệu',
  addressees: ['Sở Tài chính'],
  bases: [],
  body: [{ type: 'text', line: [{ text: 'Đề nghị ', bold: true }, { text: 'cung cấp.' }] }],
  signature: { authority: ['KT. GIÁM ĐỐC'], position: 'PHÓ GIÁM ĐỐC', name: 'Trần Văn Mẫu' },
  recipients: ['Như trên', 'Lưu: VT'],
  attached: [],
};

test('a content has every field that the library writes, but for what the register gives', () => {
  expectTypeOf<keyof Content>().toEqualTypeOf<Exclude<keyof OfficialDocument, keyof Given>>();
  type Text<B> = Extract<B, { type: 'text' }>;
  type Blocks = OfficialDocument['body'][number];
  expectTypeOf<Text<Content['body'][number]>['level']>().toEqualTypeOf<Text<Blocks>['level'] | undefined>();
  expectTypeOf<Content['body'][number]['type']>().toEqualTypeOf<Blocks['type']>();
  const given = { number: 5, symbol: 'SNV-VP', date: '2026-03-10' };
  expect(officialOf(content.parse(letter), given)).toEqual({ ...letter, ...given });
});

test('the picture of the signature goes where it is printed', () => {
  const image = new Uint8Array([1]);
  const official = officialOf(content.parse(letter), { number: null, symbol: '', date: null, image });
  expect(official.signature.image).toBe(image);
});

test.each([
  ['a number of its own', { number: 5 }],
  ['a level of secrecy', { secrecy: 'MẬT' }],
  ['an urgency that is none', { urgency: 'GẤP' }],
  ['a type that is no abbreviation', { type: 'QĐ-UBND' }],
  ['a block of another kind', { body: [{ type: 'html', line: '<b>x</b>' }] }],
])('%s is refused', (_, more) => {
  expect(content.safeParse({ ...letter, ...more }).success).toBe(false);
});
