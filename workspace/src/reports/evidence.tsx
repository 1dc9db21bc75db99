// What proves a section: links, documents of the register, duties with their own evidence.
import type { Report, ReportEvidence, ReportEvidenceInput } from '@nhipcau/server/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { documentList } from '../api.ts';
import forms from '../duties/bulk.module.css';
import { dutyList } from '../duties/requests.ts';
import { useWords, type Message } from '../language/words.ts';
import { useRested } from '../register/rested.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure, failureWords } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { useDesk } from './desk-context.ts';
import css from './report.module.css';
import { addEvidence, removeEvidence } from './requests.ts';

export function Evidence({ report, sectionId }: { report: Report; sectionId: string }) {
  const { say } = useWords();
  const { readOnly } = useDesk();
  const [adding, setAdding] = useState(false);
  const rows = report.evidence.filter((one) => one.sectionId === sectionId);
  if (rows.length === 0 && readOnly) return null;
  return (
    <div className={css['evidence']}>
      {rows.length > 0 ? (
        <ul aria-label={say('Minh chứng')}>
          {rows.map((one) => (
            <EvidenceLine key={one.id} report={report} evidence={one} />
          ))}
        </ul>
      ) : null}
      {readOnly ? null : (
        <Button small look="plain" onClick={() => setAdding(true)}>
          + {say('Thêm minh chứng')}
        </Button>
      )}
      {adding ? <AddDialog report={report} sectionId={sectionId} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function EvidenceLine({ report, evidence }: { report: Report; evidence: ReportEvidence }) {
  const { say } = useWords();
  const { readOnly } = useDesk();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeEvidence(report.id, evidence.id),
    onSuccess: (answer) => queries.setQueryData(['report', report.id], answer),
    onError: (error) => toast(failureWords(error, say).title, { tone: 'problem' }),
  });
  return (
    <li>
      <EvidenceWay evidence={evidence} />
      {evidence.addedBy ? <small> {evidence.addedBy}</small> : null}
      {readOnly ? null : (
        <Button
          small
          look="plain"
          disabled={remove.isPending}
          aria-label={say('Bỏ minh chứng: {what}', { what: evidence.title })}
          onClick={() => remove.mutate()}
        >
          ✕
        </Button>
      )}
    </li>
  );
}

function EvidenceWay({ evidence: { kind, title, url, documentId, dutyId } }: { evidence: ReportEvidence }) {
  if (kind === 'link' && url)
    return (
      <a href={url} target="_blank" rel="noreferrer" lang="vi">
        {title}
      </a>
    );
  if (kind === 'document' && documentId)
    return (
      <Link to="/van-ban/$id" params={{ id: String(documentId) }} lang="vi">
        {title}
      </Link>
    );
  if (dutyId)
    return (
      <Link to="/viec/$id" params={{ id: String(dutyId) }} lang="vi">
        {title}
      </Link>
    );
  return <span lang="vi">{title}</span>;
}

const kinds = ['link', 'duty', 'document'] as const;
type Kind = (typeof kinds)[number];
const kindWords: Readonly<Record<Kind, Message>> = {
  link: 'Đường dẫn',
  duty: 'Việc đã làm',
  document: 'Văn bản trong hệ thống',
};

interface AddProps {
  readonly report: Report;
  readonly sectionId: string;
  readonly onClose: () => void;
}

function AddDialog({ report, sectionId, onClose }: AddProps) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [kind, setKind] = useState<Kind>('link');
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
              add.mutate({ kind: 'link', sectionId, title: title.trim() || url.trim(), url: url.trim() })
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
        {kind === 'link' ? (
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
                  ? { kind, sectionId, dutyId: found }
                  : { kind: 'document', sectionId, documentId: found },
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
