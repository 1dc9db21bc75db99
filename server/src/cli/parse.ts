// `nhipcau parse`: what the parser understood, as JSON for programs or as a table for people.
import { parseArgs } from 'node:util';
import type { Parsed } from '@nhipcau/document';
import type { ExitCode, Terminal, Verb } from './main.ts';
import { readEach, type Outcome } from './reading.ts';
import { showParsed } from './show.ts';
import { word } from './words.ts';

export const parseFiles: Verb = async (args, terminal) => {
  const call = readCall(args, terminal);
  if (typeof call === 'number') return call;
  let failed = false;
  await readEach(call.paths, { ocr: call.ocr }, terminal, (outcome) => {
    failed ||= 'problem' in outcome;
    if (call.json) terminal.print(JSON.stringify(asJson(outcome)));
    else if ('problem' in outcome) terminal.complain(outcome.problem.message);
    else for (const line of showParsed(outcome.parsed, terminal)) terminal.print(line);
  });
  return failed ? 1 : 0;
};

/** A file that could not be read stays in the output as { file, problem }, so that no line is missing. */
function asJson(outcome: Outcome): Parsed | Outcome {
  return 'problem' in outcome ? outcome : outcome.parsed;
}

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
