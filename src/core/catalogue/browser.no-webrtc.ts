import type { CatalogueEntry } from './entry.ts';

export const browserNoWebrtc = {
  code: 'browser.no-webrtc',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    absent: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
