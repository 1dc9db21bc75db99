import { Link } from '@tanstack/react-router';
import { unreachable } from '../api.ts';
import { documentName, kindWords } from '../documents/kinds.ts';
import { size } from '../language/dates.ts';
import { useWords, type Message, type Say } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { progressShare, progressWords } from './progress.ts';
import css from './upload.module.css';
import { forgetUpload, sendAgain, type Found, type Upload } from './uploads.ts';

export function UploadLine({ upload }: { upload: Upload }) {
  const { say, language } = useWords();
  const { stage } = upload;
  const moving = stage === 'sending' || stage === 'reading' || stage === 'waiting';
  return (
    <li className={css['line']} data-stage={stage}>
      <div className={css['name']}>
        <strong>{upload.name}</strong> <span className={css['size']}>{size(upload.size, language)}</span>
      </div>
      <div className={css['state']} role="status">
        {moving ? <Moving upload={upload} /> : null}
        {stage === 'ready' ? <Ready found={upload.found} /> : null}
        {stage === 'problem' ? <ProblemWords upload={upload} /> : null}
      </div>
      <div className={css['actions']}>
        {upload.id !== null && stage === 'ready' ? (
          <Link
            to="/van-ban/$id"
            params={{ id: String(upload.id) }}
            className={buttonClass('action', true)}
            aria-label={say('Rà soát {file}', { file: upload.name })}
          >
            {say('Rà soát')}
          </Link>
        ) : null}
        {upload.duplicateOf ? (
          <Link
            to="/van-ban/$id"
            params={{ id: String(upload.duplicateOf.id) }}
            className={buttonClass('quiet', true)}
          >
            {say('Mở văn bản đã có')}
          </Link>
        ) : null}
        {stage === 'problem' && upload.problem?.code === unreachable ? (
          <Button small onClick={() => sendAgain(upload.key)}>
            {say('Gửi lại')}
          </Button>
        ) : null}
        <Button
          look="plain"
          small
          aria-label={
            moving && upload.id === null
              ? say('Thôi gửi {file}', { file: upload.name })
              : say('Bỏ {file} khỏi danh sách', { file: upload.name })
          }
          onClick={() => forgetUpload(upload.key)}
        >
          ✕
        </Button>
      </div>
    </li>
  );
}

function Ready({ found }: { found: Found | null }) {
  const { say } = useWords();
  const name = found?.number ? documentName(found, say) : found?.type ? kindWords(found.type, say) : null;
  return (
    <>
      <p className={css['ready']}>
        <Tag tone="done">{say('Đã đọc xong')}</Tag>
        {found ? (
          <span>
            {found.tasks > 0
              ? say('{n, number} nhiệm vụ', { n: found.tasks })
              : say('không thấy nhiệm vụ nào')}
          </span>
        ) : null}
      </p>
      {name || found?.title ? (
        <p lang="vi">
          {name ? <b>{name}</b> : null}
          {name && found?.title ? ' · ' : null}
          {found?.title}
        </p>
      ) : null}
    </>
  );
}

function Moving({ upload }: { upload: Upload }) {
  const { say, language } = useWords();
  const share = upload.stage === 'reading' ? progressShare(upload.progress) : upload.sent;
  const words =
    upload.stage === 'waiting'
      ? say('Chờ gửi')
      : upload.stage === 'sending'
        ? say('Đang gửi {percent}%', {
            percent: new Intl.NumberFormat(language).format(Math.round(share * 100)),
          })
        : progressWords(upload.progress, say);
  return (
    <>
      <span>{words}</span>
      <progress value={share} max={1} aria-label={say('Tiến độ của {file}', { file: upload.name })} />
    </>
  );
}

const ours: Readonly<Record<string, Message>> = {
  'empty-file': 'Tệp trống, không có gì để đọc.',
  'file-too-large': 'Tệp lớn hơn 50 MB. Hãy chia nhỏ hoặc nén ảnh trong tệp.',
  [unreachable]: 'Không liên lạc được với máy chủ. Tệp vẫn ở đây, bấm “Gửi lại” khi có mạng.',
};

function ProblemWords({ upload }: { upload: Upload }) {
  const { say } = useWords();
  const { title, detail } = problemWords(upload, say);
  return (
    <p className={css['problem']} role="alert">
      <strong>{title}</strong> {detail}
    </p>
  );
}

function problemWords({ problem }: Upload, say: Say): { title: string; detail: string } {
  const known = problem && Object.hasOwn(ours, problem.code) ? ours[problem.code] : undefined;
  if (problem?.title) return { title: problem.title, detail: problem.detail };
  return { title: known ? say(known) : say('Không nhận được tệp này.'), detail: problem?.detail ?? '' };
}
