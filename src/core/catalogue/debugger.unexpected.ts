import type { CatalogueEntry } from './entry.ts';
import { quoted } from './reply.ts';

export const debuggerUnexpected = {
  code: 'debugger.unexpected',
  origin: 'debugger',
  title: 'Something happened that nobody foresaw',
  cause: 'An exception that this program does not know ended the step.',
  remedy: 'Report it with the log: it is a gap in this program.',
  surfaces: [],
  variants: {
    exception: {
      title: 'An unforeseen exception ended the step',
      actor: 'browser',
      specificity: 5,
      fallback: 'in-all',
      recognise: ({ trouble, failing }) => {
        const error = trouble.what === 'unexpected' ? trouble.error : undefined;
        return {
          certainty: 'likely',
          cause:
            error === undefined
              ? 'The step ended without a reason that this program can read.'
              : `${error.name}: ${quoted(error.message)}. No known failure looks like this.`,
          remedy:
            'Run again. If it comes back, report it with the exported log: it is a gap in this program.',
          evidence: [
            {
              entry: failing.id,
              says: error === undefined ? 'the step failed here' : `${error.name} was thrown`,
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
