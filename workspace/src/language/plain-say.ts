// `say` outside React, for tests and whatever draws no component.
import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { english } from './english.ts';
import type { Language, Say } from './words.ts';

/** The Vietnamese message of a key: what follows "|" only tells apart two meanings of the same words. */
export const sourceOf = (key: string): string => key.replace(/\|.*$/, '');

/** Compiles the messages when asked; the application itself ships them compiled. */
export function plainSay(language: Language): Say {
  const pairs = Object.entries(english).map(([vietnamese, other]) => [
    vietnamese,
    compileMessage(language === 'vi' ? sourceOf(vietnamese) : other),
  ]);
  const i18n = setupI18n({ locale: language, messages: { [language]: Object.fromEntries(pairs) } });
  return (message, values) => i18n._(message, values);
}
