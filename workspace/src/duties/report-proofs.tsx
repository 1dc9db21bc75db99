import type { DutyDetail } from '@nhipcau/server/contract';
import { useCallback } from 'react';
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
  const picture = usePicture(proof.blob);
  const photo = isPhoto({ type: proof.blob.type, name: proof.name });
  const fixed = report.sending || proof.sent;
  return (
    <li>
      {photo ? <img ref={picture} alt={proof.name} /> : <span className={css['file']}>{proof.name}</span>}
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

/** As a `ref`: shows what lies in the browser's store; its address lives as long as it is shown. */
function usePicture(blob: Blob) {
  return useCallback(
    (image: HTMLImageElement | null) => {
      if (!image) return undefined;
      const address = URL.createObjectURL(blob);
      image.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [blob],
  );
}
