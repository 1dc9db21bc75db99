import type { TaskDetail } from '@nhipcau/server/contract';
import { Fragment } from 'react';
import { excerptOf } from './excerpt.ts';
import css from './task.module.css';

/** The sentence that made the task, marked in the paragraphs it stands in. */
export function SourceSentence({ source }: { source: NonNullable<TaskDetail['source']> }) {
  const { before, sentence, after } = excerptOf(source.text, source.span);
  return (
    <blockquote className={css['source']} lang="vi">
      {source.heading ? <p className={css['sourceHeading']}>{source.heading}</p> : null}
      <Lines text={before} />
      <mark>
        <Lines text={sentence} />
      </mark>
      <Lines text={after} />
    </blockquote>
  );
}

/** Paragraphs on lines of their own, cells of a table apart. */
function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {line.replaceAll('\t', ' · ')}
    </Fragment>
  ));
}
