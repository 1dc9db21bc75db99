// `nhipcau`: finds the verb, runs it, ends with its exit code.
import { languageOf } from './language.ts';
import { word } from './words.ts';

/** 0: done, nothing to mend. 1: something could not be read, or has warnings. 2: the call was wrong. */
export type ExitCode = 0 | 1 | 2;

export interface Terminal {
  readonly language: 'vi' | 'en';
  /** Characters in a line of the table. */
  readonly width: number;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

export type Verb = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;

/** Each is loaded when it is asked for: parsing a file need not wait for the database's libraries. */
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  parse: async () => (await import('./parse.ts')).parseFiles,
  check: async () => (await import('./check.ts')).check,
  import: async () => (await import('./import.ts')).importFiles,
  audit: async () => (await import('./audit.ts')).audit,
  person: async () => (await import('./person.ts')).person,
  serve: async () => (await import('./serve.ts')).serve,
};

/** Takes `--lang X` and `--lang=X` out of the arguments, wherever they stand. */
function takeLanguage(args: readonly string[]): { asked?: string; rest: string[] } {
  const at = args.findIndex((each) => each === '--lang' || each.startsWith('--lang='));
  if (at < 0) return { rest: [...args] };
  const inline = args[at]?.startsWith('--lang=') ?? false;
  const asked = inline ? args[at]?.slice('--lang='.length) : args[at + 1];
  return { ...(asked === undefined ? {} : { asked }), rest: args.toSpliced(at, inline ? 1 : 2) };
}

export async function run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<ExitCode> {
  const { asked, rest } = takeLanguage(args);
  const terminal: Terminal = {
    language: languageOf(environment, asked),
    width: process.stdout.columns ?? 110,
    print: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
  };
  const [name, ...others] = rest;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.print(word('usage', terminal.language));
    return name === undefined ? 2 : 0;
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb) return (await verb())(others, terminal);
  terminal.complain(word('unknownCommand', terminal.language, { name }));
  terminal.complain(word('usage', terminal.language));
  return 2;
}

// A reader that goes away (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), process.env);
