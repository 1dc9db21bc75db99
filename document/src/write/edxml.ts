// A package for another document system (edXML, QCVN 102:2016/BTTTT): who sends what to whom, how it came, with its files; and the
// states that come back. Elements carry the prefix that the systems in use expect, attachments stand outside of the envelope.
import type { EdxmlMessage } from '../read/edxml.ts';

export const EDXML_NAMESPACE = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';

/** What a package says beside what `readEdxml` reads of it. */
export interface EdxmlPackage extends EdxmlMessage {
  /** "01", "KH-UBND": both parts of the number; taken from `number` where they are left out. */
  readonly place?: string;
  /** Type's name, "Kế hoạch". */
  readonly typeName?: string;
  readonly signer?: { readonly competence?: string; readonly position: string; readonly name: string };
  /** Nơi nhận. */
  readonly places?: readonly string[];
  /** 0 none, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc. */
  readonly priority?: 0 | 1 | 2 | 3;
  readonly copies?: number;
  readonly pages?: number;
  /** ISO date by which an answer is asked. */
  readonly dueOn?: string;
  /** Names of the annexes. */
  readonly appendixes?: readonly string[];
  /** Through whom it went, the sender first; times as "2026/03/10 10:15:00". */
  readonly traces: readonly { readonly organId: string; readonly at: string }[];
  readonly staff?: { readonly department?: string; readonly name: string; readonly email?: string };
}

/** The package as XML in UTF-8. Characters that XML cannot hold are left out. */
export function writeEdxml(message: EdxmlPackage): Uint8Array {
  const header = tag('edXMLHeader', messageHeader(message) + traces(message) + '<edXML:Signature />');
  const envelope = `<edXML:edXMLEnvelope xmlns:edXML="${EDXML_NAMESPACE}">${header}${manifest(message)}</edXML:edXMLEnvelope>`;
  const encoded = message.attachments.map(attachment).join('');
  const files = encoded === '' ? '' : `<AttachmentEncoded>${encoded}</AttachmentEncoded>`;
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="utf-8"?>\n<edXML xmlns="${EDXML_NAMESPACE}">${envelope}${files}</edXML>\n`,
  );
}

function messageHeader(message: EdxmlPackage): string {
  const { from, to, number, date, subject, place, typeName, signer, places = [], dueOn } = message;
  const [code = '', notation = ''] = split(number ?? '');
  const due = dueOn === undefined ? '' : element('DueDate', slashed(dueOn));
  return tag(
    'MessageHeader',
    tag('From', agency(from)) +
      to.map((each) => tag('To', agency(each) + due)).join('') +
      tag('Code', element('CodeNumber', code) + element('CodeNotation', notation)) +
      tag(
        'PromulgationInfo',
        element('Place', place ?? '') + element('PromulgationDate', date === null ? '' : slashed(date)),
      ) +
      tag('DocumentType', element('Type', '2') + element('TypeName', typeName ?? '')) +
      element('Subject', subject ?? '') +
      element('Content', subject ?? '') +
      tag(
        'SignerInfo',
        element('Competence', signer?.competence ?? '') +
          element('Position', signer?.position ?? '') +
          element('FullName', signer?.name ?? ''),
      ) +
      due +
      tag('ToPlaces', places.map((each) => element('Place', each)).join('')) +
      otherInfo(message) +
      element('SteeringType', '0') +
      element('DocumentId', message.documentId),
  );
}

function otherInfo({ priority = 0, copies = 0, pages = 0, appendixes = [] }: EdxmlPackage): string {
  return tag(
    'OtherInfo',
    element('Priority', String(priority)) +
      element('SphereOfPromulgation', '') +
      element('TyperNotation', '') +
      element('PromulgationAmount', String(copies)) +
      element('PageAmount', String(pages)) +
      tag('Appendixes', appendixes.map((each) => element('Appendix', each)).join('')),
  );
}

/** TraceHeaderList holds both the way that the package took and what is to be done with it (spelt "Bussiness" in the standard). */
function traces({ traces: list, business, reason, of, staff, to }: EdxmlPackage): string {
  const steps = list.map(({ organId, at }) =>
    tag('TraceHeader', element('OrganId', organId) + element('Timestamp', at)),
  );
  return tag(
    'TraceHeaderList',
    steps.join('') +
      tag(
        'Bussiness',
        element('BussinessDocType', String(business)) +
          element('BussinessDocReason', reason ?? '') +
          (of === undefined ? '' : element('DocumentId', of)) +
          (of === undefined || business !== 3 ? '' : replacement(of, to)) +
          tag(
            'StaffInfo',
            element('Department', staff?.department ?? '') +
              element('Staff', staff?.name ?? '') +
              element('Email', staff?.email ?? ''),
          ) +
          element('Paper', '0'),
      ),
  );
}

/** The document whose place it takes, and at whom. */
const replacement = (of: string, to: EdxmlMessage['to']): string =>
  tag(
    'ReplacementInfoList',
    tag(
      'ReplacementInfo',
      element('DocumentId', of) + tag('OrganIdList', to.map(({ id }) => element('OrganId', id)).join('')),
    ),
  );

const contentId = (at: number): string => `tep-${at + 1}`;

function manifest({ attachments }: EdxmlPackage): string {
  const references = attachments.map(({ name, contentType }, at) => {
    const where = `xmlns:xlink="http://www.w3.org/1999/xlink" xlink:type="simple" xlink:href="cid:${contentId(at)}"`;
    return `<edXML:Reference ${where}>${element('ContentId', `cid:${contentId(at)}`)}${element('ContentType', contentType)}${element('AttachmentName', name)}</edXML:Reference>`;
  });
  return tag('edXMLBody', tag('edXMLManifest', references.join('')));
}

function attachment({ name, contentType, bytes }: EdxmlMessage['attachments'][number], at: number): string {
  const inner = [
    ['ContentType', contentType],
    ['ContentId', contentId(at)],
    ['Description', name],
  ].map(([key = '', value = '']) => `<${key}>${escaped(value)}</${key}>`);
  return `<Attachment>${inner.join('')}<ContentTransferEncoded>${encodeBase64(bytes)}</ContentTransferEncoded><AttachmentName>${escaped(name)}</AttachmentName></Attachment>`;
}

const agency = ({ id, name }: EdxmlMessage['from']): string =>
  element('OrganId', id) + element('OrganizationInCharge', '') + element('OrganName', name);

/** "05/KH-UBND" is number and notation; the number of an older document may hold no "/". */
function split(number: string): readonly string[] {
  const at = number.indexOf('/');
  return at < 0 ? [number] : [number.slice(0, at), number.slice(at + 1)];
}

const slashed = (iso: string): string => iso.replaceAll('-', '/');

const tag = (name: string, inner: string): string => `<edXML:${name}>${inner}</edXML:${name}>`;
const element = (name: string, text: string): string => tag(name, escaped(text));

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;',
};
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"'\r]/g, (sign) => signs[sign] ?? sign);

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 12_288) {
    parts.push(encodePortion(bytes.subarray(start, start + 12_288)));
  }
  return parts.join('');
}

/** A portion whose length is a multiple of three, but for the last. */
function encodePortion(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const group = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += alphabet[group >> 18];
    text += alphabet[(group >> 12) & 63];
    text += b === undefined ? '=' : alphabet[(group >> 6) & 63];
    text += c === undefined ? '=' : alphabet[group & 63];
  }
  return text;
}

/** What is said back of a package that came: the standard's `Status`. */
export function writeEdxmlStatus(status: {
  readonly documentId: string;
  readonly from: EdxmlMessage['from'];
  /** The agency that had sent it. */
  readonly to: string;
  readonly code: string;
  /** "2026/03/10 10:15:00". */
  readonly at: string;
  readonly note?: string;
  readonly staff?: string;
}): Uint8Array {
  const { documentId, from, to, code, at, note, staff } = status;
  const inner = tag(
    'Status',
    tag('ResponseFor', element('OrganId', to) + element('DocumentId', documentId)) +
      tag('From', agency(from)) +
      element('StatusCode', code) +
      element('Description', note ?? '') +
      element('Timestamp', at) +
      tag('StaffInfo', element('Staff', staff ?? '')),
  );
  const envelope = `<edXML:edXMLEnvelope xmlns:edXML="${EDXML_NAMESPACE}">${tag('edXMLHeader', inner)}</edXML:edXMLEnvelope>`;
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="utf-8"?>\n<edXML xmlns="${EDXML_NAMESPACE}">${envelope}</edXML>\n`,
  );
}
