import { iceWasConnected } from './connection.ts';
import { duration } from './duration.ts';
import type { CatalogueEntry } from './entry.ts';
import { recovery } from './net.loss.ts';
import { tearsDown } from './sdkBehaviour.ts';

export const netBlip = {
  code: 'net.blip',
  origin: 'debugger',
  title: 'The network went away and came back',
  cause:
    'ICE was “disconnected” for a while and recovered by itself, as it does when packets return within some 15 s. Nothing needs to be done; an app that hangs up at “disconnected” loses a session that would have gone on.',
  remedy: 'Treat “disconnected” as a pause: show it, and wait for “connected” or “failed”.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  discrepancies: [tearsDown],
  variants: {
    recovered: {
      title: 'The connection was lost for a moment and recovered',
      actor: 'network',
      specificity: 20,
      of: [],
      adviceOf: ['connected', 'failed'],
      recognise: (evidence) => {
        const found = recovery(evidence);
        if (found === undefined || !iceWasConnected(evidence)) return undefined;
        const { lost, returned } = found;
        return {
          certainty: 'proved',
          cause: `ICE was “disconnected” for ${duration(returned.at - lost.at)} and came back by itself.`,
          remedy:
            'Nothing. But the official client SDK would have ended the session here: if your users report sudden ends, this is the reason.',
          evidence: [
            { entry: lost.id, says: 'ICE went to “disconnected”' },
            { entry: returned.id, says: `and back to “${returned.to}”` },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
