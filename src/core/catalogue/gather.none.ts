import { howItEnded, noPath } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';

export const gatherNone = {
  code: 'gather.none',
  origin: 'debugger',
  title: 'This browser found no address of its own',
  cause:
    'No candidate was found, and no error told why: a policy, an extension or a VPN’s “WebRTC leak” protection forbids UDP, or there is no network at all. Whatever the answer holds, Chromium’s ICE then stays “new” for ever, and Firefox’s fails at once.',
  remedy: 'Look for a WebRTC policy or extension in this browser, and for a network.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    nothing: {
      title: 'Not one candidate, and no error',
      actor: 'browser',
      specificity: 83,
      of: ['failed', 'waiting'],
      recognise: (evidence) => {
        const { gathered, states, localCandidates, candidateErrors, policy } = evidence.connection;
        // Firefox 153 gives ICE up at once, before there is an answer, and never ends gathering.
        const gaveUp = states.find(
          ({ machine, to, step }) => machine === 'ice' && to === 'failed' && step === 'offer',
        );
        const nothing = gathered ?? gaveUp;
        if (!noPath(evidence) || nothing === undefined || policy === 'relay') return undefined;
        if (localCandidates.length > 0 || candidateErrors.length > 0) return undefined;
        return {
          certainty: 'proved',
          cause: `${gathered === undefined ? 'ICE was given up before there was an answer' : 'Gathering was completed'} with no candidate and no error. The browser is not allowed to use UDP (policy “disable_non_proxied_udp”, a privacy extension, a VPN), or this computer has no network card that is up.`,
          remedy:
            'Open chrome://policy and look for WebRtcIPHandling; switch privacy extensions off for this page; check the network. In Firefox look at media.peerconnection.ice.* in about:config.',
          evidence: [
            {
              entry: nothing.id,
              says: `${gathered === undefined ? 'ICE failed before the answer' : 'gathering ended'}, with no candidate and no error`,
            },
            howItEnded(evidence),
          ],
          causedBy: { step: 'offer', entry: nothing.id },
          ruledOut: [
            { code: 'relay.noturn', variant: 'policy', because: 'the ICE policy is “all”, not “relay”' },
            { code: 'ice.nocand', variant: 'answer', because: 'it is this side that has no candidate' },
            {
              code: 'net.udp-blocked',
              variant: 'relay-silent',
              because: 'not even host candidates were found',
            },
            { code: 'ice.unreachable', variant: 'no-answer', because: 'no check could be sent' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
