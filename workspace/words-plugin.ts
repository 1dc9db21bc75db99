// Compiles the screens' words for Lingui when the application is built, so that no parser of messages is shipped.
import { readdirSync, readFileSync } from 'node:fs';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const folder = new URL('./src/language/en/', import.meta.url);
const files = () =>
  readdirSync(folder)
    .toSorted()
    .map((name) => new URL(name, folder));
const prefix = 'virtual:words/';

/** Catalogues `virtual:words/vi` and `virtual:words/en`: Vietnamese is the source, its messages are the keys. */
export function wordsPlugin(): Plugin {
  return {
    name: 'nhipcau-words',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      for (const { pathname } of files()) this.addWatchFile(pathname);
      return `export const messages = ${JSON.stringify(compiled(id.slice(prefix.length + 1)))};`;
    },
  };
}

function compiled(language: string): Record<string, unknown> {
  const english = Object.assign(
    {},
    ...files().map((file) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>),
  ) as Record<string, string>;
  const pairs = Object.entries(english).map(([vietnamese, other]) => [
    vietnamese,
    // What follows "|" in a key only tells apart two meanings of the same Vietnamese words.
    compileMessage(language === 'vi' ? vietnamese.replace(/\|.*$/, '') : other),
  ]);
  return Object.fromEntries(pairs);
}
