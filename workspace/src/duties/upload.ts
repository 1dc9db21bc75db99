// Sends one photo or file as evidence; tells how much of it has left.
import { i18n } from '@lingui/core';
import type { EvidenceResult, Problem } from '@nhipcau/server/contract';
import { plainProblem, RequestFailed, unreachable } from '../api.ts';
import type { Proof } from './proofs.ts';

interface Sending {
  readonly proof: Pick<Proof, 'key' | 'name' | 'blob'>;
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
}

export const uploadProof = ({
  dutyId,
  proof,
  ...sending
}: Sending & { readonly dutyId: number; readonly proof: Proof }): Promise<void> =>
  uploadFile({
    ...sending,
    proof,
    address: `/api/duties/${dutyId}/evidence`,
    fields: proof.output === null ? {} : { output: String(proof.output) },
  });

/** Where it goes, and what it proves there. */
interface To {
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
}

export function uploadFile({ address, fields, proof, onProgress, signal }: Sending & To): Promise<void> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', address);
    sending.setRequestHeader('accept', 'application/json');
    sending.setRequestHeader('accept-language', i18n.locale || 'vi');
    sending.setRequestHeader('idempotency-key', proof.key);
    sending.responseType = 'json';
    sending.timeout = 180_000;
    const lost = () => reject(new RequestFailed(plainProblem(0, unreachable)));
    sending.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress?.(loaded / Math.max(total, 1)),
    );
    sending.addEventListener('error', lost);
    sending.addEventListener('timeout', lost);
    sending.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    sending.addEventListener('load', () => {
      const answer = sending.response as Pick<EvidenceResult, 'files'> | Problem | null;
      const refused = answer && 'files' in answer ? answer.files.find(({ ok }) => !ok) : undefined;
      if (refused && !refused.ok) reject(new RequestFailed(refused.problem));
      else if (sending.status >= 200 && sending.status < 300) resolve();
      else reject(new RequestFailed(problemOf(sending)));
    });
    signal?.addEventListener('abort', () => sending.abort());
    const form = new FormData();
    // Fields first: the server reads the form as it streams.
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', proof.blob, proof.name);
    sending.send(form);
  });
}

function problemOf({ status, response }: XMLHttpRequest): Problem {
  const said = response as Problem | null;
  return { ...plainProblem(status, status >= 500 ? unreachable : 'unknown'), ...said };
}
