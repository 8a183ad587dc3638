import { createSystem, defaultBaseConfig, defineConfig } from '@chakra-ui/react';
import {
  buttonRecipe,
  dialogSlotRecipe,
  inputRecipe,
  menuSlotRecipe,
  nativeSelectSlotRecipe,
  skeletonRecipe,
  spinnerRecipe,
  textareaRecipe,
} from '@chakra-ui/react/theme';
import { tokens } from '@/components/theme/tokens';

/**
 * Only what we use of Chakra: its engine and eight recipes, dressed in our tokens. The complete default theme would
 * double the style sheet.
 */
const look = defineConfig({
  preflight: true,
  globalCss: {
    '*': { '--global-color-border': 'colors.border' },
    'html, body, #root': { height: '100%' },
    html: { bg: 'bg', color: 'fg', colorPalette: 'neutral', fontFamily: 'body', textSizeAdjust: '100%' },
    body: { fontSize: 'md', lineHeight: 'normal', fontFamily: 'body', overflow: 'hidden' },
    'button, input, textarea, select': { fontFamily: 'inherit' },
    '*::placeholder': { color: 'fg.subtle', opacity: 1 },
    '*::selection': { bg: 'accent.emphasized' },
    ':where(a, button, [tabindex]):focus-visible': {
      outline: '2px solid',
      outlineColor: 'accent.focusRing',
      outlineOffset: '2px',
    },
    '*, *::before, *::after': {
      scrollbarColor: '{colors.border.emphasized} transparent',
      scrollbarWidth: 'thin',
      '@media (prefers-reduced-motion: reduce)': {
        animationDuration: '0.01ms !important',
        animationIterationCount: '1 !important',
        transitionDuration: '0.01ms !important',
        scrollBehavior: 'auto !important',
      },
    },
    // Who asks for more contrast gets no grey text and no faint lines.
    ':root:root': {
      '@media (prefers-contrast: more)': {
        '--chakra-colors-fg-muted': 'colors.fg',
        '--chakra-colors-fg-subtle': 'colors.fg',
        '--chakra-colors-border': 'colors.fg.muted',
        '--chakra-colors-border-emphasized': 'colors.fg',
      },
    },
    // Arrows point the other way where text runs from right to left.
    '[dir="rtl"] .mirror': { transform: 'scaleX(-1)' },
  },
  theme: {
    keyframes: {
      spin: { to: { transform: 'rotate(360deg)' } },
      pulse: { '50%': { opacity: '0.5' } },
      'fade-in': { from: { opacity: '0' } },
      'fade-out': { to: { opacity: '0' } },
      'scale-in': { from: { opacity: '0', transform: 'scale(0.97)' } },
      'scale-out': { to: { opacity: '0', transform: 'scale(0.97)' } },
      typing: { '0%, 60%, 100%': { opacity: '0.3' }, '30%': { opacity: '1' } },
    },
    animationStyles: {
      'scale-fade-in': { value: { animationName: 'scale-in' } },
      'scale-fade-out': { value: { animationName: 'scale-out' } },
      'slide-fade-in': { value: { animationName: 'fade-in' } },
      'slide-fade-out': { value: { animationName: 'fade-out' } },
    },
    layerStyles: { disabled: { value: { opacity: '0.5', cursor: 'not-allowed' } } },
    textStyles: {
      '2xs': { value: { fontSize: '2xs', lineHeight: 'snug' } },
      xs: { value: { fontSize: 'xs', lineHeight: 'snug' } },
      sm: { value: { fontSize: 'sm', lineHeight: 'snug' } },
      md: { value: { fontSize: 'md', lineHeight: 'normal' } },
      lg: { value: { fontSize: 'lg', lineHeight: 'snug' } },
      xl: { value: { fontSize: 'xl', lineHeight: 'tight', letterSpacing: 'tight' } },
      '2xl': { value: { fontSize: '2xl', lineHeight: 'tight', letterSpacing: 'tight' } },
      '3xl': { value: { fontSize: '3xl', lineHeight: 'tight', letterSpacing: 'tight' } },
    },
    recipes: {
      button: buttonRecipe,
      input: inputRecipe,
      textarea: textareaRecipe,
      spinner: spinnerRecipe,
      skeleton: skeletonRecipe,
    },
    slotRecipes: { dialog: dialogSlotRecipe, menu: menuSlotRecipe, nativeSelect: nativeSelectSlotRecipe },
  },
});

const adjustments = defineConfig({
  theme: {
    recipes: {
      button: {
        // A finger needs 44 px, whatever the look.
        base: { '@media (pointer: coarse)': { minHeight: 'touch' } },
        defaultVariants: { size: 'sm' },
      },
      input: { variants: { variant: { outline: { bg: 'bg', borderColor: 'border.emphasized' } } } },
      textarea: { variants: { variant: { outline: { bg: 'bg', borderColor: 'border.emphasized' } } } },
    },
    slotRecipes: {
      dialog: { slots: [], base: { backdrop: { bg: 'bg.scrim' } } },
    },
  },
});

export const system = createSystem(defaultBaseConfig, look, tokens, adjustments);
