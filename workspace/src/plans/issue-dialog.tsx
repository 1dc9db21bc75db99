// Issuing: number, day and signer, beside what will be handed down to whom.
import type { PlanDetail } from '@nhipcau/server/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../access/me.ts';
import { useWords } from '../language/words.ts';
import { nextNumber } from '../numbers/requests.ts';
import { today } from '../register/standing.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { useDesk } from './desk-context.ts';
import { HandDownPreview } from './hand-down.tsx';
import css from './life.module.css';
import { issuePlan } from './requests.ts';

export function IssueDialog({ detail, onClose }: { detail: PlanDetail; onClose: () => void }) {
  const { say } = useWords();
  const amends = detail.amendment !== null;
  const { document } = detail;
  const [number, setNumber] = useState(document?.number ?? (amends ? '' : (detail.number ?? '')));
  const [issuedOn, setIssuedOn] = useState(document?.issuedOn ?? today());
  const [signer, setSigner] = useState(document?.signer ?? detail.signer ?? '');
  const [reason, setReason] = useState(() => (amends ? reasonOf(detail) : ''));
  const issue = useIssuing(detail, onClose);
  const whole = number.trim() && issuedOn && signer.trim() && (!amends || reason.trim());
  return (
    <Dialog
      wide
      title={amends ? say('Ban hành bản sửa đổi') : say('Ban hành kế hoạch')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look="action"
            disabled={!whole || issue.isPending}
            onClick={() =>
              issue.mutate({
                number: number.trim(),
                issuedOn,
                signer: signer.trim(),
                ...(reason.trim() ? { reason: reason.trim() } : {}),
              })
            }
          >
            {amends ? say('Ban hành và điều chỉnh nhiệm vụ') : say('Ban hành và giao nhiệm vụ')}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        {issue.error ? <Failure error={issue.error} /> : null}
        <div className={css['pair']}>
          <label>
            {say('Số, ký hiệu')}
            <input
              type="text"
              lang="vi"
              required
              maxLength={100}
              placeholder="12/KH-UBND"
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          </label>
          <DayField label={say('Ngày ban hành')} value={issuedOn} onChange={setIssuedOn} />
          <label>
            {say('Người ký')}
            <input
              type="text"
              lang="vi"
              required
              maxLength={200}
              value={signer}
              onChange={(event) => setSigner(event.target.value)}
            />
          </label>
        </div>
        <NextNumber unitId={detail.owner.id} number={number} onUse={setNumber} />
        {amends ? (
          <label>
            {say('Lý do sửa đổi')}
            <textarea
              rows={2}
              required
              lang="vi"
              maxLength={5000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
        ) : null}
        {issuedOn ? <HandDownPreview planId={detail.id} issuedOn={issuedOn} /> : null}
      </div>
    </Dialog>
  );
}

/** What was said when the amendment was begun. */
const reasonOf = ({ events }: PlanDetail): string =>
  events.find(({ action }) => action === 'amending')?.reason ?? '';

interface Issue {
  readonly number: string;
  readonly issuedOn: string;
  readonly signer: string;
  readonly reason?: string;
}

function useIssuing(detail: PlanDetail, onClose: () => void) {
  const { say } = useWords();
  const { keeper } = useDesk();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (issue: Issue) => {
      if (!(await keeper.settled())) throw new Error(say('Thay đổi chưa được lưu; hãy lưu trước.'));
      return issuePlan(detail.id, { ...issue, version: Math.max(keeper.version(), detail.version) });
    },
    onSuccess: (answer) => {
      toast(say('Đã ban hành, nhiệm vụ đã được giao'));
      onClose();
      queries.setQueryData(['plan', detail.id], answer);
      for (const key of ['plans', 'duties', 'tasks', 'overview'])
        void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

/** What the agency’s register would give; a number typed from paper may be another. */
function NextNumber({
  unitId,
  number,
  onUse,
}: {
  unitId: number;
  number: string;
  onUse: (number: string) => void;
}) {
  const { say } = useWords();
  const may = useMay();
  const next = useQuery({
    queryKey: ['numbers', 'next', unitId, 'KH'],
    queryFn: ({ signal }) => nextNumber({ unit: unitId, type: 'KH' }, signal),
    enabled: may('number.read'),
    retry: false,
  });
  const full = next.data?.fullNumber;
  if (!full) return null;
  return (
    <p className={css['next']}>
      {say('Số tiếp theo trong sổ văn bản đi: {number}.', { number: full })}{' '}
      {number.trim() === full ? null : (
        <Button look="plain" small onClick={() => onUse(full)}>
          {say('Dùng số này')}
        </Button>
      )}
    </p>
  );
}
