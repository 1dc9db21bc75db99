// What a file is, by its content; its name only tells apart what has the same beginning.

export interface Kind {
  readonly name:
    | 'jpeg'
    | 'png'
    | 'webp'
    | 'heic'
    | 'pdf'
    | 'office'
    | 'old-office'
    | 'rtf'
    | 'text'
    | 'sound'
    | 'video';
  readonly mediaType: string;
  /** Endings that fit; the first is put behind a name that has none of them. */
  readonly endings: readonly string[];
  /** Browsers show it in place: a picture, which runs nothing. */
  readonly shown: boolean;
}

const kind = (name: Kind['name'], mediaType: string, endings: readonly string[], shown = false): Kind => ({
  name,
  mediaType,
  endings,
  shown,
});

const jpeg = kind('jpeg', 'image/jpeg', ['jpg', 'jpeg'], true);
const png = kind('png', 'image/png', ['png'], true);
const webp = kind('webp', 'image/webp', ['webp'], true);
const heic = kind('heic', 'image/heic', ['heic', 'heif'], true);
const pdf = kind('pdf', 'application/pdf', ['pdf']);
const rtf = kind('rtf', 'application/rtf', ['rtf', 'doc']);
const text = kind('text', 'text/plain; charset=utf-8', ['txt', 'csv']);
const mp3 = kind('sound', 'audio/mpeg', ['mp3']);
const m4a = kind('sound', 'audio/mp4', ['m4a']);
const wav = kind('sound', 'audio/wav', ['wav']);
const mp4 = kind('video', 'video/mp4', ['mp4', 'm4v']);
const quicktime = kind('video', 'video/quicktime', ['mov']);

const ooxml = 'application/vnd.openxmlformats-officedocument';
const oasis = 'application/vnd.oasis.opendocument';
const packages: readonly (readonly [part: string, Kind])[] = [
  ['word/', kind('office', `${ooxml}.wordprocessingml.document`, ['docx'])],
  ['xl/', kind('office', `${ooxml}.spreadsheetml.sheet`, ['xlsx'])],
  ['ppt/', kind('office', `${ooxml}.presentationml.presentation`, ['pptx'])],
];
const openDocuments: readonly (readonly [type: string, Kind])[] = [
  [`${oasis}.text`, kind('office', `${oasis}.text`, ['odt'])],
  [`${oasis}.spreadsheet`, kind('office', `${oasis}.spreadsheet`, ['ods'])],
  [`${oasis}.presentation`, kind('office', `${oasis}.presentation`, ['odp'])],
];
const oldOffice: Readonly<Record<string, Kind>> = {
  doc: kind('old-office', 'application/msword', ['doc']),
  xls: kind('old-office', 'application/vnd.ms-excel', ['xls']),
  ppt: kind('old-office', 'application/vnd.ms-powerpoint', ['ppt']),
};

export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Null: of no kind that is taken as evidence; among these SVG and HTML, which run what stands in them. */
export function kindOf(bytes: Uint8Array, name: string): Kind | null {
  const head = latin(bytes.subarray(0, 64));
  if (head.startsWith('\u00ff\u00d8\u00ff')) return jpeg;
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return png;
  if (head.startsWith('RIFF'))
    return head.slice(8, 12) === 'WEBP' ? webp : head.slice(8, 12) === 'WAVE' ? wav : null;
  if (head.slice(4, 8) === 'ftyp') return isoKind(head);
  if (head.startsWith('%PDF-')) return pdf;
  if (head.startsWith('PK\u0003\u0004')) return packageKind(bytes);
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'))
    return oldOffice[endingOf(name)] ?? null;
  if (head.startsWith('{\\rtf')) return rtf;
  if (head.startsWith('ID3') || /^\u00ff[\u00fb\u00f3\u00f2\u00fa]/.test(head)) return mp3;
  return text.endings.includes(endingOf(name)) && isPlainText(bytes) ? text : null;
}

const latin = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

function isoKind(head: string): Kind | null {
  const brand = head.slice(8, 12);
  if (/^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)) return heic;
  if (/^M4[AB] $/.test(brand)) return m4a;
  if (brand === 'qt  ') return quicktime;
  return /^(isom|iso[2-9]|mp4[12]|avc1|M4V |3gp\d|MSNV|dash)$/.test(brand) ? mp4 : null;
}

/** Macros are refused: evidence has nothing to run. */
function packageKind(bytes: Uint8Array): Kind | null {
  const all = latin(bytes);
  if (all.includes('vbaProject.bin')) return null;
  if (all.includes('[Content_Types].xml')) {
    return (
      packages.find(([part]) => all.includes(`${part}_rels/`) || all.includes(`${part}document.xml`))?.[1] ??
      null
    );
  }
  // The first entry of an OpenDocument is its type, stored as it is.
  if (all.slice(30, 38) !== 'mimetype') return null;
  return openDocuments.find(([type]) => all.startsWith(`${type}PK`, 38))?.[1] ?? null;
}

function isPlainText(bytes: Uint8Array): boolean {
  try {
    const content = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(content) && !/^\s*</.test(content);
  } catch {
    return false;
  }
}

/** A name that says what the file is: "anh.html" of a picture becomes "anh.html.jpg". */
export const fittingName = (name: string, { endings }: Kind): string =>
  endings.includes(endingOf(name)) ? name : `${name}.${endings[0]}`;
