// `nhipcau import`: files into the database, by the same way as an upload; --dry-run only tells what would go in.
import { parseArgs } from 'node:util';
import { recognise } from '@nhipcau/document';
import { readConfig } from '../config.ts';
import { homeOf, ownerNamed } from '../documents/owner.ts';
import { importFile } from '../documents/service.ts';
import { openWorkshop } from '../server.ts';
import { open, tellProgress } from './files.ts';
import type { ExitCode, Terminal, Verb } from './main.ts';
import { readEach } from './reading.ts';
import { word } from './words.ts';

export const importFiles: Verb = async (args, terminal) => {
  const call = readCall(args, terminal);
  if (typeof call === 'number') return call;
  return call.dryRun ? rehearse(call.paths, terminal) : bringIn(call, terminal);
};

/** Reads and understands, and touches no database. */
async function rehearse(paths: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let failed = false;
  await readEach(paths, { ocr: true }, terminal, (outcome) => {
    if ('problem' in outcome) {
      failed = true;
      return terminal.complain(outcome.problem.message);
    }
    const { tasks, warnings } = recognise(outcome.source);
    const counted = warnings.filter(({ severity }) => severity !== 'note').length;
    const values = { file: outcome.file, tasks: tasks.length, warnings: counted };
    terminal.print(word('wouldImport', terminal.language, values));
  });
  return failed ? 1 : 0;
}

async function bringIn({ paths, accept, unit }: Call, terminal: Terminal): Promise<ExitCode> {
  const quiet = (level: string, line: string) => void (level === 'error' && terminal.complain(line));
  const { deps, close } = await openWorkshop(readConfig(process.env), { log: quiet });
  let failed = false;
  try {
    const ownerId = unit === null ? await homeOf(deps.db) : await ownerNamed(deps.db, unit);
    if (unit !== null && ownerId === null) {
      terminal.complain(word('noSuchUnit', terminal.language, { unit }));
      return 2;
    }
    for (const [index, path] of paths.entries()) {
      tellProgress(terminal, index + 1, paths.length, path);
      const file = await open(path, terminal);
      if (typeof file === 'string') {
        failed = true;
        terminal.complain(file);
        continue;
      }
      const result = await importFile(deps, file, { locale: terminal.language, accept, ownerId });
      failed ||= !result.ok;
      if (!result.ok) terminal.complain(`${path}: ${result.message}`);
      else {
        const said = accept ? 'accepted' : 'imported';
        terminal.print(word(said, terminal.language, { file: path, tasks: result.tasks }));
      }
    }
  } finally {
    await close();
  }
  return failed ? 1 : 0;
}

interface Call {
  readonly paths: readonly string[];
  readonly dryRun: boolean;
  readonly accept: boolean;
  /** In whose name; null: the only tree in which anybody works. */
  readonly unit: string | null;
}

function readCall(args: readonly string[], terminal: Terminal): Call | ExitCode {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        unit: { type: 'string' },
        accept: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      terminal.print(word('importHelp', terminal.language));
      return 0;
    }
    if (positionals.length > 0)
      return {
        paths: positionals,
        dryRun: values['dry-run'],
        accept: values.accept,
        unit: values.unit ?? null,
      };
    terminal.complain(word('noFiles', terminal.language));
  } catch (error) {
    terminal.complain((error as Error).message);
  }
  terminal.complain(word('importHelp', terminal.language));
  return 2;
}
