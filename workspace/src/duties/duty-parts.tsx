// The parts of a duty's page below its facts; each is left out where there is nothing to tell.
import type { DutyDetail, Extension } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { SourceSentence } from '../register/source-sentence.tsx';
import { today } from '../register/standing.ts';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { DutyClassTag } from './class-counts.tsx';
import { daysLeft, periodWords, roleWords, stateWords } from './classes.ts';
import css from './duty.module.css';
import { StepProblem } from './step-dialog.tsx';
import { UrgingCard } from './urging-card.tsx';
import { useStep } from './use-step.ts';

export function Milestones({ duty }: { duty: DutyDetail }) {
  const { say, language } = useWords();
  const step = useStep(duty);
  if (duty.milestones.length === 0) return null;
  return (
    <section className={css['section']}>
      <h2>{say('Mốc thời gian')}</h2>
      <StepProblem step={step} />
      <ul className={css['rows']}>
        {duty.milestones.map((milestone) => (
          <li key={milestone.no}>
            <span>
              <span lang="vi">{milestone.title}</span>
              <span className={css['line']}>
                {[
                  milestone.dueOn ? say('hạn {date}', { date: day(milestone.dueOn, language) }) : null,
                  milestone.doneOn
                    ? say('xong {date}', { date: day(milestone.doneOn, language) })
                    : daysLeft({ class: 'in-term', dueOn: milestone.dueOn }, today(), say),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {duty.may.includes('milestone') ? (
              <Button
                small
                disabled={step.busy}
                onClick={() =>
                  step.take({
                    do: 'milestone',
                    no: milestone.no,
                    doneOn: milestone.doneOn ? null : today(),
                  })
                }
              >
                {milestone.doneOn ? say('Bỏ ghi đã xong') : say('Ghi đã xong')}
              </Button>
            ) : (
              <Tag tone={milestone.doneOn ? 'done' : 'plain'}>
                {milestone.doneOn ? say('Đã xong') : say('Chưa xong')}
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Extensions({ duty }: { duty: DutyDetail }) {
  const { say } = useWords();
  if (duty.extensions.length === 0) return null;
  return (
    <section className={css['section']}>
      <h2>{say('Gia hạn')}</h2>
      <ul className={css['rows']}>
        {duty.extensions.map((one) => (
          <li key={one.id}>
            <ExtensionWords extension={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ExtensionWords({ extension }: { extension: Extension }) {
  const { say, language } = useWords();
  const { askedOn, askedBy, wantedOn, reason, decidedOn, decidedBy, granted, dueOn, answer } = extension;
  return (
    <span>
      {say('Ngày {day}, {who} xin gia hạn đến {wanted}', {
        day: day(askedOn, language),
        who: askedBy ?? say('đơn vị'),
        wanted: day(wantedOn, language),
      })}
      : <span lang="vi">{reason}</span>
      <span className={css['line']}>
        {decidedOn === null
          ? say('Chưa quyết định')
          : granted
            ? say('Ngày {day}, {who} đồng ý, hạn mới {due}', {
                day: day(decidedOn, language),
                who: decidedBy ?? say('cơ quan xác nhận'),
                due: day(dueOn ?? wantedOn, language),
              })
            : say('Ngày {day}, {who} không đồng ý', {
                day: day(decidedOn, language),
                who: decidedBy ?? say('cơ quan xác nhận'),
              })}
        {answer ? <span lang="vi">: {answer}</span> : null}
      </span>
    </span>
  );
}

export function Urgings({ duty }: { duty: DutyDetail }) {
  const { say } = useWords();
  if (duty.urgings.length === 0) return null;
  return (
    <section id="don-doc" className={css['section']}>
      <h2>{say('Đôn đốc')}</h2>
      {duty.urgings.map((urging) => (
        <UrgingCard key={urging.id} urging={urging} />
      ))}
    </section>
  );
}

/** The other units of the same task, each with its own class. */
export function Others({ duty }: { duty: DutyDetail }) {
  const { say, language } = useWords();
  if (duty.others.length === 0) return null;
  return (
    <section className={css['section']}>
      <h2>{say('Các đơn vị cùng thực hiện')}</h2>
      <ul className={css['rows']}>
        {duty.others.map((other) => (
          <li key={other.id}>
            <span>
              <Link to="/viec/$id" params={{ id: String(other.id) }} lang="vi">
                {other.unit.name}
              </Link>
              <span className={css['line']}>
                {[
                  say(roleWords[other.role]),
                  say(stateWords[other.state].words),
                  other.dueOn ? say('hạn {date}', { date: day(other.dueOn, language) }) : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {other.part ? (
                <span className={css['line']} lang="vi">
                  {say('Phần việc: {part}', { part: other.part })}
                </span>
              ) : null}
            </span>
            <DutyClassTag duty={other} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Periods({ duty }: { duty: DutyDetail }) {
  const { say, language } = useWords();
  if (duty.periods.length === 0) return null;
  return (
    <section className={css['section']}>
      <h2>{say('Các kỳ khác')}</h2>
      <ul className={css['rows']}>
        {duty.periods.map((one) => (
          <li key={one.id}>
            <Link to="/viec/$id" params={{ id: String(one.id) }}>
              {one.period ? periodWords(one.period, say) : say('Không theo kỳ')}
              {one.dueOn ? `, ${say('hạn {date}', { date: day(one.dueOn, language) })}` : ''}
            </Link>
            <DutyClassTag duty={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The sentence of the document that it came from, and the way to it. */
export function SourcePlace({ duty: { source } }: { duty: DutyDetail }) {
  const { say } = useWords();
  if (!source) return null;
  const at = `${source.offset + source.span[0]}-${source.offset + source.span[1]}`;
  return (
    <section className={css['section']}>
      <h2>{say('Trong văn bản')}</h2>
      <SourceSentence source={source} />
      <Link to="/van-ban/$id" params={{ id: String(source.documentId) }} search={{ at }}>
        {say('Mở đúng chỗ này trong văn bản')}
      </Link>
    </section>
  );
}
