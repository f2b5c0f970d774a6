import type { CatalogueEntry } from './entry.ts';

export const orgaAIAuthenticationError = {
  code: 'OrgaAIAuthenticationError',
  origin: 'specification',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    '401': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    '403': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'no-key': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
