// A section of a report: why it was sent back, its figures, its words, its evidence. Narrow screens fold it, and its groups of figures.
import type { FormIndicator, Report, ReportSection } from '@nhipcau/server/contract';
import { useId, useMemo } from 'react';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { indicatorsOf, useDesk } from './desk-context.ts';
import { Evidence } from './evidence.tsx';
import { FiguresTable } from './figures-table.tsx';
import { FoldHead } from './fold.tsx';
import fold from './folds.module.css';
import { groupFold, sectionFold, type Folds } from './folds.ts';
import { groupsOf, type Group } from './progress.ts';
import { useProgress } from './progress-words.tsx';
import css from './report.module.css';
import { SectionText } from './section-text.tsx';

interface Props {
  readonly section: ReportSection;
  readonly marker: string;
  readonly report: Report;
  /** Null: there is room for all of it. */
  readonly folds: Folds | null;
}

export function SectionPart({ section, marker, report, folds }: Props) {
  const { say } = useWords();
  const { giveBack } = useDesk();
  const indicators = useMemo(() => indicatorsOf(report, section.indicators ?? []), [report, section]);
  const bare = !section.text && indicators.length === 0;
  const narrow = bare ? null : folds;
  const open = narrow?.isOpen(sectionFold(section.id)) ?? true;
  const heading = `muc-${section.id}`;
  const Heading = section.level === 1 ? 'h2' : 'h3';
  return (
    <section id={section.id} className={css['section']} data-level={section.level} aria-labelledby={heading}>
      <div className={css['sectionHead']}>
        <Heading id={heading} lang="vi">
          <SectionTitle {...{ section, marker, report, folds: narrow, open, indicators }} />
        </Heading>
        {giveBack && open ? (
          <Button small look="plain" onClick={() => giveBack(section.id)}>
            {say('Trả lại vì mục này')}
          </Button>
        ) : null}
      </div>
      {open ? (
        <div id={`${heading}-trong`}>
          <SectionBody section={section} report={report} indicators={indicators} folds={narrow} />
        </div>
      ) : null}
    </section>
  );
}

interface TitleProps extends Props {
  readonly open: boolean;
  readonly indicators: readonly FormIndicator[];
}

function SectionTitle({ section, marker, report, folds, open, indicators }: TitleProps) {
  const { say } = useWords();
  const { readOnly } = useDesk();
  const progress = useProgress(indicators);
  const title = (
    <>
      {marker} <span>{section.title}</span>
      {section.required && !readOnly ? <em>{say('bắt buộc')}</em> : null}
    </>
  );
  if (!folds) return title;
  const returned = report.returns.some(({ sectionId }) => sectionId === section.id);
  const lacks = report.unready.some(({ sectionId, blocks }) => blocks && sectionId === section.id);
  return (
    <FoldHead
      title={title}
      progress={progress}
      mark={
        returned || lacks ? (
          <span className={fold['mark']}>{say(returned ? 'bị trả lại' : 'còn thiếu')}</span>
        ) : null
      }
      open={open}
      controls={`muc-${section.id}-trong`}
      onToggle={() => folds.toggle(sectionFold(section.id))}
    />
  );
}

type BodyProps = Omit<Props, 'marker'> & { readonly indicators: readonly FormIndicator[] };

function SectionBody({ section, report, indicators, folds }: BodyProps) {
  const { say, language } = useWords();
  const caption = say('Số liệu của mục {section}', { section: section.title });
  const groups = folds ? groupsOf(indicators, language) : [{ name: '', indicators }];
  return (
    <>
      <Returns report={report} sectionId={section.id} />
      {section.guidance ? (
        <p className={css['guidance']} lang="vi">
          {section.guidance}
        </p>
      ) : null}
      {groups.map((group) =>
        folds && group.name ? (
          <GroupPart key={group.name} group={group} section={section} folds={folds} caption={caption} />
        ) : (
          <FiguresTable key={group.name} indicators={group.indicators} caption={caption} />
        ),
      )}
      <SectionText section={section} />
      {section.text || indicators.length > 0 ? (
        <Evidence report={report} place={{ sectionId: section.id }} label={section.title} />
      ) : null}
    </>
  );
}

interface GroupProps {
  readonly group: Group;
  readonly section: ReportSection;
  readonly folds: Folds;
  readonly caption: string;
}

function GroupPart({ group, section, folds, caption }: GroupProps) {
  const id = useId();
  const part = groupFold(section.id, group.name);
  const open = folds.isOpen(part);
  const progress = useProgress(group.indicators);
  const Heading = section.level === 1 ? 'h3' : 'h4';
  return (
    <div className={fold['group']}>
      <Heading>
        <FoldHead
          title={group.name}
          progress={progress}
          open={open}
          controls={id}
          onToggle={() => folds.toggle(part)}
        />
      </Heading>
      {open ? (
        <div id={id}>
          <FiguresTable indicators={group.indicators} caption={`${caption}: ${group.name}`} />
        </div>
      ) : null}
    </div>
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
        title={say(one.within ? 'Lãnh đạo đơn vị trả lại: {who}, {when}' : 'Trả lại: {who}, {when}', {
          who: one.who ?? say('người xem xét'),
          when: moment(one.at, language),
        })}
      >
        <span lang="vi">{one.reason}</span>
      </Notice>
    ));
}
