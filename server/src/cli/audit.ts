// `nhipcau audit`: recomputes the log of who did what, or prints its head so that it can be noted elsewhere.
import { parseArgs } from 'node:util';
import type { Tip } from '../audit/chain.ts';
import { sealOf } from '../audit/seal.ts';
import { tip } from '../audit/queries.ts';
import { verify, type Verified } from '../audit/verify.ts';
import { readConfig } from '../config.ts';
import { openWorkshop } from '../server.ts';
import type { ExitCode, Terminal, Verb } from './main.ts';
import { word } from './words.ts';

export const audit: Verb = async (args, terminal) => {
  const call = readCall(args, terminal);
  if (typeof call === 'number') return call;
  const quiet = (level: string, line: string) => void (level === 'error' && terminal.complain(line));
  const { deps, close } = await openWorkshop(readConfig(process.env), { log: quiet });
  try {
    const seal = sealOf(deps.db);
    if (call.verb === 'head') {
      await seal.settle();
      const { seq, hash } = await tip(deps.db);
      terminal.print(call.json ? JSON.stringify({ seq, hash }) : `${seq}:${hash}`);
      return 0;
    }
    const { key, data, settle } = seal;
    const noted = call.noted ? { noted: call.noted } : {};
    return tell(await verify(deps.db, { key, data, settle, ...noted }), call, terminal);
  } finally {
    await close();
  }
};

function tell({ rows, tip, waited, finding }: Verified, { json }: Call, terminal: Terminal): ExitCode {
  if (json) terminal.print(JSON.stringify({ ok: finding === null, rows, head: tip, waited, finding }));
  else if (finding === null) {
    terminal.print(word('auditSound', terminal.language, { rows, head: `${tip.seq}:${tip.hash}` }));
  } else {
    const { kind, ...values } = finding;
    terminal.complain(word(`audit-${kind}`, terminal.language, { ...values, rows }));
  }
  if (waited > 0 && !json) terminal.complain(word('auditWaited', terminal.language, { waited }));
  return finding === null ? 0 : 1;
}

interface Call {
  readonly verb: 'verify' | 'head';
  readonly json: boolean;
  readonly noted: Tip | null;
}

/** "12:3f…", as `nhipcau audit head` prints it. */
function readTip(text: string | undefined): Tip | null | 'wrong' {
  if (text === undefined) return null;
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  return seq === undefined || hash === undefined ? 'wrong' : { seq: Number(seq), hash };
}

function readCall(args: readonly string[], terminal: Terminal): Call | ExitCode {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        head: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      terminal.print(word('auditHelp', terminal.language));
      return 0;
    }
    const [verb] = positionals;
    const noted = readTip(values.head);
    if (noted === 'wrong') terminal.complain(word('auditBadHead', terminal.language));
    else if ((verb === 'verify' || verb === 'head') && positionals.length === 1)
      return { verb, json: values.json, noted };
  } catch (error) {
    terminal.complain((error as Error).message);
  }
  terminal.complain(word('auditHelp', terminal.language));
  return 2;
}
