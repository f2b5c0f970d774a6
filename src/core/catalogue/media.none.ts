import type { CatalogueEntry } from './entry.ts';
import { notDenied, refusedMedia } from './refusedMedia.ts';

export const mediaNone = {
  code: 'media.none',
  origin: 'debugger',
  title: 'getUserMedia was asked for nothing',
  cause:
    'The constraints named neither audio nor video, or both as false. The browser refuses that with a TypeError before it looks at any device or asks anybody.',
  remedy: 'Ask for audio, video, or both.',
  surfaces: [{ step: 'offer', statuses: ['none'] }],
  variants: {
    'asked-for-nothing': refusedMedia({
      title: 'The page asked for neither audio nor video',
      names: ['TypeError'],
      words: /\baudio\b.*\bvideo\b/i,
      why: () => 'The call named neither audio nor video; no device was looked at and nobody was asked.',
      remedy:
        'Call getUserMedia with { audio: true }, or with video. Where a setting can switch both off, do not call it at all then.',
      ruledOut: [
        notDenied,
        { code: 'media.notfound', variant: 'none', because: 'the error would be NotFoundError' },
      ],
    }),
  },
} as const satisfies CatalogueEntry;
