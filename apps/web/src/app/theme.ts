import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Ten steps round the accent of the light (6) and dark (3) theme in tokens.css. */
const violet: MantineColorsTuple = [
  '#eeecfb',
  '#d9d5f7',
  '#beb7ff',
  '#a79eff',
  '#8a7fe8',
  '#6a5ed6',
  '#5145c4',
  '#4338ac',
  '#372e8e',
  '#292746',
];

/** Mantine's dark greys, from text to ground, as tokens.css has them. */
const dark: MantineColorsTuple = [
  '#eceef1',
  '#b7bec8',
  '#949ca8',
  '#727b87',
  '#3d444d',
  '#2a2f36',
  '#1a1e23',
  '#16191d',
  '#0f1114',
  '#0a0c0e',
];

export const theme = createTheme({
  colors: { violet, dark },
  primaryColor: 'violet',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  fontFamily: '"Inter Variable", var(--cw-font)',
  fontSizes: { xs: '11px', sm: '13px', md: '13px', lg: '14px', xl: '16px' },
  lineHeights: { xs: '1.45', sm: '1.4', md: '1.4', lg: '1.4', xl: '1.3' },
  defaultRadius: 'md',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  breakpoints: { xs: '30em', sm: '40em', md: '64em', lg: '80em', xl: '100em' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: {
      defaultProps: { size: 'compact-sm' },
      // Mantine reckons the contrast with the light theme's accent only.
      vars: (_theme: unknown, { variant = 'filled' }: { readonly variant?: string }) =>
        variant === 'filled' ? { root: { '--button-color': 'var(--cw-on-accent)' } } : { root: {} },
      // Where motion is reduced Mantine leaves out the transition, and with it what puts the loader into the middle.
      styles: { loader: { transform: 'translate(-50%, -50%)' } },
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Tooltip: { defaultProps: { withArrow: false, openDelay: 300 } },
  },
});

const surfaces = {
  '--mantine-color-body': 'var(--cw-surface)',
  '--mantine-color-text': 'var(--cw-text)',
  '--mantine-color-dimmed': 'var(--cw-text-3)',
  '--mantine-color-default': 'var(--cw-surface)',
  '--mantine-color-default-hover': 'var(--cw-surface-3)',
  '--mantine-color-default-color': 'var(--cw-text)',
  '--mantine-color-default-border': 'var(--cw-border-strong)',
  '--mantine-color-placeholder': 'var(--cw-text-3)',
  '--mantine-color-anchor': 'var(--cw-accent)',
  '--mantine-color-error': 'var(--cw-bad)',
  '--mantine-primary-color-filled': 'var(--cw-accent)',
  '--mantine-primary-color-filled-hover': 'var(--cw-accent-hover)',
  '--mantine-primary-color-contrast': 'var(--cw-on-accent)',
  '--mantine-primary-color-light': 'var(--cw-accent-soft)',
  '--mantine-primary-color-light-color': 'var(--cw-accent)',
};

/** Hands the product's tokens to Mantine, so that one palette serves both. */
export const resolveVariables: CSSVariablesResolver = () => ({ variables: {}, light: surfaces, dark: surfaces });
