import type { ComponentProps } from 'react';
import css from './button.module.css';

type Look = 'action' | 'quiet' | 'plain' | 'grave';

/** A button in one of four looks; `action` once a screen. */
export function Button({
  look = 'quiet',
  small,
  className,
  ...rest
}: ComponentProps<'button'> & { look?: Look; small?: boolean }) {
  return <button type="button" {...rest} className={classes(look, small, className)} />;
}

/** The same looks for links and labels. */
export function buttonClass(look: Look = 'quiet', small = false): string {
  return classes(look, small);
}

function classes(look: Look, small?: boolean, extra?: string): string {
  return [css['button'], css[look], small ? css['small'] : '', extra ?? ''].filter(Boolean).join(' ');
}
