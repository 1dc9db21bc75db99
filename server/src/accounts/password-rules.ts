// What a password must be: at least 14 characters alone, or 8 beside a second factor (controls of level 2 under NĐ 331/2026),
// none of those that everybody tries first, nothing that everybody knows of the person.
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { Invalid } from '../errors.ts';
import { fold } from '../text/fold.ts';

export const alone = 14;
export const besideCode = 8;

/** What people here take, beside the list of the world's most common ones. */
const usual = [
  'matkhau',
  'matkhaumoi',
  'thongtindoingoai',
  'nhipcau',
  'vietnam',
  'hanoi',
  'saigon',
  'anhyeuem',
  'emyeuanh',
  'yeuem',
  'yeuanh',
  'giadinh',
  'conyeu',
  'bome',
  'xinchao',
  'chaoban',
  'quantri',
  'quantrivien',
  'nguoidung',
  'uyban',
  'nhandan',
  'ubnd',
  'chuyenvien',
  'lanhdao',
  'canbo',
  'congchuc',
  'tinhuy',
  'doclap',
  'tudo',
  'hanhphuc',
  'motnamba',
  'motnambabonnam',
  'khongbiet',
  'matkhaucuatoi',
];
const judge = new ZxcvbnFactory({
  dictionary: { ...dictionary, usual },
  graphs: adjacencyGraphs,
  maxLength: 128,
});

/** Fewer guesses than this and a patient program finds it. */
const enoughGuesses = 10 ** 7;

export interface Bearer {
  readonly name: string;
  readonly email: string;
  /** They show a second factor as well. */
  readonly withCode: boolean;
}

export const isLong = (password: string): boolean => [...password.normalize('NFC')].length >= alone;

/** Throws what is wrong with it. */
export function checkPassword(password: string, { name, email, withCode }: Bearer): void {
  const least = withCode ? besideCode : alone;
  if ([...password.normalize('NFC')].length < least) {
    throw new Invalid(withCode ? 'password-short' : 'password-short-alone', { least });
  }
  const folded = fold(password);
  const known = wordsOf(name, email);
  if (known.some((word) => folded.replaceAll(/[^a-z0-9]/g, '').includes(word)))
    throw new Invalid('password-own');
  if (judge.check(folded, [...known]).guesses < enoughGuesses) throw new Invalid('password-common');
}

/** The whole name, and the e-mail's own part; single syllables ("An", "Hoa") are in too many good passwords. */
function wordsOf(name: string, email: string): readonly string[] {
  const plain = (text: string) => fold(text).replaceAll(/[^a-z0-9]/g, '');
  const parts = fold(name).split(' ');
  const endings = [plain(name), plain(parts.slice(-2).join(''))];
  return [...endings, plain(email), plain(email.split('@')[0] ?? '')].filter((word) => word.length >= 5);
}
