// Which plan this is, how far it is, whether all is saved, and the steps that the reader may take.
import type { PlanAbility, PlanDetail } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords, type Message } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { useDesk, usePiece } from './desk-context.ts';
import type { Saving } from '../desk/keeper.ts';
import { LifeDialog } from './life-dialog.tsx';
import css from './plan.module.css';
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
    <div className={css['head']}>
      <div className={css['name']}>
        <p className={css['back']}>
          <Link to="/ke-hoach">{say('Kế hoạch|nhiều')}</Link>
        </p>
        <h1 lang="vi">{planName(detail, say)}</h1>
        <p className={css['about']}>
          <span lang="vi">{detail.owner.name}</span> · {periodWords(detail, say, language)}{' '}
          <Tag tone={state.tone}>{say(state.words)}</Tag>{' '}
          {amendment ? <Tag tone={amendment.tone}>{say(amendment.words)}</Tag> : null}{' '}
          {detail.demo ? <Tag>{say('dữ liệu minh họa')}</Tag> : null}
        </p>
      </div>
      <div className={css['tools']}>
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

const savingWords: Readonly<Record<Saving, Message>> = {
  saved: 'Đã lưu',
  saving: 'Đang lưu…',
  waiting: 'Chưa lưu, giữ trên máy này',
  refused: 'Chưa lưu được|kế hoạch',
  conflict: 'Chờ bạn chọn',
};

function Writing() {
  const { say } = useWords();
  const { keeper } = useDesk();
  const saving = usePiece((desk) => desk.saving);
  const undoable = usePiece((desk) => desk.undoable);
  const redoable = usePiece((desk) => desk.redoable);
  return (
    <>
      <span role="status" className={css['saving']} data-state={saving}>
        {say(savingWords[saving])}
      </span>
      <Button look="plain" small disabled={!undoable} title="Ctrl+Z" onClick={keeper.undo}>
        {say('Hoàn tác')}
      </Button>
      <Button look="plain" small disabled={!redoable} title="Ctrl+Shift+Z" onClick={keeper.redo}>
        {say('Làm lại')}
      </Button>
    </>
  );
}
