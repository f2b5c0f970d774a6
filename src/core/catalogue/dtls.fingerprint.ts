import { connectionFailure, howItEnded, iceWasConnected, stateEntry } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';

export const dtlsFingerprint = {
  code: 'dtls.fingerprint',
  origin: 'debugger',
  title: 'The far end is not the one that the answer announced',
  cause: 'ICE found a way, but the certificate shown there does not have the fingerprint of the answer.',
  remedy: 'Report the answer; look for something that rewrites SDP on the way.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    mismatch: {
      title: 'The certificate does not match the answer’s fingerprint',
      actor: 'far-end',
      specificity: 72,
      recognise: (evidence) => {
        const failure = connectionFailure(evidence);
        if (failure === undefined) return undefined;
        const { statistics, answer } = evidence.connection;
        const shown = statistics.findLast((entry) => entry.transport?.dtlsState === 'failed');
        const changed = stateEntry(evidence, 'dtls', 'failed');
        const dtls = failure.reason === 'dtls' || shown !== undefined || changed !== undefined;
        if (!dtls || !['dtls', 'timeout', 'ice', 'channel'].includes(failure.reason)) return undefined;
        const proof = shown?.id ?? changed;
        const connected = stateEntry(evidence, 'ice', 'connected', 'completed');
        return {
          certainty: 'likely',
          cause: `${iceWasConnected(evidence) ? 'ICE connected, so the network is fine; then' : 'A pair worked, then'} the DTLS handshake failed at once. The far end’s certificate does not have the fingerprint that the answer announces: another server took the call, or something rewrote the SDP.`,
          remedy:
            'Compare a=fingerprint of the answer in the log with what the far end uses; report it with the correlation id of the call. Browsers do not tell the reason, this is the usual one.',
          evidence: [
            ...(connected === undefined ? [] : [{ entry: connected, says: 'ICE had a working pair' }]),
            ...(proof === undefined ? [] : [{ entry: proof, says: 'the DTLS transport failed' }]),
            ...(answer === undefined ? [] : [{ entry: answer.entry, says: 'the announced fingerprint' }]),
            howItEnded(evidence),
          ],
          ...(answer !== undefined && { causedBy: { step: 'call' as const, entry: answer.entry } }),
          ruledOut: [
            { code: 'ice.unreachable', variant: 'no-answer', because: 'the far end answered the checks' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
