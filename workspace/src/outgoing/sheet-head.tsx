// Cells 1–5, 10b and 11: agencies, national title, number, place and date, stamps, type and subject (Decree 30/2020, Annex I).
import {
  ADDRESSEES,
  agencyLines,
  dateWords,
  decidesLine,
  MOTTO,
  NATION,
  numberLine,
  PARTY,
} from '@nhipcau/document';
import type { OutgoingDetail } from '@nhipcau/server/contract';
import { useWords } from '../language/words.ts';
import { useDesk, usePiece } from './desk-context.ts';
import { inContent, type Draft } from './draft.ts';
import { SheetField } from './field.tsx';
import { SheetLines } from './lines.tsx';
import css from './sheet.module.css';

export function SheetHead({ detail }: { detail: OutgoingDetail }) {
  const { say } = useWords();
  const { readOnly } = useDesk();
  const party = usePiece(({ draft }) => draft.content.party === true);
  const superior = usePiece(({ draft }) => draft.content.superior);
  const isLetter = usePiece(({ draft }) => draft.content.type === 'CV');
  return (
    <header className={css['head']} lang="vi">
      <div>
        {superior !== null || !readOnly ? (
          <div className={css['superior']} data-empty={superior === null || superior === '' || undefined}>
            <SheetField
              path="superior"
              label={say('Cơ quan chủ quản')}
              hint={say('(không có cơ quan chủ quản)')}
              most={1000}
              several
              read={({ content }) => content.superior ?? ''}
              write={(text) => inContent(() => ({ superior: text === '' ? null : text }))}
            />
          </div>
        ) : null}
        <div className={css['agency']}>
          <SheetField
            path="agency"
            label={say('Cơ quan ban hành')}
            most={1000}
            several
            drawn={(text) => agencyLines(text).join('\n')}
            read={({ content }) => content.agency}
            write={(text) => inContent(() => ({ agency: text }))}
          />
        </div>
        <p>
          <Number detail={detail} />
        </p>
        {isLetter ? (
          <div className={css['subject']}>
            <span>V/v</span>
            <Title />
          </div>
        ) : null}
        <Stamps />
      </div>
      <div>
        <p className={css['nation']}>{party ? PARTY : NATION}</p>
        {party ? null : <p className={css['motto']}>{MOTTO}</p>}
        <div className={css['date']}>
          <SheetField
            path="place"
            label={say('Địa danh')}
            hint={say('Địa danh')}
            most={200}
            read={({ content }) => content.place}
            write={(text) => inContent(() => ({ place: text }))}
          />
          <span>, {dateWords(detail.issuedOn)}</span>
        </div>
      </div>
    </header>
  );
}

/** What is not decided yet is left open: the type is known, the rest the register gives. */
function Number({ detail }: { detail: OutgoingDetail }) {
  const type = usePiece(({ draft }) => draft.content.type);
  const party = usePiece(({ draft }) => draft.content.party === true);
  const symbol = detail.symbol ?? (type === 'CV' ? '…' : `${type}-…`);
  return numberLine({ number: detail.number, symbol, ...(party ? { party } : {}) });
}

function Stamps() {
  const urgency = usePiece(({ draft }) => draft.content.urgency);
  const circulation = usePiece(({ draft }) => draft.content.circulation);
  return (
    <>
      {urgency ? <p className={css['urgency']}>{urgency}</p> : null}
      {circulation ? <p className={css['circulation']}>{circulation}</p> : null}
    </>
  );
}

export function Title() {
  const { say } = useWords();
  return (
    <SheetField
      path="title"
      label={say('Trích yếu')}
      hint={say('Trích yếu nội dung, không ghi “Về việc”')}
      most={2000}
      read={({ content }) => content.title}
      write={(text) => inContent(() => ({ title: text }))}
    />
  );
}

/** Cells 5a and 9a, and for decisions who decides and on what grounds. */
export function SheetOpening({ detail }: { detail: OutgoingDetail }) {
  const { say } = useWords();
  const { readOnly } = useDesk();
  const type = usePiece(({ draft }) => draft.content.type);
  const addressed = usePiece(({ draft }) => draft.content.addressees.length);
  const bases = usePiece(({ draft }) => draft.content.bases.length);
  const decides = type === 'QĐ' || type === 'NQ';
  // Letters, submissions and reports are addressed; in others an open place would only be in the way.
  const mayAddress = addressed > 0 || (!readOnly && ['CV', 'TTr', 'BC', 'CĐ', 'GM', 'TB'].includes(type));
  return (
    <>
      {type === 'CV' ? null : (
        <div className={css['title']}>
          <p className={css['kind']}>{detail.content.type === type ? detail.typeName : type}</p>
          <Title />
        </div>
      )}
      {mayAddress ? (
        <section
          className={css['addressees']}
          aria-label={say('Kính gửi')}
          data-one={addressed < 2 || undefined}
        >
          <p>{ADDRESSEES}</p>
          <SheetLines
            lines="addressees"
            marks={(at, count) => (count < 2 ? ['', ''] : ['-', at === count - 1 ? '.' : ';'])}
          />
        </section>
      ) : null}
      {decides ? (
        <div className={css['authority']}>
          <SheetField
            path="authority"
            label={say('Thẩm quyền ban hành')}
            hint={say('ỦY BAN NHÂN DÂN TỈNH …')}
            most={1000}
            several
            read={authorityOf}
            write={(text) => inContent(() => ({ authority: text }))}
          />
        </div>
      ) : null}
      {bases > 0 || !readOnly ? (
        <section className={css['bases']} aria-label={say('Căn cứ')}>
          <SheetLines lines="bases" marks={(at, count) => ['', at === count - 1 ? '.' : ';']} />
        </section>
      ) : null}
      {decides ? <p className={css['decides']}>{decidesLine({ type })}</p> : null}
    </>
  );
}

const authorityOf = ({ content }: Draft) => content.authority ?? '';
