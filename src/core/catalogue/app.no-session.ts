import type { CatalogueEntry } from './entry.ts';

export const appNoSession = {
  code: 'app.no-session',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    silent: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
