// The outputs that a duty owes, each with what proves it; what belongs to none of them stands below.
import type { DutyDetail, Evidence } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { moment, size } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { dutiesChanged } from './bulk.ts';
import formCss from './bulk.module.css';
import css from './duty.module.css';
import { EvidencePicker } from './evidence-picker.tsx';
import { useKept } from './kept.ts';
import { addLink, evidenceFile, removeEvidence } from './requests.ts';
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

const isPicture = ({ mediaType }: Evidence) => /^image\/(jpeg|png|webp|gif)$/.test(mediaType ?? '');

function Proof({ duty, proof }: { duty: DutyDetail; proof: Evidence }) {
  const { say, language } = useWords();
  const queries = useQueryClient();
  const [asked, ask] = useState(false);
  const address = proof.kind === 'file' ? evidenceFile(duty.id, proof.id) : proof.url;
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
      {duty.may.includes('evidence') ? (
        <Button
          look="plain"
          small
          onClick={() => ask(true)}
          aria-label={say('Bỏ minh chứng {title}', { title: proof.title })}
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
          <p lang="vi">{proof.title}</p>
          <p className={css['line']}>{say('Lịch sử vẫn ghi rằng minh chứng đã có và ai đã bỏ.')}</p>
        </Dialog>
      ) : null}
    </li>
  );
}

function AddProof({ duty, output }: { duty: DutyDetail; output: number | null }) {
  const { say } = useWords();
  const [asked, ask] = useState(false);
  return (
    <div className={css['buttons']}>
      <EvidencePicker duty={duty} output={output} />
      <Button small onClick={() => ask(true)}>
        {say('Thêm đường dẫn')}
      </Button>
      {asked ? <LinkDialog duty={duty} output={output} onClose={() => ask(false)} /> : null}
    </div>
  );
}

interface LinkProps {
  readonly duty: DutyDetail;
  readonly output: number | null;
  readonly onClose: () => void;
}

function LinkDialog({ duty, output, onClose }: LinkProps) {
  const { say } = useWords();
  const queries = useQueryClient();
  const kept = useKept(`link:${duty.id}:${output ?? 'all'}`, { title: '', url: '' });
  const { title, url } = kept.value;
  const fits = /^https?:\/\/\S+\.\S+/.test(url.trim());
  const send = useMutation({
    mutationFn: () => addLink(duty.id, { kind: 'link', title: title.trim(), url: url.trim(), output }),
    onSuccess: () => {
      kept.forget();
      dutiesChanged(queries);
      onClose();
    },
  });
  return (
    <Dialog
      title={say('Thêm đường dẫn')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look="action"
            disabled={send.isPending || !title.trim() || !fits}
            onClick={() => send.mutate()}
          >
            {say('Thêm minh chứng')}
          </Button>
        </>
      }
    >
      <div className={formCss['form']}>
        <SendProblem error={send.error} />
        <label>
          {say('Đường dẫn (bài báo, chương trình, trang tin)')}
          <input
            type="url"
            inputMode="url"
            placeholder="https://"
            value={url}
            onChange={(event) => kept.set({ title, url: event.target.value })}
          />
        </label>
        {url.trim() && !fits ? (
          <p role="status" className={formCss['hint']}>
            {say('Đường dẫn bắt đầu bằng https:// hoặc http://')}
          </p>
        ) : null}
        <label>
          {say('Tên gọi')}
          <input
            type="text"
            maxLength={500}
            value={title}
            onChange={(event) => kept.set({ url, title: event.target.value })}
          />
        </label>
      </div>
    </Dialog>
  );
}
