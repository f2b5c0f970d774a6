import type { CatalogueEntry } from './entry.ts';

export const sdpNotsdp = {
  code: 'sdp.notsdp',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    text: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
