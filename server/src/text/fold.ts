// Two forms of Vietnamese words that are compared instead of the words: without any marks, and with the tone in front.

const marks = /\p{M}+/gu;
/** Grave, acute, hook, tilde, dot below: the five tones. */
const tone = /[\u0300\u0301\u0309\u0303\u0323]/gu;

/** Lower case, no diacritics, đ as d, single spaces: "Đài PT-TH" → "dai pt-th". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(marks, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Lower case with the tone in front of its word: "hoá" and "hóa" both become "´hoa", and what is typed so far ("hó")
 * is still the beginning of it. Vowel marks (ă, â, ê, ô, ơ, ư) and đ stay.
 */
export function toneFirst(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\p{L}\p{M}]+/gu, (word) => (word.match(tone)?.join('') ?? '') + word.replace(tone, ''))
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether somebody who types it means its diacritics. */
export const hasMarks = (word: string): boolean => /[\p{M}đĐ]/u.test(word.normalize('NFD'));
