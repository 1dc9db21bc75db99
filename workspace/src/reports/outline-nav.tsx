// The outline beside the report: where one is, what is returned, what is still missing.
import type { Report } from '@nhipcau/server/contract';
import type { ReactNode } from 'react';
import { useWords } from '../language/words.ts';
import type { Numbered } from './outline.ts';
import css from './report.module.css';

interface Props {
  readonly outline: readonly Numbered[];
  readonly report: Report;
  readonly children?: ReactNode;
}

export function OutlineNav({ outline, report, children }: Props) {
  const { say } = useWords();
  const returned = new Set(report.returns.map(({ sectionId }) => sectionId));
  const lacking = new Set(report.unready.flatMap(({ blocks, sectionId }) => (blocks ? [sectionId] : [])));
  return (
    <nav className={css['outline']} aria-label={say('Đề cương báo cáo')}>
      {children}
      <ol>
        {outline.map(({ section, marker }) => (
          <li key={section.id} data-level={section.level}>
            <a href={`#${section.id}`} lang="vi">
              <span>{marker}</span> {section.title}
            </a>
            {returned.has(section.id) ? <em>{say('bị trả lại')}</em> : null}
            {lacking.has(section.id) ? <em>{say('còn thiếu')}</em> : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
