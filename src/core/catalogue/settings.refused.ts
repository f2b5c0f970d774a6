import type { CatalogueEntry } from './entry.ts';

export const settingsRefused = {
  code: 'settings.refused',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    value: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
