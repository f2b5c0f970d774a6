import type { CatalogueEntry } from './entry.ts';

export const dtlsFingerprint = {
  code: 'dtls.fingerprint',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    mismatch: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
