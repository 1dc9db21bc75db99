// The dialog of one step: what comes of it, what it needs. What was typed outlives a failed request and a session that ended.
import type { DutyDetail } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { RequestFailed } from '../api.ts';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import css from './bulk.module.css';
import { Conflict } from './conflict.tsx';
import { useKept } from './kept.ts';
import { stepOf, type DialogStep, type Filled, type StepWords } from './step-words.ts';
import { UnitField } from './unit-field.tsx';
import { useStep, type StepState } from './use-step.ts';

interface Props {
  readonly duty: DutyDetail;
  readonly step: DialogStep;
  readonly words: StepWords;
  readonly onClose: () => void;
}

export function StepDialog({ duty, step, words, onClose }: Props) {
  const { say } = useWords();
  const asked = duty.extensions.find(({ decidedOn }) => decidedOn === null);
  const kept = useKept<Filled>(`step:${step}:${duty.id}`, {
    note: '',
    day: step === 'decideExtension' ? (asked?.wantedOn ?? '') : '',
    granted: null,
    unit: null,
  });
  const state = useStep(duty, () => {
    kept.forget();
    toast(say(words.done));
    onClose();
  });
  const ready = stepOf(step, kept.value);
  const set = (part: Partial<Filled>) => kept.set({ ...kept.value, ...part });
  if (state.conflict) {
    return <Conflict duty={duty} state={state} onGiveUp={kept.forget} />;
  }
  return (
    <Dialog
      title={say(words.title)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look="action"
            disabled={state.busy || ready === null}
            onClick={() => ready && state.take(ready)}
          >
            {say(words.title)}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        <StepProblem step={state} />
        <p>{say(words.consequence)}</p>
        {words.field === 'decision' ? <Decision duty={duty} filled={kept.value} set={set} /> : null}
        {words.field === 'day' ? (
          <DayField
            label={say('Xin gia hạn đến ngày')}
            value={kept.value.day}
            onChange={(to) => set({ day: to })}
          />
        ) : null}
        {words.field === 'unit' ? (
          <UnitField
            living
            label={say('Chuyển cho đơn vị')}
            value={kept.value.unit}
            onChange={(unit) => set({ unit })}
          />
        ) : null}
        {words.field === 'correction' ? (
          <label className={css['check']}>
            <input
              type="checkbox"
              checked={kept.value.correction === true}
              onChange={(event) => set({ correction: event.target.checked })}
            />
            <span>
              {say(
                'Đính chính: ngày hoàn thành đã báo cáo bị ghi sai; đơn vị được báo cáo lại ngày sớm hơn.',
              )}
            </span>
          </label>
        ) : null}
        <label>
          {say(words.note)}
          <textarea
            rows={3}
            maxLength={5000}
            required={words.required}
            value={kept.value.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        </label>
        {kept.was ? <p className={css['hint']}>{say('Chữ bạn gõ lần trước được giữ lại ở đây.')}</p> : null}
      </div>
    </Dialog>
  );
}

interface DecisionProps {
  readonly duty: DutyDetail;
  readonly filled: Filled;
  readonly set: (part: Partial<Filled>) => void;
}

function Decision({ duty, filled, set }: DecisionProps) {
  const { say, language } = useWords();
  const name = useId();
  const asked = duty.extensions.find(({ decidedOn }) => decidedOn === null);
  return (
    <>
      {asked ? (
        <Notice>
          <span lang="vi">
            {say('{unit} xin gia hạn đến {date}', {
              unit: duty.unit.name,
              date: day(asked.wantedOn, language),
            })}
            {`: ${asked.reason}`}
          </span>
        </Notice>
      ) : null}
      <fieldset className={css['choice']}>
        <legend className="hidden-text">{say('Quyết định gia hạn')}</legend>
        <label>
          <input
            type="radio"
            name={name}
            checked={filled.granted === true}
            onChange={() => set({ granted: true })}
          />
          {say('Đồng ý')}
        </label>
        <label>
          <input
            type="radio"
            name={name}
            checked={filled.granted === false}
            onChange={() => set({ granted: false })}
          />
          {say('Không đồng ý')}
        </label>
      </fieldset>
      {filled.granted === true ? (
        <DayField label={say('Hạn mới')} value={filled.day} onChange={(to) => set({ day: to })} />
      ) : null}
    </>
  );
}

/** Why a step failed; where the session has ended, the way back in. */
export function StepProblem({ step }: { step: Pick<StepState, 'error'> }) {
  return <SendProblem error={step.error} />;
}

export function SendProblem({ error }: { error: unknown }) {
  const { say } = useWords();
  if (!error) return null;
  if (!(error instanceof RequestFailed) || error.problem.status !== 401) return <Failure error={error} />;
  return (
    <Notice
      tone="soon"
      role="alert"
      title={say('Phiên làm việc đã hết')}
      actions={
        <Link
          to="/dang-nhap"
          search={{ tiep: `${location.pathname}${location.search}` }}
          className={buttonClass('action', true)}
        >
          {say('Đăng nhập lại')}
        </Link>
      }
    >
      {say('Những gì bạn đã nhập được giữ trên máy này; đăng nhập lại rồi gửi tiếp.')}
    </Notice>
  );
}
