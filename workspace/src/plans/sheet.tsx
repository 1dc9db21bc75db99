// The plan as the document it will be: head, title, grounds, sections I., 1., a) as Decree 30/2020 lays them out.
import '@fontsource/tinos/latin-400.css';
import '@fontsource/tinos/latin-700.css';
import '@fontsource/tinos/latin-400-italic.css';
import '@fontsource/tinos/latin-700-italic.css';
import '@fontsource/tinos/vietnamese-400.css';
import '@fontsource/tinos/vietnamese-700.css';
import '@fontsource/tinos/vietnamese-400-italic.css';
import '@fontsource/tinos/vietnamese-700-italic.css';
import type { PlanDetail } from '@nhipcau/server/contract';
import type { ReactNode } from 'react';
import { useWords, type Message } from '../language/words.ts';
import { useDesk, usePiece } from './desk-context.ts';
import { Groups } from './groups.tsx';
import { sectionMarkers, type Section } from './numbering.ts';
import { ProseList } from './prose.tsx';
import css from './sheet.module.css';
import { Targets } from './targets.tsx';
import { Writing } from '../ui/writing.tsx';

const sectionWords: Readonly<Record<Section, Message>> = {
  objectives: 'Mục tiêu, yêu cầu',
  targets: 'Chỉ tiêu',
  tasks: 'Nhiệm vụ|nhiều',
  arrangements: 'Tổ chức thực hiện',
};

export function Sheet({ detail }: { detail: PlanDetail }) {
  const { readOnly } = useDesk();
  return (
    <article className={css['sheet']} data-read-only={readOnly || undefined}>
      <Head detail={detail} />
      <Title />
      <ProseList prose="bases" />
      <SectionPart section="objectives">
        <ProseList prose="objectives" />
      </SectionPart>
      <SectionPart section="targets">
        <Targets />
      </SectionPart>
      <SectionPart section="tasks">
        <Groups />
      </SectionPart>
      <SectionPart section="arrangements">
        <ProseList prose="arrangements" />
      </SectionPart>
      {detail.signer ? (
        <p className={css['signer']} lang="vi">
          {detail.signer}
        </p>
      ) : null}
    </article>
  );
}

function Head({ detail }: { detail: PlanDetail }) {
  const { owner, number, issuedOn } = detail;
  const [year = '', month = '', date = ''] = issuedOn?.split('-') ?? [];
  const issued = Number(month) < 3 ? month : String(Number(month));
  return (
    <header className={css['head']} lang="vi">
      <div>
        <p className={css['owner']}>{owner.name}</p>
        <p>Số: {number ?? '…/KH-…'}</p>
      </div>
      <div>
        <p className={css['nation']}>Cộng hòa xã hội chủ nghĩa Việt Nam</p>
        <p className={css['motto']}>Độc lập - Tự do - Hạnh phúc</p>
        <p className={css['date']}>
          {issuedOn ? `ngày ${date} tháng ${issued} năm ${year}` : 'ngày … tháng … năm …'}
        </p>
      </div>
    </header>
  );
}

function Title() {
  const { say } = useWords();
  const { keeper, readOnly } = useDesk();
  const title = usePiece(({ draft }) => draft.title);
  return (
    <div className={css['title']}>
      {/^kế hoạch/iu.test(title) ? null : (
        <p className={css['kind']} lang="vi">
          Kế hoạch
        </p>
      )}
      <Writing
        id="plan-title"
        label={say('Trích yếu')}
        placeholder={say('Kế hoạch về việc gì')}
        value={title}
        most={1000}
        readOnly={readOnly}
        invalid={title.trim() === ''}
        onEnter={() => {}}
        onChange={(text) =>
          keeper.edit((draft) => ({ ...draft, title: text.replaceAll('\n', ' ') }), 'title')
        }
      />
    </div>
  );
}

/** A section that holds nothing has no number, and is not shown to who only reads. */
function SectionPart({ section, children }: { section: Section; children: ReactNode }) {
  const { say } = useWords();
  const { readOnly } = useDesk();
  const marker = usePiece(({ draft }) => sectionMarkers(draft.body)[section] ?? '');
  if (readOnly && !marker) return null;
  return (
    <section
      className={css['section']}
      data-empty={marker ? undefined : true}
      aria-labelledby={`section-${section}`}
    >
      <h2 id={`section-${section}`}>
        {marker} <span>{say(sectionWords[section])}</span>
      </h2>
      {children}
    </section>
  );
}
