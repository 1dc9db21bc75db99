import { useId, type ChangeEvent } from 'react';
import { useWords } from '../language/words.ts';
import { buttonClass } from '../ui/button.tsx';
import css from './report.module.css';

interface Props {
  readonly onFiles: (files: readonly File[]) => void;
  readonly busy?: boolean;
  readonly small?: boolean;
}

/** The camera, or what lies on the device. Both are plain file fields, so that every phone knows them. */
export function FileButtons({ onFiles, busy, small }: Props) {
  const { say } = useWords();
  const id = useId();
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])]);
    // The same file may be picked again.
    event.target.value = '';
  };
  return (
    <>
      <label htmlFor={`${id}-camera`} className={`${buttonClass('quiet', small)} ${css['camera']}`}>
        {say('Chụp ảnh')}
        <input
          id={`${id}-camera`}
          className="hidden-text"
          type="file"
          accept="image/*"
          capture="environment"
          disabled={busy}
          onChange={take}
        />
      </label>
      <label htmlFor={`${id}-file`} className={buttonClass('quiet', small)}>
        {say('Chọn ảnh hoặc tệp')}
        <input
          id={`${id}-file`}
          className="hidden-text"
          type="file"
          multiple
          disabled={busy}
          onChange={take}
        />
      </label>
    </>
  );
}
