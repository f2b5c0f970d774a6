import type { CatalogueEntry } from './entry.ts';

export const iceUnreachable = {
  code: 'ice.unreachable',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    'no-answer': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
