import type { CatalogueEntry } from './entry.ts';

export const backendErrorHidden = {
  code: 'backend.error-hidden',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    opaque: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
