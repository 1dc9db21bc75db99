// Mantine in our own clothes: every colour is a token, so that both schemes follow one stylesheet.
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const river: MantineColorsTuple = [
  '#eef6f5',
  '#e0efed',
  '#c5e0dc',
  '#97c9c3',
  '#5fa9a3',
  '#2f8582',
  '#11605f',
  '#0d5354',
  '#0b4748',
  '#083637',
];

export const theme = createTheme({
  primaryColor: 'river',
  primaryShade: { light: 6, dark: 3 },
  colors: { river },
  white: '#ffffff',
  black: '#1a2225',
  fontFamily: "'Be Vietnam Pro', 'Noto Sans', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, Menlo, monospace',
  headings: { fontFamily: "'Be Vietnam Pro', system-ui, sans-serif", fontWeight: '600' },
  defaultRadius: 4,
  autoContrast: true,
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Modal: { defaultProps: { centered: false, overlayProps: { backgroundOpacity: 0.35 }, radius: 6 } },
    Popover: { defaultProps: { shadow: 'none', radius: 6 } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false } },
  },
});

const tokens = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-default': 'var(--sheet)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-default-hover': 'var(--well)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-faint)',
  '--mantine-color-placeholder': 'var(--ink-faint)',
  '--mantine-color-anchor': 'var(--river)',
  '--mantine-color-error': 'var(--soon)',
  '--mantine-primary-color-filled': 'var(--river)',
  '--mantine-primary-color-filled-hover': 'var(--river-deep)',
  '--mantine-primary-color-contrast': 'var(--on-river)',
};

/** Mantine sets its colours once a scheme; ours change under the same name, so both schemes get the same list. */
export const variables: CSSVariablesResolver = () => ({ variables: {}, light: tokens, dark: tokens });
