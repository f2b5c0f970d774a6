import type { CatalogueEntry } from './entry.ts';

export const debuggerUnexpected = {
  code: 'debugger.unexpected',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    exception: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
