import type { CatalogueEntry } from './entry.ts';

export const sdpRejected = {
  code: 'sdp.rejected',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    other: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
