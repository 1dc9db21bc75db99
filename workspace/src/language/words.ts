// The words on the screens. Vietnamese is the source: a message's key is its Vietnamese text, checked by the compiler.
import { i18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type { Message } from './english.ts';

export type Language = 'vi' | 'en';
export type { Message } from './english.ts';
type Values = Readonly<Record<string, string | number>>;
/** Says a message in the reader's language. */
export type Say = (message: Message, values?: Values) => string;

const catalogues = {
  vi: () => import('virtual:words/vi'),
  en: () => import('virtual:words/en'),
};
const remembered = 'nhipcau-language';

/** The language chosen before, or else Vietnamese: an official's browser often speaks English by accident. */
export function preferredLanguage(): Language {
  return recall() === 'en' ? 'en' : 'vi';
}

/** Loads the catalogue and turns every screen to that language. */
export async function speak(language: Language): Promise<void> {
  const { messages } = await catalogues[language]();
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
  // Downloads are plain links: only a cookie tells the server which language their headings are to be in.
  document.cookie = `locale=${language}; path=/; max-age=31536000; samesite=lax`;
  try {
    localStorage.setItem(remembered, language);
  } catch {
    // Storage may be forbidden: the choice then lasts until the page is closed.
  }
}

function recall(): string | null {
  try {
    return localStorage.getItem(remembered);
  } catch {
    return null;
  }
}

/** Says a message in the language spoken now; for what draws nothing. */
export const sayNow: Say = (message, values) => i18n._(message, values);

// One function a language: whatever memoises on `say` follows the language.
const says: Record<Language, Say> = {
  vi: (message, values) => sayNow(message, values),
  en: (message, values) => sayNow(message, values),
};

/** `say` for components: they are drawn anew when the language changes. */
export function useWords(): { say: Say; language: Language } {
  const { i18n: spoken } = useLingui();
  const language: Language = spoken.locale === 'en' ? 'en' : 'vi';
  return { say: says[language], language };
}
