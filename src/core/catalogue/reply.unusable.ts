import type { CatalogueEntry } from './entry.ts';

export const replyUnusable = {
  code: 'reply.unusable',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    html: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    empty: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    truncated: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'not-json': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'error-with-200': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
