// The documents that this one rests on or names.
import type { DraftCitation } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { kindWords } from '../documents/kinds.ts';
import { day, typedDay } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { useDesk } from './desk-context.ts';
import { Editable } from './editable.tsx';
import { Linked } from './linked.tsx';
import css from './findings.module.css';

export function Citations({ citations }: { citations: readonly DraftCitation[] }) {
  const { say } = useWords();
  const { documentId } = useDesk();
  const bases = citations.filter((citation) => citation.role === 'basis');
  const mentions = citations.filter((citation) => citation.role === 'mention');
  if (citations.length === 0)
    return <p className={css['none']}>{say('Văn bản không viện dẫn văn bản nào.')}</p>;
  return (
    <>
      <CitationList title={say('Căn cứ ban hành ({n, number})', { n: bases.length })} citations={bases} />
      <CitationList
        title={say('Viện dẫn trong bài ({n, number})', { n: mentions.length })}
        citations={mentions}
      />
      <p className={css['onward']}>
        <Link to="/van-ban/so-do" search={{ around: documentId }}>
          {say('Xem trên sơ đồ viện dẫn')}
        </Link>
      </p>
    </>
  );
}

function CitationList({ title, citations }: { title: string; citations: readonly DraftCitation[] }) {
  if (citations.length === 0) return null;
  return (
    <section>
      <h2 className={css['heading']}>{title}</h2>
      <ul className={css['list']}>
        {citations.map((citation) => (
          <CitationLine key={citation.id} citation={citation} />
        ))}
      </ul>
    </section>
  );
}

function CitationLine({ citation }: { citation: DraftCitation }) {
  const { say, language } = useWords();
  const { change, show, readOnly } = useDesk();
  const [open, setOpen] = useState(false);
  const { id, struck } = citation;
  const mark = citation.span && !struck ? `citation:${id}` : null;
  const name = [kindWords(citation.type, say), citation.number].filter(Boolean).join(' ');
  const about = [citation.date ? day(citation.date, language) : null, citation.issuer]
    .filter(Boolean)
    .join(', ');
  return (
    <li>
      <Linked mark={mark} className={`${css['finding']} ${struck ? css['struck'] : ''}`}>
        <p className={css['words']}>
          <strong>{name}</strong> {about}
        </p>
        {citation.title && !open ? (
          <p className={css['clause']} lang="vi">
            {citation.title}
          </p>
        ) : null}
        {open ? <CitationFields citation={citation} /> : null}
        <div className={css['actions']}>
          {mark ? (
            <Button look="plain" small onClick={() => show(mark)}>
              {say('Xem trong văn bản')}
            </Button>
          ) : null}
          {readOnly ? null : (
            <>
              {struck ? null : (
                <Button look="plain" small aria-expanded={open} onClick={() => setOpen(!open)}>
                  {open ? say('Thu gọn') : say('Sửa')}
                </Button>
              )}
              <Button
                look="plain"
                small
                aria-label={struck ? say('Khôi phục {name}', { name }) : say('Gạch bỏ {name}', { name })}
                onClick={() => change({ op: struck ? 'restoreCitation' : 'strikeCitation', citationId: id })}
              >
                {struck ? say('Khôi phục') : say('Gạch bỏ')}
              </Button>
            </>
          )}
        </div>
      </Linked>
    </li>
  );
}

type Field = 'number' | 'issuer' | 'title';

function CitationFields({ citation }: { citation: DraftCitation }) {
  const { say, language } = useWords();
  const { change } = useDesk();
  const edit = (changes: Partial<Record<Field | 'date', string | null>>) =>
    change({ op: 'editCitation', citationId: citation.id, changes });
  const texts = [
    ['number', say('Số, ký hiệu')],
    ['issuer', say('Cơ quan ban hành')],
    ['title', say('Trích yếu')],
  ] as const;
  return (
    <dl className={css['pairs']}>
      <dt>{say('Ngày')}</dt>
      <dd>
        <Editable
          label={say('Ngày')}
          value={citation.date ? day(citation.date, 'vi') : ''}
          {...(citation.date ? { shown: day(citation.date, language) } : {})}
          empty={say('không nêu')}
          check={(text) => (text && !typedDay(text) ? say('Không có ngày này. Ví dụ: 05/3/2026') : null)}
          onSave={(text) => edit({ date: typedDay(text) })}
        />
      </dd>
      {texts.map(([field, label]) => (
        <div key={field} className={css['pair']}>
          <dt>{label}</dt>
          <dd>
            <Editable
              label={label}
              lines={field === 'title'}
              value={citation[field] ?? ''}
              empty={say('không nêu')}
              onSave={(text) => edit({ [field]: text || null })}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
