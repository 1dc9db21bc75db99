import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEdxml, readEdxmlStatus, type EdxmlMessage } from '../read/edxml.ts';
import { writeEdxml, writeEdxmlStatus, type EdxmlPackage } from './edxml.ts';

const whole: EdxmlPackage = {
  documentId: 'Z00.01,2026/03/10,05/KH-UBND',
  from: { id: 'Z00.01', name: 'Ủy ban nhân dân tỉnh Sông Thao' },
  to: [{ id: 'G16', name: 'Bộ Văn hóa, Thể thao & Du lịch <"thử">' }],
  number: '05/KH-UBND',
  date: '2026-03-10',
  subject: 'Công tác thông tin đối ngoại “năm 2026” & hơn nữa',
  business: 3,
  reason: 'Sai nội dung ở Mục II',
  of: 'Z00.01,2026/02/01,03/KH-UBND',
  attachments: [
    {
      name: '05-KH-UBND.pdf',
      contentType: 'application/pdf',
      bytes: new Uint8Array([37, 80, 68, 70, 0, 255]),
    },
    { name: 'phụ lục <1>.docx', contentType: 'application/octet-stream', bytes: new Uint8Array([1]) },
  ],
  place: 'Sông Thao',
  typeName: 'Kế hoạch',
  signer: { competence: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH', name: 'Trần Văn Mẫu' },
  places: ['Như trên', 'Sở Tài chính'],
  priority: 2,
  appendixes: ['Danh mục nhiệm vụ'],
  traces: [{ organId: 'Z00.01', at: '2026/03/10 10:15:00' }],
};

/** What a reader is to find of it. */
const messageOf = ({
  documentId,
  from,
  to,
  number,
  date,
  subject,
  business,
  reason,
  of,
  attachments,
}: EdxmlMessage) => ({
  documentId,
  from,
  to,
  number,
  date,
  subject,
  business,
  reason,
  ...(of === undefined ? {} : { of }),
  attachments,
});

describe('A package that is written', () => {
  test('reads back the same', () => {
    expect(readEdxml(writeEdxml(whole))).toEqual({ ok: true, message: messageOf(whole) });
  });

  test('says in the standard’s elements how it came, what it replaces, who signed and how urgent it is', () => {
    const xml = new TextDecoder().decode(writeEdxml(whole));
    expect(xml).toContain(
      '<edXML:TraceHeader><edXML:OrganId>Z00.01</edXML:OrganId><edXML:Timestamp>2026/03/10 10:15:00</edXML:Timestamp></edXML:TraceHeader>',
    );
    expect(xml).toMatch(
      /<edXML:Bussiness><edXML:BussinessDocType>3<.*<edXML:DocumentId>Z00\.01,2026\/02\/01,03\/KH-UBND</,
    );
    expect(xml).toContain(
      '<edXML:CodeNumber>05</edXML:CodeNumber><edXML:CodeNotation>KH-UBND</edXML:CodeNotation>',
    );
    expect(xml).toContain('<edXML:PromulgationDate>2026/03/10</edXML:PromulgationDate>');
    expect(xml).toContain('<edXML:FullName>Trần Văn Mẫu</edXML:FullName>');
    expect(xml).toContain('<edXML:Priority>2</edXML:Priority>');
    // Attachments lie outside of the envelope.
    expect(xml.indexOf('<AttachmentEncoded>')).toBeGreaterThan(xml.indexOf('</edXML:edXMLEnvelope>'));
  });

  test('recalls without files', () => {
    const recall = { ...whole, business: 1 as const, attachments: [], of: whole.documentId };
    const read = readEdxml(writeEdxml(recall));
    expect(read).toEqual({ ok: true, message: messageOf(recall) });
  });

  test('reads back the same whatever its words and bytes are', () => {
    // What XML cannot hold is left out, and the reader trims what stands around a text.
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => `a${text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')}b`);
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 30_000 });
    fc.assert(
      fc.property(words, words, words, bytes, (subject, name, reason, content) => {
        const message: EdxmlPackage = {
          ...whole,
          subject,
          reason,
          from: { id: 'A', name },
          attachments: [{ name, contentType: 'text/plain', bytes: content }],
        };
        const read = readEdxml(writeEdxml(message));
        expect(read.ok && read.message).toEqual(messageOf(message));
      }),
      { numRuns: 60 },
    );
  });
});

describe('A state that is written', () => {
  test('reads back the same', () => {
    const said = {
      documentId: whole.documentId,
      from: { id: 'G16', name: 'Bộ Văn hóa, Thể thao và Du lịch' },
      to: 'Z00.01',
      code: '03',
      at: '2026/03/10 10:15:00',
      note: 'Đã tiếp nhận',
      staff: 'Lê Thị Thử',
    };
    const { to: _to, ...status } = said;
    expect(readEdxmlStatus(writeEdxmlStatus(said))).toEqual({ ok: true, status });
  });

  test('is understood in a SOAP envelope, with a code of one digit', () => {
    const soap = `<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Header>
      <edXML:Status xmlns:edXML="http://www.e-doc.vn/Schema/"><edXML:ResponseFor><edXML:OrganId>Z00.01</edXML:OrganId>
      <edXML:DocumentId>Z00.01,2026/03/10,05/KH-UBND</edXML:DocumentId></edXML:ResponseFor>
      <edXML:From><edXML:OrganId>G16</edXML:OrganId></edXML:From><edXML:StatusCode>1</edXML:StatusCode></edXML:Status>
      </SOAP-ENV:Header></SOAP-ENV:Envelope>`;
    expect(readEdxmlStatus(new TextEncoder().encode(soap))).toMatchObject({
      ok: true,
      status: { documentId: whole.documentId, code: '01', from: { id: 'G16' }, at: null },
    });
  });

  test.each([
    ['<a>', 'broken'],
    ['<!DOCTYPE a><a/>', 'dtd'],
    ['<edXML/>', 'not-edxml'],
    ['<edXML><StatusCode>01</StatusCode></edXML>', 'no-sender'],
  ])('%s is answered with what is wrong', (xml, fault) => {
    expect(readEdxmlStatus(new TextEncoder().encode(xml))).toEqual({ ok: false, fault });
  });
});
