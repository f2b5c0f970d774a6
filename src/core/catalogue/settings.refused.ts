import type { CatalogueEntry } from './entry.ts';

export const settingsRefused = {
  code: 'settings.refused',
  origin: 'debugger',
  title: 'A setting cannot be sent',
  cause: 'The setting was checked before anything was sent.',
  remedy: 'Correct the setting and run again.',
  surfaces: [{ step: 'token', statuses: ['none'] }],
  variants: {
    value: {
      title: 'A setting has a value that the API does not take',
      actor: 'browser',
      specificity: 90,
      recognise: ({ trouble, failing }) => {
        if (trouble.what !== 'settings') return undefined;
        const { key, message } = trouble.failure;
        return {
          certainty: 'proved',
          cause: `${key}: ${message} Nothing was sent.`,
          remedy: `Correct ${key} and run again.`,
          evidence: [{ entry: failing.id, says: `${key} was refused before sending` }],
          causedBy: { step: failing.step ?? 'token', entry: failing.id },
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
