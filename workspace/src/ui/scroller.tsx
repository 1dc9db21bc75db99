import type { ComponentProps } from 'react';

/** A part of the screen that scrolls by itself, and so must be reachable by keyboard (WCAG 2.1.1). */
export function Scroller(props: ComponentProps<'div'>) {
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  return <div role="region" tabIndex={0} {...props} />;
}
