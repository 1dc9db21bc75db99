// A section as it is being written, and beside it what the units below wrote: chosen, quoted word for word or merged, then rewritten.
import type { BelowTexts as Below, Report, ReportSection } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Failure, Waiting } from '../ui/notice.tsx';
import { Tag } from '../ui/tag.tsx';
import { mergeTaken, quote, sourcesOf, wordsOf, type Taken } from './content.ts';
import { useDesk } from './desk-context.ts';
import { EvidenceWay } from './evidence.tsx';
import css from './report.module.css';
import { belowTexts } from './requests.ts';
import rolls from './rollup.module.css';
import { SectionText, useContent } from './section-text.tsx';
import { statusWords } from './words.ts';

type Row = Below['sections'][number]['rows'][number];
/** A paragraph of a report below, as it is ticked. */
const tick = (row: Row, at: number) => `${row.reportId} ${at}`;

export function BelowTexts({ report, section }: { report: Report; section: ReportSection }) {
  const { say } = useWords();
  const { keeper, readOnly } = useDesk();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const below = useQuery({
    queryKey: ['rollup', report.id, 'texts', section.id],
    queryFn: ({ signal }) => belowTexts(report.id, section.id, signal),
  });
  const rows = below.data?.sections.find(({ sectionId }) => sectionId === section.id)?.rows ?? [];
  const written = rows.filter(
    ({ content, evidence }) =>
      evidence.length > 0 || content.paragraphs.some((one) => wordsOf(one).trim() !== ''),
  );
  const names = new Map(rows.map(({ reportId, unit }) => [reportId, unit.name]));
  const taken = (): readonly Taken[] =>
    written.flatMap((row) =>
      row.content.paragraphs.flatMap((paragraph, at) =>
        chosen.includes(tick(row, at)) ? [{ reportId: row.reportId, sectionId: section.id, paragraph }] : [],
      ),
    );
  const take = (how: typeof quote) => {
    keeper.text(section.id, how(taken()));
    setChosen([]);
  };
  return (
    <div className={rolls['sides']}>
      <section className={rolls['own']} aria-label={say('Nội dung tổng hợp')}>
        <h3>{say('Nội dung tổng hợp')}</h3>
        <div className={`${css['sheet']} ${rolls['sheet']}`}>
          <SectionText section={section} unitNames={names} />
        </div>
      </section>
      <section className={rolls['theirs']} aria-label={say('Báo cáo của các đơn vị')}>
        <h3>{say('Báo cáo của các đơn vị')}</h3>
        {readOnly || written.length === 0 ? null : (
          <div className={rolls['takeBar']}>
            <Button small disabled={chosen.length === 0} onClick={() => take(quote)}>
              {chosen.length > 0 ? say('Trích {n, number} đoạn', { n: chosen.length }) : say('Trích')}
            </Button>
            <Button small disabled={chosen.length < 2} onClick={() => take(mergeTaken)}>
              {say('Gộp thành một đoạn')}
            </Button>
          </div>
        )}
        {below.isError ? (
          <Failure error={below.error} retry={() => void below.refetch()} />
        ) : !below.data ? (
          <Waiting />
        ) : written.length === 0 ? (
          <p className={css['nothing']}>{say('Chưa đơn vị nào viết mục này.')}</p>
        ) : (
          written.map((row) => (
            <UnitText
              key={row.reportId}
              row={row}
              sectionId={section.id}
              chosen={chosen}
              onToggle={(name) =>
                setChosen(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name])
              }
            />
          ))
        )}
      </section>
    </div>
  );
}

interface UnitTextProps {
  readonly row: Row;
  readonly sectionId: string;
  readonly chosen: readonly string[];
  readonly onToggle: (name: string) => void;
}

function UnitText({ row, sectionId, chosen, onToggle }: UnitTextProps) {
  const { say } = useWords();
  const { readOnly } = useDesk();
  const { paragraphs: own } = useContent(sectionId);
  const used = own.some((paragraph) =>
    sourcesOf(paragraph).some(({ reportId }) => reportId === row.reportId),
  );
  const state = statusWords[row.status];
  return (
    <article className={rolls['unitText']}>
      <header>
        <Link to="/bao-cao/$id" params={{ id: String(row.reportId) }} hash={sectionId} lang="vi">
          {row.unit.name}
        </Link>
        {row.counted ? null : <Tag tone={state.tone}>{say(state.words)}</Tag>}
        {used ? <Tag tone="done">{say('đã dùng')}</Tag> : null}
      </header>
      {row.content.paragraphs.map((paragraph, at) => {
        const text = wordsOf(paragraph);
        if (!text.trim()) return null;
        const name = tick(row, at);
        return (
          <label key={name} className={rolls['pick']}>
            {readOnly ? null : (
              <input type="checkbox" checked={chosen.includes(name)} onChange={() => onToggle(name)} />
            )}
            <span lang="vi">{text}</span>
          </label>
        );
      })}
      {row.evidence.length > 0 ? (
        <ul className={rolls['proofs']} aria-label={say('Minh chứng của {unit}', { unit: row.unit.name })}>
          {row.evidence.map((one) => (
            <li key={one.id}>
              <EvidenceWay reportId={row.reportId} evidence={one} />
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  );
}
