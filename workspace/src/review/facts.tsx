// What the document says of itself: type, number, date, agency, title, who signs, who receives.
import type { Content, DocumentDetail, Draft, DraftField } from '@nhipcau/server/contract';
import { originalFile } from '../api.ts';
import { kindAbbreviations, kindWords } from '../documents/kinds.ts';
import { day, figure, typedDay } from '../language/dates.ts';
import { useWords, type Message } from '../language/words.ts';
import { useDesk } from './desk-context.ts';
import { Editable } from './editable.tsx';
import { Linked, Why } from './linked.tsx';
import { reasonWords } from './reasons.ts';
import css from './facts.module.css';
import { Trail } from './trail.tsx';

const fields: readonly (readonly [DraftField, Message])[] = [
  ['type', 'Loại văn bản'],
  ['number', 'Số, ký hiệu'],
  ['issuedOn', 'Ngày ban hành'],
  ['place', 'Địa danh'],
  ['issuer', 'Cơ quan ban hành'],
  ['parent', 'Cơ quan chủ quản'],
  ['title', 'Trích yếu'],
];

export function Facts({
  draft,
  content,
  detail,
}: {
  draft: Draft;
  content: Content;
  detail: DocumentDetail;
}) {
  const { say } = useWords();
  const { documentId } = useDesk();
  return (
    <div className={css['facts']}>
      <dl>
        {fields.map(([field, label]) => (
          <div key={field} className={css['row']}>
            <dt>{say(label)}</dt>
            <dd>
              <Field field={field} label={say(label)} draft={draft} content={content} />
            </dd>
          </div>
        ))}
        <div className={css['row']}>
          <dt>{say('Người ký')}</dt>
          <dd>
            <Signers draft={draft} />
          </dd>
        </div>
        <div className={css['row']}>
          <dt>{say('Nơi nhận')}</dt>
          <dd>
            <Recipients draft={draft} />
          </dd>
        </div>
        <div className={css['row']}>
          <dt>{say('Tệp gốc')}</dt>
          <dd>
            <a href={originalFile(documentId)} download className={css['file']}>
              {detail.fileName}
            </a>
          </dd>
        </div>
      </dl>
      <Numbers content={content} />
      <Trail detail={detail} />
    </div>
  );
}

function Field({
  field,
  label,
  draft,
  content,
}: {
  field: DraftField;
  label: string;
  draft: Draft;
  content: Content;
}) {
  const { say, language } = useWords();
  const { change, readOnly } = useDesk();
  const value = draft.fields[field] ?? '';
  const evidence = content.evidence[field];
  const mark = evidence ? `field:${field}` : null;
  const shown =
    field === 'type' && value
      ? kindWords(value, say)
      : field === 'issuedOn' && value
        ? day(value, language)
        : value;
  const save = (text: string) =>
    change({
      op: 'setField',
      field,
      value:
        text === ''
          ? null
          : field === 'issuedOn'
            ? typedDay(text)
            : field === 'type'
              ? abbreviation(text, say)
              : text,
    });
  return (
    <Linked mark={mark}>
      <Editable
        label={label}
        value={field === 'issuedOn' && value ? day(value, 'vi') : value}
        shown={shown}
        empty={say('Không thấy trong văn bản')}
        readOnly={readOnly}
        check={
          field === 'issuedOn'
            ? (text) => (text && !typedDay(text) ? say('Không có ngày này. Ví dụ: 05/3/2026') : null)
            : () => null
        }
        onSave={save}
      />
      {draft.editedFields.includes(field) ? (
        <span className={css['edited']}>{say('đã sửa')}</span>
      ) : evidence ? (
        <Why mark={mark}>{reasonWords(evidence.reason, say)}</Why>
      ) : null}
    </Linked>
  );
}

/** "Kế hoạch" typed in full is taken as "KH". */
function abbreviation(text: string, say: Parameters<typeof kindWords>[1]): string {
  return (
    kindAbbreviations.find((known) => kindWords(known, say).toLowerCase() === text.toLowerCase()) ?? text
  );
}

function Signers({ draft }: { draft: Draft }) {
  const { say } = useWords();
  const { change, readOnly } = useDesk();
  if (draft.signers.length === 0)
    return <span className={css['none']}>{say('Không thấy trong văn bản')}</span>;
  return (
    <ul className={css['list']}>
      {draft.signers.map((signer, index) => {
        const mark = signer.span ? `signer:${index}` : null;
        return (
          <li key={index}>
            <Linked mark={mark}>
              <Editable
                label={say('Người ký')}
                value={signer.name}
                empty=""
                readOnly={readOnly}
                onSave={(name) =>
                  change({
                    op: 'setSigners',
                    signers: name
                      ? draft.signers.with(index, { ...signer, name })
                      : draft.signers.toSpliced(index, 1),
                  })
                }
              />
              <Why mark={mark}>{[signer.authority, signer.position].filter(Boolean).join(' ')}</Why>
            </Linked>
          </li>
        );
      })}
    </ul>
  );
}

function Recipients({ draft }: { draft: Draft }) {
  const { say } = useWords();
  const { change, readOnly } = useDesk();
  return (
    <Editable
      label={say('Nơi nhận, mỗi dòng một nơi')}
      lines
      value={draft.recipients.join('\n')}
      empty={say('Không thấy trong văn bản')}
      readOnly={readOnly}
      onSave={(text) =>
        change({
          op: 'setRecipients',
          recipients: text
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        })
      }
    />
  );
}

/** Targets and figures are shown with their place; they are counted in a later part of the work. */
function Numbers({ content }: { content: Content }) {
  const { say, language } = useWords();
  const unit = (value: number, name: string | null) =>
    [figure(value, language), name].filter(Boolean).join(name === '%' ? '' : ' ');
  return (
    <>
      {content.targets.length > 0 ? (
        <section className={css['numbers']}>
          <h2>{say('Chỉ tiêu ({n, number})', { n: content.targets.length })}</h2>
          <ul className={css['list']}>
            {content.targets.map((target, index) => (
              <li key={index}>
                <Linked mark={`target:${index}`} className={css['number']}>
                  <strong className="figures">{unit(target.value, target.unit)}</strong>
                  <Why mark={`target:${index}`}>{target.text}</Why>
                </Linked>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {content.figures.length > 0 ? (
        <section className={css['numbers']}>
          <h2>{say('Số liệu ({n, number})', { n: content.figures.length })}</h2>
          <ul className={css['list']}>
            {content.figures.map((one, index) => (
              <li key={index}>
                <Linked mark={`figure:${index}`} className={css['number']}>
                  <strong className="figures">
                    {say(qualifiers[one.qualifier], { value: unit(one.value, one.unit) })}
                  </strong>
                  <Why mark={`figure:${index}`}>{one.label}</Why>
                </Linked>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

const qualifiers: Record<Content['figures'][number]['qualifier'], Message> = {
  exact: '{value}',
  over: 'trên {value}',
  about: 'khoảng {value}',
  under: 'dưới {value}',
};
