// One field of the content, written where it stands on the sheet.
import type { ReactNode } from 'react';
import { Writing } from '../ui/writing.tsx';
import { idOf, useDesk, usePiece } from './desk-context.ts';
import type { Draft, Step } from './draft.ts';

interface Props {
  /** Its place in the content ("title", "signature.name"). */
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly read: (draft: Draft) => string;
  readonly write: (text: string) => Step;
  readonly most: number;
  /** As it is printed, shown as long as nobody writes there. */
  readonly drawn?: (text: string) => ReactNode;
  /** Enter begins a line of its own. */
  readonly several?: boolean;
}

export function SheetField({ path, label, hint, read, write, most, drawn, several = false }: Props) {
  const { keeper, chooser, readOnly } = useDesk();
  const value = usePiece(({ draft }) => read(draft));
  return (
    <Writing
      id={idOf(path)}
      label={label}
      {...(hint ? { placeholder: hint } : {})}
      value={value}
      most={most}
      {...(drawn ? { drawn: drawn(value) } : {})}
      readOnly={readOnly}
      onFocus={() => chooser.choose(path)}
      {...(several ? {} : { onEnter: () => {} })}
      onChange={(text) => keeper.edit(write(several ? text : text.replaceAll('\n', ' ')), path)}
    />
  );
}
