// A section of a report: why it was sent back, its figures, its words, its evidence.
import type { Report, ReportSection } from '@nhipcau/server/contract';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { indicatorsOf, useDesk } from './desk-context.ts';
import { Evidence } from './evidence.tsx';
import { FiguresTable } from './figures-table.tsx';
import css from './report.module.css';
import { SectionText } from './section-text.tsx';

interface Props {
  readonly section: ReportSection;
  readonly marker: string;
  readonly report: Report;
}

export function SectionPart({ section, marker, report }: Props) {
  const { say } = useWords();
  const { giveBack, readOnly } = useDesk();
  const indicators = indicatorsOf(report, section.indicators ?? []);
  const heading = `muc-${section.id}`;
  const title = (
    <>
      {marker} <span>{section.title}</span>
      {section.required && !readOnly ? <em>{say('bắt buộc')}</em> : null}
    </>
  );
  return (
    <section id={section.id} className={css['section']} data-level={section.level} aria-labelledby={heading}>
      <div className={css['sectionHead']}>
        {section.level === 1 ? (
          <h2 id={heading} lang="vi">
            {title}
          </h2>
        ) : (
          <h3 id={heading} lang="vi">
            {title}
          </h3>
        )}
        {giveBack ? (
          <Button small look="plain" onClick={() => giveBack(section.id)}>
            {say('Trả lại vì mục này')}
          </Button>
        ) : null}
      </div>
      <Returns report={report} sectionId={section.id} />
      {section.guidance ? (
        <p className={css['guidance']} lang="vi">
          {section.guidance}
        </p>
      ) : null}
      <FiguresTable
        indicators={indicators}
        caption={say('Số liệu của mục {section}', { section: section.title })}
      />
      <SectionText section={section} />
      {section.text || indicators.length > 0 ? <Evidence report={report} sectionId={section.id} /> : null}
    </section>
  );
}

/** Why it was sent back, where that is. */
export function Returns({ report, sectionId }: { report: Report; sectionId: string | null }) {
  const { say, language } = useWords();
  return report.returns
    .filter((one) => one.sectionId === sectionId)
    .map((one) => (
      <Notice
        key={`${one.at} ${one.reason}`}
        tone="soon"
        title={say('Trả lại: {who}, {when}', {
          who: one.who ?? say('người xem xét'),
          when: moment(one.at, language),
        })}
      >
        <span lang="vi">{one.reason}</span>
      </Notice>
    ));
}
