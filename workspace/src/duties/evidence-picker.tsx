// Adds photos and files to a duty straight from its page, each sent by itself with its own progress.
import type { DutyDetail } from '@nhipcau/server/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { readied, type Readied } from './add-files.ts';
import { dutiesChanged } from './bulk.ts';
import { FileButtons } from './file-buttons.tsx';
import type { Proof } from './proofs.ts';
import { RefusedFiles } from './refused-files.tsx';
import css from './report.module.css';
import { SendProblem } from './step-dialog.tsx';
import { uploadProof } from './upload.ts';

interface Failed {
  readonly proofs: readonly Proof[];
  readonly error: unknown;
}

export function EvidencePicker({ duty, output }: { duty: DutyDetail; output: number | null }) {
  const queries = useQueryClient();
  return (
    <FilePicker
      output={output}
      send={(proof, onProgress) => uploadProof({ dutyId: duty.id, proof, onProgress })}
      onSent={() => dutiesChanged(queries)}
    />
  );
}

interface Props {
  readonly output?: number | null;
  readonly send: (proof: Proof, onProgress: (part: number) => void) => Promise<void>;
  /** Some of them, at least, have arrived. */
  readonly onSent: (all: boolean) => void;
}

/** Photos and files made ready and sent one by one; what did not arrive can be sent again. */
export function FilePicker({ output = null, send: sendOne, onSent }: Props) {
  const { say } = useWords();
  const [part, setPart] = useState<number | null>(null);
  const [failed, setFailed] = useState<Failed | null>(null);
  const [refused, setRefused] = useState<Readied['refused']>([]);
  const sending = useRef(false);
  const send = async (proofs: readonly Proof[]) => {
    if (sending.current || proofs.length === 0) return;
    sending.current = true;
    setFailed(null);
    let done = 0;
    try {
      for (const proof of proofs) {
        setPart(done / proofs.length);
        await sendOne(proof, (sent) => setPart((done + sent) / proofs.length));
        done += 1;
      }
    } catch (error) {
      setFailed({ proofs: proofs.slice(done), error });
    }
    sending.current = false;
    setPart(null);
    if (done > 0) onSent(done === proofs.length);
  };
  const add = async (files: readonly File[]) => {
    setPart(0);
    const ready = await readied(files, output);
    setRefused(ready.refused);
    setPart(null);
    await send(ready.proofs);
  };
  return (
    <>
      <FileButtons small busy={part !== null} onFiles={(files) => void add(files)} />
      {part === null ? null : (
        <progress className={css['bar']} value={part} aria-label={say('Đang gửi minh chứng')} />
      )}
      <RefusedFiles refused={refused} />
      {failed ? (
        <div className={css['failed']}>
          <SendProblem error={failed.error} />
          <Button small onClick={() => void send(failed.proofs)}>
            {say('Gửi lại {n, number} tệp', { n: failed.proofs.length })}
          </Button>
        </div>
      ) : null}
    </>
  );
}
