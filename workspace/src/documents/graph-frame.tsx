// The frame in which the drawing is looked at: nearer, further, whole; dragged with the mouse, scrolled by all else.
import { useElementSize, useMergedRef } from '@mantine/hooks';
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Scroller } from '../ui/scroller.tsx';
import type { Placed } from './graph-layout.ts';
import { firstScale, reveal, stepped, wholeScale } from './graph-view.ts';
import css from './graph.module.css';

interface Props {
  readonly placed: Placed;
  readonly chosen: string | null;
  readonly children: (scale: number) => ReactNode;
}

export function GraphFrame({ placed, chosen, children }: Props) {
  const { say } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const ref = useMergedRef(frame, measured);
  const [asked, setAsked] = useState<number | null>(null);
  const scale = asked ?? firstScale(placed, width);
  const keepMiddle = useMiddle(frame);
  const zoom = (next: number) => {
    if (next === scale) return;
    keepMiddle();
    setAsked(next);
  };
  const whole = () => {
    const tallest = frame.current ? Number.parseFloat(getComputedStyle(frame.current).maxHeight) : 0;
    zoom(wholeScale(placed, { width, height: tallest || Infinity }));
  };
  const actions: Readonly<Record<string, () => void>> = {
    '+': () => zoom(stepped(scale, 1)),
    '=': () => zoom(stepped(scale, 1)),
    '-': () => zoom(stepped(scale, -1)),
    '0': whole,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  };
  useEffect(() => {
    const node = chosen && frame.current?.querySelector(`[data-node="${CSS.escape(chosen)}"]`);
    if (node && frame.current) reveal(frame.current, node);
  }, [chosen]);
  return (
    <div className={css['plot']}>
      <div className={css['zoom']} role="group" aria-label={say('Cỡ sơ đồ')}>
        <Button small onClick={whole}>
          {say('Vừa khung')}
        </Button>
        <Button small aria-label={say('Phóng to')} title={say('Phóng to')} onClick={actions['+']}>
          +
        </Button>
        <Button small aria-label={say('Thu nhỏ')} title={say('Thu nhỏ')} onClick={actions['-']}>
          −
        </Button>
      </div>
      <Scroller
        ref={ref}
        id="graph-frame"
        className={css['frame']}
        aria-labelledby="graph-sentence"
        onKeyDown={onKeyDown}
        onPointerDown={grab}
      >
        {children(scale)}
      </Scroller>
    </div>
  );
}

/** What stood in the middle stays there when the scale changes. */
function useMiddle(frame: { readonly current: HTMLElement | null }): () => void {
  const middle = useRef<{ readonly x: number; readonly y: number } | null>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || !middle.current) return;
    element.scrollTo(
      middle.current.x * element.scrollWidth - element.clientWidth / 2,
      middle.current.y * element.scrollHeight - element.clientHeight / 2,
    );
    middle.current = null;
  });
  return () => {
    const element = frame.current;
    if (!element) return;
    middle.current = {
      x: (element.scrollLeft + element.clientWidth / 2) / element.scrollWidth,
      y: (element.scrollTop + element.clientHeight / 2) / element.scrollHeight,
    };
  };
}

/** Fingers scroll by themselves; the mouse drags the ground between the documents. */
function grab(event: PointerEvent<HTMLElement>): void {
  const { currentTarget: frame, target } = event;
  const onDrawing = target instanceof Element && target !== frame && !target.closest('[role=button]');
  if (event.pointerType !== 'mouse' || event.button !== 0 || !onDrawing) return;
  frame.setPointerCapture(event.pointerId);
  const drag = ({ movementX, movementY }: globalThis.PointerEvent) => frame.scrollBy(-movementX, -movementY);
  frame.addEventListener('pointermove', drag);
  frame.addEventListener('lostpointercapture', () => frame.removeEventListener('pointermove', drag), {
    once: true,
  });
}
