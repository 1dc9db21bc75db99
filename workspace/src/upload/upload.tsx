// Files go in here: dropped, chosen or photographed. Each has its own progress, its own fate, and its own way on.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, useSyncExternalStore, type DragEvent } from 'react';
import { Allowed } from '../access/allowed.tsx';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import css from './upload.module.css';
import { UploadLine } from './upload-line.tsx';
import { addFiles, listenToUploads, uploadsNow, type Upload } from './uploads.ts';

const accepted = '.docx,.doc,.rtf,.pdf,.html,.htm,.md,.txt,.png,.jpg,.jpeg,.webp,.tif,.tiff';

export function UploadScreen() {
  return (
    <Allowed action="document.upload">
      <Uploading />
    </Allowed>
  );
}

function Uploading() {
  const { say } = useWords();
  const uploads = useSyncExternalStore(listenToUploads, uploadsNow);
  const [single, setSingle] = useState<number | null>(null);
  const take = (files: readonly File[]) => {
    const keys = addFiles(files);
    setSingle(keys.length === 1 ? (keys[0] ?? null) : null);
  };
  useWayToReview(uploads, single);
  return (
    <Page
      title={say('Tải văn bản lên')}
      lead={say(
        'Kế hoạch, quyết định, báo cáo, công văn như đã ban hành. Nhịp Cầu đọc, tìm nhiệm vụ, rồi bạn rà soát; chưa có gì vào sổ trước khi bạn đồng ý.',
      )}
    >
      <DropZone onFiles={take} />
      {uploads.length > 0 ? (
        <ul className={css['list']} aria-label={say('Các tệp đã chọn')}>
          {uploads.map((upload) => (
            <UploadLine key={upload.key} upload={upload} />
          ))}
        </ul>
      ) : (
        <p className={css['refused']}>
          {say('Văn bản đóng dấu TUYỆT MẬT, TỐI MẬT hoặc MẬT bị từ chối và không được giữ lại.')}
        </p>
      )}
    </Page>
  );
}

/** One file alone leads straight to its review; of several the reader chooses. */
function useWayToReview(uploads: readonly Upload[], single: number | null): void {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const ready = uploads.filter((upload) => upload.stage === 'ready').length;
  const way = uploads.find((upload) => upload.key === single && upload.stage === 'ready')?.id;
  useEffect(() => {
    if (ready > 0) void queries.invalidateQueries({ queryKey: ['documents'] });
  }, [ready, queries]);
  useEffect(() => {
    if (way) void navigate({ to: '/van-ban/$id', params: { id: String(way) } });
  }, [way, navigate]);
}

function DropZone({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { say } = useWords();
  const [over, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const photo = useRef<HTMLInputElement>(null);
  useNoStrayDrops();
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  const onChange = (event: React.ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])]);
    event.target.value = '';
  };
  return (
    <div
      className={`${css['zone']} ${over ? css['over'] : ''}`}
      onDragOver={(event) => (event.preventDefault(), setOver(true))}
      onDragLeave={(event) =>
        event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false)
      }
      onDrop={onDrop}
    >
      <p className={css['invite']}>
        {over ? say('Thả tệp ở đây') : say('Kéo thả tệp vào đây, nhiều tệp một lúc cũng được')}
      </p>
      <div className={css['buttons']}>
        <Button look="action" onClick={() => file.current?.click()}>
          {say('Chọn tệp')}
        </Button>
        <Button className={css['camera'] ?? ''} onClick={() => photo.current?.click()}>
          {say('Chụp trang giấy')}
        </Button>
      </div>
      <p className={css['kinds']}>
        {say(
          'Word (.docx, .doc, .rtf), PDF, bản quét, ảnh chụp, trang web (.html), văn bản thuần (.txt, .md). Mỗi tệp tối đa 50 MB.',
        )}
      </p>
      <input
        ref={file}
        type="file"
        multiple
        accept={accepted}
        className="hidden-text"
        tabIndex={-1}
        aria-label={say('Tệp văn bản')}
        onChange={onChange}
      />
      <input
        ref={photo}
        type="file"
        accept="image/*"
        capture="environment"
        className="hidden-text"
        tabIndex={-1}
        aria-label={say('Ảnh chụp trang giấy')}
        onChange={onChange}
      />
    </div>
  );
}

/** A file dropped beside the zone must not replace the page by the file. */
function useNoStrayDrops(): void {
  useEffect(() => {
    const stop = (event: Event) => event.preventDefault();
    addEventListener('dragover', stop);
    addEventListener('drop', stop);
    return () => {
      removeEventListener('dragover', stop);
      removeEventListener('drop', stop);
    };
  }, []);
}
