import type { CatalogueEntry } from './entry.ts';

export const credentialUndefined = {
  code: 'credential.undefined',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    sent: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
