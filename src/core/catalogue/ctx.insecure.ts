import { connectionFailure } from './connection.ts';
import { isInsecure, refusedDevice } from './devices.ts';
import type { CatalogueEntry } from './entry.ts';
import { quoted } from './reply.ts';

export const ctxInsecure = {
  code: 'ctx.insecure',
  origin: 'debugger',
  title: 'The page was not opened over HTTPS',
  cause:
    'On a page that came over plain http, other than from this very computer, browsers take microphone, camera, service workers, clipboard and crypto away. navigator.mediaDevices is then undefined; RTCPeerConnection is still there, so the failure comes late.',
  remedy: 'Open the page over https, or as localhost.',
  surfaces: [{ step: 'offer', statuses: ['none'] }],
  variants: {
    origin: {
      title: 'The page is no secure context',
      actor: 'backend',
      specificity: 91,
      of: ['failed', 'connected'],
      recognise: (evidence) => {
        const { run, failing } = evidence;
        if (run === undefined || !isInsecure(run.pageUrl)) return undefined;
        const failure = connectionFailure(evidence);
        const refused = refusedDevice(evidence);
        const absent = failure?.reason === 'unsupported' && failure.missing !== 'RTCPeerConnection';
        // Refused for another reason: that error names it, this one is a TypeError of an absent member.
        if (!absent && !/^(?:TypeError|NotSupportedError|SecurityError)$/.test(refused?.error.name ?? ''))
          return undefined;
        const what = absent ? failure.missing : `The ${refused?.device ?? 'device'}`;
        const proof = refused?.media?.id ?? failing.id;
        return {
          certainty: 'proved',
          cause: `${what} is not to be had: this page came from ${quoted(run.pageUrl)}, over plain http and not from this computer.`,
          remedy:
            'Serve the page over https; for development use localhost or 127.0.0.1 instead of the computer’s network address.',
          evidence: [
            { entry: run.id, says: 'the page’s address begins with http:' },
            { entry: proof, says: `${what} is absent` },
          ],
          causedBy: { step: evidence.step, entry: run.id },
          ruledOut: [
            { code: 'media.denied', variant: 'user', because: 'nobody was asked' },
            { code: 'media.notfound', variant: 'none', because: 'the browser did not even look for devices' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
