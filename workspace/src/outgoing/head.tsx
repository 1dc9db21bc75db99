// Which document this is, how far it is, whether all is saved, and the steps that the reader may take.
import type { OutgoingAbility, OutgoingDetail } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import deskCss from '../desk/desk.module.css';
import { SavingState } from '../desk/saving-state.tsx';
import { day } from '../language/dates.ts';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { useDesk, usePiece } from './desk-context.ts';
import { NumberDialog } from './number-dialog.tsx';
import { SendDialog } from './send-dialog.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { nextWords, states } from './states.ts';
import { StepDialog, type SimpleStep } from './step-dialog.tsx';

type Asked = Exclude<OutgoingAbility, 'edit' | 'comment'>;

/** In the order in which they are taken; the first of the way forward that is open is the one that matters. */
const stepWords: readonly (readonly [Asked, Message])[] = [
  ['distribute', 'Gửi văn bản…'],
  ['issue', 'Phát hành…'],
  ['number', 'Cấp số…'],
  ['sign', 'Ký…'],
  ['submit', 'Trình ký…'],
  ['return', 'Trả lại…'],
  ['withdraw', 'Rút lại…'],
  ['cancelNumber', 'Hủy số…'],
  ['correct', 'Đính chính…'],
  ['replace', 'Thay thế…'],
  ['recall', 'Thu hồi…'],
  ['remove', 'Xóa dự thảo…'],
];
const forward: readonly Asked[] = ['distribute', 'issue', 'number', 'sign', 'submit'];

export function Head({ detail }: { detail: OutgoingDetail }) {
  const { say, language } = useWords();
  const { readOnly } = useDesk();
  const [asked, setAsked] = useState<Asked | null>(null);
  const title = usePiece(({ draft }) => draft.content.title);
  const steps = stepWords.filter(([ability]) => detail.may.includes(ability));
  const state = states[detail.status];
  const next = nextWords[detail.status];
  const close = () => setAsked(null);
  return (
    <div ref={tellHeight} className={deskCss['head']}>
      <div className={deskCss['name']}>
        <p className={deskCss['back']}>
          <Link to="/van-ban-di">{say('Văn bản đi')}</Link>
        </p>
        <h1 lang="vi">
          {[detail.typeName, detail.fullNumber].filter(Boolean).join(' ')}
          {title ? ` – ${title}` : ''}
        </h1>
        <p className={deskCss['about']}>
          <span lang="vi">{detail.owner.name}</span>
          {detail.issuedOn ? ` · ${day(detail.issuedOn, language)}` : ''}{' '}
          <Tag tone={state.tone}>{say(state.words)}</Tag>{' '}
          {detail.replaced ? <Tag tone="soon">{say('Đã bị thay thế')}</Tag> : null}{' '}
          {detail.corrected ? <Tag tone="soon">{say('Đã đính chính')}</Tag> : null}{' '}
          {detail.demo ? <Tag>{say('dữ liệu minh họa')}</Tag> : null} {next ? say(next) : null}
        </p>
      </div>
      <div className={deskCss['tools']}>
        {readOnly ? null : <WritingState />}
        {steps.map(([ability, words], at) => (
          <Button
            key={ability}
            look={at === 0 && forward.includes(ability) ? 'action' : 'quiet'}
            onClick={() => setAsked(ability)}
          >
            {say(words)}
          </Button>
        ))}
      </div>
      {asked === 'sign' ? (
        <SignDialog detail={detail} onClose={close} />
      ) : asked === 'number' ? (
        <NumberDialog detail={detail} onClose={close} />
      ) : asked === 'distribute' ? (
        <SendDialog detail={detail} onClose={close} />
      ) : asked ? (
        <StepDialog detail={detail} ability={asked satisfies SimpleStep} onClose={close} />
      ) : null}
    </div>
  );
}

function WritingState() {
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

/** As a `ref`: what sticks below the head has to know how high it is, which the length of the title decides. */
function tellHeight(head: HTMLElement | null) {
  if (!head) return;
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => style.setProperty('--head-height', `${head.offsetHeight}px`));
  observer.observe(head);
  return () => observer.disconnect();
}
