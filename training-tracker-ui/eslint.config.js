import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

// The arrows between the folders of src/: each may use only those listed (and itself).
const PAGES = ['log', 'calendar', 'year', 'statistics', 'athletes', 'import', 'settings'];
const SHARED = ['sessions', 'api', 'preferences', 'components', 'training', 'i18n', 'testing'];
const USES = {
  app: [...PAGES, ...SHARED],
  ...Object.fromEntries(PAGES.map((page) => [page, SHARED])),
  sessions: ['api', 'preferences', 'components', 'training', 'i18n', 'testing'],
  preferences: ['training', 'i18n', 'testing'],
  api: ['training', 'testing'],
  components: ['i18n', 'testing'],
  training: [],
  i18n: [],
  testing: ['i18n', 'api', 'preferences'],
};
const FOLDERS = Object.keys(USES);

const arrows = FOLDERS.map((folder) => {
  const banned = FOLDERS.filter((other) => other !== folder && !USES[folder].includes(other));
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...(banned.length > 0
              ? [
                  {
                    group: banned.flatMap((other) => [`@/${other}`, `@/${other}/**`]),
                    message: `${folder}/ may not use this folder (see README.md)`,
                  },
                ]
              : []),
            { group: ['../*'], message: 'Name other folders as @/folder/file' },
          ],
        },
      ],
    },
  };
});

export default tseslint.config(
  {
    ignores: [
      'dist',
      'node_modules',
      'coverage',
      'assets',
      'scripts/service-worker.js',
      'src/api/schema.d.ts',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ...jsxA11y.flatConfigs.recommended,
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules, 'max-lines': ['error', 250] },
  },
  { files: ['scripts/**', '*.config.js'], languageOptions: { globals: globals.node } },
  {
    files: ['scripts/from-disk.js'],
    languageOptions: { globals: { ...globals.browser, ...globals.serviceworker }, sourceType: 'script' },
  },
  ...arrows,
  prettier,
);
