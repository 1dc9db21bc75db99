// A process of its own for printing, which ends with the one that began it.
import type { Answer, Request } from './pdf.ts';
import { print } from './pdf-typst.ts';

process.on('message', (request: Request) => {
  process.send?.(answer(request));
});
process.on('disconnect', () => process.exit());

function answer({ document, printing }: Request): Answer {
  try {
    return print(document, printing);
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
