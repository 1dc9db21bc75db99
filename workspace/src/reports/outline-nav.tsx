// The outline beside the report: where one is, what is returned, what is still missing.
import type { Report } from '@nhipcau/server/contract';
import { useWords } from '../language/words.ts';
import type { Numbered } from './outline.ts';
import css from './report.module.css';

export function OutlineNav({ outline, report }: { outline: readonly Numbered[]; report: Report }) {
  const { say } = useWords();
  const returned = new Set(report.returns.map(({ sectionId }) => sectionId));
  const lacking = new Set(report.unready.flatMap(({ blocks, sectionId }) => (blocks ? [sectionId] : [])));
  return (
    <nav className={css['outline']} aria-label={say('Đề cương báo cáo')}>
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
