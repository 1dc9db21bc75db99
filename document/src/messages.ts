// Every message that the library can give, in each language; a code names the same message everywhere.
import { checkMessages } from './check/messages.ts';
import { readMessages } from './read/messages.ts';
import { pdfMessages } from './read/pdf-messages.ts';
import { resolveMessages } from './resolve/messages.ts';
import type { Diagnostic, Severity } from './tree.ts';
import { writeMessages } from './write/messages.ts';

export interface Message {
  readonly vi: string;
  readonly en: string;
}

export type Language = keyof Message;
export type Values = Readonly<Record<string, string | number>>;

export const messages: Readonly<Record<string, Message>> = {
  ...readMessages,
  ...pdfMessages,
  ...checkMessages,
  ...resolveMessages,
  ...writeMessages,
};

/** The message of `code` with its {placeholders} filled; the code itself where it has no message. */
export function say(code: string, values: Values = {}, language: Language = 'vi'): string {
  const message = Object.hasOwn(messages, code) ? messages[code] : undefined;
  if (!message) return code;
  return message[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : wordFor(name, value, language);
  });
}

/** Some values are keys of words: {kind} with "xlsx" is the message "kind-xlsx". */
function wordFor(name: string, value: string | number, language: Language): string {
  const key = `${name}-${value}`;
  return (Object.hasOwn(messages, key) && messages[key]?.[language]) || String(value);
}

/** A diagnostic whose message is that of its code. */
export function diagnostic(code: string, severity: Severity, values: Values = {}): Diagnostic {
  return { code, severity, message: say(code, values), values };
}
