// The fields of a call, and beside them who would be asked; nobody is asked before the last press.
import type { ReportCallCreate } from '@nhipcau/server/contract';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import forms from '../duties/bulk.module.css';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Failure, Waiting } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import css from './list.module.css';
import { Preview } from './preview.tsx';
import { createCall, previewCall } from './requests.ts';

interface CallFormProps {
  readonly call: ReportCallCreate;
  readonly ready: boolean;
  readonly onDone?: () => void;
  readonly children: ReactNode;
}

export function CallForm({ call, ready, onDone, children }: CallFormProps) {
  const { say } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const wanted = JSON.stringify(call);
  const [asked] = useDebouncedValue(wanted, 350);
  const preview = useQuery({
    queryKey: ['call-preview', asked],
    queryFn: ({ signal }) => previewCall(JSON.parse(asked) as ReportCallCreate, signal),
    placeholderData: keepPreviousData,
    // What was wanted a moment ago may have been half of it.
    enabled: ready && asked === wanted,
    retry: false,
  });
  const make = useMutation({
    mutationFn: () => createCall(call),
    onSuccess: (made) => {
      onDone?.();
      void queries.invalidateQueries({ queryKey: ['calls'] });
      void queries.invalidateQueries({ queryKey: ['regimes'] });
      void queries.invalidateQueries({ queryKey: ['reports'] });
      toast(say('Đã gửi yêu cầu báo cáo đến {n, number} đơn vị', { n: made.reporting.expected }));
      void navigate({ to: '/bao-cao/dot/$id', params: { id: String(made.id) } });
    },
  });
  const none = preview.data?.units === 0;
  return (
    <div className={css['form']}>
      <div className={forms['form']}>
        {children}
        {make.error ? <Failure error={make.error} /> : null}
        <div className={forms['actions']}>
          <Button
            look="action"
            disabled={!ready || make.isPending || preview.isError || none}
            onClick={() => make.mutate()}
          >
            {preview.data && preview.data.units > 0 && ready
              ? say('Gửi yêu cầu đến {n, number} đơn vị', { n: preview.data.units })
              : say('Yêu cầu báo cáo')}
          </Button>
          <Link to="/bao-cao/dot">{say('Thôi')}</Link>
        </div>
      </div>
      <section className={css['preview']} aria-busy={preview.isFetching}>
        <h2>{say('Ai báo cáo, đến khi nào')}</h2>
        {!ready ? (
          <p className={css['none']}>
            {say('Điền tên, hạn gửi và chọn đơn vị để xem ai phải báo cáo, đến khi nào.')}
          </p>
        ) : preview.isError ? (
          <Failure error={preview.error} />
        ) : preview.data ? (
          <Preview preview={preview.data} />
        ) : (
          <Waiting />
        )}
      </section>
    </div>
  );
}
