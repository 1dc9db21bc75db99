// Which plan this is, how far it is, whether all is saved, and the steps that the reader may take.
import type { PlanAbility, PlanDetail } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords, type Message } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { useDesk, usePiece } from './desk-context.ts';
import deskCss from '../desk/desk.module.css';
import { SavingState } from '../desk/saving-state.tsx';
import { LifeDialog } from './life-dialog.tsx';
import { amendmentStates, periodWords, planName, planStates } from './states.ts';

type LifeAbility = Exclude<PlanAbility, 'edit'>;

/** In the order in which they are taken; the first that is open is the one that matters. */
const stepWords: readonly (readonly [LifeAbility, Message])[] = [
  ['issue', 'Ban hành…'],
  ['approve', 'Phê duyệt…'],
  ['submit', 'Trình phê duyệt…'],
  ['return', 'Trả lại…'],
  ['withdraw', 'Rút lại…'],
  ['amend', 'Sửa đổi…'],
  ['dropAmendment', 'Bỏ bản sửa đổi…'],
  ['close', 'Đóng kế hoạch…'],
  ['reopen', 'Mở lại…'],
  ['remove', 'Xóa bản thảo…'],
];
const matters: readonly PlanAbility[] = ['issue', 'approve', 'submit'];

export function Head({ detail, old }: { detail: PlanDetail; old: boolean }) {
  const { say, language } = useWords();
  const { readOnly } = useDesk();
  const [asked, setAsked] = useState<LifeAbility | null>(null);
  const state = planStates[detail.status];
  const amendment = detail.amendmentStatus && !old ? amendmentStates[detail.amendmentStatus] : null;
  const steps = old ? [] : stepWords.filter(([ability]) => detail.may.includes(ability));
  return (
    <div className={deskCss['head']}>
      <div className={deskCss['name']}>
        <p className={deskCss['back']}>
          <Link to="/ke-hoach">{say('Kế hoạch|nhiều')}</Link>
        </p>
        <h1 lang="vi">{planName(detail, say)}</h1>
        <p className={deskCss['about']}>
          <span lang="vi">{detail.owner.name}</span> · {periodWords(detail, say, language)}{' '}
          <Tag tone={state.tone}>{say(state.words)}</Tag>{' '}
          {amendment ? <Tag tone={amendment.tone}>{say(amendment.words)}</Tag> : null}{' '}
          {detail.demo ? <Tag>{say('dữ liệu minh họa')}</Tag> : null}
        </p>
      </div>
      <div className={deskCss['tools']}>
        {readOnly ? null : <Writing />}
        {detail.status === 'issued' || detail.status === 'closed' ? (
          <Link to="/ke-hoach/$id/bao-phu" params={{ id: String(detail.id) }} className={buttonClass()}>
            {say('Bao phủ')}
          </Link>
        ) : null}
        {steps.map(([ability, words], at) => (
          <Button
            key={ability}
            look={at === 0 && matters.includes(ability) ? 'action' : 'quiet'}
            onClick={() => setAsked(ability)}
          >
            {say(words)}
          </Button>
        ))}
      </div>
      {asked ? <LifeDialog detail={detail} ability={asked} onClose={() => setAsked(null)} /> : null}
    </div>
  );
}

function Writing() {
  const { keeper } = useDesk();
  return (
    <SavingState
      saving={usePiece((desk) => desk.saving)}
      undoable={usePiece((desk) => desk.undoable)}
      redoable={usePiece((desk) => desk.redoable)}
      keeper={keeper}
    />
  );
}
