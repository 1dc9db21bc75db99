// The document as it will be printed, cell by cell (Decree 30/2020, Annex I, section IV), written where it stands.
import '@fontsource/tinos/latin-400.css';
import '@fontsource/tinos/latin-700.css';
import '@fontsource/tinos/latin-400-italic.css';
import '@fontsource/tinos/latin-700-italic.css';
import '@fontsource/tinos/vietnamese-400.css';
import '@fontsource/tinos/vietnamese-700.css';
import '@fontsource/tinos/vietnamese-400-italic.css';
import '@fontsource/tinos/vietnamese-700-italic.css';
import type { OutgoingDetail } from '@nhipcau/server/contract';
import { useWords } from '../language/words.ts';
import { AttachedPages } from './attached.tsx';
import { Blocks } from './blocks.tsx';
import { useDesk } from './desk-context.ts';
import { keysHint } from './paragraph.tsx';
import { SheetFoot } from './sheet-foot.tsx';
import { SheetHead, SheetOpening } from './sheet-head.tsx';
import css from './sheet.module.css';
import { Toolbar } from './toolbar.tsx';

export function Sheet({ detail }: { detail: OutgoingDetail }) {
  const { say } = useWords();
  const { readOnly } = useDesk();
  return (
    <div className={css['pages']}>
      {readOnly ? null : <Toolbar />}
      <p id={keysHint} hidden>
        {say(
          'Enter: đoạn mới. Tab, Shift+Tab: đổi cấp. Alt với mũi tên: đưa lên, đưa xuống. Ctrl+B, Ctrl+I: đậm, nghiêng. Alt+F10: thanh định dạng. Escape rồi Tab: sang ô khác.',
        )}
      </p>
      <article
        className={css['sheet']}
        data-read-only={readOnly || undefined}
        data-recalled={detail.status === 'recalled' || undefined}
        aria-label={say('Văn bản')}
      >
        <SheetHead detail={detail} />
        <SheetOpening detail={detail} />
        <Blocks place="body" />
        <SheetFoot detail={detail} />
      </article>
      <AttachedPages detail={detail} />
    </div>
  );
}
