// `nhipcau parse`: what the parser understood, as JSON for programs or as a table for people.
import { parseArgs } from 'node:util';
import { recognise, say, type Parsed } from '@nhipcau/document';
import type { ExitCode, Terminal, Verb } from './main.ts';
import { readEach, type Outcome, type Unread } from './reading.ts';
import { showParsed } from './show.ts';
import { word } from './words.ts';

export const parseFiles: Verb = async (args, terminal) => {
  const call = readCall(args, terminal);
  if (typeof call === 'number') return call;
  let failed = false;
  await readEach(call.paths, { ocr: call.ocr }, terminal, (outcome) => {
    const result = understood(outcome);
    failed ||= 'problem' in result;
    if (call.json) return terminal.print(JSON.stringify(result));
    for (const each of 'source' in outcome ? outcome.source.diagnostics : []) {
      terminal.complain(say(each.code, each.values, terminal.language));
    }

    if ('problem' in result) terminal.complain(result.problem.message);
    else for (const line of showParsed(result, terminal)) terminal.print(line);
  });
  return failed ? 1 : 0;
};

/** A file that could not be read stays in the output as { file, problem }, so that no line is missing. */
const understood = (outcome: Outcome): Parsed | Unread =>
  'problem' in outcome ? outcome : recognise(outcome.source);

interface Call {
  readonly paths: readonly string[];
  readonly json: boolean;
  readonly ocr: boolean;
}

function readCall(args: readonly string[], terminal: Terminal): Call | ExitCode {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      allowNegative: true,
      options: {
        json: { type: 'boolean', default: false },
        ocr: { type: 'boolean', default: true },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      terminal.print(word('parseHelp', terminal.language));
      return 0;
    }
    if (positionals.length > 0) return { paths: positionals, json: values.json, ocr: values.ocr };
    terminal.complain(word('noFiles', terminal.language));
  } catch (error) {
    terminal.complain((error as Error).message);
  }
  terminal.complain(word('parseHelp', terminal.language));
  return 2;
}
