// Kept files go by their content, which two provinces may share without knowing of each other.
import type { Db } from '../db/connect.ts';
import { keep, removeKept, type Files } from './files.ts';
import { hasTwin, holdContent } from './queries.ts';

interface Content {
  readonly id: number;
  readonly sha256: string;
}

/** Part of a transaction: puts a waiting file among the kept ones. */
export async function takeUp(
  trx: Db,
  files: Files,
  { waiting, sha256 }: { waiting: string; sha256: string },
) {
  await holdContent(trx, sha256);
  await keep(files, waiting, sha256);
}

/** Part of the transaction that ends the document's claim to it: the bytes go with the last that needs them. */
export async function letGo(trx: Db, files: Files, { id, sha256 }: Content): Promise<void> {
  await holdContent(trx, sha256);
  if (!(await hasTwin(trx, sha256, id))) await removeKept(files, sha256);
}
