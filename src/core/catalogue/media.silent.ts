import { lastOf } from './devices.ts';
import type { CatalogueEntry } from './entry.ts';

export const mediaSilent = {
  code: 'media.silent',
  origin: 'debugger',
  title: 'The microphone gives nothing but silence',
  cause:
    'The microphone is on and allowed, but every sample is zero. A hardware switch, a muted input in the system’s settings, or a wrong default device does that. A quiet room is not this quiet.',
  remedy: 'Look for a mute switch, and choose the right input in the system’s sound settings.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    zeros: {
      title: 'The microphone sends zeros',
      actor: 'browser',
      specificity: 83,
      of: ['connected'],
      recognise: ({ connection }) => {
        const [last] = lastOf(
          connection.media,
          ['microphone'],
          ['silent', 'audible', 'mute', 'unmute', 'ended', 'refused'],
        );
        if (last === undefined || (last.event !== 'silent' && last.event !== 'mute')) return undefined;
        return {
          certainty: 'proved',
          cause:
            last.event === 'mute'
              ? 'The browser or the system muted the microphone’s track: it sends silence until it is unmuted.'
              : 'The microphone is on, and all that comes from it is zero.',
          remedy:
            'Look for a switch or key on the headset, the system’s input level, and the chosen default device; speak and watch the level here.',
          evidence: [
            {
              entry: last.id,
              says: last.event === 'mute' ? 'the track was muted' : 'only zeros since a while',
            },
          ],
          causedBy: { step: 'connection', entry: last.id },
          ruledOut: [
            { code: 'media.ended', variant: 'unplugged', because: 'the track has not ended' },
            { code: 'media.denied', variant: 'user', because: 'the microphone was granted' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
