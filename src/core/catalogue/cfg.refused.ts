import type { CatalogueEntry } from './entry.ts';

export const cfgRefused = {
  code: 'cfg.refused',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    constructor: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
