import type { GraphNode } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { day } from '../language/dates.ts';
import { holds } from '../language/fold.ts';
import { useWords, type Say } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { edgeWords, type Link as GraphLink } from './graph-facts.ts';
import { reveal } from './graph-view.ts';
import css from './graph.module.css';
import { kindWords } from './kinds.ts';

interface Props {
  readonly list: readonly { readonly node: GraphNode; readonly links: readonly GraphLink[] }[];
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

/** The same facts as the drawing, in words; choosing one lights it up there. */
export function GraphList({ list, chosen, onChoose }: Props) {
  const { say } = useWords();
  const [question, setQuestion] = useState('');
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    const line = chosen === null ? null : document.getElementById(`node-${chosen}`);
    // Only the list itself: the page stays at what was chosen.
    if (line && section.current) reveal(section.current, line);
  }, [chosen]);
  const shown = list.filter(({ node }) =>
    holds([node.number, node.title, node.issuer, kindWords(node.type, say)].join(' '), question),
  );
  return (
    <section ref={section} className={css['facts']} aria-label={say('Các văn bản trong sơ đồ')}>
      <input
        type="search"
        aria-label={say('Tìm trong sơ đồ')}
        placeholder={say('Tìm trong sơ đồ')}
        value={question}
        onChange={(event) => setQuestion(event.target.value)}
      />
      <ul>
        {shown.map(({ node, links }) => (
          <li key={node.id} id={`node-${node.id}`} data-chosen={node.id === chosen || undefined}>
            <NodeHead
              node={node}
              onChoose={() => onChoose(node.id === chosen ? null : node.id)}
              chosen={node.id === chosen}
            />
            {node.id === chosen || node.held ? <Links links={links} onChoose={onChoose} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function NodeHead({ node, chosen, onChoose }: { node: GraphNode; chosen: boolean; onChoose: () => void }) {
  const { say, language } = useWords();
  const name = nameOf(node, say);
  return (
    <>
      <p className={css['factName']}>
        {node.documentId !== null ? (
          <Link to="/van-ban/$id" params={{ id: String(node.documentId) }}>
            {name}
          </Link>
        ) : (
          <strong>{name}</strong>
        )}
        {node.held ? null : <Tag>{say('chưa có ở đây')}</Tag>}
        {node.inForce === false ? <Tag tone="soon">{say('hết hiệu lực')}</Tag> : null}
        <Button
          look="plain"
          small
          aria-pressed={chosen}
          aria-label={say('Xem trên sơ đồ: {name}', { name })}
          onClick={onChoose}
        >
          {say('Xem trên sơ đồ')}
        </Button>
      </p>
      <p className={css['factAbout']} lang="vi">
        {[node.title, node.issuer, node.date ? day(node.date, language) : null].filter(Boolean).join(' · ')}
      </p>
    </>
  );
}

function Links({ links, onChoose }: { links: readonly GraphLink[]; onChoose: (id: string) => void }) {
  const { say } = useWords();
  return (
    <ul className={css['links']}>
      {links.map(({ edge, other, direction }) => (
        <li key={`${edge.kind}:${direction}:${other.id}`}>
          {say(edgeWords[edge.kind][direction])}{' '}
          <button type="button" className={css['linkName']} onClick={() => onChoose(other.id)}>
            {nameOf(other, say)}
          </button>
          {edge.contradiction ? (
            <Contradiction said={edge.contradiction.said} held={edge.contradiction.held} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Contradiction({ said, held }: { said: string; held: string }) {
  const { say, language } = useWords();
  return (
    <span className={css['contradiction']}>
      {say('viết {said}, văn bản ghi {held}', { said: day(said, language), held: day(held, language) })}
    </span>
  );
}

function nameOf(node: GraphNode, say: Say): string {
  return node.number
    ? [node.type ? kindWords(node.type, say) : null, node.number].filter(Boolean).join(' ')
    : (node.title ?? kindWords(node.type, say));
}
