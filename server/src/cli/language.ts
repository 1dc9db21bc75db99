// The language of the command line: --lang, else the locale of the environment, else Vietnamese.

export type Language = 'vi' | 'en';

export function languageOf(environment: NodeJS.ProcessEnv, asked?: string): Language {
  if (asked === 'vi' || asked === 'en') return asked;
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  // C and POSIX name no language: the users are Vietnamese.
  return /^(vi|c|posix|$)/i.test(locale) ? 'vi' : 'en';
}
