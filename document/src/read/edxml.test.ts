import { describe, expect, test } from 'vitest';
import { readEdxml } from './edxml.ts';

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const packageOf = (inner: string, attachments = '') =>
  new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"><edXMLEnvelope><edXMLHeader>${inner}</edXMLHeader></edXMLEnvelope>
<AttachmentEncoded>${attachments}</AttachmentEncoded></edXML>`);
const attachment = (name: string, encoded: string) =>
  `<Attachment><ContentType>text/plain</ContentType><ContentId>c1</ContentId>
   <ContentTransferEncoded>${encoded}</ContentTransferEncoded><AttachmentName>${name}</AttachmentName></Attachment>`;
const header = `<MessageHeader>
  <From><OrganId>Z00.01</OrganId><OrganName>UBND tỉnh Sông Thao</OrganName></From>
  <To><OrganId>Z00.10</OrganId><OrganName>Sở Văn hóa</OrganName></To><To><OrganId>Z00.11</OrganId></To>
  <Code><CodeNumber>12</CodeNumber><CodeNotation>KH-UBND</CodeNotation></Code>
  <PromulgationInfo><Place>Sông Thao</Place><PromulgationDate>2026/02/05</PromulgationDate></PromulgationInfo>
  <Subject>Kế hoạch thử</Subject><DocumentId>Z00.01,2026/02/05,12/KH-UBND</DocumentId>
</MessageHeader><TraceHeaderList><Bussiness><BussinessDocType>3</BussinessDocType></Bussiness></TraceHeaderList>`;

describe('A package of edXML', () => {
  test('says who sends what to whom, with its files', () => {
    const read = readEdxml(packageOf(header, attachment('ke-hoach.txt', base64('KẾ HOẠCH'))));
    expect(read).toMatchObject({
      ok: true,
      message: {
        documentId: 'Z00.01,2026/02/05,12/KH-UBND',
        from: { id: 'Z00.01', name: 'UBND tỉnh Sông Thao' },
        to: [{ id: 'Z00.10' }, { id: 'Z00.11', name: 'Z00.11' }],
        number: '12/KH-UBND',
        date: '2026-02-05',
        subject: 'Kế hoạch thử',
        business: 3,
      },
    });
    const [file] = read.ok ? read.message.attachments : [];
    expect([file?.name, new TextDecoder().decode(file?.bytes)]).toEqual(['ke-hoach.txt', 'KẾ HOẠCH']);
  });

  test('what it answers, and what it takes the place of, are other documents than itself', () => {
    // In the standard's order: what it answers stands before its own name.
    const answering = header
      .replace(
        '<DocumentId>',
        '<ResponseFor><OrganId>G16</OrganId><DocumentId>G16,2026/01/05,3/CV</DocumentId></ResponseFor><DocumentId>',
      )
      .replace('</Bussiness>', '<DocumentId>Z00.01,2026/01/20,9/KH-UBND</DocumentId></Bussiness>');
    expect(readEdxml(packageOf(answering))).toMatchObject({
      ok: true,
      message: {
        documentId: 'Z00.01,2026/02/05,12/KH-UBND',
        from: { id: 'Z00.01' },
        business: 3,
        of: 'Z00.01,2026/01/20,9/KH-UBND',
      },
    });
    // Written the other way round, and as the standard lists what is replaced.
    const list =
      '<ReplacementInfoList><ReplacementInfo><DocumentId>Z00.01,2026/01/21,10/KH-UBND</DocumentId></ReplacementInfo></ReplacementInfoList>';
    const [message = '', traces = ''] = header.split('</MessageHeader>');
    const turned = `${traces.replace('</Bussiness>', `${list}</Bussiness>`)}${message}</MessageHeader>`;
    expect(readEdxml(packageOf(turned))).toMatchObject({
      ok: true,
      message: { documentId: 'Z00.01,2026/02/05,12/KH-UBND', of: 'Z00.01,2026/01/21,10/KH-UBND' },
    });
  });

  test('that is nested without end is broken, and costs no time', () => {
    const deep = 20_000;
    const nested = `${'<a>'.repeat(deep)}${'<b>x</b>'.repeat(deep)}${'</a>'.repeat(deep)}`;
    expect(readEdxml(packageOf(header + nested))).toEqual({ ok: false, fault: 'broken' });
  });

  test('is read whatever prefix its namespace has, and named from its number where it has no name', () => {
    const text = new TextDecoder()
      .decode(packageOf(header.replace(/<DocumentId>.*<\/DocumentId>/, '')))
      .replace(/<(\/?)(?=[A-Za-z])/g, '<$1edXML:')
      .replace('xmlns=', 'xmlns:edXML=');
    const read = readEdxml(new TextEncoder().encode(text));
    expect(read).toMatchObject({
      ok: true,
      message: { documentId: 'Z00.01,2026/02/05,12/KH-UBND', business: 3 },
    });
  });

  test.each([
    ['without a sender', packageOf('<Subject>x</Subject>'), 'no-sender'],
    ['of another kind', new TextEncoder().encode('<html><body/></html>'), 'not-edxml'],
    ['cut off', packageOf(header).subarray(0, 300), 'broken'],
    [
      'with entities of its own',
      new TextEncoder().encode('<!DOCTYPE a [<!ENTITY b "c">]><edXML>&b;</edXML>'),
      'dtd',
    ],
    ['with a file that is no base64', packageOf(header, attachment('a', 'abc*')), 'bad-attachment'],
    ['with an empty file', packageOf(header, attachment('a', '')), 'bad-attachment'],
  ])('%s is refused with the reason', (_what, bytes, fault) => {
    expect(readEdxml(bytes)).toEqual({ ok: false, fault });
  });

  test('with more than it may hold is refused', () => {
    const many = attachment('a', base64('abc')).repeat(3);
    expect(readEdxml(packageOf(header, many), { attachments: 2, bytes: 100 })).toEqual({
      ok: false,
      fault: 'too-much',
    });
    expect(readEdxml(packageOf(header, many), { attachments: 9, bytes: 5 })).toEqual({
      ok: false,
      fault: 'too-much',
    });
  });

  test('decodes every length of file', () => {
    for (const text of ['a', 'ab', 'abc', 'abcd', 'ệ']) {
      const read = readEdxml(packageOf(header, attachment('a', base64(text))));
      expect(read.ok && new TextDecoder().decode(read.message.attachments[0]?.bytes)).toBe(text);
    }
  });
});
