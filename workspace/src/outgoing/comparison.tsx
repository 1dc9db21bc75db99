// Two drafts of the document, what was taken out and what was added.
import type { OutgoingDetail } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Failure, Notice, Waiting } from '../ui/notice.tsx';
import type { Place } from './addresses.ts';
import { compare, type Compared } from './compare.ts';
import css from './comparison.module.css';
import { draftOf } from './requests.ts';
import { sittingsOf } from './sittings.ts';

export function Comparison({ detail, place }: { detail: OutgoingDetail; place: Place }) {
  const { say, language } = useWords();
  const navigate = useNavigate();
  const [all, setAll] = useState(false);
  const drafts = sittingsOf(detail.drafts);
  const from = place.from ?? drafts[1]?.no ?? 1;
  const to = place.to ?? detail.draftNo;
  const before = useDraft(detail.id, from);
  const after = useDraft(detail.id, to);
  const go = (search: { from: number; to: number }) =>
    void navigate({
      to: '/van-ban-di/$id',
      params: { id: String(detail.id) },
      search: { view: 'compare', ...search },
      replace: true,
    });
  const select = (label: string, value: number, onChange: (no: number) => void) => (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {[...new Set([...drafts.map(({ no }) => no), value])].map((no) => {
          const draft = detail.drafts.find((one) => one.no === no);
          return (
            <option key={no} value={no}>
              {say('Dự thảo {n, number}', { n: no })}
              {draft ? ` – ${draft.who}, ${moment(draft.at, language)}` : ''}
            </option>
          );
        })}
      </select>
    </label>
  );
  return (
    <section aria-label={say('So sánh dự thảo')}>
      <div className={css['pair']}>
        {select(say('Bản trước'), from, (no) => go({ from: no, to }))}
        {select(say('Bản sau'), to, (no) => go({ from, to: no }))}
        <label>
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />{' '}
          {say('Hiện cả phần giữ nguyên')}
        </label>
      </div>
      {(before.error ?? after.error) ? <Failure error={before.error ?? after.error} /> : null}
      {before.data && after.data ? (
        <Lines compared={compare(before.data.content, after.data.content)} all={all} />
      ) : (
        <Waiting />
      )}
    </section>
  );
}

const useDraft = (id: number, no: number) =>
  useQuery({
    queryKey: ['outgoing', id, 'draft', no],
    queryFn: ({ signal }) => draftOf(id, no, signal),
    staleTime: Infinity,
  });

function Lines({ compared, all }: { compared: readonly Compared[]; all: boolean }) {
  const { say } = useWords();
  if (compared.every(({ kind }) => kind === 'same')) return <Notice>{say('Hai bản giống nhau.')}</Notice>;
  return (
    <div className={css['compare']} lang="vi">
      {compared.map(({ kind, pieces }, at) => {
        const hidden = kind === 'same' && !all;
        if (hidden && compared[at - 1]?.kind === 'same') return null;
        return (
          // oxlint-disable-next-line react/no-array-index-key
          <p key={at} data-change={kind} className={hidden ? css['gap'] : undefined}>
            {hidden
              ? '⋯'
              : pieces.map((piece, index) =>
                  piece.kind === 'same' ? (
                    // oxlint-disable-next-line react/no-array-index-key
                    <span key={index}>{piece.text}</span>
                  ) : piece.kind === 'added' ? (
                    // oxlint-disable-next-line react/no-array-index-key
                    <ins key={index}>{piece.text}</ins>
                  ) : (
                    // oxlint-disable-next-line react/no-array-index-key
                    <del key={index}>{piece.text}</del>
                  ),
                )}
          </p>
        );
      })}
    </div>
  );
}
