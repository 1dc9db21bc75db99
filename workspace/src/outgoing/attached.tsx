// What is attached: the plan that a decision issues, lists, annexes; each on pages of its own.
import { attachedTypeLine, bearsHeader, MOTTO, NATION, referenceLine, agencyLines } from '@nhipcau/document';
import type { OfficialDocument } from '@nhipcau/document';
import type { OutgoingContent, OutgoingDetail } from '@nhipcau/server/contract';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Blocks } from './blocks.tsx';
import { goTo, idOf, useDesk, usePiece } from './desk-context.ts';
import * as steps from './draft.ts';
import { SheetField } from './field.tsx';
import css from './sheet.module.css';

/** The document as the printer would have it, for the words that follow from it. */
const printed = (content: OutgoingContent, { number, symbol, issuedOn }: OutgoingDetail): OfficialDocument =>
  ({
    ...content,
    number,
    symbol: symbol ?? `${content.type}-…`,
    date: issuedOn,
  }) as unknown as OfficialDocument;

export function AttachedPages({ detail }: { detail: OutgoingDetail }) {
  const { say } = useWords();
  const { keeper, readOnly } = useDesk();
  const count = usePiece(({ draft }) => draft.content.attached.length);
  const add = () => {
    keeper.edit(steps.addAttached({ type: 'PHỤ LỤC', title: '', body: [{ type: 'text', line: '' }] }));
    requestAnimationFrame(() => goTo(`attached.${count}.title`));
  };
  return (
    <>
      {Array.from({ length: count }, (_one, at) => (
        <AttachedPage key={at} at={at} count={count} detail={detail} />
      ))}
      {readOnly ? null : (
        <p className={css['addPage']}>
          <Button onClick={add}>+ {say('Thêm phụ lục')}</Button>
        </p>
      )}
    </>
  );
}

function AttachedPage({ at, count, detail }: { at: number; count: number; detail: OutgoingDetail }) {
  const { say } = useWords();
  const { keeper, readOnly } = useDesk();
  const content = usePiece(({ draft }) => draft.content);
  const attached = content.attached[at];
  if (!attached) return null;
  const document = printed(content, detail);
  const own = document.attached[at];
  const move = (by: -1 | 1) => keeper.edit(steps.moveAttached(at, by));
  const name = `${attached.type} ${attached.title}`.trim();
  return (
    <article
      className={css['sheet']}
      data-landscape={attached.landscape || undefined}
      data-read-only={readOnly || undefined}
      aria-label={name}
    >
      {readOnly ? null : (
        <div className={css['pageTools']}>
          <label>
            <input
              type="checkbox"
              checked={attached.landscape === true}
              onChange={(event) => keeper.edit(steps.setAttached(at, { landscape: event.target.checked }))}
            />
            {say('Khổ ngang')}
          </label>
          <Button look="plain" small disabled={at === 0} onClick={() => move(-1)}>
            {say('Đưa lên')}
          </Button>
          <Button look="plain" small disabled={at === count - 1} onClick={() => move(1)}>
            {say('Đưa xuống')}
          </Button>
          <Button
            look="plain"
            small
            aria-label={`${say('Bỏ phần kèm theo')}: ${name}`}
            onClick={() => keeper.edit(steps.removeAttached(at))}
          >
            {say('Bỏ phần kèm theo')}
          </Button>
        </div>
      )}
      {own && bearsHeader(own) ? <FixedHead content={content} /> : null}
      <div className={css['title']}>
        {readOnly && own ? (
          <p className={css['annexType']}>{attachedTypeLine(document, own)}</p>
        ) : (
          <div className={css['annexType']}>
            <SheetField
              path={`attached.${at}.type`}
              label={say('Loại phần kèm theo')}
              hint={say('PHỤ LỤC, DANH MỤC, KẾ HOẠCH')}
              most={200}
              read={({ content: now }) => now.attached[at]?.type ?? ''}
              write={(type) => steps.setAttached(at, { type })}
            />
          </div>
        )}
        <SheetField
          path={`attached.${at}.title`}
          label={say('Tên phần kèm theo')}
          hint={say('Tên phần kèm theo')}
          most={1000}
          read={({ content: now }) => now.attached[at]?.title ?? ''}
          write={(title) => steps.setAttached(at, { title })}
        />
        <p className={css['reference']}>{own ? referenceLine(document, own) : null}</p>
      </div>
      <div id={idOf(`attached.${at}.body`)}>
        <Blocks place={`attached.${at}.body`} />
      </div>
    </article>
  );
}

function FixedHead({ content }: { content: OutgoingContent }) {
  return (
    <header className={css['head']} lang="vi">
      <div>
        {content.superior ? <p>{content.superior}</p> : null}
        <div className={css['agency']}>
          {agencyLines(content.agency).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </div>
      <div>
        <p className={css['nation']}>{NATION}</p>
        <p className={css['motto']}>{MOTTO}</p>
      </div>
    </header>
  );
}
