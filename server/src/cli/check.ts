// `nhipcau check`: what is wrong in documents, also between the files that are named together.
import { parseArgs } from 'node:util';
import { indexRegister, recognise, say, type Diagnostic, type Parsed, type Source } from '@nhipcau/document';
import type { ExitCode, Terminal, Verb } from './main.ts';
import { readEach } from './reading.ts';
import { word } from './words.ts';

export const check: Verb = async (args, terminal) => {
  const call = readCall(args, terminal);
  if (typeof call === 'number') return call;
  const sources: { readonly file: string; readonly source: Source }[] = [];
  let failed = false;
  await readEach(call.paths, { ocr: true }, terminal, (outcome) => {
    if ('source' in outcome) return void sources.push(outcome);
    failed = true;
    if (call.json) terminal.print(JSON.stringify(outcome));
    else terminal.complain(outcome.problem.message);
  });
  for (const { file, parsed } of checkTogether(sources)) {
    const shown = parsed.warnings.filter(({ severity }) => call.notes || severity !== 'note');
    failed ||= parsed.warnings.some(({ severity }) => severity !== 'note');
    if (call.json) terminal.print(JSON.stringify({ file, warnings: shown }));
    else for (const line of report(file, parsed.text, shown, terminal)) terminal.print(line);
  }
  return failed ? 1 : 0;
};

/** Each file is held against all of them: what one cites, another may be. */
function checkTogether(sources: readonly { readonly file: string; readonly source: Source }[]) {
  const entries = sources.map(({ file, source }) => {
    const { document } = recognise(source);
    const { type, number, issuedOn: date, issuer, title } = document;
    return { id: file, type, number, date, issuer, title };
  });
  const register = indexRegister(entries);
  return sources.map(
    ({ file, source }) =>
      ({ file, parsed: recognise(source, { register }) }) satisfies { file: string; parsed: Parsed },
  );
}

function report(file: string, text: string, warnings: readonly Diagnostic[], terminal: Terminal): string[] {
  if (warnings.length === 0) return [word('clean', terminal.language, { file })];
  return warnings.flatMap((each) => {
    const place = each.span ? `:${text.slice(0, each.span[0]).split('\n').length}` : '';
    const clause = each.clause ? ` (${each.clause})` : '';
    const message = say(each.code, each.values, terminal.language);
    const quoted = each.span
      ? text
          .slice(...each.span)
          .replace(/\s+/g, ' ')
          .slice(0, 160)
      : '';
    return [`${file}${place}: ${message} [${each.code}]${clause}`, ...(quoted ? [`    » ${quoted}`] : [])];
  });
}

interface Call {
  readonly paths: readonly string[];
  readonly json: boolean;
  readonly notes: boolean;
}

function readCall(args: readonly string[], terminal: Terminal): Call | ExitCode {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        notes: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      terminal.print(word('checkHelp', terminal.language));
      return 0;
    }
    if (positionals.length > 0) return { paths: positionals, json: values.json, notes: values.notes };
    terminal.complain(word('noFiles', terminal.language));
  } catch (error) {
    terminal.complain((error as Error).message);
  }
  terminal.complain(word('checkHelp', terminal.language));
  return 2;
}
