import type { CatalogueEntry } from './entry.ts';

export const browserNoWebrtc = {
  code: 'browser.no-webrtc',
  origin: 'debugger',
  title: 'This browser has no WebRTC',
  cause: 'The browser offers no RTCPeerConnection, so there can be no session.',
  remedy: 'Use a browser with WebRTC, or switch it on.',
  surfaces: [{ step: 'offer', statuses: ['none'] }],
  variants: {
    absent: {
      title: 'This browser has no WebRTC',
      actor: 'browser',
      specificity: 90,
      recognise: ({ trouble, failing }) => {
        if (trouble.what !== 'connection' || trouble.failure.reason !== 'unsupported') return undefined;
        return {
          certainty: 'proved',
          cause: `${trouble.failure.missing} is absent. Some browsers lack it, others have it switched off by policy, by an extension or in a hardened mode.`,
          remedy: 'Use a current browser, and look for a policy or an extension that disables WebRTC.',
          evidence: [{ entry: failing.id, says: `${trouble.failure.missing} does not exist on this page` }],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
