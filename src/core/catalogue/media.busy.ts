import type { CatalogueEntry } from './entry.ts';
import { notDenied, refusedMedia } from './refusedMedia.ts';

export const mediaBusy = {
  code: 'media.busy',
  origin: 'debugger',
  title: 'The microphone or camera cannot be started',
  cause:
    'The device is there and allowed, but it does not start: another program holds it (usual on Windows), or its driver fails.',
  remedy: 'Close other programs that use it, or plug it in again.',
  surfaces: [{ step: 'offer', statuses: ['none'] }],
  variants: {
    'in-use': refusedMedia({
      title: 'The device is in use or does not start',
      names: ['NotReadableError', 'TrackStartError', 'AbortError'],
      why: () => 'Another program holds it, or its driver fails.',
      remedy:
        'Close calls and recorders in other programs and tabs, plug the device in again, and ask once more.',
      ruledOut: [notDenied, { code: 'media.notfound', variant: 'none', because: 'the device is there' }],
    }),
  },
} as const satisfies CatalogueEntry;
