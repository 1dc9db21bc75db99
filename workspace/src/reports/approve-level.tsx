// Approves all reports directly below at once, as soon as all are accepted or excused.
import type { Report } from '@nhipcau/server/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { failureWords } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { approveLevel, reportById } from './requests.ts';
import { reportsChanged } from './use-act.ts';

export function ApproveLevel({ reportId }: { reportId: number | null }) {
  const report = useQuery({
    queryKey: ['report', reportId],
    queryFn: ({ signal }) => reportById(reportId ?? 0, signal),
    enabled: reportId !== null,
  });
  if (!report.data?.may.includes('approve-level')) return null;
  return <ApproveButton report={report.data} />;
}

/** Those directly below that are neither accepted nor excused. */
const leftBelow = ({ below }: Report): number =>
  below ? below.expected - below.accepted - below.approved - below.locked : 0;

function ApproveButton({ report }: { report: Report }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const left = leftBelow(report);
  const approve = useMutation({
    mutationFn: () => approveLevel(report.id, report.version),
    onSuccess: ({ done }) => {
      toast(say('Đã phê duyệt {n, number} báo cáo', { n: done }));
      void queries.invalidateQueries({ queryKey: ['report', report.id] });
      reportsChanged(queries);
    },
    onError: (error) => {
      const { title, detail } = failureWords(error, say);
      toast(`${title}. ${detail}`, { tone: 'problem' });
      void queries.invalidateQueries({ queryKey: ['report', report.id] });
    },
  });
  if ((report.below?.accepted ?? 0) === 0) return null;
  return (
    <Button
      small
      disabled={left > 0 || approve.isPending}
      title={left > 0 ? say('Còn {n, number} báo cáo chưa được chấp nhận hoặc miễn', { n: left }) : undefined}
      onClick={() => approve.mutate()}
    >
      {left > 0 ? say('Phê duyệt cả cấp (còn {n, number} chưa đủ)', { n: left }) : say('Phê duyệt cả cấp')}
    </Button>
  );
}
