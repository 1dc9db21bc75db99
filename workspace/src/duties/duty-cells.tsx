import type { DutyRow } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { today } from '../register/standing.ts';
import { DutyClassTag } from './class-counts.tsx';
import { daysLeft, periodWords, roleWords, stateWords } from './classes.ts';
import css from './duties.module.css';
import lists from '../ui/list.module.css';

export function TextCell({ duty, plan, role }: { duty: DutyRow; plan: boolean; role: boolean }) {
  return (
    <>
      <Link to="/viec/$id" params={{ id: String(duty.id) }} className={lists['long']} lang="vi">
        {duty.text}
      </Link>
      <Notes duty={duty} plan={plan} role={role} />
    </>
  );
}

/** Where all rows are of one task: the unit leads to its duty. */
export function UnitLink({ duty, role }: { duty: DutyRow; role: boolean }) {
  return (
    <>
      <Link to="/viec/$id" params={{ id: String(duty.id) }} className={lists['long']} lang="vi">
        {duty.unit.name}
      </Link>
      <Heir duty={duty} />
      <Notes duty={duty} plan={false} role={role} />
    </>
  );
}

function Notes({ duty, plan, role }: { duty: DutyRow; plan: boolean; role: boolean }) {
  const { say } = useWords();
  const notes = [
    role && duty.role === 'coordinating' ? say(roleWords[duty.role]) : null,
    duty.period === null ? null : periodWords(duty.period, say),
    plan ? (duty.plan?.number ?? duty.plan?.title ?? null) : null,
  ].filter((note) => note !== null);
  return (
    <>
      {duty.part ? (
        <span className={css['part']} lang="vi">
          {say('Phần việc: {part}', { part: duty.part })}
        </span>
      ) : null}
      {notes.length > 0 ? <span className={css['under']}>{notes.join(' · ')}</span> : null}
    </>
  );
}

/** To whom it was handed down; where that unit has ended, who answers for it now. */
export function UnitCell({ duty }: { duty: Pick<DutyRow, 'unit' | 'heir'> }) {
  return (
    <span lang="vi">
      {duty.unit.name}
      <Heir duty={duty} />
    </span>
  );
}

function Heir({ duty: { unit, heir } }: { duty: Pick<DutyRow, 'unit' | 'heir'> }) {
  const { say } = useWords();
  if (!heir || heir.id === unit.id) return null;
  return <span className={css['under']}>{say('nay thuộc {unit}', { unit: heir.name })}</span>;
}

export function DueCell({ duty, asOf }: { duty: DutyRow; asOf?: string | undefined }) {
  const { say, language } = useWords();
  if (duty.dueOn === null) return <span className={css['faint']}>{say('không có hạn ngày')}</span>;
  const left = daysLeft(duty, asOf ?? today(), say);
  const moved = duty.firstDueOn !== null && duty.firstDueOn !== duty.dueOn;
  return (
    <>
      <span className={lists['date']}>{day(duty.dueOn, language)}</span>
      {left ? <span className={css['under']}>{left}</span> : null}
      {moved && duty.firstDueOn ? (
        <span className={css['under']}>{say('gốc: {date}', { date: day(duty.firstDueOn, language) })}</span>
      ) : null}
    </>
  );
}

export function ClassCell({ duty, asOf }: { duty: DutyRow; asOf?: string | undefined }) {
  const { say, language } = useWords();
  return (
    <>
      <DutyClassTag duty={duty} asOf={asOf} />
      {duty.doneOn ? (
        <span className={css['under']}>{say('xong {date}', { date: day(duty.doneOn, language) })}</span>
      ) : null}
    </>
  );
}

/** How far it is, and what waits for somebody. */
export function FlagsCell({ duty }: { duty: DutyRow }) {
  const { say, language } = useWords();
  const open = duty.state === 'in-progress' || duty.state === 'received' || duty.state === 'returned';
  return (
    <>
      <span className={css['state']} data-state={duty.state}>
        {say(stateWords[duty.state].words)}
        {open && duty.progress !== null ? `, ${duty.progress} %` : ''}
      </span>
      {duty.extensionAsked ? <span className={css['flag']}>{say('đang xin gia hạn')}</span> : null}
      {duty.urged > 0 ? (
        <span className={css['flag']}>{say('đã đôn đốc {n, number} lần', { n: duty.urged })}</span>
      ) : null}
      {duty.asksPlan ? <span className={css['under']}>{say('phải ban hành kế hoạch')}</span> : null}
      <span className={css['under']}>
        {say('cập nhật {date}', { date: day(duty.lastMovedOn, language) })}
      </span>
    </>
  );
}
