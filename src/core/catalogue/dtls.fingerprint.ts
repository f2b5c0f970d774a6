import { connectionFailure, howItEnded, iceWasConnected, stateEntry } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { claimsConnected } from './sdkBehaviour.ts';

export const dtlsFingerprint = {
  code: 'dtls.fingerprint',
  origin: 'debugger',
  title: 'The far end is not the one that the answer announced',
  cause: 'ICE found a way, but the certificate shown there does not have the fingerprint of the answer.',
  remedy: 'Report the answer; look for something that rewrites SDP on the way.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  discrepancies: [claimsConnected],
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
        // Firefox ends DTLS together with ICE: without a working pair it says nothing (failures.md, section e).
        if (!iceWasConnected(evidence)) return undefined;
        if (!dtls || !['dtls', 'timeout', 'ice', 'channel'].includes(failure.reason)) return undefined;
        const proof = shown?.id ?? changed;
        const connected = stateEntry(evidence, 'ice', 'connected', 'completed');
        return {
          certainty: 'likely',
          cause: `ICE connected, so the network is fine; then the DTLS handshake failed at once. The far end’s certificate does not have the fingerprint that the answer announces: another server took the call, or something rewrote the SDP.`,
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
            {
              code: 'ice.badpwd',
              variant: 'password',
              because: 'a pair worked, so the ICE password is right',
            },
            { code: 'net.loss', variant: 'mid-call', because: 'DTLS itself failed, at once' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
