import { lastOf } from './devices.ts';
import type { CatalogueEntry } from './entry.ts';
import { quoted } from './reply.ts';

export const playBlocked = {
  code: 'play.blocked',
  origin: 'debugger',
  title: 'The browser does not play the sound',
  cause:
    'Browsers let a page make sound only after the user has clicked or typed in it. Until then play() is refused with a NotAllowedError, or an AudioContext stays suspended: the sound arrives and nobody hears it.',
  remedy: 'Begin the session from a click, and call play() again on the next one.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    autoplay: {
      title: 'Playing without a click was refused',
      actor: 'browser',
      specificity: 82,
      of: ['connected'],
      recognise: ({ connection }) => {
        const [last] = lastOf(connection.media, ['playback'], ['blocked', 'playing', 'audible']);
        if (last?.event !== 'blocked') return undefined;
        return {
          certainty: 'proved',
          cause: `The far end’s sound is there, but the browser refused to play it${last.error === undefined ? '' : `: ${last.error.name}, ${quoted(last.error.message)}`}. Nobody has clicked or typed on this page yet.`,
          remedy:
            'Click anywhere on the page, then play again. In your app start the session from a button, and catch the rejection of play(). A frame needs allow="autoplay".',
          evidence: [{ entry: last.id, says: 'play() was refused' }],
          causedBy: { step: 'connection', entry: last.id },
          ruledOut: [
            {
              code: 'media.noframes',
              variant: 'received',
              because: 'it is the playing that was refused, not the sending',
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
