// The steps that ask for no more than a reason, each with what it does.
import type { OutgoingAbility, OutgoingDetail } from '@nhipcau/server/contract';
import { useState } from 'react';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { FormProblems, useFormCheck } from './form-problems.tsx';
import css from './forms.module.css';
import { removeOutgoing, stepOutgoing, type StepAddress } from './requests.ts';
import { useTaking } from './use-taking.ts';

export type SimpleStep = Exclude<OutgoingAbility, 'edit' | 'comment' | 'sign' | 'number' | 'distribute'>;

interface Words {
  readonly title: Message;
  readonly what: Message;
  readonly button: Message;
  readonly done: Message;
  /** How the reason is called; it must be given where `needed`. */
  readonly reason?: Message;
  readonly needed?: true;
  readonly grave?: true;
}

const steps: Readonly<Record<SimpleStep, Words>> = {
  submit: {
    title: 'Trình ký',
    what: 'Người kiểm tra thể thức và người ký sẽ nhận được dự thảo. Trong khi chờ, dự thảo không sửa được; bạn có thể rút lại.',
    button: 'Trình',
    done: 'Đã trình ký',
    reason: 'Lời trình (không bắt buộc)',
  },
  withdraw: {
    title: 'Rút lại dự thảo',
    what: 'Dự thảo trở lại để sửa tiếp.',
    button: 'Rút lại',
    done: 'Đã rút lại',
    reason: 'Lý do (không bắt buộc)',
  },
  return: {
    title: 'Trả lại dự thảo',
    what: 'Người soạn sẽ nhận được lý do và sửa lại dự thảo. Chữ ký đã có, nếu có, không còn giá trị.',
    button: 'Trả lại',
    done: 'Đã trả lại',
    reason: 'Lý do trả lại',
    needed: true,
  },
  cancelNumber: {
    title: 'Hủy số đã cấp',
    what: 'Số này ở lại trong sổ, ghi rõ đã hủy và lý do, không cấp cho văn bản khác. Văn bản chờ cấp số khác.',
    button: 'Hủy số',
    done: 'Đã hủy số',
    reason: 'Lý do hủy số',
    needed: true,
    grave: true,
  },
  issue: {
    title: 'Phát hành văn bản',
    what: 'Nội dung được khóa lại, bản Word và PDF được tạo một lần. Sau đó văn bản chỉ có thể được đính chính, thay thế hoặc thu hồi.',
    button: 'Phát hành',
    done: 'Đã phát hành',
    reason: 'Ý kiến (không bắt buộc)',
  },
  recall: {
    title: 'Thu hồi văn bản',
    what: 'Mọi nơi đã nhận được báo thu hồi, phải gửi lại hoặc hủy bản đã nhận. Văn bản vẫn còn trong sổ với số của nó.',
    button: 'Thu hồi',
    done: 'Đã thu hồi',
    reason: 'Lý do thu hồi',
    needed: true,
    grave: true,
  },
  correct: {
    title: 'Đính chính văn bản',
    what: 'Sai sót về thể thức, kỹ thuật trình bày được đính chính bằng công văn (Điều 17 Nghị định 30/2020/NĐ-CP). Một dự thảo công văn đính chính được mở.',
    button: 'Lập công văn đính chính',
    done: 'Đã lập công văn đính chính',
    reason: 'Sai sót cần đính chính',
    needed: true,
  },
  replace: {
    title: 'Thay thế văn bản',
    what: 'Sai sót về nội dung được thay thế bằng văn bản cùng loại (Điều 17 Nghị định 30/2020/NĐ-CP). Một dự thảo mang nội dung của văn bản này được mở.',
    button: 'Lập văn bản thay thế',
    done: 'Đã lập văn bản thay thế',
    reason: 'Lý do thay thế',
    needed: true,
  },
  remove: {
    title: 'Xóa dự thảo',
    what: 'Dự thảo bị xóa hẳn, không lấy lại được.',
    button: 'Xóa dự thảo',
    done: 'Đã xóa dự thảo',
    grave: true,
  },
};

const addresses: Readonly<Partial<Record<SimpleStep, StepAddress>>> = { cancelNumber: 'cancel-number' };

interface Props {
  readonly detail: OutgoingDetail;
  readonly ability: SimpleStep;
  readonly onClose: () => void;
}

export function StepDialog({ detail, ability, onClose }: Props) {
  const { say } = useWords();
  const [reason, setReason] = useState('');
  const words = steps[ability];
  const check = useFormCheck(detail, ability === 'submit' || ability === 'issue');
  const same = check.data?.problems.find(({ code }) => code === 'form-same-as-replaced');
  const errors = ability === 'submit' ? (check.data?.errors ?? 0) : 0;
  const take = useTaking<string>({ detail, done: words.done, onClose }, (version, why) =>
    ability === 'remove'
      ? removeOutgoing(detail.id, version)
      : stepOutgoing(detail.id, addresses[ability] ?? (ability as StepAddress), {
          version,
          ...(why ? { reason: why } : {}),
        }),
  );
  const blocked = (words.needed && reason.trim() === '') || errors > 0;
  return (
    <Dialog
      title={say(words.title)}
      onClose={onClose}
      actions={
        <>
          {errors > 0 ? (
            <span role="status" id="why-not-yet" className={css['why']}>
              {say('Chưa trình được: còn {n, number} lỗi thể thức phải sửa.', { n: errors })}
            </span>
          ) : null}
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look={words.grave ? 'grave' : 'action'}
            aria-describedby={errors > 0 ? 'why-not-yet' : undefined}
            disabled={blocked || take.isPending}
            onClick={() => take.mutate(reason.trim())}
          >
            {take.isPending && ability === 'issue' ? say('Đang tạo bản Word và PDF…') : say(words.button)}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        {take.error ? <Failure error={take.error} /> : null}
        <p>{say(words.what)}</p>
        {same ? (
          <Notice tone="soon" role="status" title={same.message}>
            {detail.source.reportId === null ? null : (
              <a href={`/bao-cao/${detail.source.reportId}`}>{say('Xem báo cáo nguồn')}</a>
            )}
          </Notice>
        ) : null}
        {ability === 'submit' ? <FormProblems detail={detail} onGo={onClose} /> : null}
        {words.reason ? (
          <label>
            {say(words.reason)}
            <textarea
              rows={4}
              maxLength={5000}
              lang="vi"
              required={words.needed === true}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
        ) : null}
      </div>
    </Dialog>
  );
}
