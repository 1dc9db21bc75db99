import { useEffect, type ReactNode } from 'react';
import css from './page.module.css';

/** A screen that scrolls as a page: a title, a sentence, the ways to act, the content. */
export function Page({
  title,
  lead,
  actions,
  children,
  wide,
  long,
  print,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  wide?: boolean;
  /** The title is a whole sentence of the document. */
  long?: boolean;
  /** Its tables need the page on its side. */
  print?: 'wide';
}) {
  useEffect(() => {
    document.title = `${title} – Nhịp Cầu`;
    return () => {
      document.title = 'Nhịp Cầu';
    };
  }, [title]);
  return (
    <div className={`${css['page']} ${wide ? css['wide'] : ''}`} data-print={print}>
      <div className={css['head']}>
        {long ? (
          <h1 className={css['long']} lang="vi">
            {title}
          </h1>
        ) : (
          <h1>{title}</h1>
        )}
        {actions ? <div className={css['actions']}>{actions}</div> : null}
      </div>
      {lead ? <div className={css['lead']}>{lead}</div> : null}
      {children}
    </div>
  );
}
