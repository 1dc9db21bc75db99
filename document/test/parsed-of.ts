// Makes parsed documents for tests: by hand from the fields that matter, or from a text in this project's own words.
import { readText } from '../src/read/text.ts';
import { recognise } from '../src/recognise/recognise.ts';
import type { Citation, Diagnostic, Header, Parsed } from '../src/tree.ts';

const header: Header = {
  type: 'KH',
  number: '12/KH-UBND',
  issuedOn: '2019-03-11',
  place: 'Sông Thao',
  issuer: 'Ủy ban nhân dân tỉnh Sông Thao',
  title: 'Hoạt động năm 2019',
  signers: [{ name: 'Trần Văn Mẫu', position: 'Phó Chủ tịch', authority: 'KT.', span: [0, 0] }],
  attachments: [],
  parent: null,
  evidence: {},
};

export function headerOf(fields: Partial<Header>): Header {
  return { ...header, ...fields };
}

export function citationOf(
  number: string | null,
  date: string | null,
  fields: Partial<Citation> = {},
): Citation {
  return { type: null, number, date, issuer: null, title: null, role: 'mention', span: [0, 0], ...fields };
}

export function parsedOf(fields: Partial<Parsed>): Parsed {
  return {
    file: 'thu.txt',
    format: 'txt',
    text: '',
    document: header,
    recipients: ['Lưu: VT'],
    recipientSpans: [[0, 0]],
    citations: [],
    sections: [],
    tasks: [],
    targets: [],
    figures: [],
    warnings: [],
    ...fields,
  };
}

export function parsedText(text: string): Parsed {
  return recognise(readText(text, 'thu.txt', 'txt'));
}

export function codes(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => code);
}
