import type { CatalogueEntry } from './entry.ts';

export const replyIncomplete = {
  code: 'reply.incomplete',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    'token-absent': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'answer-absent': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'conversation-id-absent': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'ice-servers-shape': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'snake-case': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
