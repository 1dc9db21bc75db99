// The documents that this one rests on or names.
import type { DraftCitation } from '@nhipcau/server/contract';
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
    </>
  );
}

function CitationList({ title, citations }: { title: string; citations: readonly DraftCitation[] }) {
  if (citations.length === 0) return null;
  return (
    <section>
      <h3 className={css['heading']}>{title}</h3>
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
  const { id, struck } = citation;
  const mark = citation.span && !struck ? `citation:${id}` : null;
  const name = [kindWords(citation.type, say), citation.number].filter(Boolean).join(' ');
  const edit = (changes: {
    number?: string | null;
    date?: string | null;
    issuer?: string | null;
    title?: string | null;
  }) => change({ op: 'editCitation', citationId: id, changes });
  const locked = readOnly || struck;
  return (
    <li>
      <Linked mark={mark} className={`${css['finding']} ${struck ? css['struck'] : ''}`}>
        <p className={css['words']}>
          <strong>{name}</strong>
        </p>
        <dl className={css['pairs']}>
          <dt>{say('Số, ký hiệu')}</dt>
          <dd>
            <Editable
              label={say('Số, ký hiệu')}
              value={citation.number ?? ''}
              empty={say('không nêu')}
              readOnly={locked}
              onSave={(number) => edit({ number: number || null })}
            />
          </dd>
          <dt>{say('Ngày')}</dt>
          <dd>
            <Editable
              label={say('Ngày')}
              value={citation.date ? day(citation.date, 'vi') : ''}
              {...(citation.date ? { shown: day(citation.date, language) } : {})}
              empty={say('không nêu')}
              readOnly={locked}
              check={(text) => (text && !typedDay(text) ? say('Không có ngày này. Ví dụ: 05/3/2026') : null)}
              onSave={(text) => edit({ date: typedDay(text) })}
            />
          </dd>
          <dt>{say('Cơ quan ban hành')}</dt>
          <dd>
            <Editable
              label={say('Cơ quan ban hành')}
              value={citation.issuer ?? ''}
              empty={say('không nêu')}
              readOnly={locked}
              onSave={(issuer) => edit({ issuer: issuer || null })}
            />
          </dd>
          <dt>{say('Trích yếu')}</dt>
          <dd>
            <Editable
              label={say('Trích yếu')}
              lines
              value={citation.title ?? ''}
              empty={say('không nêu')}
              readOnly={locked}
              onSave={(title) => edit({ title: title || null })}
            />
          </dd>
        </dl>
        <div className={css['actions']}>
          {mark ? (
            <Button look="plain" small onClick={() => show(mark)}>
              {say('Xem trong văn bản')}
            </Button>
          ) : null}
          {readOnly ? null : (
            <Button
              look="plain"
              small
              aria-label={struck ? say('Khôi phục {name}', { name }) : say('Gạch bỏ {name}', { name })}
              onClick={() => change({ op: struck ? 'restoreCitation' : 'strikeCitation', citationId: id })}
            >
              {struck ? say('Khôi phục') : say('Gạch bỏ')}
            </Button>
          )}
        </div>
      </Linked>
    </li>
  );
}
