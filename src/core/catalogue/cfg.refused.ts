import { refusal, refusedConfiguration } from './configuration.ts';
import type { CatalogueEntry, Variant } from './entry.ts';

// Apart, because TypeScript gives no context to a property of this name.
const refusedByConstructor: Variant = {
  title: 'The browser refused the ICE servers',
  actor: 'backend',
  specificity: 50,
  fallback: 'in-all',
  recognise: (evidence) => {
    const error = refusedConfiguration(evidence);
    if (error === undefined) return undefined;
    return refusal(evidence, error, {
      because: 'the browser does not take the configuration as it was handed out.',
      remedy: 'Hand on the iceServers of ice-config unchanged; each needs a stun:, turn: or turns: URL.',
    });
  },
};

export const cfgRefused = {
  code: 'cfg.refused',
  origin: 'debugger',
  title: 'The browser refused the configuration of the connection',
  cause:
    'new RTCPeerConnection() checks the ICE servers that it is given and throws on the first that it does not take.',
  remedy: 'Correct the iceServers that the reply hands out.',
  surfaces: [{ step: 'offer', statuses: ['none'] }],
  variants: {
    constructor: refusedByConstructor,
  },
} as const satisfies CatalogueEntry;
