// What proves a section or a figure: files, links, documents of the register, duties with their own evidence.
import type { Report, ReportEvidence } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { size } from '../language/dates.ts';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { failureWords } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { AddEvidence } from './add-evidence.tsx';
import { useDesk } from './desk-context.ts';
import css from './report.module.css';
import { removeEvidence } from './requests.ts';

/** A section, or a figure wherever it stands. */
export type Proven = { readonly sectionId: string } | { readonly indicatorId: number };

const proves = (place: Proven) => (one: ReportEvidence) =>
  'sectionId' in place
    ? one.sectionId === place.sectionId && one.indicatorId === null
    : one.indicatorId === place.indicatorId;

interface Props {
  readonly report: Report;
  readonly place: Proven;
  /** What is proved, for who does not see where the button stands. */
  readonly label: string;
}

export function Evidence({ report, place, label }: Props) {
  const { say } = useWords();
  const { readOnly } = useDesk();
  const [adding, setAdding] = useState(false);
  const rows = report.evidence.filter(proves(place));
  if (rows.length === 0 && readOnly) return null;
  return (
    <div className={css['evidence']} data-inline={('indicatorId' in place && rows.length === 0) || undefined}>
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
          <span className="hidden-text">: {label}</span>
        </Button>
      )}
      {adding ? <AddEvidence report={report} place={place} onClose={() => setAdding(false)} /> : null}
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
      <EvidenceWay reportId={report.id} evidence={evidence} />
      {evidence.addedBy ? <small> {evidence.addedBy}</small> : null}
      {readOnly ? null : (
        <Button
          small
          look="plain"
          disabled={remove.isPending}
          aria-label={say('Bỏ minh chứng: {what}', { what: evidence.title || say('Tệp chưa có tên') })}
          onClick={() => remove.mutate()}
        >
          ✕
        </Button>
      )}
    </li>
  );
}

const refusals: Readonly<Record<NonNullable<ReportEvidence['refusal']>, Message>> = {
  'secret-mark': 'Tệp mang dấu chỉ độ mật: đã bị từ chối và hủy.',
  unreadable:
    'Không đọc được tệp để kiểm tra dấu chỉ độ mật: đã bị từ chối và hủy. Hãy gửi ở định dạng khác.',
};

/** Where it leads; a file that nobody has read yet, or that was destroyed, leads nowhere and has no name. */
export function EvidenceWay({ reportId, evidence }: { reportId: number; evidence: Linked }) {
  const { say, language } = useWords();
  const { id, kind, title, url, documentId, dutyId, state = 'kept', refusal, size: bytes } = evidence;
  if (kind === 'file' && state !== 'kept')
    return (
      <span role="status" className={refusal ? css['refused'] : undefined}>
        {say(refusal ? refusals[refusal] : 'Tệp đang được kiểm tra trước khi lưu.')}
      </span>
    );
  const file = kind === 'file' ? `/api/reports/${reportId}/evidence/${id}/file` : null;
  const address = file ?? (kind === 'link' ? url : null);
  if (address)
    return (
      <a href={address} target="_blank" rel="noreferrer" lang="vi">
        {title}
        {bytes && bytes >= 1000 ? <small> {size(bytes, language)}</small> : null}
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

type Linked = Pick<ReportEvidence, 'id' | 'kind' | 'title' | 'url' | 'documentId' | 'dutyId'> &
  Partial<Pick<ReportEvidence, 'state' | 'refusal' | 'size'>>;
