// The form check: what is wrong with a draft, cell by cell – of the content, and of the very file that would be made of it.
import { isDeepStrictEqual } from 'node:util';
import { say } from '@nhipcau/document';
import type { z } from '@hono/zod-openapi';
import type { Asked } from '../access/actor.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Invalid } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { readable } from './access.ts';
import type { Content } from './content.ts';
import { checkFile } from './files.ts';
import type { Finding } from './files-thread.ts';
import { replacingWords } from './follow.ts';
import { formWords, type FormCode } from './form-words.ts';
import { printable } from './printable.ts';
import * as queries from './queries.ts';
import type { OutgoingRow } from './queries.ts';
import type * as formSchema from './form-schema.ts';
import type * as input from './input-schema.ts';
import { submitChecked } from './service.ts';
import { fitOf, namesakesOf } from './signer-post.ts';
import { textOf } from './words-in.ts';

type Problem = z.infer<typeof formSchema.formProblem>;
type Check = z.infer<typeof formSchema.formCheck>;

export async function check(deps: Pick<Deps, 'db' | 'clock'>, { actor, id, locale }: Asked): Promise<Check> {
  const row = await readable(deps.db, actor, id);
  return checkRow(deps, row, locale);
}

async function checkRow(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  row: OutgoingRow,
  locale: Locale,
): Promise<Check> {
  const { content, version } = row;
  const document = await printable(db, row);
  const ofFile = (await checkFile(document)).filter(({ code }) => !expected(code, row));
  const problems = [
    ...[
      ...ofContent(content),
      ...(await ofSigner(db, row, today(clock))),
      ...(await ofReplaced(db, row)),
    ].map(({ code, path }) => inWords(code, path, locale)),
    ...ofFile.map((finding) => placed(finding, content, locale)),
  ];
  const count = (severity: Problem['severity']) =>
    problems.filter((each) => each.severity === severity).length;
  return { version, problems, errors: count('error'), warnings: count('warning') };
}

/** Submitted only when nothing is wrong in form; what is doubtful is written down with it. */
export async function submit(
  deps: Deps,
  asked: Asked,
  wanted: z.infer<typeof input.outgoingStep>,
): Promise<void> {
  const row = await readable(deps.db, asked.actor, asked.id);
  const { problems, errors } =
    row.version === wanted.version ? await checkRow(deps, row, asked.locale) : { problems: [], errors: 0 };
  const first = problems.find(({ severity }) => severity === 'error');
  if (errors > 0 && (row.status === 'draft' || row.status === 'returned')) {
    throw new Invalid('outgoing-form', { count: errors, first: first?.message ?? '' });
  }
  const warnings = problems.filter(({ severity }) => severity === 'warning').map(({ code }) => code);
  await submitChecked(deps, asked, { wanted, warnings });
}

/** What cannot be there before the number is given; what the content's own check says already. */
const expected = (code: string, { number }: OutgoingRow): boolean =>
  code === 'missing-signer' ||
  code === 'missing-recipients' ||
  code === 'missing-title' ||
  code === 'letter-without-subject' ||
  (number === null && (code === 'missing-number' || code === 'missing-date'));

interface Wrong {
  readonly code: FormCode;
  readonly path: string | null;
}

const DECIDES: ReadonlySet<string> = new Set(['QĐ', 'NQ']);
const ADDRESSED: ReadonlySet<string> = new Set(['CV', 'TTr']);
const ACADEMIC = /^(?:gs|pgs|ts|ths|cn|ks|bs|nsnd|nsưt)\b\.?/iu;

function* ofContent(content: Content): Generator<Wrong> {
  yield* ofHead(content);
  yield* ofBody(content.body, 'body');
  yield* endMarks(content.body);
  if (DECIDES.has(content.type)) {
    if (content.bases.length === 0) yield { code: 'form-no-basis', path: 'bases' };
    if (!content.authority?.trim()) yield { code: 'form-no-authority', path: 'authority' };
  }
  yield* ofFoot(content);
  for (const [at, { title, body }] of content.attached.entries()) {
    if (title.trim() === '') yield { code: 'form-annex-untitled', path: `attached.${at}.title` };
    if (body.length === 0) yield { code: 'form-annex-empty', path: `attached.${at}.body` };
  }
}

function* ofHead({ title, place, type, addressees }: Content): Generator<Wrong> {
  if (title.trim() === '') yield { code: 'form-no-title', path: 'title' };
  if (/^\s*(?:v\/v|về việc)\s/iu.test(title)) yield { code: 'form-title-prefix', path: 'title' };
  if (place.trim() === '') yield { code: 'form-no-place', path: 'place' };
  const addressed = addressees.some((line) => line.trim() !== '');
  if (ADDRESSED.has(type) && !addressed) yield { code: 'form-no-addressee', path: 'addressees' };
}

function* ofBody(body: Content['body'], path: string): Generator<Wrong> {
  const isEmpty = (block: Content['body'][number]) =>
    block.type === 'text' && textOf(block.line).trim() === '';
  if (body.every(isEmpty)) yield { code: 'form-empty-body', path };
  else
    for (const [at, block] of body.entries())
      if (isEmpty(block)) yield { code: 'form-empty-paragraph', path: `${path}.${at}` };
      else if (isOpen(block)) yield { code: 'form-open-body', path: `${path}.${at}` };
}

/** "./." before the end of the text; a path of a dotted address ("../..") is none. */
function* endMarks(body: Content['body']): Generator<Wrong> {
  const mark = /(?<!\.)\.\/\.(?!\.)/u;
  const texts = [...blocks(body, 'body')];
  const last = texts.findLastIndex(([, text]) => text.trim() !== '');
  const wrong = texts.filter(([, text], at) =>
    mark.test(at === last ? text.trimEnd().replace(/\.\/\.$/, '') : text),
  );
  for (const path of new Set(wrong.map(([place]) => place))) yield { code: 'form-end-mark', path };
}

/** Who is named as signer, where they are known to sign for the agency. */
async function ofSigner(db: Db, { ownerId, content }: OutgoingRow, day: string): Promise<Wrong[]> {
  const { name, ...standing } = content.signature;
  if (name.trim() === '' || standing.position.trim() === '') return [];
  const known = await namesakesOf(db, { name, unitId: ownerId, day });
  const fits = known.map(({ post }) => fitOf(standing, post));
  if (fits.length === 0 || fits.includes('fits')) return [];
  return [
    { code: fits.includes(null) ? 'form-signer-unknown' : 'form-signer-post', path: 'signature.position' },
  ];
}

/** A document that takes another's place says something else than that one did. */
async function ofReplaced(db: Db, { id, content }: OutgoingRow): Promise<Wrong[]> {
  const replaced = (await queries.linksOf(db, id)).filter(
    ({ kind, toward }) => toward && kind === 'replaces',
  );
  const rows = await Promise.all(replaced.map((link) => queries.outgoingById(db, link.id)));
  const same = rows.some((row) => row && isDeepStrictEqual(saying(row.content), saying(content)));
  return same ? [{ code: 'form-same-as-replaced', path: null }] : [];
}

/** What it says, but for who signs it and what it takes the place of. */
const saying = ({ title, addressees, bases, body, attached, recipients }: Content) => ({
  title,
  addressees,
  bases,
  recipients,
  attached,
  body: body
    .filter((block) => block.type !== 'text' || !replacingWords.test(textOf(block.line).trim()))
    .map((block) => (block.type === 'text' ? textOf(block.line).replace(/\s*(?:\.\/\.|\.)\s*$/, '') : block)),
});

/** A "…" that stands as a word of its own, as the outlines of new documents leave it; "v.v…" and quotations end otherwise. */
const isOpen = (block: Content['body'][number]): boolean =>
  block.type === 'text' && /(?:^|\s)…(?=\s|[.;]?$)/u.test(textOf(block.line));

function* ofFoot({ signature, recipients, addressees }: Content): Generator<Wrong> {
  if (signature.position.trim() === '') yield { code: 'form-no-position', path: 'signature.position' };
  if (signature.name.trim() === '') yield { code: 'form-no-signer', path: 'signature.name' };
  if (ACADEMIC.test(signature.name)) yield { code: 'form-academic-title', path: 'signature.name' };
  const lines = recipients.filter((line) => line.trim() !== '');
  if (lines.length === 0) yield { code: 'form-no-recipients', path: 'recipients' };
  else if (!/^lưu\s*:/iu.test(lines.at(-1) ?? '')) yield { code: 'form-no-archive', path: 'recipients' };
  const above = /^như (?:trên|kính gửi)/iu.test(lines[0] ?? '');
  if (addressees.length > 0 && lines.length > 0 && !above)
    yield { code: 'form-as-above', path: 'recipients' };
  if (addressees.length === 0 && above) yield { code: 'form-not-above', path: 'recipients' };
  if (lines.some((line) => line.includes('…'))) yield { code: 'form-open-place', path: 'recipients' };
}

function inWords(code: FormCode, path: string | null, locale: Locale): Problem {
  const { severity, cell, clause, says } = formWords[code];
  return { code, severity, cell, path, message: says[locale === 'vi' ? 0 : 1], excerpt: null, clause };
}

const cells = {
  number: '3',
  date: '4',
  issuer: '2',
  title: '5a',
  basis: '6',
  signer: '7a',
  recipients: '9b',
  body: '6',
} as const satisfies Readonly<Record<NonNullable<Finding['part']>, Problem['cell']>>;

/** Cells of findings that lie nowhere in the text. */
const cellsOfCodes: Readonly<Partial<Record<string, Problem['cell']>>> = {
  'secret-mark': '10a',
  'missing-number': '3',
  'missing-date': '4',
  'missing-issuer': '2',
  'missing-letterhead': '1',
  'symbol-type-conflict': '3',
  'symbol-misspelt': '3',
  'authority-without-position': '7a',
};

function placed(finding: Finding, content: Content, locale: Locale): Problem {
  const { code, severity, values = {}, part, excerpt, clause } = finding;
  const path = pathOf(finding, content);
  const cell = cellsOfCodes[code] ?? (path?.startsWith('attached') ? 'annex' : part ? cells[part] : '6');
  return {
    code,
    severity,
    cell,
    path,
    message: say(code, values, locale),
    excerpt,
    clause: clause ?? null,
  };
}

/** The part of the content whose words stand in the line that the finding lies in. */
function pathOf({ line, part }: Finding, content: Content): string | null {
  if (part === 'title') return 'title';
  if (part === 'signer') return 'signature';
  if (part === 'recipients') return 'recipients';
  if (line === null || line === '') return null;
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const wanted = plain(line);
  for (const [path, text] of linesOf(content)) {
    const known = plain(text);
    if (known.length > 3 && (wanted.includes(known) || known.includes(wanted))) return path;
  }
  return null;
}

function* linesOf({ bases, body, attached }: Content): Generator<readonly [path: string, text: string]> {
  for (const [at, text] of bases.entries()) yield [`bases.${at}`, text];
  yield* blocks(body, 'body');
  for (const [at, each] of attached.entries()) {
    yield [`attached.${at}.title`, each.title];
    yield* blocks(each.body, `attached.${at}.body`);
  }
}

function* blocks(body: Content['body'], path: string): Generator<readonly [path: string, text: string]> {
  for (const [at, block] of body.entries()) {
    const here = `${path}.${at}`;
    if (block.type === 'text') yield [here, textOf(block.line)];
    else if (block.type === 'chart') yield [here, block.says];
    else for (const row of block.rows) for (const { lines } of row) yield [here, lines.map(textOf).join(' ')];
  }
}
