import { defineConfig } from '@chakra-ui/react';

/**
 * Every design decision that can be named, in one place: type scale, the 4 px grid, radii, and the colours of both
 * themes. Components use the semantic names only (bg.*, fg.*, border.*, accent.*, danger.*).
 */
const grid = [
  0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 20, 24, 28, 32, 40, 48, 56, 64, 72, 80,
];
const steps = Object.fromEntries(grid.map((step) => [step, { value: `${step * 0.25}rem` }]));
/** A table of names and values as the engine wants it. */
function values<V extends string | number>(table: Record<string, V>): Record<string, { value: V }> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, { value }]));
}
const themed = (light: string, dark: string) => ({ value: { _light: light, _dark: dark } });

const systemFonts =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji"';

export const tokens = defineConfig({
  theme: {
    breakpoints: { sm: '30rem', md: '48rem', lg: '64rem', xl: '76rem' },
    tokens: {
      fonts: values({
        body: systemFonts,
        heading: systemFonts,
        mono: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
      }),
      fontSizes: values({
        '2xs': '0.6875rem',
        xs: '0.75rem',
        sm: '0.8125rem',
        md: '0.9375rem',
        lg: '1.0625rem',
        xl: '1.25rem',
        '2xl': '1.5rem',
        '3xl': '2rem',
      }),
      fontWeights: values({ normal: 400, medium: 500, semibold: 600, bold: 700 }),
      lineHeights: values({ tight: 1.2, snug: 1.35, normal: 1.47 }),
      letterSpacings: values({ tight: '-0.015em', wide: '0.02em' }),
      radii: values({
        none: '0',
        xs: '2px',
        sm: '4px',
        md: '6px',
        lg: '8px',
        xl: '12px',
        '2xl': '16px',
        full: '9999px',
      }),
      spacing: { ...steps, ...values({ px: '1px' }) },
      sizes: {
        ...steps,
        ...values({
          px: '1px',
          '96': '24rem',
          full: '100%',
          max: 'max-content',
          min: 'min-content',
          sidebar: '19rem',
          drawer: '20rem',
          prose: '44rem',
          touch: '44px',
        }),
      },
      borders: values({ sm: '1px solid' }),
      durations: values({ faster: '80ms', fast: '120ms', moderate: '160ms', slow: '240ms' }),
      easings: values({ 'ease-in-out': 'cubic-bezier(0.4, 0, 0.2, 1)' }),
      animations: values({ spin: 'spin 0.9s linear infinite', pulse: 'pulse 1.8s ease-in-out infinite' }),
      zIndex: values({ base: 0, docked: 10, banner: 20, popover: 1500, skipNav: 1600, toast: 1700 }),
      cursor: values({ button: 'pointer', disabled: 'not-allowed', menuitem: 'default' }),
      colors: { white: { value: '#ffffff' }, black: { value: '#000000' } },
    },
    semanticTokens: {
      radii: values({ l1: '{radii.sm}', l2: '{radii.md}', l3: '{radii.xl}' }),
      shadows: {
        sm: themed('0 1px 2px rgba(16, 32, 32, 0.08)', '0 1px 2px rgba(0, 0, 0, 0.5)'),
        md: themed('0 4px 14px rgba(16, 32, 32, 0.10)', '0 4px 14px rgba(0, 0, 0, 0.5)'),
        lg: themed('0 12px 40px rgba(16, 32, 32, 0.16)', '0 12px 40px rgba(0, 0, 0, 0.65)'),
      },
      colors: {
        bg: {
          DEFAULT: themed('#ffffff', '#15181a'),
          subtle: themed('#f5f7f7', '#101314'),
          muted: themed('#eceff0', '#202527'),
          emphasized: themed('#dfe5e6', '#2b3235'),
          panel: themed('#ffffff', '#1b1f22'),
          hover: themed('#f7f9f9', '#1a1e20'),
          scrim: themed('rgba(15, 25, 25, 0.4)', 'rgba(0, 0, 0, 0.6)'),
        },
        fg: {
          DEFAULT: themed('#15191b', '#e8ecec'),
          muted: themed('#566166', '#a3afb3'),
          subtle: themed('#5d696e', '#8f9b9f'),
          error: themed('#b42318', '#fda29b'),
          warning: themed('#8a5200', '#fcc76b'),
        },
        border: {
          DEFAULT: themed('#e1e6e7', '#2a3033'),
          emphasized: themed('#c6ced0', '#3c4548'),
          error: themed('#d92d20', '#f97066'),
        },
        accent: palette({
          solid: ['#0f766e', '#0f766e'],
          contrast: ['#ffffff', '#ffffff'],
          fg: ['#0f6b64', '#5eead4'],
          subtle: ['#e4f4f2', '#12302e'],
          muted: ['#cdebe7', '#17403d'],
          emphasized: ['#9bdad2', '#1d5551'],
          ring: ['#0f766e', '#2dd4bf'],
        }),
        neutral: palette({
          solid: ['#1f2729', '#e8ecec'],
          contrast: ['#ffffff', '#15181a'],
          fg: ['#2b3437', '#d5dbdc'],
          subtle: ['#eceff0', '#23292b'],
          muted: ['#dfe5e6', '#2b3235'],
          emphasized: ['#c6ced0', '#3c4548'],
          ring: ['#0f766e', '#2dd4bf'],
        }),
        danger: palette({
          solid: ['#c0271b', '#c0362b'],
          contrast: ['#ffffff', '#ffffff'],
          fg: ['#b42318', '#fda29b'],
          subtle: ['#fdeceb', '#3a1a18'],
          muted: ['#fbd8d5', '#4c211e'],
          emphasized: ['#f5b3ad', '#6b2c27'],
          ring: ['#d92d20', '#f97066'],
        }),
        warning: {
          subtle: themed('#fff6e0', '#33270f'),
          border: themed('#f2dca6', '#52401a'),
        },
        presence: { online: themed('#1a8a4a', '#3ecf7f'), away: themed('#b26a00', '#f5b545') },
        avatar: Object.fromEntries(avatarHues().map(([light, dark], index) => [index, themed(light, dark)])),
      },
    },
  },
});

function palette(
  shades: Record<'solid' | 'contrast' | 'fg' | 'subtle' | 'muted' | 'emphasized' | 'ring', [string, string]>,
) {
  const colours = Object.fromEntries(
    Object.entries(shades).map(([name, [light, dark]]) => [name, themed(light, dark)]),
  );
  return { ...colours, focusRing: themed(...shades.ring), border: themed(...shades.emphasized) };
}

/** Backgrounds for white initials, each at least 4.5:1. */
function avatarHues(): [string, string][] {
  return [
    ['#b3402a', '#b3402a'],
    ['#96591a', '#96591a'],
    ['#5c6b1c', '#5c6b1c'],
    ['#2f7440', '#2f7440'],
    ['#11706c', '#11706c'],
    ['#1f6a97', '#1f6a97'],
    ['#4058b5', '#4058b5'],
    ['#6d4bb4', '#6d4bb4'],
    ['#9440a0', '#9440a0'],
    ['#ad3a6d', '#ad3a6d'],
  ];
}

export const AVATAR_COLOURS = avatarHues().length;
