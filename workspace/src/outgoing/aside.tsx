// Beside the sheet: what is wrong in form, what was remarked, the files, to whom it went, and how it came to be.
import deskCss from '../desk/desk.module.css';
import type { OutgoingDetail } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { moment, size } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { Comments } from './comments.tsx';
import { useDesk } from './desk-context.ts';
import { Drafts } from './drafts.tsx';
import { FormProblems } from './form-problems.tsx';
import side from './aside.module.css';
import { Properties } from './properties.tsx';
import { Receivers } from './receivers.tsx';
import { fileOf } from './requests.ts';
import { Trail, Viewers } from './trail.tsx';

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={side['part']}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function Aside({ detail }: { detail: OutgoingDetail }) {
  const { say } = useWords();
  const { readOnly } = useDesk();
  const out = detail.status === 'issued' || detail.status === 'recalled';
  const { planId, reportId, documentId } = detail.source;
  return (
    <aside className={deskCss['aside']} aria-label={say('Thông tin về văn bản')}>
      {out ? null : (
        <Part title={say('Kiểm tra thể thức')}>
          <FormProblems detail={detail} />
        </Part>
      )}
      {out ? (
        <Part title={say('Đã gửi đến')}>
          <Receivers detail={detail} />
        </Part>
      ) : null}
      <Part title={say('Tệp')}>
        <Files detail={detail} official={out} />
      </Part>
      {readOnly ? null : (
        <Part title={say('Thể thức khác')}>
          <Properties detail={detail} />
        </Part>
      )}
      {detail.may.includes('comment') || detail.comments.length > 0 ? (
        <Part title={say('Ý kiến')}>
          <Comments detail={detail} />
        </Part>
      ) : null}
      {planId !== null || reportId !== null || documentId !== null ? (
        <Part title={say('Lập từ')}>
          <ul className={side['list']}>
            {planId === null ? null : (
              <li>
                <Link to="/ke-hoach/$id" params={{ id: String(planId) }}>
                  {say('Kế hoạch')}
                </Link>
              </li>
            )}
            {reportId === null ? null : (
              <li>
                <a href={`/bao-cao/${reportId}`}>{say('Báo cáo|nguồn')}</a>
              </li>
            )}
            {documentId === null ? null : (
              <li>
                <Link to="/van-ban/$id" params={{ id: String(documentId) }}>
                  {say('Văn bản đã nhập')}
                </Link>
              </li>
            )}
          </ul>
        </Part>
      ) : null}
      {detail.drafts.length > 1 ? (
        <Part title={say('Các dự thảo')}>
          <Drafts detail={detail} />
        </Part>
      ) : null}
      {detail.events.length > 0 ? (
        <Part title={say('Quá trình')}>
          <Trail detail={detail} />
          <Viewers id={detail.id} />
        </Part>
      ) : null}
    </aside>
  );
}

function Files({ detail, official }: { detail: OutgoingDetail; official: boolean }) {
  const { say, language } = useWords();
  return (
    <>
      <p className={side['files']}>
        <a className={buttonClass('quiet', true)} href={fileOf(detail.id, 'docx')} download>
          {say('Tải bản Word')}
        </a>
        <a
          className={buttonClass('quiet', true)}
          href={fileOf(detail.id, 'pdf')}
          target="_blank"
          rel="noreferrer"
        >
          {say('Mở bản PDF')}
        </a>
      </p>
      {official ? (
        <ul className={side['list']}>
          {detail.files.map((file) => (
            <li key={file.kind}>
              {file.kind === 'docx' ? 'Word' : 'PDF'} · {size(file.size, language)} ·{' '}
              {moment(file.madeAt, language)}
              <p className={side['hash']} title="SHA-256">
                {file.sha256}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p className={side['faint']}>{say('Bản xem trước; bản chính thức được tạo khi phát hành.')}</p>
      )}
    </>
  );
}
