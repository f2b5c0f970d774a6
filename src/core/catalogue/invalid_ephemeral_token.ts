import type { CatalogueEntry } from './entry.ts';

export const invalidEphemeralToken = {
  code: 'invalid_ephemeral_token',
  origin: 'specification',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    expired: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    used: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'expired-between': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    unexplained: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    identifier: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
