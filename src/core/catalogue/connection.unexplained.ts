import type { Evidence } from '../diagnosis/evidence.ts';
import { connectionFailure, howItEnded, iceFailed } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';

export const connectionUnexplained = {
  code: 'connection.unexplained',
  origin: 'debugger',
  title: 'The connection failed, and the log does not say why',
  cause: 'The layer that failed is known, the reason is not.',
  remedy: 'Look at the states, candidates and statistics in the log.',
  surfaces: [],
  variants: {
    ice: {
      title: 'No way to the far end was found or kept',
      actor: 'network',
      specificity: 12,
      fallback: 'in-all',
      recognise: (evidence) =>
        iceFailed(evidence)
          ? unexplained(
              evidence,
              'ICE',
              'Compare the candidates of both sides in the log, and try another network.',
            )
          : undefined,
    },
    dtls: {
      title: 'The encrypted transport did not come up',
      actor: 'far-end',
      specificity: 12,
      fallback: 'in-all',
      recognise: (evidence) => {
        const failure = connectionFailure(evidence);
        const dtls =
          failure?.reason === 'dtls' || (failure?.reason === 'timeout' && failure.waitingFor === 'dtls');
        return dtls
          ? unexplained(evidence, 'DTLS', 'Compare a=fingerprint and a=setup of the answer with the far end.')
          : undefined;
      },
    },
    channel: {
      title: 'The data channel did not open or did not stay open',
      actor: 'far-end',
      specificity: 11,
      fallback: 'in-all',
      recognise: (evidence) => {
        const failure = connectionFailure(evidence);
        const channel =
          failure?.reason === 'channel' ||
          (failure?.reason === 'timeout' && ['channel', 'session.created'].includes(failure.waitingFor));
        return channel
          ? unexplained(
              evidence,
              'The data channel',
              'Check that the answer accepts m=application (its port is not 0).',
            )
          : undefined;
      },
    },
  },
} as const satisfies CatalogueEntry;

function unexplained(evidence: Evidence, layer: string, remedy: string) {
  return {
    certainty: 'likely',
    cause: `${layer} failed, and nothing in the log says why.`,
    remedy,
    evidence: [howItEnded(evidence)],
  } as const;
}
