// An exchange package between document systems (edXML, QCVN 102:2016/BTTTT): who sends what to whom, with its files.
import { readXml, XmlError } from './xml.ts';

export interface EdxmlAgency {
  /** Agency identifier, "H56.01" or the older "000.00.01.H56". */
  readonly id: string;
  readonly name: string;
}

export interface EdxmlAttachment {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface EdxmlMessage {
  /** "OrganId,YYYY/MM/DD,number/notation": what the sender calls it. */
  readonly documentId: string;
  readonly from: EdxmlAgency;
  readonly to: readonly EdxmlAgency[];
  /** "58/KH-UBND". */
  readonly number: string | null;
  /** ISO date. */
  readonly date: string | null;
  readonly subject: string | null;
  /** 0 new, 1 recall, 2 update, 3 replace (BussinessDocType, spelt so in the standard's schema). */
  readonly business: 0 | 1 | 2 | 3;
  readonly reason: string | null;
  /** What it recalls, updates or replaces, by the name that it was sent under. */
  readonly of?: string;
  readonly attachments: readonly EdxmlAttachment[];
}

/** `not-edxml`: another kind of XML; `no-sender`: nothing tells who sent it or what it is called. */
export type EdxmlFault = 'broken' | 'dtd' | 'not-edxml' | 'no-sender' | 'bad-attachment' | 'too-much';

export type EdxmlReading =
  | { readonly ok: true; readonly message: EdxmlMessage }
  | { readonly ok: false; readonly fault: EdxmlFault };

export interface EdxmlLimits {
  readonly attachments: number;
  /** Decoded bytes of all attachments together. */
  readonly bytes: number;
}

/** Never throws. Prefixes of namespaces do not matter, since the systems in use differ in them. */
export function readEdxml(
  bytes: Uint8Array,
  limits: EdxmlLimits = { attachments: 30, bytes: 100 * 2 ** 20 },
): EdxmlReading {
  const gathered = new Gathered();
  try {
    readXml(bytes, gathered);
  } catch (error) {
    if (error instanceof XmlError) return { ok: false, fault: error.fault };
    throw error;
  }
  return gathered.root === 'edxml' ? messageOf(gathered, limits) : { ok: false, fault: 'not-edxml' };
}

/** Texts by the path of their element below the root, in lower case; parts that repeat are kept apart. */
class Gathered {
  root = '';
  readonly senders: Fields[] = [];
  readonly receivers: Fields[] = [];
  readonly attachments: Fields[] = [];
  /** What it is to be done with (Bussiness), and what it answers (ResponseFor): they name other documents. */
  readonly business: Fields = new Map();
  readonly responses: Fields[] = [];
  readonly fields: Fields = new Map();
  #path: string[] = [];
  #parts: string[] = [];

  open(name: string): void {
    const local = localOf(name);
    // The standard's deepest element lies eight deep; what is nested without end would be looked through for every text.
    if (this.#path.length >= 64) throw new XmlError('broken');
    if (this.#path.length === 0) this.root = local;
    this.#path.push(local);
    this.#parts = [];
    if (local === 'from') this.senders.push(new Map());
    if (local === 'to') this.receivers.push(new Map());
    if (local === 'attachment') this.attachments.push(new Map());
    if (local === 'responsefor') this.responses.push(new Map());
  }

  text(text: string): void {
    this.#parts.push(text);
  }

  close(): void {
    const name = this.#path.pop() ?? '';
    const said = this.#parts.join('').trim();
    this.#parts = [];
    if (said === '') return;
    const into = this.#within();
    if (!into.has(name)) into.set(name, said);
  }

  #within(): Fields {
    const inside = (part: string, list: readonly Fields[]) =>
      this.#path.includes(part) ? list.at(-1) : undefined;
    return (
      inside('from', this.senders) ??
      inside('to', this.receivers) ??
      inside('attachment', this.attachments) ??
      inside('responsefor', this.responses) ??
      (this.#path.includes('bussiness') || this.#path.includes('business') ? this.business : this.fields)
    );
  }
}

type Fields = Map<string, string>;

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

function messageOf(gathered: Gathered, limits: EdxmlLimits): EdxmlReading {
  const { fields, business: deed } = gathered;
  const attachments = attachmentsOf(gathered.attachments, limits);
  if (typeof attachments === 'string') return { ok: false, fault: attachments };
  const from = agencyOf(gathered.senders[0]);
  const number = numberOf(fields);
  const date = dateOf(fields.get('promulgationdate'));
  const documentId =
    fields.get('documentid') ??
    (from && number && date ? `${from.id},${date.replaceAll('-', '/')},${number}` : null);
  if (!from || documentId === null) return { ok: false, fault: 'no-sender' };
  const business = Number(deed.get('bussinessdoctype') ?? deed.get('businessdoctype') ?? 0);
  const of = deed.get('documentid');
  return {
    ok: true,
    message: {
      documentId,
      from,
      number,
      date,
      attachments,
      to: gathered.receivers.flatMap((each) => agencyOf(each) ?? []),
      subject: fields.get('subject') ?? null,
      business: business === 1 || business === 2 || business === 3 ? business : 0,
      reason: deed.get('bussinessdocreason') ?? deed.get('businessdocreason') ?? null,
      ...(of === undefined ? {} : { of }),
    },
  };
}

function agencyOf(fields: Fields | undefined): EdxmlAgency | null {
  const id = fields?.get('organid');
  return id ? { id, name: fields?.get('organname') ?? id } : null;
}

function numberOf(fields: Fields): string | null {
  const [number, notation] = [fields.get('codenumber'), fields.get('codenotation')];
  if (!number) return null;
  return notation ? `${number}/${notation}` : number;
}

/** "2026/03/05" in the standard; some systems write "05/03/2026" or ISO. */
function dateOf(text: string | undefined): string | null {
  const yearFirst = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})/.exec(text ?? '');
  const dayFirst = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})/.exec(text ?? '');
  const [year, month, day] = yearFirst?.slice(1) ?? dayFirst?.slice(1).toReversed() ?? [];
  if (!year || !month || !day) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null;
}

function attachmentsOf(
  list: readonly Fields[],
  limits: EdxmlLimits,
): readonly EdxmlAttachment[] | EdxmlFault {
  if (list.length > limits.attachments) return 'too-much';
  const found: EdxmlAttachment[] = [];
  let total = 0;
  for (const fields of list) {
    const encoded = (fields.get('contenttransferencoded') ?? '').replace(/\s+/g, '');
    total += Math.floor(encoded.length / 4) * 3;
    if (total > limits.bytes) return 'too-much';
    const bytes = decodeBase64(encoded);
    if (bytes === null) return 'bad-attachment';
    found.push({
      bytes,
      name: fields.get('attachmentname') ?? fields.get('contentid') ?? 'khong-ten',
      contentType: fields.get('contenttype') ?? 'application/octet-stream',
    });
  }
  return found;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Int8Array(128).fill(-1);
for (let at = 0; at < alphabet.length; at++) values[alphabet.charCodeAt(at)] = at;

/** Null: it is no base64. */
function decodeBase64(text: string): Uint8Array | null {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (text.length === 0 || text.length % 4 !== 0) return null;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const end = text.length - padding;
  let [held, bits, out] = [0, 0, 0];
  for (let at = 0; at < end; at++) {
    const value = values[text.charCodeAt(at)] ?? -1;
    if (value < 0) return null;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[out++] = (held >> bits) & 0xff;
  }
  return bytes;
}

/** What a receiver says of a package: the standard's `Status`, by the name that the package had. */
export interface EdxmlStatus {
  readonly documentId: string;
  /** "01" … "16". */
  readonly code: string;
  readonly from: EdxmlAgency | null;
  /** As it was written. */
  readonly at: string | null;
  readonly note: string | null;
  readonly staff: string | null;
}

export type EdxmlStatusReading =
  | { readonly ok: true; readonly status: EdxmlStatus }
  | { readonly ok: false; readonly fault: Exclude<EdxmlFault, 'bad-attachment' | 'too-much'> };

/** Never throws. Some systems put the same header into a SOAP envelope. */
export function readEdxmlStatus(bytes: Uint8Array): EdxmlStatusReading {
  const gathered = new Gathered();
  try {
    readXml(bytes, gathered);
  } catch (error) {
    if (error instanceof XmlError) return { ok: false, fault: error.fault };
    throw error;
  }
  const { fields } = gathered;
  const code = fields.get('statuscode');
  if (code === undefined) return { ok: false, fault: 'not-edxml' };
  // In the standard it stands in ResponseFor; some write it beside.
  const documentId = gathered.responses[0]?.get('documentid') ?? fields.get('documentid');
  if (documentId === undefined) return { ok: false, fault: 'no-sender' };
  return {
    ok: true,
    status: {
      documentId,
      code: code.padStart(2, '0'),
      from: agencyOf(gathered.senders[0]),
      at: fields.get('timestamp') ?? null,
      note: fields.get('description') ?? null,
      staff: fields.get('staff') ?? null,
    },
  };
}
