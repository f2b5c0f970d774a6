import type { CatalogueEntry } from './entry.ts';
import { notDenied, refusedMedia } from './refusedMedia.ts';

export const mediaNotfound = {
  code: 'media.notfound',
  origin: 'debugger',
  title: 'There is no microphone or camera',
  cause:
    'The browser sees no device of this kind: none is plugged in, it is disabled, or the browser runs where there are none (a container, a remote desktop).',
  remedy: 'Plug one in or enable it, and ask again.',
  surfaces: [{ step: 'offer', statuses: ['none'] }],
  variants: {
    none: refusedMedia({
      title: 'The browser found no such device',
      names: ['NotFoundError', 'DevicesNotFoundError'],
      why: () => 'The browser sees no such device.',
      remedy:
        'Check that it is plugged in and not disabled in the system’s sound settings. In tests, Chromium has one with --use-fake-device-for-media-stream.',
      ruledOut: [
        notDenied,
        { code: 'media.busy', variant: 'in-use', because: 'the device is not there at all' },
      ],
    }),
  },
} as const satisfies CatalogueEntry;
