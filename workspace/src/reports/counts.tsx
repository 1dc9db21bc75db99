// Who has reported, as DHIS2 counts: expected, sent, on time, late, missing, excused apart; never one percentage.
import type { ReportClass, ReportingCounts } from '@nhipcau/server/contract';
import { figure } from '../language/dates.ts';
import { useWords, type Message } from '../language/words.ts';
import css from './counts.module.css';

interface Count {
  readonly key: keyof ReportingCounts;
  readonly words: Message;
  readonly kind: ReportClass | 'all' | 'sent';
}

const counts: readonly Count[] = [
  { key: 'expected', words: 'Phải gửi', kind: 'all' },
  { key: 'sent', words: 'Đã gửi', kind: 'sent' },
  { key: 'onTime', words: 'Gửi đúng hạn', kind: 'on-time' },
  { key: 'late', words: 'Gửi quá hạn', kind: 'late' },
  { key: 'waiting', words: 'Chưa gửi, trong hạn', kind: 'in-term' },
  { key: 'missing', words: 'Chưa gửi, quá hạn', kind: 'overdue' },
  { key: 'excused', words: 'Được miễn', kind: 'excused' },
];

interface Props {
  readonly reporting: ReportingCounts;
  /** Narrows the list to what a figure counts. */
  readonly onChoose?: (chosen: ReportClass | undefined) => void;
  readonly chosen?: ReportClass | undefined;
  readonly small?: boolean;
}

export function ReportingFigures({ reporting, onChoose, chosen, small }: Props) {
  const { say, language } = useWords();
  const shown = small ? counts.filter(({ key }) => key === 'expected' || reporting[key] > 0) : counts;
  return (
    <ul
      className={small ? `${css['counts']} ${css['small']}` : css['counts']}
      aria-label={say('Tình hình gửi báo cáo')}
    >
      {shown.map(({ key, words, kind }) => {
        const inside = (
          <>
            <strong className="figures">{figure(reporting[key], language)}</strong>
            <span className={css['words']}>
              <span aria-hidden="true" className={css['mark']} />
              {say(words)}
            </span>
          </>
        );
        const choosable = onChoose && kind !== 'sent';
        return (
          <li key={key} className={css[kind]} data-none={reporting[key] === 0}>
            {choosable ? (
              <button
                type="button"
                aria-pressed={kind === 'all' ? chosen === undefined : chosen === kind}
                onClick={() => onChoose(kind === 'all' || chosen === kind ? undefined : kind)}
              >
                {inside}
              </button>
            ) : (
              <span>{inside}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** How far those that were sent have come. */
export function JudgedLine({ reporting }: { reporting: ReportingCounts }) {
  const { say } = useWords();
  const { returned, accepted, approved, locked, sent } = reporting;
  const waiting = sent - accepted - approved - locked;
  const parts = [
    waiting > 0 ? say('{n, number} chờ xem xét', { n: waiting }) : null,
    returned > 0 ? say('{n, number} bị trả lại', { n: returned }) : null,
    accepted > 0 ? say('{n, number} đã chấp nhận', { n: accepted }) : null,
    approved > 0 ? say('{n, number} đã phê duyệt', { n: approved }) : null,
    locked > 0 ? say('{n, number} đã khóa', { n: locked }) : null,
  ].filter(Boolean);
  return parts.length > 0 ? <p className={css['judged']}>{parts.join(' · ')}</p> : null;
}
