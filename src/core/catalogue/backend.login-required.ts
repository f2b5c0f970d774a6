import type { CatalogueEntry } from './entry.ts';

export const backendLoginRequired = {
  code: 'backend.login-required',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    refused: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    redirected: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
