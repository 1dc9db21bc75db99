// Outgoing documents for the tests, as far on their way as a test wants them.
import type { OutgoingContent, OutgoingDetail, Problem } from '../contract.ts';
import type { TestServer } from './harness.ts';

/** Either of them: a test that looks at one knows which. */
export type Answered = OutgoingDetail & Pick<Problem, 'code' | 'detail'>;

/** A letter or a plan that is right in form. */
export const wholeContent = (
  content: OutgoingContent,
  more: Partial<OutgoingContent> = {},
): OutgoingContent => ({
  ...content,
  title: 'Cung cấp thông tin đối ngoại quý I năm 2026',
  addressees: content.type === 'CV' ? ['Sở Tài chính', 'Sở Y tế'] : [],
  body: [
    {
      type: 'text',
      line: 'Thực hiện chương trình công tác năm 2026, cơ quan đề nghị các đơn vị cung cấp số liệu trước ngày 20 tháng 3 năm 2026.',
    },
    { type: 'text', line: 'Đề nghị các đơn vị quan tâm phối hợp thực hiện.' },
  ],
  signature: { ...content.signature, name: 'Trần Văn Mẫu' },
  recipients: [content.type === 'CV' ? 'Như trên' : 'Sở Tài chính', 'Lưu: VT, VP (5b)'],
  ...more,
});

export const step = (as: TestServer, document: OutgoingDetail, name: string, body: object = {}) =>
  as.ask<Answered>('POST', `/outgoing/${document.id}/${name}`, { version: document.version, ...body });

async function done(answer: Promise<{ status: number; body: Answered }>): Promise<OutgoingDetail> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
}

export async function drafted(
  as: TestServer,
  {
    unitId,
    type = 'KH',
    more = {},
  }: {
    readonly unitId: number;
    readonly type?: string;
    readonly more?: Partial<OutgoingContent>;
  },
): Promise<OutgoingDetail> {
  const made = await done(as.ask('POST', '/outgoing', { unitId, type }));
  const content = wholeContent(made.content, more);
  return done(as.ask('PATCH', `/outgoing/${made.id}`, { version: made.version, content }));
}

export async function signed(as: TestServer, draft: OutgoingDetail): Promise<OutgoingDetail> {
  return done(step(as, await done(step(as, draft, 'submit')), 'sign'));
}

export async function issued(as: TestServer, draft: OutgoingDetail): Promise<OutgoingDetail> {
  const numbered = await done(step(as, await signed(as, draft), 'number'));
  return done(step(as, numbered, 'issue'));
}
