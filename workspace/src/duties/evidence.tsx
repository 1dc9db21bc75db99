// The outputs that a duty owes, each with what proves it; what belongs to none of them stands below.
import type { DutyDetail, Evidence } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { moment, size } from '../language/dates.ts';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { dutiesChanged } from './bulk.ts';
import css from './duty.module.css';
import { EvidencePicker } from './evidence-picker.tsx';
import { LinkDialog, type LinkKind } from './link-dialog.tsx';
import { evidenceFile, removeEvidence } from './requests.ts';
import { SendProblem } from './step-dialog.tsx';

export function EvidenceSection({ duty }: { duty: DutyDetail }) {
  const { say } = useWords();
  const may = duty.may.includes('evidence');
  const loose = duty.evidence.filter(({ output }) => output === null || output >= duty.outputs.length);
  if (duty.outputs.length === 0 && loose.length === 0 && !may) return null;
  return (
    <section className={css['section']}>
      <h2>{say('Sản phẩm và minh chứng')}</h2>
      {duty.outputs.map((title, output) => {
        const proofs = duty.evidence.filter((one) => one.output === output);
        return (
          <div key={output} className={css['output']}>
            <h3 lang="vi">{title}</h3>
            {proofs.length === 0 ? (
              <p className={css['line']}>{say('Chưa có minh chứng')}</p>
            ) : (
              <Proofs duty={duty} proofs={proofs} />
            )}
            {may ? <AddProof duty={duty} output={output} /> : null}
          </div>
        );
      })}
      <div className={css['output']}>
        {duty.outputs.length > 0 && loose.length > 0 ? <h3>{say('Minh chứng chung')}</h3> : null}
        {loose.length > 0 ? <Proofs duty={duty} proofs={loose} /> : null}
        {may && duty.outputs.length === 0 ? <AddProof duty={duty} output={null} /> : null}
      </div>
    </section>
  );
}

function Proofs({ duty, proofs }: { duty: DutyDetail; proofs: readonly Evidence[] }) {
  return (
    <ul className={css['proofs']}>
      {proofs.map((one) => (
        <Proof key={one.id} duty={duty} proof={one} />
      ))}
    </ul>
  );
}

export const isChecking = ({ state }: Evidence): boolean => state === 'checking';

const refusals: Readonly<Record<NonNullable<Evidence['refusal']>, Message>> = {
  'secret-mark':
    'Tệp mang dấu chỉ độ mật: đã bị từ chối và hủy. Không gửi tài liệu mật lên hệ thống; chỉ đơn vị bạn thấy dòng này.',
  unreadable:
    'Không đọc được tệp để kiểm tra dấu chỉ độ mật: đã bị từ chối và hủy. Hãy gửi lại ở định dạng khác.',
};

/** A file that nobody opens: being read, or destroyed. It has no name. */
function Unopened({ proof }: { proof: Evidence }) {
  const { say, language } = useWords();
  const notes = [proof.addedBy, moment(proof.addedAt, language)].filter(Boolean).join(' · ');
  return (
    <span className={css['proofWords']} role="status">
      {proof.refusal ? (
        <span className={css['refused']}>{say(refusals[proof.refusal])}</span>
      ) : (
        <span>{say('Tệp đang được kiểm tra trước khi lưu. Bạn có thể tiếp tục làm việc khác.')}</span>
      )}
      <span className={css['line']}>{notes}</span>
    </span>
  );
}

const isPicture = ({ mediaType }: Evidence) => /^image\/(jpeg|png|webp|gif)$/.test(mediaType ?? '');

function Proof({ duty, proof }: { duty: DutyDetail; proof: Evidence }) {
  const { say, language } = useWords();
  const queries = useQueryClient();
  const [asked, ask] = useState(false);
  const open = proof.state === 'kept';
  const title = open ? proof.title : say('Tệp chưa có tên');
  const address = !open ? null : proof.kind === 'file' ? evidenceFile(duty.id, proof.id) : proof.url;
  const remove = useMutation({
    mutationFn: () => removeEvidence(duty.id, proof.id),
    onSuccess: () => {
      ask(false);
      dutiesChanged(queries);
      toast(say('Đã bỏ minh chứng'));
    },
  });
  const notes = [
    proof.addedBy,
    moment(proof.addedAt, language),
    proof.size === null ? null : size(proof.size, language),
  ];
  return (
    <li>
      {isPicture(proof) && address ? (
        <a href={address} target="_blank" rel="noreferrer" className={css['picture']}>
          <img src={address} alt={proof.title} loading="lazy" />
        </a>
      ) : null}
      {open ? (
        <span className={css['proofWords']}>
          {address ? (
            <a href={address} target="_blank" rel="noreferrer" lang="vi">
              {proof.title}
            </a>
          ) : (
            <span lang="vi">{proof.title}</span>
          )}
          <span className={css['line']}>{notes.filter(Boolean).join(' · ')}</span>
        </span>
      ) : (
        <Unopened proof={proof} />
      )}
      {duty.may.includes('evidence') ? (
        <Button
          look="plain"
          small
          onClick={() => ask(true)}
          aria-label={say('Bỏ minh chứng {title}', { title })}
        >
          {say('Bỏ')}
        </Button>
      ) : null}
      {asked ? (
        <Dialog
          title={say('Bỏ minh chứng này?')}
          onClose={() => ask(false)}
          actions={
            <>
              <Button onClick={() => ask(false)}>{say('Thôi')}</Button>
              <Button look="grave" disabled={remove.isPending} onClick={() => remove.mutate()}>
                {say('Bỏ')}
              </Button>
            </>
          }
        >
          <SendProblem error={remove.error} />
          <p lang="vi">{title}</p>
          <p className={css['line']}>{say('Lịch sử vẫn ghi rằng minh chứng đã có và ai đã bỏ.')}</p>
        </Dialog>
      ) : null}
    </li>
  );
}

function AddProof({ duty, output }: { duty: DutyDetail; output: number | null }) {
  const { say } = useWords();
  const [asked, ask] = useState<LinkKind | null>(null);
  return (
    <div className={css['buttons']}>
      <EvidencePicker duty={duty} output={output} />
      <Button small onClick={() => ask('link')}>
        {say('Thêm đường dẫn')}
      </Button>
      <Button small onClick={() => ask('record')}>
        {say('Ghi sản phẩm')}
      </Button>
      {asked ? (
        <LinkDialog key={asked} duty={duty} output={output} kind={asked} onClose={() => ask(null)} />
      ) : null}
    </div>
  );
}
