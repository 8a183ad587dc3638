import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/**
 * The house rule as zones: ground floor (api, realtime, components, lib, config, i18n) -> features -> app.
 * Computed from the folders that exist, so that a new feature is fenced in the moment it is made.
 */
const features = readdirSync(new URL('./src/features', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const ground = ['api', 'realtime', 'components', 'lib', 'config', 'i18n'];

const zones = [
  ...ground.map((folder) => ({
    target: `./src/${folder}`,
    from: ['./src/features', './src/app'],
    message: 'The ground floor knows neither features nor the app.',
  })),
  ...features.map((feature) => ({
    target: `./src/features/${feature}`,
    from: ['./src/app', ...features.filter((other) => other !== feature).map((other) => `./src/features/${other}`)],
    message: 'A feature knows no other feature and not the app: compose them in src/app.',
  })),
  { target: './src/lib', from: ['./src/api', './src/realtime', './src/components'], message: 'lib stands alone.' },
  { target: './src/api', from: ['./src/realtime', './src/components'], message: 'api knows REST and wire types only.' },
  { target: './src/realtime', from: ['./src/components'], message: 'The socket knows no components.' },
];

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'src/api/generated'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, reactHooks.configs.flat['recommended-latest']],
    plugins: { 'import-x': importX },
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.app.json' })],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Event handlers may be async: what they do wrong is shown by the code inside them.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // "No argument" is spelled void by RTK Query.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Requests are rejected with a Problem, which is what callers show; it has no stack to offer.
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      // Redux declares getState as a method; nothing of ours uses `this` outside classes with private names.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/**/*.test.{ts,tsx}', 'src/testing/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Words, not code: one file per language is easier to translate than four.
    files: ['src/i18n/{en,zh}.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['*.js'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['public/*.js'],
    languageOptions: { globals: globals.browser, sourceType: 'script' },
  },
);
