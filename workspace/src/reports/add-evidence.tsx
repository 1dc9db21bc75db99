// Adds a piece of evidence: a photo or file, a link, a duty or a document that is in the system already.
import type { Report, ReportEvidenceInput } from '@nhipcau/server/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { documentList } from '../api.ts';
import forms from '../duties/bulk.module.css';
import { FilePicker } from '../duties/evidence-picker.tsx';
import { dutyList } from '../duties/requests.ts';
import { uploadFile } from '../duties/upload.ts';
import { useWords, type Message } from '../language/words.ts';
import { useRested } from '../register/rested.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/notice.tsx';
import type { Proven } from './evidence.tsx';
import css from './report.module.css';
import { addEvidence } from './requests.ts';

const kinds = ['file', 'link', 'duty', 'document'] as const;
type Kind = (typeof kinds)[number];
const kindWords: Readonly<Record<Kind, Message>> = {
  file: 'Ảnh hoặc tệp',
  link: 'Đường dẫn',
  duty: 'Việc đã làm',
  document: 'Văn bản trong hệ thống',
};

interface AddProps {
  readonly report: Report;
  readonly place: Proven;
  readonly onClose: () => void;
}

export function AddEvidence({ report, place, onClose }: AddProps) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [kind, setKind] = useState<Kind>('file');
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const add = useMutation({
    mutationFn: (evidence: ReportEvidenceInput) => addEvidence(report.id, evidence),
    onSuccess: (answer) => {
      queries.setQueryData(['report', report.id], answer);
      onClose();
    },
  });
  return (
    <Dialog
      title={say('Thêm minh chứng')}
      onClose={onClose}
      actions={
        kind === 'link' ? (
          <Button
            look="action"
            disabled={!url.trim() || add.isPending}
            onClick={() =>
              add.mutate({ kind: 'link', ...place, title: title.trim() || url.trim(), url: url.trim() })
            }
          >
            {say('Thêm|minh chứng')}
          </Button>
        ) : null
      }
    >
      <div className={forms['form']}>
        {add.error ? <Failure error={add.error} /> : null}
        <label>
          {say('Loại')}
          <select value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {say(kindWords[one])}
              </option>
            ))}
          </select>
        </label>
        {kind === 'file' ? (
          <>
            <p>
              {say(
                'Tối đa 50 MB mỗi tệp. Ai đọc được báo cáo thì mở được tệp; nơi chụp ảnh không được giữ lại.',
              )}
            </p>
            <div className={css['evidenceFiles']}>
              <FilePicker
                send={(proof, onProgress) =>
                  uploadFile({
                    address: `/api/reports/${report.id}/evidence/files`,
                    fields: Object.fromEntries(
                      Object.entries(place).map(([name, value]) => [name, String(value)]),
                    ),
                    proof,
                    onProgress,
                  })
                }
                onSent={(all) => {
                  void queries.invalidateQueries({ queryKey: ['report', report.id] });
                  if (all) onClose();
                }}
              />
            </div>
          </>
        ) : kind === 'link' ? (
          <>
            <label>
              {say('Địa chỉ trang')}
              <input
                type="url"
                placeholder="https://"
                value={url}
                onChange={(event) => setUrl(event.target.value)}
              />
            </label>
            <label>
              {say('Tên gọi')}
              <input type="text" lang="vi" value={title} onChange={(event) => setTitle(event.target.value)} />
            </label>
          </>
        ) : (
          <Finder
            key={kind}
            kind={kind}
            unitId={report.unit.id}
            busy={add.isPending}
            onPick={(found) =>
              add.mutate(
                kind === 'duty'
                  ? { kind, ...place, dutyId: found }
                  : { kind: 'document', ...place, documentId: found },
              )
            }
          />
        )}
      </div>
    </Dialog>
  );
}

interface FinderProps {
  readonly kind: 'duty' | 'document';
  readonly unitId: number;
  readonly busy: boolean;
  readonly onPick: (id: number) => void;
}

function Finder({ kind, unitId, busy, onPick }: FinderProps) {
  const { say } = useWords();
  const [asked, setAsked] = useState('');
  const [text, setText] = useRested(asked, setAsked);
  const found = useQuery({
    queryKey: ['report-evidence', kind, unitId, asked],
    queryFn: async ({ signal }): Promise<readonly { id: number; title: string }[]> => {
      if (kind === 'duty') {
        const { rows } = await dutyList({ q: asked, under: unitId, size: 12 }, signal);
        return rows.map(({ id, text: title }) => ({ id, title }));
      }
      const { rows } = await documentList({ q: asked, size: 12 }, signal);
      return rows.map((one) => ({ id: one.id, title: one.title || one.fileName }));
    },
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <label>
        {say('Tìm')}
        <input type="text" value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      {found.error ? <Failure error={found.error} /> : null}
      <ul className={css['found']}>
        {found.data?.map(({ id, title }) => (
          <li key={id}>
            <button type="button" lang="vi" disabled={busy} onClick={() => onPick(id)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
      {found.data?.length === 0 ? <p role="status">{say('Không tìm thấy gì khớp.')}</p> : null}
    </>
  );
}
