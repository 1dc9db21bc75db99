// The document beside one of four lists; where there is no room for both, the document is a tab among the lists.
import { useMediaQuery } from '@mantine/hooks';
import type { KeyboardEvent, ReactNode } from 'react';
import { useWords, type Message } from '../language/words.ts';
import { Scroller } from '../ui/scroller.tsx';
import css from './review.module.css';

export type List = 'tasks' | 'facts' | 'warnings' | 'citations';

const lists: readonly (readonly [List, Message])[] = [
  ['facts', 'Thông tin'],
  ['tasks', 'Nhiệm vụ|nhiều'],
  ['warnings', 'Cảnh báo'],
  ['citations', 'Viện dẫn|nhiều'],
];

type Props = Readonly<Record<List | 'document', ReactNode>> & {
  readonly list: List;
  /** On a narrow screen: the document is shown rather than the list. */
  readonly onPaper: boolean;
  readonly onList: (list: List) => void;
  readonly onDocument: () => void;
  readonly counts: Readonly<Partial<Record<List, number>>>;
};

export function Panes(props: Props) {
  const { say } = useWords();
  const { list, onPaper, onList, onDocument, counts, document: sheet } = props;
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const paperShown = narrow && onPaper;
  return (
    <div className={css['panes']} data-shown={narrow ? (onPaper ? 'paper' : 'list') : 'both'}>
      <div className={css['tabs']} role="tablist" aria-label={say('Nội dung rà soát')}>
        {narrow ? (
          <Tab id="tab-document" controls="pane-document" selected={paperShown} onClick={onDocument}>
            {say('Văn bản')}
          </Tab>
        ) : null}
        {lists.map(([name, label]) => (
          <Tab
            key={name}
            id={`tab-${name}`}
            controls="pane-list"
            selected={!paperShown && name === list}
            onClick={() => onList(name)}
          >
            {say(label)}
            {counts[name] ? (
              <span className={css['count']}>{say('{n, number}', { n: counts[name] })}</span>
            ) : null}
          </Tab>
        ))}
      </div>
      <Scroller id="pane-document" className={css['paperPane']} aria-label={say('Văn bản')}>
        {sheet}
      </Scroller>
      <Scroller id="pane-list" role="tabpanel" aria-labelledby={`tab-${list}`} className={css['pane']}>
        {props[list]}
      </Scroller>
    </div>
  );
}

function Tab({
  id,
  controls,
  selected,
  onClick,
  children,
}: {
  id: string;
  controls: string;
  selected: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      role="tab"
      id={id}
      aria-controls={controls}
      aria-selected={selected}
      tabIndex={selected ? 0 : -1}
      className={css['tab']}
      onClick={onClick}
      onKeyDown={turn}
      ref={inView}
    >
      {children}
    </button>
  );
}

/** Where the tabs do not all fit, the chosen one stays in sight. */
function inView(tab: HTMLButtonElement | null): void {
  if (tab?.ariaSelected === 'true') tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Arrow keys walk along the tabs, as tabs do. */
function turn(event: KeyboardEvent): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  const tabs = [...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
  const next = tabs[(tabs.indexOf(event.target as HTMLElement) + step + tabs.length) % tabs.length];
  next?.focus();
  next?.click();
}
