import type { CatalogueEntry } from './entry.ts';

export const orgaAIServerError = {
  code: 'OrgaAIServerError',
  origin: 'specification',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    '500': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    '502': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    '503': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    '504': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'network-timeout': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    other: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
