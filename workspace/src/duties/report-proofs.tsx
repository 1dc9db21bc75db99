import type { DutyDetail } from '@nhipcau/server/contract';
import { useEffect, useState } from 'react';
import { size } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { isPhoto } from './photo.ts';
import type { Proof } from './proofs.ts';
import css from './report.module.css';
import type { Report } from './use-report.ts';

/** What goes with the report: thumbnails with what each proves, and a way to take one out again. */
export function ReportProofs({ duty, report }: { duty: DutyDetail; report: Report }) {
  if (report.proofs.length === 0) return null;
  return (
    <ul className={css['thumbs']}>
      {report.proofs.map((proof) => (
        <Thumb key={proof.key} duty={duty} report={report} proof={proof} />
      ))}
    </ul>
  );
}

function Thumb({ duty, report, proof }: { duty: DutyDetail; report: Report; proof: Proof }) {
  const { say, language } = useWords();
  const address = useAddress(proof);
  const fixed = report.sending || proof.sent;
  return (
    <li>
      {address ? <img src={address} alt={proof.name} /> : <span className={css['file']}>{proof.name}</span>}
      <span className={css['hint']}>{proof.sent ? say('đã gửi') : size(proof.blob.size, language)}</span>
      {duty.outputs.length > 0 ? (
        <select
          aria-label={say('Minh chứng cho sản phẩm nào: {name}', { name: proof.name })}
          value={proof.output ?? ''}
          disabled={fixed}
          onChange={(event) =>
            report.change({ ...proof, output: event.target.value === '' ? null : Number(event.target.value) })
          }
        >
          <option value="">{say('Minh chứng chung')}</option>
          {duty.outputs.map((title, at) => (
            <option key={at} value={at}>
              {title}
            </option>
          ))}
        </select>
      ) : null}
      {fixed ? null : (
        <Button
          look="plain"
          small
          aria-label={say('Bỏ {file} khỏi danh sách', { file: proof.name })}
          onClick={() => report.remove(proof.key)}
        >
          {say('Bỏ')}
        </Button>
      )}
    </li>
  );
}

/** An address for the picture as long as it is shown. */
function useAddress({ blob, name }: Proof): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!isPhoto({ type: blob.type, name })) return undefined;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob, name]);
  return address;
}
