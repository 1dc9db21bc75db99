// How large the drawing is shown, and how far a frame must scroll to show a part of it.
interface Size {
  readonly width: number;
  readonly height: number;
}

/** The smallest words of the drawing, in its own units. */
export const smallestWords = 12;
/** Below this many pixels words are shown only to who asks for the whole at a glance. */
const readable = 11;
const largest = 3;
const smallest = 0.1;
const wellFilled = 1.25;

/** As wide as the frame at first, but never with words too small to read. */
export function firstScale(drawing: Size, frameWidth: number): number {
  if (frameWidth <= 0 || drawing.width <= 0) return 1;
  return Math.min(Math.max(frameWidth / drawing.width, readable / smallestWords), wellFilled);
}

/** All of the drawing within the frame. */
export function wholeScale(drawing: Size, frame: Size): number {
  if (drawing.width <= 0 || drawing.height <= 0) return 1;
  return within(Math.min(frame.width / drawing.width, frame.height / drawing.height, wellFilled));
}

/** One step nearer (1) or further away (-1). */
export const stepped = (scale: number, step: 1 | -1): number => within(scale * 1.25 ** step);

const within = (scale: number) => Math.min(Math.max(scale, smallest), largest);

/** Scrolls this frame alone, and no further than it takes to see the element. */
export function reveal(frame: Element, element: Element): void {
  const [outer, inner] = [frame.getBoundingClientRect(), element.getBoundingClientRect()];
  frame.scrollBy({
    left: shiftInto(inner.left, inner.right, outer.left, outer.right),
    top: shiftInto(inner.top, inner.bottom, outer.top, outer.bottom),
  });
}

const margin = 24;

/** By how much a stretch must move to lie between two bounds; where it is longer than they allow, its beginning does. */
export function shiftInto(start: number, end: number, from: number, to: number): number {
  const tooLong = end - start + 2 * margin > to - from;
  if (start - margin < from || tooLong) return start - margin - from;
  return Math.max(0, end + margin - to);
}
