// The program of a reader's process: an order in, headway and one outcome out, until it is killed or its server is gone.
import { readFile } from 'node:fs/promises';
import { createPageRecogniser } from '@nhipcau/document/node';
import type { Answer, Order, Outcome } from './messages.ts';
import { sendable } from './sendable.ts';
import { understand } from './understand.ts';

const say = (answer: Answer) => void process.send?.(answer);

// Its models are loaded with the first page that is a picture.
const recogniser = createPageRecogniser();

async function carryOut({ path, name }: Order): Promise<Outcome> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) return { ok: false, code: 'file-lost', values: { file: name } };
  return understand({ name, bytes }, (headway) => say({ kind: 'headway', headway }), recogniser);
}

process.on('message', (order: Order) => {
  carryOut(order)
    .catch((): Outcome => ({ ok: false, code: 'reader-broke', values: { file: order.name } }))
    .then((outcome) => say({ kind: 'outcome', outcome: sendable(outcome) }))
    .catch(() => process.exit(1));
});
process.on('disconnect', () => process.exit(0));
