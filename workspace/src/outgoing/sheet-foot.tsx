// Cells 7, 9b, 12 and 13: who signs, who receives it, and how the agency is reached.
import { RECIPIENTS } from '@nhipcau/document';
import type { OutgoingDetail } from '@nhipcau/server/contract';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { useDesk, usePiece } from './desk-context.ts';
import { inContent } from './draft.ts';
import { SheetField } from './field.tsx';
import { SheetLines } from './lines.tsx';
import css from './sheet.module.css';

export function SheetFoot({ detail }: { detail: OutgoingDetail }) {
  const { say } = useWords();
  const contact = usePiece(({ draft }) => draft.content.contact);
  return (
    <>
      <footer className={css['foot']} lang="vi">
        <section className={css['recipients']} aria-label={say('Nơi nhận')}>
          <p>{RECIPIENTS}</p>
          <SheetLines lines="recipients" marks={(at, count) => ['-', at === count - 1 ? '.' : ';']} />
        </section>
        <Signature detail={detail} />
      </footer>
      {contact ? (
        <p className={css['contact']} lang="vi">
          {contact}
        </p>
      ) : null}
    </>
  );
}

function Signature({ detail }: { detail: OutgoingDetail }) {
  const { say, language } = useWords();
  const { readOnly } = useDesk();
  const authority = usePiece(({ draft }) => draft.content.signature.authority.join('\n'));
  const cosigners = usePiece(({ draft }) => draft.content.cosigners);
  return (
    <section className={css['signature']} aria-label={say('Chữ ký')}>
      {authority || !readOnly ? (
        <SheetField
          path="signature.authority"
          label={say('Thẩm quyền ký (TM., KT., TL., TUQ., Q.)')}
          hint={say('TM., KT., TL. … (nếu có)')}
          most={900}
          several
          read={({ content }) => content.signature.authority.join('\n')}
          write={(text) =>
            inContent(({ signature }) => ({
              signature: { ...signature, authority: text === '' ? [] : text.split('\n').slice(0, 5) },
            }))
          }
        />
      ) : null}
      <SheetField
        path="signature.position"
        label={say('Chức vụ người ký')}
        hint={say('CHỨC VỤ')}
        most={300}
        read={({ content }) => content.signature.position}
        write={(text) => inContent(({ signature }) => ({ signature: { ...signature, position: text } }))}
      />
      <p className={css['signed']}>
        {detail.signed
          ? say('Đã ký trên hệ thống: {who}, {when}', {
              who: detail.signed.by,
              when: moment(detail.signed.at, language),
            })
          : null}
      </p>
      <SheetField
        path="signature.name"
        label={say('Họ tên người ký')}
        hint={say('Họ và tên')}
        most={200}
        read={({ content }) => content.signature.name}
        write={(text) => inContent(({ signature }) => ({ signature: { ...signature, name: text } }))}
      />
      {cosigners?.map((each) => (
        <div key={`${each.position}${each.name}`} className={css['cosigner']}>
          {each.authority.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p>{each.position}</p>
          <p>{each.name}</p>
        </div>
      ))}
    </section>
  );
}
