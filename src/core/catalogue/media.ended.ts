import { lastOf, theDevice } from './devices.ts';
import type { CatalogueEntry } from './entry.ts';

export const mediaEnded = {
  code: 'media.ended',
  origin: 'debugger',
  title: 'The microphone or camera went away',
  cause:
    'The track ended by itself: the device was unplugged, its permission was taken back, or the system took it. The session goes on and sends nothing; no error comes.',
  remedy: 'Plug the device in again or choose another, and switch it on anew.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    unplugged: {
      title: 'The device ended in the middle of the session',
      actor: 'browser',
      specificity: 84,
      of: ['connected'],
      recognise: ({ connection }) => {
        const ended = lastOf(connection.media, ['microphone', 'camera'], ['granted', 'ended']).find(
          ({ event }) => event === 'ended',
        );
        if (ended === undefined) return undefined;
        const granted = connection.media.findLast(
          ({ device, event, at }) => device === ended.device && event === 'granted' && at <= ended.at,
        );
        return {
          certainty: 'proved',
          cause: `${theDevice(ended.device)} ended by itself: it was unplugged, its permission was taken back, or the system took it. The session is connected and sends nothing.`,
          remedy:
            'Plug it in again and switch it on anew: an ended track never comes back. An app should listen for “ended” on the track.',
          evidence: [
            ...(granted === undefined ? [] : [{ entry: granted.id, says: 'the device was there' }]),
            { entry: ended.id, says: 'its track ended' },
          ],
          causedBy: { step: 'connection', entry: ended.id },
          ruledOut: [
            { code: 'media.silent', variant: 'zeros', because: 'the track is not silent, it has ended' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
