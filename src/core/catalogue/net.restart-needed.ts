import type { Certainty, Proof } from '../diagnosis/diagnosis.ts';
import type { Evidence } from '../diagnosis/evidence.ts';
import type { LogEntry } from '../session/log.ts';
import { connectionFailure, howItEnded, iceWasConnected } from './connection.ts';
import { duration } from './duration.ts';
import type { CatalogueEntry } from './entry.ts';
import { looksAfterFailure, whenLost } from './net.loss.ts';
import { tearsDown } from './sdkBehaviour.ts';

export const netRestartNeeded = {
  code: 'net.restart-needed',
  origin: 'debugger',
  title: 'The network is back, the connection is not',
  cause:
    '“failed” is final: ICE sends no further checks, so the connection stays down though the network has returned. An ICE restart (a new offer with iceRestart) brings it back in some 60 ms, the data channel included; this API offers no way to renegotiate.',
  remedy: 'Begin a new session with a new token as soon as “failed” comes.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  discrepancies: [tearsDown],
  variants: {
    'after-failed': {
      title: 'The network came back after the connection had failed',
      actor: 'browser',
      specificity: 74,
      recognise: (evidence) => {
        if (connectionFailure(evidence)?.reason !== 'ice' || !iceWasConnected(evidence)) return undefined;
        const gone = whenLost(evidence);
        const sign = gone && signOfNetwork(evidence, gone.at);
        if (gone === undefined || sign === undefined) return undefined;
        return {
          certainty: sign.certainty,
          cause: `The connection failed for want of packets, and ${sign.says}: the network is there again, but a failed connection does not try again by itself.`,
          remedy:
            'Begin a new session with a new token. Where you hold the connection yourself, createOffer({ iceRestart: true }) revives it, if the far end takes a new offer.',
          evidence: [
            { entry: gone.id, says: `ICE went to “${gone.to}”` },
            ...sign.proofs,
            howItEnded(evidence),
          ],
          ruledOut: [
            {
              code: 'ice.unreachable',
              variant: 'no-answer',
              because: 'the far end had been reached before',
            },
            { code: 'dc.remote-close', variant: 'closed', because: 'the channel was not closed' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;

interface Sign {
  readonly certainty: Certainty;
  readonly says: string;
  readonly proofs: readonly Proof[];
}

/** Something that came through the network after it had been lost, even after the failure itself. */
function signOfNetwork(evidence: Evidence, lostAt: number): Sign | undefined {
  const { log, attempt, connection } = evidence;
  const { silent, answered } = looksAfterFailure(evidence);
  if (silent !== undefined && answered !== undefined) {
    return {
      certainty: 'proved',
      says: `${answered.url} answers again, ${duration(answered.after)} after the failure`,
      proofs: [
        { entry: silent.id, says: `at the failure ${silent.url} did not answer` },
        { entry: answered.id, says: `${duration(answered.after)} after it ${answered.url} answered` },
      ],
    };
  }
  const after = log.filter((entry) => entry.attempt === attempt && entry.at > lostAt);
  const response = after.find((entry) => entry.kind === 'response');
  if (response !== undefined) return likely(response.id, 'a later request was answered');
  const before = connection.statistics.findLast(({ at }) => at <= lostAt)?.transport?.packetsReceived;
  const grown = after.find((entry) => before !== undefined && packetsOf(entry) > before);
  return grown && likely(grown.id, 'packets came in again');
}

function likely(entry: string, says: string): Sign {
  return { certainty: 'likely', says, proofs: [{ entry, says }] };
}

function packetsOf(entry: LogEntry): number {
  return entry.kind === 'statistics' ? (entry.transport?.packetsReceived ?? 0) : 0;
}
