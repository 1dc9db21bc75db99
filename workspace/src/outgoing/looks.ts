// Bold and italic of what is selected in a paragraph, or of all of it, from the bar and from the keyboard alike.
import type { Line } from '@nhipcau/document';
import * as steps from './draft.ts';
import { turned, type Look } from './line.ts';

export const lookTurned =
  (
    place: steps.Place,
    at: number,
    { kind, field }: { readonly kind: Look; readonly field: HTMLTextAreaElement },
  ): steps.Step =>
  (draft) => {
    const block = steps.blocksOf(draft, place)[at];
    if (block?.type !== 'text') return draft;
    const { selectionStart, selectionEnd, value } = field;
    const part =
      selectionStart === selectionEnd
        ? ([0, value.length] as const)
        : ([selectionStart, selectionEnd] as const);
    const line = turned(block.line as Line, kind, part) as steps.TextBlock['line'];
    return steps.setText(place, at, { line })(draft);
  };
