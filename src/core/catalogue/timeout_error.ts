import type { CatalogueEntry } from './entry.ts';

export const timeoutError = {
  code: 'timeout_error',
  origin: 'specification',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    'no-response': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'stalled-body': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    aborted: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
