// An official document as data for the template that prints it (node/official.typ): every word that shall stand on paper, in the order
// of the page, and the figures of the layout. The template adds none of its own.
import type { Attached, OfficialDocument, Signature } from './official.ts';
import * as layout from './layout.ts';
import { printedForm } from './printed-form.ts';
import { breakable } from './typst-words.ts';
import { type Piece, piecesOf } from './typst-body.ts';
import {
  addresseeLines,
  addressingLine,
  agencyLines,
  attachedBody,
  attachedTitleLine,
  attachedTypeLine,
  bearsHeader,
  closed,
  dateLine,
  decidesLine,
  isAnnex,
  isLetter,
  isTelegram,
  issuerName,
  listed,
  MOTTO,
  NATION,
  numberLine,
  PARTY,
  RECIPIENTS,
  recipientLines,
  referenceLine,
  titleLine,
  typeLine,
} from './wording.ts';

interface Head {
  readonly superior: readonly string[];
  readonly agency: readonly string[];
  /** Empty in documents of the Party, whose name stands in the motto's place, and a star in that of the agency's rule. */
  readonly nation: string;
  readonly motto: string;
  readonly party: boolean;
}

interface Leaf {
  readonly head: Head | null;
  /** "KẾ HOẠCH", "Phụ lục II". */
  readonly type: string;
  readonly title: string;
  readonly annex: boolean;
  readonly reference: string;
  readonly landscape: boolean;
  readonly body: readonly Piece[];
}

export interface Sheet {
  readonly layout: typeof layout;
  readonly meta: { readonly title: string; readonly author: string; readonly date: readonly number[] | null };
  readonly head: Head;
  readonly number: string;
  readonly date: string;
  /** "V/v …" under the number; empty for documents with a type's name. */
  readonly subject: string;
  readonly type: string;
  readonly title: string;
  readonly urgency: string;
  readonly circulation: string;
  /** A telegram has its sender in the place of "Kính gửi:", in bold and in the middle. */
  readonly addressees: {
    readonly word: string;
    readonly lines: readonly string[];
    readonly telegram: boolean;
  };
  readonly authority: string;
  readonly bases: readonly string[];
  readonly decides: string;
  readonly body: readonly Piece[];
  /** That of the document, then those of other agencies. */
  readonly signatures: readonly {
    readonly lines: readonly string[];
    readonly name: string;
    /** Path of the picture of the signature, or empty. */
    readonly image: string;
    readonly says: string;
  }[];
  readonly recipients: { readonly word: string; readonly lines: readonly string[] };
  readonly contact: readonly string[];
  readonly attached: readonly Leaf[];
}

/** Where the template finds the picture of a signature: the first is that of the document, then come its cosigners. */
export const signaturePath = (at: number): string => `/signature-${at}.png`;

/** The sheet of a document; pictures are not in it, but under their paths. */
export function sheetOf(given: OfficialDocument): Sheet {
  const document = printedForm(given);
  const letter = isLetter(document);
  const title = titleLine(document);
  return {
    layout,
    meta: {
      title: [typeLine(document), title].filter(Boolean).join(' '),
      author: issuerName({ ...document, authority: document.agency }),
      date: dayOf(document.date),
    },
    head: headOf(document),
    number: breakable(numberLine(document), HEADER.left, SIZE.number, false),
    date: breakable(dateLine(document), HEADER.right, SIZE.date, false),
    subject: letter ? breakable(title, HEADER.left, SIZE.subject, false) : '',
    type: breakable(typeLine(document) ?? '', TEXT, SIZE.type, true),
    title: letter ? '' : breakable(title, TEXT, SIZE.title, true),
    urgency: document.urgency ?? '',
    circulation: document.circulation ?? '',
    addressees: {
      word: breakable(addressingLine(document), TEXT, SIZE.addressee, false),
      lines: fit(
        isTelegram(document)
          ? listed(document.addressees).map((line) => `- ${line}`)
          : addresseeLines(document),
        TEXT * 0.7,
        SIZE.addressee,
      ),
      telegram: isTelegram(document),
    },
    authority: isTelegram(document) ? '' : breakable(document.authority ?? '', TEXT, SIZE.authority, true),
    bases: fit(listed(document.bases), TEXT, SIZE.body),
    decides: document.authority === undefined ? '' : (decidesLine(document) ?? ''),
    body: piecesOf(closed(document.body), false),
    signatures: [document.signature, ...(document.cosigners ?? [])].map(signatureOf),
    recipients: { word: RECIPIENTS, lines: fit(recipientLines(document), SIGNATURE.left, SIZE.recipients) },
    contact: fit(document.contact?.split('\n') ?? [], TEXT, SIZE.contact),
    attached: document.attached.map((attached) => leafOf(document, attached)),
  };
}

const { HEADER, PAGE, SIGNATURE, SIZE } = layout;
const TEXT = PAGE.width - PAGE.left - PAGE.right;

/** Lines whose words may break where they are too long for the room. */
const fit = (lines: readonly string[], room: number, size: number, bold = false): string[] =>
  lines.map((line) => breakable(line, room, size, bold));

/** Year, month and day of a date that exists. */
function dayOf(date: string | null): number[] | null {
  if (date === null || !/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date
    ? null
    : date.split('-').map(Number);
}

function headOf({ superior, agency, party = false }: OfficialDocument): Head {
  return {
    superior: superior === null ? [] : fit(agencyLines(superior), HEADER.left, SIZE.superior),
    agency: fit(agencyLines(agency), HEADER.left, SIZE.agency, true),
    nation: party ? '' : NATION,
    motto: party ? PARTY : MOTTO,
    party,
  };
}

function signatureOf(
  { authority, position, name, image }: Signature,
  at: number,
): Sheet['signatures'][number] {
  return {
    lines: fit(
      [...authority, position].filter((line) => line !== ''),
      SIGNATURE.right,
      SIZE.authority,
      true,
    ),
    name: breakable(name, SIGNATURE.right, SIZE.signer, true),
    image: image ? signaturePath(at) : '',
    says: `Chữ ký của ${name}`,
  };
}

function leafOf(document: OfficialDocument, attached: Attached): Leaf {
  const landscape = attached.landscape ?? false;
  return {
    head: bearsHeader(attached) ? headOf(document) : null,
    type: breakable(attachedTypeLine(document, attached), TEXT, SIZE.annex, true),
    title: breakable(attachedTitleLine(attached), TEXT, SIZE.annexTitle, true),
    annex: isAnnex(attached),
    reference: breakable(referenceLine(document, attached), TEXT, SIZE.annexReference, false),
    landscape,
    body: piecesOf(attachedBody(attached), landscape),
  };
}
