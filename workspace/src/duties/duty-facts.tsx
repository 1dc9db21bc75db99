import type { DutyDetail } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { periodWords, roleWords } from './classes.ts';
import css from './duty.module.css';

/** Who does it, for whom, under which plan, and where it went when agencies changed. */
export function DutyFacts({ duty }: { duty: DutyDetail }) {
  const { say, language } = useWords();
  return (
    <dl className={css['facts']}>
      <dt>{say('Đơn vị')}</dt>
      <dd>
        <span lang="vi">{duty.unit.name}</span>, {say(roleWords[duty.role]).toLocaleLowerCase(language)}
        {duty.heir && duty.heir.id !== duty.unit.id ? (
          <strong className={css['heir']} lang="vi">
            {say('Nhiệm vụ của {unit}, nay thuộc {heir}', { unit: duty.unit.name, heir: duty.heir.name })}
          </strong>
        ) : null}
        {duty.transfers.map((transfer, index) => (
          <span key={index} className={css['line']} lang="vi">
            {say(
              transfer.planned
                ? 'Đã quyết định chuyển từ {from} sang {to}, có hiệu lực từ ngày {date}'
                : 'Chuyển từ {from} sang {to} ngày {date}',
              { from: transfer.from.name, to: transfer.to.name, date: day(transfer.on, language) },
            )}
            {transfer.reason ? `: ${transfer.reason}` : ''}
          </span>
        ))}
      </dd>
      {duty.part ? (
        <>
          <dt>{say('Phần việc')}</dt>
          <dd lang="vi">{duty.part}</dd>
        </>
      ) : null}
      {duty.period ? (
        <>
          <dt>{say('Kỳ')}</dt>
          <dd>{periodWords(duty.period, say)}</dd>
        </>
      ) : null}
      <dt>{say('Thời hạn')}</dt>
      <dd className="figures">
        {duty.dueOn ? day(duty.dueOn, language) : say('không có hạn ngày')}
        {duty.firstDueOn && duty.firstDueOn !== duty.dueOn ? (
          <span className={css['line']}>
            {say('Hạn ban đầu {date}, đã được gia hạn', { date: day(duty.firstDueOn, language) })}
          </span>
        ) : null}
      </dd>
      <dt>{say('Nhiệm vụ')}</dt>
      <dd>
        <Link to="/nhiem-vu/$id" params={{ id: String(duty.taskId) }}>
          {say('Nhiệm vụ trong sổ và các đơn vị cùng được giao')}
        </Link>
        {duty.group ? (
          <span className={css['line']} lang="vi">
            {say('Nhóm')}: {duty.group}
          </span>
        ) : null}
      </dd>
      {duty.plan ? (
        <>
          <dt>{say('Kế hoạch')}</dt>
          <dd>
            <Link to="/ke-hoach/$id" params={{ id: String(duty.plan.id) }} lang="vi">
              {[duty.plan.number, duty.plan.title].filter(Boolean).join(' – ')}
            </Link>
            <span className={css['line']} lang="vi">
              {duty.plan.ownerName}
            </span>
          </dd>
        </>
      ) : null}
      {duty.superiorTask ? (
        <>
          <dt>{say('Nhiệm vụ cấp trên')}</dt>
          <dd>
            <Link to="/nhiem-vu/$id" params={{ id: String(duty.superiorTask.id) }} lang="vi">
              {duty.superiorTask.text}
            </Link>
          </dd>
        </>
      ) : null}
      {duty.asksPlan ? (
        <>
          <dt>{say('Kế hoạch của đơn vị')}</dt>
          <dd>
            {duty.ownPlan ? (
              <Link to="/ke-hoach/$id" params={{ id: String(duty.ownPlan.id) }} lang="vi">
                {[duty.ownPlan.number, duty.ownPlan.title].filter(Boolean).join(' – ')}
              </Link>
            ) : (
              say('Đơn vị phải ban hành kế hoạch của mình; khi ban hành, việc này tự hoàn thành.')
            )}
          </dd>
        </>
      ) : null}
      {duty.confirmer ? (
        <>
          <dt>{say('Cơ quan xác nhận')}</dt>
          <dd lang="vi">{duty.confirmer.name}</dd>
        </>
      ) : null}
      {duty.budget ? (
        <>
          <dt>{say('Kinh phí')}</dt>
          <dd lang="vi">{duty.budget}</dd>
        </>
      ) : null}
    </dl>
  );
}
