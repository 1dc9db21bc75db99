// What may be done with a duty now: exactly the buttons that the server names, the next step first.
import type { DutyAbility, DutyDetail } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords, type Message } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { toast } from '../ui/toast.tsx';
import css from './duty.module.css';
import { StepDialog, StepProblem } from './step-dialog.tsx';
import { dialogs, type DialogStep } from './step-words.ts';
import { UrgeDialog } from './urge-dialog.tsx';
import { useStep } from './use-step.ts';

/** In the order in which they stand; those of the unit first, then those of who confirms and directs. */
const order: readonly (readonly [DialogStep, Message])[] = [
  ['askExtension', 'Xin gia hạn'],
  ['takeBack', 'Rút báo cáo'],
  ['confirm', 'Xác nhận hoàn thành'],
  ['sendBack', 'Trả lại'],
  ['decideExtension', 'Quyết định gia hạn'],
  ['reopen', 'Mở lại'],
  ['transfer', 'Chuyển đơn vị khác'],
  ['cancel', 'Thôi giao việc này'],
  ['reinstate', 'Giao lại'],
];

export function DutySteps({ duty }: { duty: DutyDetail }) {
  const { say } = useWords();
  const [asked, ask] = useState<DialogStep | 'urge' | null>(null);
  const receiving = useStep(duty, () => toast(say('Đã tiếp nhận {n, number} việc', { n: 1 })));
  const may = (ability: DutyAbility) => duty.may.includes(ability);
  const shown = order.filter(([step]) => may(step));
  const confirms = may('confirm');
  if (duty.may.length === 0) return null;
  return (
    <section className={css['steps']} aria-label={say('Việc có thể làm')}>
      <StepProblem step={receiving} />
      {may('report') || may('progress') ? (
        <Link
          to="/viec/$id/bao-cao"
          params={{ id: String(duty.id) }}
          className={`${buttonClass('action')} ${css['first']}`}
        >
          {say('Báo cáo')}
        </Link>
      ) : null}
      {may('receive') ? (
        <Button disabled={receiving.busy} onClick={() => receiving.take({ do: 'receive' })}>
          {say('Tiếp nhận')}
        </Button>
      ) : null}
      {may('ownPlan') && !duty.ownPlan && duty.plan ? (
        <Link to="/ke-hoach/moi" search={{ from: 'superior', id: duty.plan.id }} className={buttonClass()}>
          {say('Lập kế hoạch của đơn vị')}
        </Link>
      ) : null}
      {shown.map(([step, words]) => (
        <Button
          key={step}
          look={step === 'confirm' && confirms ? 'action' : 'quiet'}
          onClick={() => ask(step)}
        >
          {say(words)}
        </Button>
      ))}
      {may('urge') ? <Button onClick={() => ask('urge')}>{say('Đôn đốc|làm')}</Button> : null}
      {asked === 'urge' ? (
        <UrgeDialog duties={[duty]} onClose={() => ask(null)} />
      ) : asked ? (
        <StepDialog key={asked} duty={duty} words={dialogs[asked]} step={asked} onClose={() => ask(null)} />
      ) : null}
    </section>
  );
}
