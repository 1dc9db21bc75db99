// Reporting from wherever one stands: words, photographs, how far, done or not. Made for one hand on a phone and for a line that breaks.
import type { DutyDetail } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useId, useState } from 'react';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { today } from '../register/standing.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Empty, FailureScreen, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { DutyClassTag } from './class-counts.tsx';
import { daysLeft } from './classes.ts';
import { FileButtons } from './file-buttons.tsx';
import { RefusedFiles } from './refused-files.tsx';
import { ReportConflict } from './report-conflict.tsx';
import { daysLate } from './report-draft.ts';
import { ReportProofs } from './report-proofs.tsx';
import css from './report.module.css';
import { dutyById } from './requests.ts';
import { SendProblem } from './step-dialog.tsx';
import { useReport, type Report } from './use-report.ts';

const route = getRouteApi('/viec/$id/bao-cao');

export function ReportScreen() {
  const { say } = useWords();
  const id = Number(route.useParams().id);
  const duty = useQuery({ queryKey: ['duty', id], queryFn: ({ signal }) => dutyById(id, signal) });
  if (duty.isPending) return <Waiting />;
  if (!duty.data) return <FailureScreen error={duty.error} retry={() => void duty.refetch()} />;
  const { may } = duty.data;
  if (!may.includes('report') && !may.includes('progress')) {
    return (
      <Empty
        alone
        title={say('Việc này hiện không báo cáo được')}
        actions={
          <Link to="/viec/$id" params={{ id: String(id) }} className={buttonClass('action')}>
            {say('Mở việc này')}
          </Link>
        }
      >
        {say('Việc đã được báo cáo hoàn thành, hoặc bạn không thuộc đơn vị được giao.')}
      </Empty>
    );
  }
  return <ReportForm key={id} duty={duty.data} />;
}

function ReportForm({ duty }: { duty: DutyDetail }) {
  const { say, language } = useWords();
  const report = useReport(duty);
  const left = daysLeft(duty, today(), say);
  return (
    <Page title={say('Báo cáo')}>
      <div className={css['report']}>
        <div className={css['about']}>
          <Link to="/viec/$id" params={{ id: String(duty.id) }} lang="vi">
            {duty.text}
          </Link>
          <p>
            <DutyClassTag duty={duty} />{' '}
            {duty.dueOn ? say('hạn {date}', { date: day(duty.dueOn, language) }) : say('không có hạn ngày')}
            {left ? `, ${left}` : ''}
          </p>
        </div>
        {report.was ? (
          <Notice
            actions={
              <Button small onClick={report.startAfresh}>
                {say('Bỏ bản nháp')}
              </Button>
            }
          >
            {say('Báo cáo chưa gửi lần trước được giữ lại trên máy này.')}
          </Notice>
        ) : null}
        <DoneOrNot duty={duty} report={report} />
        <label className={css['words']}>
          {say('Đã làm gì')}
          <textarea
            rows={4}
            maxLength={5000}
            value={report.draft.text}
            disabled={report.sending}
            onChange={(event) => report.set({ text: event.target.value })}
          />
        </label>
        <fieldset className={css['photos']}>
          <legend>{say('Ảnh và tệp minh chứng')}</legend>
          <ReportProofs duty={duty} report={report} />
          <div className={css['buttons']}>
            <FileButtons busy={report.sending || report.readying} onFiles={report.add} />
          </div>
          {report.readying ? <p role="status">{say('Đang thu nhỏ ảnh…')}</p> : null}
          <RefusedFiles refused={report.refused} />
          <p className={css['hint']}>
            {say('Ảnh được thu nhỏ trước khi gửi; nơi chụp và thông tin máy ảnh không được gửi đi.')}
          </p>
        </fieldset>
        <Far duty={duty} report={report} />
        <Send report={report} />
        {report.conflict ? <ReportConflict duty={duty} report={report} /> : null}
      </div>
    </Page>
  );
}

interface PartProps {
  readonly duty: DutyDetail;
  readonly report: Report;
}

function DoneOrNot({ duty, report }: PartProps) {
  const { say } = useWords();
  const name = useId();
  const { done } = report.draft;
  return (
    <fieldset className={css['switch']} disabled={report.sending}>
      <legend className="hidden-text">{say('Tình trạng')}</legend>
      <label>
        <input type="radio" name={name} checked={!done} onChange={() => report.set({ done: false })} />
        <span>{say('Đang làm')}</span>
      </label>
      {duty.may.includes('report') ? (
        <label>
          <input type="radio" name={name} checked={done} onChange={() => report.set({ done: true })} />
          <span>{say('Đã xong')}</span>
        </label>
      ) : null}
    </fieldset>
  );
}

/** How far it is; or, where it is done, the day and what that day means. */
function Far({ duty, report }: PartProps) {
  const { say, language } = useWords();
  const id = useId();
  const { done, doneOn, progress } = report.draft;
  if (!done) {
    return (
      <div className={css['far']}>
        <label htmlFor={id}>
          {say('Mức độ thực hiện')}:{' '}
          <strong className="figures">{progress === null ? say('chưa nêu') : `${progress} %`}</strong>
        </label>
        <input
          id={id}
          type="range"
          min={0}
          max={100}
          step={5}
          value={progress ?? 0}
          disabled={report.sending}
          onChange={(event) => report.set({ progress: Number(event.target.value) })}
        />
      </div>
    );
  }
  const on = doneOn || today();
  const late = daysLate(duty, on);
  return (
    <div className={css['far']}>
      <DayField label={say('Ngày hoàn thành')} value={on} onChange={(to) => report.set({ doneOn: to })} />
      {on > today() ? (
        <p role="alert" className={css['late']}>
          {say('Ngày hoàn thành không được sau hôm nay.')}
        </p>
      ) : (
        <p className={late > 0 ? css['late'] : css['hint']}>
          {late > 0
            ? say('Sau hạn {date} {n, number} ngày: việc sẽ được ghi là hoàn thành quá hạn.', {
                date: day(duty.dueOn ?? '', language),
                n: late,
              })
            : duty.confirmer
              ? say('Đúng hạn. {unit} sẽ xác nhận.', { unit: duty.confirmer.name })
              : say('Việc sẽ được ghi là hoàn thành đúng hạn.')}
        </p>
      )}
    </div>
  );
}

/** Stays under the thumb at the foot of the screen, and tells how the sending goes. */
function Send({ report }: { report: Report }) {
  const { say } = useWords();
  return (
    <div className={css['send']}>
      <SendProblem error={report.error} />
      {report.waiting ? (
        <Notice
          tone="soon"
          role="status"
          title={say('Đang chờ mạng')}
          actions={
            <Button small onClick={report.tryNow}>
              {say('Thử ngay')}
            </Button>
          }
        >
          {say('Báo cáo được giữ trên máy này và tự gửi khi có mạng. Đừng đóng trang nếu có thể.')}
        </Notice>
      ) : null}
      {report.sending ? (
        <>
          <Stop stop={report.stop} />
          <progress className={css['bar']} value={report.part} aria-label={say('Đang gửi báo cáo')} />
          <p className={css['under']}>{say('Đang gửi báo cáo')}</p>
        </>
      ) : (
        <Button look="action" disabled={!report.ready} onClick={report.send}>
          {report.draft.done ? say('Báo cáo hoàn thành') : say('Gửi báo cáo')}
        </Button>
      )}
    </div>
  );
}

const settles = 1500;

/** Stands apart from the button that was just pressed, and does not yet hear: a second tap must not undo the first. */
function Stop({ stop }: { stop: () => void }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOpen(true), settles);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Button className={css['stop']} disabled={!open} onClick={stop}>
      {say('Dừng gửi, giữ bản nháp')}
    </Button>
  );
}
